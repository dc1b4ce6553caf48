import Foundation

/// Keys and certificates made by the `openssl` command, which shares no code of ours.
public struct OpenSSL: Sendable {
    /// The folder in which they lie.
    public let folder: String

    /// Works in a folder.
    public init(in folder: String) { self.folder = folder }

    /// Runs `openssl`, and fails where that fails.
    @discardableResult
    public func callAsFunction(_ arguments: String..., input: String = "") throws -> ToolResult {
        let result = try run(arguments, input: input)
        guard result.status == 0 else { throw UnexpectedEnd(description: "openssl \(arguments): \(result.errors)") }
        return result
    }

    /// Runs `openssl`, however it ends.
    public func run(_ arguments: [String], input: String = "") throws -> ToolResult {
        try runTool("openssl", arguments, input: input, in: folder)
    }

    /// What a key is made of.
    public enum Kind: String, Sendable, CaseIterable {
        case ec = "EC"
        case rsa = "RSA"

        fileprivate var options: [String] {
            switch self {
            case .ec: ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
            case .rsa: ["-newkey", "rsa:2048"]
            }
        }
    }

    /// Makes `NAME.key` and `NAME.crt`, which vouches for itself.
    public func make(_ name: String, _ kind: Kind, usage: String, purpose: String? = "emailProtection") throws {
        var arguments =
            ["req", "-x509", "-nodes", "-days", "30", "-subj", "/C=NL/O=Test/CN=\(name)"] + kind.options
            + ["-keyout", "\(name).key", "-out", "\(name).crt", "-addext", "keyUsage=critical,\(usage)"]
        if let purpose { arguments += ["-addext", "extendedKeyUsage=\(purpose)"] }
        let result = try run(arguments)
        guard result.status == 0 else { throw UnexpectedEnd(description: "openssl req: \(result.errors)") }
    }

    /// Makes a pair that signs.
    public func makeSigner(_ name: String, _ kind: Kind = .ec) throws {
        try make(name, kind, usage: "digitalSignature")
    }

    /// Makes a pair that is sealed to.
    public func makeRecipient(_ name: String, _ kind: Kind = .ec) throws {
        try make(name, kind, usage: kind == .ec ? "keyAgreement" : "keyEncipherment")
    }

    /// All bytes of a file.
    public func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
    }

    /// Writes a file.
    public func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
}
