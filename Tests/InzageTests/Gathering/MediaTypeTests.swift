import TestSupport
import Testing
import GatheringStage

@Suite struct `Extensions of documents` {
    /// What each honest file is called; a double click on it runs nothing.
    static let expected = [
        "pdf": ["pdf", "pdf-and-html", "zip-behind-pdf"], "png": ["png", "html-behind-png"],
        "gif": ["gif", "gif-and-script"],
        "jpg": ["jpeg"], "webp": ["webp"], "tif": ["tiff"], "heic": ["heic"], "avif": ["avif"], "wav": ["wav"],
        "mp3": ["mp3"], "mp4": ["mp4"], "docx": ["docx"], "xlsx": ["xlsx"], "pptx": ["pptx"], "odt": ["odt"],
        "ods": ["ods"], "eml": ["eml"], "json": ["json"], "zip": ["zip", "bomb", "jar"],
        "txt": [
            "plain", "accents", "latin-1", "utf-16", "csv", "html", "svg", "xml", "shell", "python", "batch",
            "certificate", "deep-json", "deep-xml", "long-line",
        ],
        "bin": [
            "empty", "one-byte", "docm", "xlsm", "odt-macro", "old-office", "rtf", "lnk", "elf", "exe", "class", "gzip",
            "bzip2", "xz", "tar", "sqlite", "seven-zip", "zeros", "cut-zip", "lying-lengths", "lying-elf",
        ],
    ]

    @Test func `a program, a script, a web page and a macro get no extension that starts something (case 72)`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let samples = try SampleFiles(in: folder)
            for (fileExtension, names) in Self.expected {
                for name in names {
                    let type = try MediaType.of(Array(samples.bytes(name).prefix(MediaType.looksAt)))
                    #expect(type.fileExtension == fileExtension, "\(name) is \(type.name)")
                }
            }
        }
    }

    @Test func `whatever stands in a file, its extension is one of the list (cases 70 and 72)`() async throws {
        try await withTemporaryFolder { folder in
            let samples = try SampleFiles(in: folder)
            let dangerous: Set = [
                "html", "svg", "js", "exe", "sh", "py", "bat", "lnk", "jar", "docm", "doc", "rtf", "csv",
            ]
            for name in samples.names {
                let type = try MediaType.of(samples.bytes(name))
                #expect(!dangerous.contains(type.fileExtension), "\(name)")
                #expect(type.fileExtension.wholeMatch(of: /[a-z0-9]{2,4}/) != nil, "\(name)")
            }
        }
    }
}
