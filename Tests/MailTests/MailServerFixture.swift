import Foundation
import Mail
import TestSupport
import Testing

/// A running aiosmtpd, and what it took.
struct RunningServer {
    /// The folder with certificate, key and the mails.
    let folder: String
    let port: Int

    /// A mail that the server took, with the envelope.
    struct Taken: Decodable {
        let from: String
        let to: [String]
        let options: [String]
        let encrypted: Bool
        let login: String?
        let client: String
    }

    /// How many mails it took.
    var count: Int {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder).count { $0.hasSuffix(".eml") }
        }
    }

    /// The bytes of a mail that it took; the first is 1.
    func bytes(of number: Int = 1) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(number).eml")))
    }

    /// The envelope of a mail that it took.
    func envelope(of number: Int = 1) throws -> Taken {
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(number).json"))
        return try JSONDecoder().decode(Taken.self, from: data)
    }

    /// A postbox for this server, which trusts its certificate unless told otherwise.
    func postbox(
        security: MailServer.Security = .startTLS,
        host: String = "127.0.0.1",
        login: MailLogin? = nil,
        isTrusted: Bool = true,
        patience: MailServer.Patience = .init(connecting: 20, answering: 20, altogether: 60),
        sizeLimit: Int = .max
    ) throws -> SMTPPostbox {
        SMTPPostbox(
            try MailServer(
                host: host,
                port: port,
                security: security,
                login: login,
                trustFile: isTrusted ? folder + "/certificate.pem" : nil,
                clientName: "client.test",
                patience: patience
            ),
            sizeLimit: sizeLimit
        )
    }
}

/// Starts a server on a free port for the body, and ends it by its process afterwards.
func withMailServer<Result>(
    _ options: [String] = [],
    names: String = "DNS:localhost,IP:127.0.0.1",
    isolation: isolated (any Actor)? = #isolation,
    _ body: (RunningServer) async throws -> Result
) async throws -> Result {
    try await withTemporaryFolder { folder in
        try makeCertificate(for: names, in: folder)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments =
            [fixtures + "/mail_server.py", folder, "--certificate", folder + "/certificate.pem"]
            + ["--key", folder + "/key.pem"] + options
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        defer {
            // A child of a task's thread inherits blocked signals: to a mere SIGTERM it would not listen.
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        var line = Data()
        while !line.contains(UInt8(ascii: "\n")) {
            let piece = output.fileHandleForReading.availableData
            try #require(!piece.isEmpty, "the mail server did not start")
            line += piece
        }
        let port = try #require(Int(String(decoding: line.dropLast(), as: UTF8.self)))
        return try await body(RunningServer(folder: folder, port: port))
    }
}

/// A certificate that signs itself, for names like `DNS:localhost`.
private func makeCertificate(for names: String, in folder: String) throws {
    let result = try runTool(
        "openssl",
        ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
            + ["-subj", "/CN=mail.test", "-addext", "subjectAltName=\(names)"]
            + ["-keyout", folder + "/key.pem", "-out", folder + "/certificate.pem"]
    )
    try #require(result.status == 0, "\(result.errors)")
}
