import Foundation

/// The built command `inzage`, run as an operator runs it.
public struct Command: Sendable {
    /// The controller's folder that every call is about.
    public let folder: String

    /// Takes a controller's folder.
    public init(controller folder: String) { self.folder = folder }

    /// The built command: it lies beside the running test program.
    public static var path: String {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let beside = URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("inzage").path
        return FileManager.default.isExecutableFile(atPath: beside) ? beside : checkout + "/.build/debug/inzage"
    }

    /// Runs a command and keeps what it printed.
    public func callAsFunction(_ arguments: String..., input: String = "") throws -> ToolResult {
        try run(arguments, input: input)
    }

    /// Runs a command and keeps what it printed.
    public func run(_ arguments: [String], input: String = "") throws -> ToolResult {
        try runTool(Self.path, arguments, input: input, environment: environment)
    }

    /// A bare environment: nothing of the developer's machine reaches the command.
    public var environment: [String: String] {
        ["INZAGE_CONTROLLER": folder, "INZAGE_OPERATOR": "tester", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"]
    }

    /// Makes the sample company in a folder.
    public static func demo(in folder: String) throws -> Command {
        let command = Command(controller: folder)
        _ = try runTool(path, ["demo", folder], environment: command.environment)
        return command
    }

    /// The newest mail of a kind in the folder outbox, as text with its soft line breaks taken out.
    public func mail(_ kind: String, of request: String) throws -> String? {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/outbox")
            .filter { $0.hasPrefix(request) && $0.contains("-\(kind)-") && $0.hasSuffix(".eml") }
        let dated = names.map { name -> (Date, String) in
            let path = "\(folder)/outbox/\(name)"
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            return (attributes?[.modificationDate] as? Date ?? .distantPast, path)
        }
        guard let newest = dated.max(by: { $0.0 < $1.0 })?.1 else { return nil }
        return String(decoding: try Data(contentsOf: URL(fileURLWithPath: newest)), as: UTF8.self)
            .replacingOccurrences(of: "=\r\n", with: "").replacingOccurrences(of: "\r\n", with: "\n")
    }

    /// The code that stands alone on its line in the newest code mail.
    public func code(of request: String) throws -> String? {
        try mail("code", of: request)?.split(separator: "\n").map(String.init).first { line in
            line.count == 9 && line.wholeMatch(of: /[0-9A-Z]{4}-[0-9A-Z]{4}/) != nil
        }
    }
}
