import Testing
import TestSupport

import MediaTypes

@Suite struct `Media types by content` {
    @Test func `every file is of the type that the file command says, whatever it tries to be (cases 70 and 72)`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let samples = try SampleFiles(in: folder)
            let types = try ContentTypes()
            // From a pipe, the command has no more than the bytes either.
            let script = "for f in *; do head -c \(ContentTypes.looksAt) \"$f\" | file --mime-type -b -; done"
            let oracle = try runTool(
                "sh",
                ["-c", script],
                environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C"],
                in: folder
            )
            let expected = oracle.output.split(separator: "\n").map(String.init)
            try #require(expected.count == samples.names.count && samples.names.count > 120)
            for (name, type) in zip(samples.names, expected) where !["empty", "elf"].contains(name) {
                #expect(types.type(of: try samples.bytes(name)) == type, "\(name)")
            }
            // The command also looks at who may run the file, and bytes alone have no mode.
            #expect(types.type(of: try samples.bytes("elf")) == "application/x-sharedlib")
        }
    }

    @Test func `nothing in it is of no kind, and neither is noise`() throws {
        let types = try ContentTypes()
        #expect(types.type(of: []) == "application/x-empty")
        #expect(types.type(of: [0]) == ContentTypes.unknown)
    }

    @Test func `only the start is looked at`() throws {
        let types = try ContentTypes()
        let start = Array(repeating: UInt8(ascii: "a"), count: ContentTypes.looksAt)
        #expect(types.type(of: start + [0, 1, 2, 3]) == "text/plain")
        #expect(types.type(of: start.dropLast() + [0, 1, 2, 3]) == ContentTypes.unknown)
    }

    @Test func `many ask at once and each gets an answer of its own`() async throws {
        let types = try ContentTypes()
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<64 {
                group.addTask {
                    number.isMultiple(of: 2)
                        ? types.type(of: Array("%PDF-1.7\n".utf8)) == "application/pdf"
                        : types.type(of: Array("GIF89a\u{1}\u{0}\u{1}\u{0}".utf8)) == "image/gif"
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }

    @Test(arguments: [
        ("image/png", true), ("application/vnd.a+b", true), ("", false), ("image", false), ("image/", false),
        ("/png", false), ("a/b/c", false), ("image/png\u{301}", false), ("cannot open", false),
        ("text/plain; charset=x", false), ("a/b\r\nX: y", false), (String(repeating: "a", count: 128) + "/b", false),
    ])
    func `an answer that is no media type is not passed on`(text: String, isMediaType: Bool) {
        #expect(ContentTypes.isMediaType(text) == isMediaType)
    }
}
