import Foundation
import TestSupport
import Testing

/// One thing that is wrong in a controller's folder, and what the command says to it.
struct BadInputCase: Sendable, CustomTestStringConvertible {
    let name: String
    let status: Int32
    /// A part of the one sentence that says what is wrong.
    let sentence: String
    /// Makes it wrong in a controller's folder.
    let spoil: @Sendable (_ controller: String) throws -> Void

    init(
        _ name: String,
        _ status: Int32,
        _ sentence: String,
        spoil: @escaping @Sendable (String) throws -> Void
    ) {
        self.name = name
        self.status = status
        self.sentence = sentence
        self.spoil = spoil
    }

    var testDescription: String { name }

    /// The command refuses at once: one error with a hint, nothing of the person.
    func expectRefusal(by inzage: Command, of request: String) throws {
        Self.expectOneError(try inzage("export", request), status: status, saying: sentence)
    }

    /// The command says which source failed and how to go on without it.
    func expectHeld(by inzage: Command, of request: String, _ values: [PrivateValue]) throws {
        let result = try inzage("export", request)
        #expect(result.status == status, "\(result.output)\(result.errors)")
        #expect(result.output.contains(sentence), "\(result.output)")
        #expect(result.output.contains("next           inzage export \(request), to try again"))
        #expect(result.output.contains("--accept-gap"))
        #expect(
            PrivateValues.found(values, in: result.output + result.errors).isEmpty
        )
    }

    /// One line `error:` and one `hint:` on standard error, nothing on standard output.
    static func expectOneError(_ result: ToolResult, status: Int32, saying sentence: String) {
        #expect(result.status == status, "\(result.output)\(result.errors)")
        #expect(result.output.isEmpty)
        let lines = result.errors.split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("inzage: error: ") } == 1, "\(result.errors)")
        #expect(lines.count { $0.hasPrefix("inzage: hint: ") } == 1, "\(result.errors)")
        #expect(result.errors.contains(sentence), "\(result.errors)")
        #expect(!result.errors.contains(PrivateValues.person))
    }

    /// Replaces a text in a file, which must stand there.
    static func replace(_ old: String, with new: String, in file: String) throws {
        let url = URL(fileURLWithPath: file)
        let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        try #require(text.contains(old))
        try Data(text.replacingOccurrences(of: old, with: new).utf8).write(to: url)
    }

    /// Puts bytes at the end of a file.
    static func append(_ bytes: [UInt8], to file: String) throws {
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
        defer { try? handle.close() }
        try handle.seekToEnd()
        try handle.write(contentsOf: bytes)
    }

    /// Writes bytes over what stands at a place of a file.
    static func overwrite(_ file: String, at offset: UInt64, count: Int) throws {
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
        defer { try? handle.close() }
        try handle.seek(toOffset: offset)
        try handle.write(contentsOf: [UInt8](repeating: 0x5A, count: count))
    }

    /// The file with the newest chat messages.
    static func newestChat(_ controller: String) throws -> String {
        let folder = controller + "/exporters/chat-logs/messages"
        return "\(folder)/" + (try #require(FileManager.default.contentsOfDirectory(atPath: folder).max()))
    }
}
