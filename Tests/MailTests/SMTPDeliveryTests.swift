import Foundation
import Mail
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct SMTPDeliveryTests {
    @Test(arguments: [(MailServer.Security.startTLS, "starttls"), (.implicitTLS, "implicit")])
    func `a mail arrives as it was encoded, within TLS (case 85)`(
        security: MailServer.Security,
        option: String
    ) async throws {
        try await withMailServer(["--tls", option]) { server in
            let file = try attach(noise(500_000), in: server.folder)
            let message = try message(subject: "Antwoord 📦", body: ".\n..\nUw code\n\n7K2M-QW3X\n", attachment: file)
            let receipt = try await server.postbox(security: security).hand(over: message)
            #expect(receipt == HandedOver(smtpCode: 250))
            #expect(try server.bytes() == bytes(of: message))
            let envelope = try server.envelope()
            #expect(envelope.encrypted)
            #expect(envelope.from == "privacy@shop.example")
            #expect(envelope.to == ["kim.sam@example.org"])
            #expect(envelope.client == "client.test")
            let mail = try readMail(at: server.folder + "/1.eml")
            #expect(mail.subject == "Antwoord 📦")
            #expect(mail.body == ".\r\n..\r\nUw code\r\n\r\n7K2M-QW3X\r\n")
            #expect(mail.attachments.map(\.sha256) == [try sha256(of: file.path)])
        }
    }

    @Test func `mails of every size around the buffers arrive whole`() async throws {
        try await withMailServer(["--size", "40000000"]) { server in
            let postbox = try server.postbox()
            let header = try EncodedMessage(message(body: "")).size
            let targets = [16_384, 65_536, 131_072].flatMap { edge in (-3...3).map { edge + $0 } }
            for (index, target) in targets.enumerated() {
                // What is announced as SIZE is what must come, wherever libcurl's buffers end.
                let count = target - header
                let lines = count / 72 - 1
                let text = String(repeating: String(repeating: "x", count: 70) + "\n", count: lines)
                let rest =
                    String(repeating: "y", count: 66) + "\n" + String(repeating: "z", count: count - lines * 72 - 70)
                let message = try message(body: text + rest)
                #expect(try EncodedMessage(message).size == target)
                _ = try await postbox.hand(over: message)
                #expect(try server.bytes(of: index + 1) == bytes(of: message))
            }
        }
    }

    @Test func `a large attachment arrives whole`() async throws {
        try await withMailServer(["--size", "40000000"]) { server in
            let file = try attach(noise(20_000_000), in: server.folder)
            let message = try message(attachment: file)
            _ = try await server.postbox().hand(over: message)
            #expect(try readMail(at: server.folder + "/1.eml").attachments.map(\.sha256) == [sha256(of: file.path)])
            let size = try EncodedMessage(message).size
            #expect(try server.envelope().options.contains("SIZE=\(size)"))
        }
    }

    @Test func `a stored address goes onto the envelope as it is stored (cases 1, 8, 12)`() async throws {
        try await withMailServer { server in
            for text in ["KIM.Sam@EXAMPLE.org", "kim%0d%0aRCPT%20TO%3Ax@example.org", "o'neil+a=b@example.org"] {
                _ = try await server.postbox().hand(over: message(replyTo: "other@evil.example", to: text))
                #expect(try server.envelope(of: server.count).to == [text])
            }
            #expect(try server.count == 3)
        }
    }

    @Test func `the same mail again is the same bytes to the same address (case 89)`() async throws {
        try await withMailServer { server in
            for _ in 1...2 { _ = try await server.postbox().hand(over: message()) }
            #expect(try server.bytes(of: 1) == server.bytes(of: 2))
            #expect(try server.envelope(of: 1).to == server.envelope(of: 2).to)
        }
    }

    @Test func `many mails at once arrive one by one, each with its recipient (case 88)`() async throws {
        try await withMailServer { server in
            let postbox = try server.postbox()
            let people = (1...12).map { "person.\($0)@example.org" }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for person in people {
                    let message = try message(to: person, messageID: "\(person.prefix { $0 != "@" })@shop.example")
                    group.addTask { _ = try await postbox.hand(over: message) }
                }
                try await group.waitForAll()
            }
            var seen: Set<String> = []
            for number in 1...12 {
                let envelope = try server.envelope(of: number)
                #expect(envelope.to.count == 1)
                #expect(try readMail(at: server.folder + "/\(number).eml").to == envelope.to.first)
                seen.formUnion(envelope.to)
            }
            #expect(seen == Set(people))
        }
    }

    @Test func `a login is given only within TLS and lets the mail through`() async throws {
        try await withMailServer(["--login", "shop:s3cret word"]) { server in
            let login = try MailLogin(user: "shop", password: "s3cret word")
            _ = try await server.postbox(login: login).hand(over: message())
            #expect(try server.envelope().login == "shop")
            #expect(!"\(login)\(String(reflecting: login))\(try server.postbox(login: login))".contains("s3cret"))
        }
    }

    @Test func `an international domain is an A-label on the envelope and in UTF-8 in the header`() async throws {
        try await withMailServer(["--utf8"]) { server in
            let message = try message(to: "kim@exämple.org")
            _ = try await server.postbox().hand(over: message)
            #expect(try server.envelope().to == ["kim@xn--exmple-cua.org"])
            #expect(try server.envelope().options.contains("SMTPUTF8"))
            #expect(try server.bytes() == bytes(of: message))
        }
    }

    @Test func `without SMTPUTF8 an international domain is an A-label everywhere`() async throws {
        try await withMailServer { server in
            let message = try message(from: "privacy@shöp.example", to: "kim@exämple.org")
            _ = try await server.postbox().hand(over: message)
            #expect(try server.envelope().to == ["kim@xn--exmple-cua.org"])
            #expect(try server.envelope().from == "privacy@xn--shp-tna.example")
            #expect(try server.bytes() == bytes(of: message, addresses: .domainsAsALabels))
        }
    }

    @Test func `an international mailbox name travels where the server knows it (case 13)`() async throws {
        try await withMailServer(["--utf8"]) { server in
            let message = try message(to: "kïm@exämple.org")
            _ = try await server.postbox().hand(over: message)
            #expect(try server.envelope().to == ["kïm@xn--exmple-cua.org"])
            #expect(try server.bytes() == bytes(of: message))
        }
    }

    @Test(arguments: [[], ["--blind"]])
    func `an international mailbox name is not sent where the server does not (case 13)`(options: [String]) async throws
    {
        try await withMailServer(options) { server in
            let failure = await mailFailure { try await server.postbox().hand(over: message(to: "kïm@example.org")) }
            #expect(failure?.code == (options.isEmpty ? .rejected : .addressNotCarried))
            #expect(failure?.retryable == false)
            let count = try server.count
            #expect(count == 0)
        }
    }
}
