import ExporterKit
import Foundation
import TestSupport

/// A service on the loopback that gives the answers of a file; it ends with its value.
final class AnswerService: Sendable {
    private let port: String
    private let input = Pipe()

    /// Starts it; what it is asked that the file does not name is an error, as it is at the vendor's.
    init(answering file: String, in folder: String) throws {
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = [checkout + "/Tests/DriversTests/Services/answers.py", file]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var line: [UInt8] = []
        while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != 0x0A { line.append(byte) }
        port = String(decoding: line, as: UTF8.self)
        guard !port.isEmpty else { throw ServerProblem(text: "the answers cannot be read: \(file)") }
    }

    deinit { try? input.fileHandleForWriting.close() }

    /// Where a system that is reached at its vendor's host is reached here.
    func address(of system: SystemDescription) -> String {
        let path = system.connection.split(separator: "/", maxSplits: 3).dropFirst(2).joined(separator: "/")
        return "http://127.0.0.1:\(port)" + (path.isEmpty ? "" : "/" + path)
    }
}
