import Foundation
import Mail
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct SMTPFailureTests {
    @Test(arguments: [(MailServer.Security.startTLS, "starttls"), (.implicitTLS, "implicit")])
    func `a certificate that nobody trusts ends it (case 85)`(
        security: MailServer.Security,
        option: String
    ) async throws {
        try await withMailServer(["--tls", option]) { server in
            let postbox = try server.postbox(security: security, isTrusted: false)
            try await expect(.untrustedCertificate, retryable: true, from: postbox, server)
        }
    }

    @Test(arguments: [(MailServer.Security.startTLS, "starttls"), (.implicitTLS, "implicit")])
    func `a certificate for another host ends it (case 85)`(
        security: MailServer.Security,
        option: String
    ) async throws {
        try await withMailServer(["--tls", option], names: "DNS:mail.elsewhere.example") { server in
            let postbox = try server.postbox(security: security)
            try await expect(.untrustedCertificate, retryable: true, from: postbox, server)
        }
    }

    @Test(arguments: [MailServer.Security.startTLS, .implicitTLS])
    func `a server without TLS gets nothing, not even the login (case 85)`(security: MailServer.Security) async throws {
        try await withMailServer(["--tls", "none", "--login", "shop:secret"]) { server in
            let login = try MailLogin(user: "shop", password: "secret")
            try await expect(.noTLS, retryable: true, from: server.postbox(security: security, login: login), server)
        }
    }

    @Test func `a file of trusted certificates that is not there is a wrong setting`() async throws {
        let server = try MailServer(host: "127.0.0.1", port: 9, security: .implicitTLS, trustFile: "/missing.pem")
        let code = await mailFailure { try await SMTPPostbox(server).hand(over: message()) }?.code
        #expect(code == .misconfigured || code == .cannotConnect)
        try await withMailServer(["--tls", "implicit"]) { running in
            let server = try MailServer(
                host: "127.0.0.1",
                port: running.port,
                security: .implicitTLS,
                trustFile: running.folder + "/missing.pem"
            )
            try await expect(.misconfigured, retryable: true, from: SMTPPostbox(server), running)
        }
    }

    @Test(arguments: [
        ("mail", "451 4.7.1 greylisted {to}", MailFailure.Code.deferred), ("mail", "550 5.7.1 no {to}", .rejected),
        ("rcpt", "450 4.2.1 later {to}", .deferred), ("rcpt", "550 5.1.1 <{to}> unknown", .rejected),
        ("rcpt", "452 4.2.2 {to} over quota", .deferred), ("rcpt", "552 5.2.2 {to} mailbox full", .deferred),
        ("data", "451 4.3.0 {to} later", .deferred), ("data", "554 5.7.1 spam for {to}", .rejected),
        ("data", "552-5.7.0 This message was blocked for {to}\r\n552 5.7.0 because of its content", .rejected),
        ("data", "552 5.3.4 too big for {to}", .messageTooLarge), ("data", "421 4.3.2 shutting down {to}", .deferred),
        ("data", "550 no {to}", .rejected),
    ])
    func `a server's no is told by its numbers (cases 82, 83)`(
        stage: String,
        reply: String,
        expected: MailFailure.Code
    ) async throws {
        try await withMailServer(["--answer", "\(stage)=\(reply)"]) { server in
            let failure = try await expect(
                expected,
                retryable: expected == .deferred,
                from: server.postbox(),
                server
            )
            #expect(failure?.smtpCode == Int(reply.prefix(3)))
            let word = reply.dropFirst(4).prefix { $0 != " " }
            #expect(failure?.enhancedCode == (word.contains(".") ? String(word) : nil))
            if expected != .messageTooLarge {
                #expect(failure?.message.contains(stage == "data" ? "after" : "before") == true)
            }
        }
    }

    @Test(arguments: ["turn-away", "greet-no"])
    func `a server that turns us away says nothing about the mail`(fault: String) async throws {
        try await withMailServer(["--fault", fault]) { server in
            let failure = try await expect(.cannotConnect, retryable: true, from: server.postbox(), server)
            #expect(failure?.smtpCode == 554)
        }
    }

    @Test func `a mail over the server's limit is refused before it travels (case 82)`() async throws {
        try await withMailServer(["--size", "10000"]) { server in
            let file = try attach(noise(100_000), in: server.folder)
            let failure = await mailFailure { try await server.postbox().hand(over: message(attachment: file)) }
            #expect(failure?.code == .messageTooLarge)
            #expect(failure?.retryable == false)
            #expect(failure?.smtpCode == 552)
            #expect(try server.count == 0)
        }
    }

    @Test func `a mail over our limit does not even connect (case 82)`() async throws {
        let server = try MailServer(host: "127.0.0.1", port: 9, security: .startTLS)
        let code = await mailFailure { try await SMTPPostbox(server, sizeLimit: 100).hand(over: message()) }?.code
        #expect(code == .messageTooLarge)
    }

    @Test(arguments: [nil, "wrong"])
    func `a login that is missing or wrong is told as such`(password: String?) async throws {
        try await withMailServer(["--login", "shop:secret"]) { server in
            let login = try password.map { try MailLogin(user: "shop", password: $0) }
            let failure = try await expect(.loginRefused, retryable: true, from: server.postbox(login: login), server)
            #expect(failure?.smtpCode == (password == nil ? 530 : 535))
        }
    }

    @Test(arguments: ["drop-mail", "drop-data"])
    func `a connection that breaks leaves the mail for another try (case 89)`(fault: String) async throws {
        try await withMailServer(["--fault", fault]) { server in
            let file = try attach(noise(3_000_000), in: server.folder)
            let failure = await mailFailure { try await server.postbox().hand(over: message(attachment: file)) }
            #expect(failure?.code == .connectionLost)
            #expect(failure?.retryable == true)
            #expect(try server.count == 0)
        }
    }

    @Test(arguments: ["silent", "hang-mail", "hang-data"])
    func `a server that hangs is given up`(fault: String) async throws {
        try await withMailServer(["--fault", fault]) { server in
            let postbox = try server.postbox(patience: .init(connecting: 2, answering: 2, altogether: 3))
            try await expect(.timedOut, retryable: true, from: postbox, server)
        }
    }

    @Test func `a task that is cancelled ends the delivery`() async throws {
        try await withMailServer(["--fault", "hang-mail"]) { server in
            let postbox = try server.postbox()
            let message = try message()
            let task = Task { try await postbox.hand(over: message) }
            try await Task.sleep(for: .seconds(1))
            task.cancel()
            let code = await mailFailure { try await task.value }?.code
            #expect(code == .cancelled)
            #expect(try server.count == 0)
        }
    }

    @Test func `nobody listening is told as such`() async throws {
        for host in ["127.0.0.1", "::1", "no-such-host.invalid"] {
            let server = try MailServer(host: host, port: 9, security: .startTLS)
            let failure = await mailFailure { try await SMTPPostbox(server).hand(over: message()) }
            #expect(failure?.code == .cannotConnect)
            #expect(failure?.retryable == true)
        }
    }

    @Test(arguments: [
        "", "mail.example.org/x", "mail.example.org:25", "user@mail.example.org", "mail.example.org\r\n",
        "mail example", "http://x",
        "-x.example", "mäil.example", "[::1]", "mail..example", "%6dail.example", "::1%eth0",
    ])
    func `a server's name that could change the URL is refused (case 105)`(host: String) async {
        let code = await mailFailure { try MailServer(host: host, port: 25, security: .startTLS) }?.code
        #expect(code == .misconfigured)
    }

    @Test(arguments: ["", "two\nlines", "nul\0", "cr\r"])
    func `a password that would be cut or could break a line is refused`(password: String) async {
        let code = await mailFailure { try MailLogin(user: "shop", password: password) }?.code
        #expect(code == .misconfigured)
    }

    @Test func `what can be tried again is what the mail itself did not cause`() {
        let final: Set<MailFailure.Code> = [
            .invalidMessage, .rejected, .messageTooLarge, .addressNotCarried, .attachmentUnreadable,
        ]
        for code in MailFailure.Code.allCases {
            #expect(MailFailure(code, "x").retryable == !final.contains(code))
        }
    }

    /// Hands a mail over and expects how it fails, that nothing arrived, and that the failure names nobody.
    @discardableResult
    private func expect(
        _ code: MailFailure.Code,
        retryable: Bool,
        from postbox: SMTPPostbox,
        _ server: RunningServer
    ) async throws -> MailFailure? {
        let failure = await mailFailure { try await postbox.hand(over: message(subject: "canary")) }
        #expect(failure?.code == code)
        #expect(failure?.retryable == retryable)
        #expect(failure?.hint != nil)
        for text in [failure.map { "\($0)" }, failure.map { String(reflecting: $0) }] {
            #expect(text?.contains("@") == false)
            #expect(text?.contains("kim") == false)
            #expect(text?.contains("canary") == false)
        }
        #expect(try server.count == 0)
        return failure
    }
}
