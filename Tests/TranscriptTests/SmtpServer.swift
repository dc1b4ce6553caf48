import Foundation
import TestSupport
import Testing

/// A mail server of Python's aiosmtpd on a free port of the loopback; what it took lies in its folder.
struct SmtpServer {
    let folder: String
    let port: Int
    private let process: Process

    /// Starts one with a certificate of its own.
    init(in parent: String, named name: String, options: [String] = []) throws {
        folder = "\(parent)/\(name)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Self.makeCertificate(in: folder)
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments =
            [checkout + "/Tests/MailTests/Fixtures/mail_server.py", folder]
            + ["--certificate", folder + "/certificate.pem", "--key", folder + "/key.pem"] + options
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var line = Data()
        while !line.contains(UInt8(ascii: "\n")) {
            let piece = output.fileHandleForReading.availableData
            try #require(!piece.isEmpty, "the mail server did not start")
            line += piece
        }
        port = try #require(Int(String(decoding: line.dropLast(), as: UTF8.self)))
    }

    /// Ends the server that this test started.
    func stop() {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// How many mails it took.
    var count: Int {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder).count { $0.hasSuffix(".eml") } }
    }

    /// The bytes of a mail that it took; the first is 1.
    func bytes(of number: Int) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(number).eml"))
    }

    /// To whom a mail went, by its envelope, and whether it travelled by TLS.
    func envelope(of number: Int) throws -> Envelope {
        try JSONDecoder().decode(
            Envelope.self,
            from: Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(number).json"))
        )
    }

    struct Envelope: Decodable {
        let to: [String]
        let encrypted: Bool
    }

    static func makeCertificate(in folder: String) throws {
        guard !FileManager.default.fileExists(atPath: folder + "/certificate.pem") else { return }
        let result = try runTool(
            "openssl",
            ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
                + ["-subj", "/CN=mail.test", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
                + ["-keyout", folder + "/key.pem", "-out", folder + "/certificate.pem"]
        )
        try #require(result.status == 0, "\(result.errors)")
    }
}

/// A way in which a mail server fails.
struct SmtpFault: Sendable, CustomTestStringConvertible {
    let name: String
    /// The server's options, or nil where none listens.
    let options: [String]?
    /// The folder whose certificate the controller trusts; nil for the server's own.
    let certificate: String?

    init(_ name: String, options: [String]? = [], certificate: String? = nil) {
        self.name = name
        self.options = options
        self.certificate = certificate
    }

    var testDescription: String { name }
}
