/// Ways in which a source seems to hold nothing of a person, or to hold of a person what is somebody else's.
extension ShapeCase {
    static let ofNothing: [ShapeCase] = [
        blankNumber, blankNumberInAFile, wordOfABoolean, noneOfTheKind, kindsInOneFile, oneOfSeveralIsEmpty,
        missingFile,
        addressInOtherMarks,
    ]

    static let blankNumber = ShapeCase(
        testDescription: "a blank number is none: everybody without one would be the same person (case 51)",
        files: [
            "codes/codes.sqlite": """
            CREATE TABLE p (code, mail TEXT); INSERT INTO p VALUES (' ', 'kim@example.org');
            CREATE TABLE o (code, what TEXT); INSERT INTO o VALUES (' ', 'a stranger''s'), ('7', 'Lee''s');
            """,
            "codes/exporter.yaml": codes(
                "driver: sqlite\nconnection: codes.sqlite",
                people: "query: SELECT code, mail FROM p WHERE mail = :email",
                orders: "query: SELECT code, what FROM o WHERE code = :code"
            ),
        ],
        records: ["codes/p": [#"{"code":" ","mail":"kim@example.org"}"#]],
        outcomes: ["codes/o": "nothingHeld"]
    )

    static let blankNumberInAFile = ShapeCase(
        testDescription: "a number of blanks that nobody sees is none either",
        files: [
            "codes/p.csv": "code,mail\n\"\u{200B}\u{A0}\",kim@example.org\n",
            "codes/o.csv": "code,what\n\"\u{200B}\u{A0}\",a stranger's\n",
            "codes/exporter.yaml": codes("driver: files\nconnection: .", people: "file: p.csv", orders: "file: o.csv"),
        ],
        records: ["codes/p": ["{\"code\":\"\u{200B}\u{A0}\",\"mail\":\"kim@example.org\"}"]],
        outcomes: ["codes/o": "nothingHeld"]
    )

    static let wordOfABoolean = ShapeCase(
        testDescription: "`where` takes a value as the system writes it, and as its field reads it",
        files: [
            "people/people.csv": "id,mail,here\n1,kim@example.org,ja\n2,kim@example.org,nee\n",
            "people/exporter.yaml": people(
                "file: people.csv\n    where: {here: ja}",
                fields: ["{name: here, type: boolean, title: Here, trueValues: [ja], falseValues: [nee]}"]
            ),
        ],
        records: ["people/people": [#"{"id":1,"mail":"kim@example.org","here":true}"#]]
    )

    static let noneOfTheKind = ShapeCase(
        testDescription: "a `where` that no record of the source meets is a source without records, and no nothing",
        files: [
            "people/people.csv": "id,mail,kind\n1,kim@example.org,order\n2,lee@example.org,order\n",
            "people/exporter.yaml": people(
                "file: people.csv\n    where: {kind: Order}",
                fields: ["{name: kind, type: string, title: Kind}"]
            ),
        ],
        outcomes: ["people/people": "failed"],
        status: 5
    )

    static let kindsInOneFile = ShapeCase(
        testDescription: "`where` takes one kind of record out of a file of many, whose keys are none of its own",
        files: [
            "people/people.jsonl": """
            {"type":"version","version":1,"info":{"by":"chat"}}
            {"type":"user","id":1,"mail":"kim@example.org"}
            {"type":"post","channel":"town","text":"hello"}
            {"type":"user","id":2,"mail":"lee@example.org"}
            """,
            "people/exporter.yaml": people(
                "file: people.jsonl\n    where: {type: user}",
                fields: ["{name: type, type: string, title: Kind}"]
            ),
        ],
        records: ["people/people": [#"{"id":1,"mail":"kim@example.org","type":"user"}"#]]
    )

    static let oneOfSeveralIsEmpty = ShapeCase(
        testDescription: "a file with a header only among several is one whose job may have failed",
        files: [
            "people/people-nl.csv": "id,mail\n", "people/people-be.csv": "id,mail\n2,lee@example.org\n",
            "people/exporter.yaml": people("file: people-*.csv"),
        ],
        outcomes: ["people/people": "failed"],
        status: 5
    )

    static let missingFile = ShapeCase(
        testDescription: "a file that is not there is not one that may be empty",
        files: [
            "people/other.csv": "id,mail\n2,lee@example.org\n",
            "people/exporter.yaml": people("file: people.csv\n    may_be_empty: true"),
        ],
        status: 5,
        finding: "error: is not there"
    )

    static let addressInOtherMarks = ShapeCase(
        testDescription: "an address is found behind a label, in brackets and quotes, and before what nobody sees",
        files: [
            "people/people.csv": """
            id,mail
            1,SMTP:kim@example.org
            2,mailto:kim@example.org
            3,[kim@example.org](mailto:kim@example.org)
            4,kim@example.org.
            5,'kim@example.org'
            6,lee@example.org|kim@example.org
            7,lee.kim@example.org

            """,
            "people/exporter.yaml": people(),
        ],
        records: [
            "people/people": [
                #"{"id":1,"mail":"SMTP:kim@example.org"}"#, #"{"id":2,"mail":"mailto:kim@example.org"}"#,
                #"{"id":3,"mail":"[kim@example.org](mailto:kim@example.org)"}"#, #"{"id":4,"mail":"kim@example.org."}"#,
                #"{"id":5,"mail":"'kim@example.org'"}"#, #"{"id":6,"mail":"lee@example.org|kim@example.org"}"#,
            ]
        ]
    )

    private static func codes(_ store: String, people: String, orders: String) -> String {
        """
        system: Codes
        held_by: controller
        \(store)
        collections:
          p:
            title: People
            category: account
            origin: provided
            needs: [email]
            \(people)
            fields:
              - {name: code, type: string, title: Code, identifies: code}
              - {name: mail, type: string, title: E-mail, address_of_record: email}
          o:
            title: Orders
            category: orders
            origin: observed
            needs: [code]
            \(orders)
            fields:
              - {name: code, type: string, title: Code, matches: code}
              - {name: what, type: string, title: What}
        """
    }
}
