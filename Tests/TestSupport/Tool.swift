import Foundation

/// What a program did.
public struct ToolResult: Sendable {
    /// The exit status, or the signal that ended it as a negative number.
    public let status: Int32
    /// What it printed on standard output.
    public let output: String
    /// What it printed on standard error.
    public let errors: String

    /// Says what a program would have done.
    public init(status: Int32, output: String, errors: String) {
        self.status = status
        self.output = output
        self.errors = errors
    }
}

/// Runs a program to its end and keeps what it printed.
///
/// A name without a slash is looked up on the PATH. Debian's own Python is `/usr/bin/python3`.
public func runTool(
    _ program: String,
    _ arguments: [String],
    input: String = "",
    environment: [String: String]? = nil,
    in folder: String? = nil
) throws -> ToolResult {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program.contains("/") ? program : "/usr/bin/env")
    process.arguments = program.contains("/") ? arguments : [program] + arguments
    if let environment { process.environment = environment }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("tool-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    // Files, not pipes: a program that fills one pipe while the other is read would never end.
    let streams = try ["in", "out", "err"].map { name -> URL in
        let file = scratch.appendingPathComponent(name)
        try (name == "in" ? Data(input.utf8) : Data()).write(to: file)
        return file
    }
    process.standardInput = try FileHandle(forReadingFrom: streams[0])
    process.standardOutput = try FileHandle(forWritingTo: streams[1])
    process.standardError = try FileHandle(forWritingTo: streams[2])
    try process.run()
    process.waitUntilExit()
    let status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    return ToolResult(
        status: status,
        output: String(decoding: try Data(contentsOf: streams[1]), as: UTF8.self),
        errors: String(decoding: try Data(contentsOf: streams[2]), as: UTF8.self)
    )
}
