extension ShapeCase {
    /// What files are: without records, in another encoding, nested, keyed by people, packed, cut.
    static let ofFiles: [ShapeCase] = [
        headerOnly, latin, latinUnsaid, sheetLine, wide, nested, keyedByPeople, parentLeftOut, packed, packedAndCut,
        cut,
        twoLabels,
    ]

    private static let table = "id,mail\n1,kim@example.org\n2,lee@example.org\n"

    static let headerOnly = ShapeCase(
        testDescription: "a file with its first line alone says nothing about anybody",
        files: ["people/people.csv": "id,mail\n", "people/exporter.yaml": people()],
        outcomes: ["people/people": "failed"],
        status: 5
    )

    static let latin = ShapeCase(
        testDescription: "an encoding that is said is read",
        files: [
            "people/exporter.yaml": people(
                "file: people.csv\n    encoding: ISO-8859-1",
                fields: ["{name: name, type: string, title: Name}"]
            )
        ],
        bytes: ["people/people.csv": Array("id,mail,name\n1,kim@example.org,K".utf8) + [0xF6] + Array("hler\n".utf8)],
        records: ["people/people": [#"{"id":1,"mail":"kim@example.org","name":"Köhler"}"#]]
    )

    static let latinUnsaid = ShapeCase(
        testDescription: "an encoding that is not said is noticed, and the bytes are kept",
        files: ["people/exporter.yaml": people(fields: ["{name: name, type: string, title: Name}"])],
        bytes: ["people/people.csv": Array("id,mail,name\n1,kim@example.org,K".utf8) + [0xF6] + Array("hler\n".utf8)],
        records: [
            "people/people": [
                "{\"id\":1,\"mail\":\"kim@example.org\",\"name\":\"K\u{FFFD}hler\",\"name:base64\":\"S/ZobGVy\"}"
            ]
        ],
        finding: "warning: the file is not UTF-8: line 2 of `people.csv`"
    )

    static let sheetLine = ShapeCase(
        testDescription: "a spreadsheet's own first line says what parts the cells",
        files: ["people/people.csv": "sep=;\nid;mail\n1;kim@example.org\n", "people/exporter.yaml": people()],
        records: ["people/people": [#"{"id":1,"mail":"kim@example.org"}"#]]
    )

    static let wide = ShapeCase(
        testDescription: "a spreadsheet's Unicode text is read",
        files: ["people/exporter.yaml": people("file: people.csv\n    delimiter: \"\\t\"")],
        bytes: [
            "people/people.csv": [0xFF, 0xFE]
                + "id\tmail\r\n1\tkim@example.org\r\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        ],
        records: ["people/people": [#"{"id":1,"mail":"kim@example.org"}"#]]
    )

    static let nested = ShapeCase(
        testDescription: "a list within each object is a record each, with what the object says",
        files: [
            "people/people.json":
                #"[{"mail":"kim@example.org","orders":[{"id":1},{"id":2}]},{"mail":"lee@example.org","orders":[{"id":3}]}]"#,
            "people/exporter.yaml": people("file: people.json\n    records: \"*.orders\"")
                .replacing("{name: mail,", with: "{name: mail, from: \"^mail\","),
        ],
        records: [
            "people/people": [#"{"id":1,"mail":"kim@example.org"}"#, #"{"id":2,"mail":"kim@example.org"}"#]
        ]
    )

    static let keyedByPeople = ShapeCase(
        testDescription: "a map under people's ids is read as a list",
        files: [
            "people/people.json": #"{"U1":{"mail":"lee@example.org"},"U2":{"mail":"kim@example.org"}}"#,
            "people/exporter.yaml": people("file: people.json\n    records: \"*\"")
                .replacing("{name: id, type: integer", with: "{name: id, from: \"@key\", type: string"),
        ],
        records: ["people/people": [#"{"id":"U2","mail":"kim@example.org"}"#]]
    )

    static let parentLeftOut = ShapeCase(
        testDescription: "records without the field by which they are found are told of, with the way to it",
        files: [
            "people/people.json": #"[{"mail":"kim@example.org","orders":[{"id":1}]}]"#,
            "people/exporter.yaml": people("file: people.json\n    records: orders"),
        ],
        status: 5,
        finding: "error: write `from: \"^mail\"`"
    )

    static let packed = ShapeCase(
        testDescription: "a packed file is read, whatever its name",
        files: ["people/exporter.yaml": people()],
        bytes: ["people/people.csv": gzip],
        records: ["people/people": [#"{"id":1,"mail":"kim@example.org"}"#]]
    )

    static let packedAndCut = ShapeCase(
        testDescription: "a packed file that is cut is a failure, and never a short answer",
        files: ["people/exporter.yaml": people()],
        bytes: ["people/people.csv": Array(gzip.dropLast(9))],
        status: 5,
        finding: "error: the file is packed by gzip and ends in the middle"
    )

    /// ``table`` as gzip packs it.
    private static let gzip: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xCB, 0x4C, 0xD1, 0xC9, 0x4D, 0xCC, 0xCC, 0xE1,
        0x32, 0xD4, 0xC9, 0xCE, 0xCC, 0x75, 0x48, 0xAD, 0x48, 0xCC, 0x2D, 0xC8, 0x49, 0xD5, 0xCB, 0x2F, 0x4A, 0xE7,
        0x32, 0xD2, 0xC9, 0x49, 0x4D, 0x45, 0x11, 0x01, 0x00, 0x13, 0xD4, 0x64, 0x57, 0x2C, 0x00, 0x00, 0x00,
    ]

    static let cut = ShapeCase(
        testDescription: "a row that is cut says how many cells it has",
        files: ["people/people.csv": table + "3\n", "people/exporter.yaml": people()],
        status: 5,
        finding: "error: a row has 1 cell, and there are 2 labels: line 4 of `people.csv`"
    )

    static let twoLabels = ShapeCase(
        testDescription: "a label that stands twice is named with the way to each",
        files: ["people/people.csv": "id,mail,mail\n1,kim@example.org,x\n", "people/exporter.yaml": people()],
        status: 5,
        finding: "error: name each apart: `from: \"mail[1]\"` and `from: \"mail[2]\"`"
    )
}
