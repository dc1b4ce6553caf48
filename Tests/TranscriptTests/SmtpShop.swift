import Foundation
import TestSupport
import Testing

/// The sample company, which mails through a server.
struct SmtpShop {
    let inzage: Command
    private let settings: String

    init(in folder: String) throws {
        inzage = Command(controller: folder + "/shop")
        try SampleShop.copy(to: inzage.folder)
        settings = String(decoding: try Data(contentsOf: Self.file(inzage.folder)), as: UTF8.self)
        try #require(settings.contains("mail_limit: 15 MB\n"))
    }

    private static func file(_ controller: String) -> URL { URL(fileURLWithPath: controller + "/controller.yaml") }

    /// Lets mail go to a server from now on.
    func deliver(to server: SmtpServer, tls: String = "starttls") throws {
        try deliver(toPort: server.port, trusting: server.folder, tls: tls)
    }

    private func deliver(toPort port: Int, trusting folder: String, tls: String = "starttls") throws {
        let copied = "\(inzage.folder)/mail.pem"
        try? FileManager.default.removeItem(atPath: copied)
        try FileManager.default.copyItem(atPath: folder + "/certificate.pem", toPath: copied)
        let smtp = "  smtp: {host: 127.0.0.1, port: \(port), tls: \(tls), trust: mail.pem}\n"
        let text = settings.replacingOccurrences(of: "mail_limit: 15 MB\n", with: "mail_limit: 15 MB\n" + smtp)
        try Data(text.utf8).write(to: Self.file(inzage.folder))
    }

    /// Has the code mailed by the server and types it back.
    func proveIdentity(of request: String, through server: SmtpServer) throws {
        let before = try server.count
        try inzage.expect(4, "export", request)
        #expect(try server.count == before + 1)
        let text = String(decoding: try server.bytes(of: before + 1), as: UTF8.self)
        let found = text.firstMatch(of: /(?m)^([0-9A-Z]{4}-[0-9A-Z]{4})\r?$/)
        try inzage.expect(0, "verify", request, "--code", "-", input: String(try #require(found).1) + "\n")
    }

    /// Exports through a server that fails: exit 6, a reason and what to do, nothing taken, nobody named.
    ///
    /// - Returns: the mails that the server read and then refused.
    func expectHeld(_ request: String, by fault: SmtpFault, in folder: String) throws -> [Data] {
        let server = try SmtpServer(in: folder, named: "faulty-\(UUID().uuidString)", options: fault.options ?? [])
        if fault.options == nil { server.stop() }
        defer { if fault.options != nil { server.stop() } }
        try SmtpServer.makeCertificateFolder(folder + "/other")
        try deliver(toPort: server.port, trusting: fault.certificate.map { "\(folder)/\($0)" } ?? server.folder)
        let result = try inzage("export", request)
        #expect(result.status == 6, "\(result.output)\(result.errors)")
        #expect(result.output.contains("waiting        mail not delivered: "))
        #expect(result.output.contains("\nnext           inzage export \(request) tries again"))
        #expect(!result.output.contains(PrivateValues.person) && !result.errors.contains(PrivateValues.person))
        #expect(try server.count == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: server.folder)
        return try names.filter { $0.hasSuffix(".refused") }
            .map { try Data(contentsOf: URL(fileURLWithPath: "\(server.folder)/\($0)")) }
    }

    /// The mail with this number is the one archive mail: to the one address, once, by TLS, without the passphrase.
    func expectDelivered(_ request: String, mail number: Int, by server: SmtpServer) throws {
        #expect(try server.count == number)
        let envelope = try server.envelope(of: number)
        #expect(envelope.to == [PrivateValues.person] && envelope.encrypted)
        let path = "\(server.folder)/\(number).eml"
        let archive = try Data(contentsOf: URL(fileURLWithPath: inzage.archive(of: request)))
        #expect(try MailReading.attachment(of: path) == archive)
        let passphrase = try inzage.passphrase(of: request)
        for mail in 1...number {
            let text = String(decoding: try server.bytes(of: mail), as: UTF8.self)
            #expect(!text.contains(passphrase) && !text.contains(passphrase.filter { $0 != "-" }))
        }
        #expect(try inzage("request", "list").output.contains("delivered"))
    }
}

extension SmtpServer {
    /// A folder with a certificate that no server uses.
    static func makeCertificateFolder(_ folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try makeCertificate(in: folder)
    }
}
