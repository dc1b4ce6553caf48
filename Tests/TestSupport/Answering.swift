import Foundation

/// A command that ended otherwise than a test needs.
public struct UnexpectedEnd: Error, CustomStringConvertible {
    /// What was run, how it ended and what it said.
    public let description: String

    /// Says how a command ended.
    public init(description: String) { self.description = description }
}

/// The steps of the story that every test of the whole path takes.
extension Command {
    /// Runs a command that must end with a status, and gives what it printed on standard output.
    @discardableResult
    public func expect(_ status: Int32, _ arguments: String..., input: String = "") throws -> String {
        let result = try run(arguments, input: input)
        guard result.status == status else {
            throw UnexpectedEnd(
                description:
                    "\(arguments.prefix(2)) ended with \(result.status), not \(status): \(result.errors)\(result.output)"
            )
        }
        return result.output
    }

    /// Opens an access request and gives its id.
    public func openRequest(_ email: String) throws -> String {
        try expect(0, "request", "open", "--right", "access", "--email", "-", input: email + "\n")
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Has the code mailed and types it back.
    public func proveIdentity(of request: String) throws {
        try expect(4, "export", request)
        guard let code = try code(of: request) else { throw UnexpectedEnd(description: "no code was mailed") }
        try expect(0, "verify", request, "--code", "-", input: code + "\n")
    }

    /// The passphrase of a request's archive.
    public func passphrase(of request: String) throws -> String {
        struct Told: Decodable { let passphrase: String }
        let output = try expect(0, "passphrase", request, "--json")
        return try JSONDecoder().decode(Told.self, from: Data(output.utf8)).passphrase
    }

    /// Opens an archive as the person does, into a new folder.
    public func openArchive(_ archive: String, of request: String, into folder: String) throws {
        try expect(0, "open", archive, "--into", folder, input: passphrase(of: request) + "\n")
    }

    /// Where the first archive of a request lies.
    public func archive(of request: String) -> String { "\(folder)/archives/\(request)-1.zip" }
}
