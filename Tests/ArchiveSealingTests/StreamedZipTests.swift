import ArchiveSealing
import Foundation
import TestSupport
import Testing

@Suite struct `A ZIP file that is streamed` {
    private static let parts: [(name: String, bytes: [UInt8])] = {
        var generator = SteadyGenerator(seed: 3)
        let text = Array((0..<80_000).map { "<row>\($0)</row>" }.joined().utf8)
        return [("empty", []), ("a/one.xml", [0x41]), ("text.xml", text), ("noise", generator.bytes(700_001))]
    }()

    private final class Output {
        var bytes: [UInt8] = []
    }

    private static func zip(pieces: Int = 100_000, _ parts: [(name: String, bytes: [UInt8])] = parts) throws -> [UInt8]
    {
        let output = Output()
        var zip = StreamedZip { piece in piece.withUnsafeBufferPointer { output.bytes.append(contentsOf: $0) } }
        for (name, bytes) in parts {
            try zip.begin(name)
            for start in stride(from: 0, to: bytes.count, by: pieces) {
                try zip.write(bytes[start..<min(start + pieces, bytes.count)].span)
            }
        }
        try zip.finish()
        return output.bytes
    }

    @Test func `is read by five programs, also by one that never looks at its end`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/a.zip"
            try Data(Self.zip()).write(to: URL(fileURLWithPath: path))
            #expect(try runTool("7z", ["t", path]).status == 0)
            #expect(try runTool("unzip", ["-tq", path]).status == 0)
            try Self.expectParts(in: folder, ["7z", "x", "-oseven", "a.zip"], "seven")
            try Self.expectParts(in: folder, ["sh", "-c", "mkdir piped && bsdtar -xf - -C piped <a.zip"], "piped")
            let script = "import zipfile; z = zipfile.ZipFile('a.zip'); assert z.testzip() is None; z.extractall('py')"
            try Self.expectParts(in: folder, ["python3", "-c", script], "py")
        }
    }

    private static func expectParts(in folder: String, _ command: [String], _ target: String) throws {
        let result = try runTool(command[0], Array(command.dropFirst()), in: folder)
        #expect(result.status == 0, "\(command): \(result.errors)")
        for (name, bytes) in parts {
            #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(target)/\(name)")) == Data(bytes), "\(name)")
        }
    }

    @Test func `is the same for the same bytes in the same pieces, and tells no time`() async throws {
        #expect(try Self.zip() == Self.zip())
        try await withTemporaryFolder { folder in
            try Data(Self.zip()).write(to: URL(fileURLWithPath: folder + "/a.zip"))
            let listed = try runTool("7z", ["l", "-slt", folder + "/a.zip"]).output
            #expect(listed.split(separator: "\n").count { $0 == "Modified = 1980-01-01 00:00:00" } == Self.parts.count)
        }
    }

    @Test func `holds more entries than 16 bits count`() async throws {
        let many = (0..<70_000).map { (name: "n\($0)", bytes: [UInt8]()) }
        try await withTemporaryFolder { folder in
            try Data(Self.zip(many)).write(to: URL(fileURLWithPath: folder + "/a.zip"))
            let script = "import zipfile; print(len(zipfile.ZipFile('a.zip').namelist()))"
            #expect(try runTool("python3", ["-c", script], in: folder).output == "70000\n")
        }
    }
}
