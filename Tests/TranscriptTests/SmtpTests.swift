import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct `Mail by SMTP` {
    @Test(arguments: ["starttls", "implicit"])
    func `the whole story goes through a real mail server, and the passphrase is in no mail (case 80)`(
        tls: String
    ) async throws {
        try await withTemporaryFolder { folder in
            let shop = try SmtpShop(in: folder)
            let server = try SmtpServer(in: folder, named: "mail", options: ["--tls", tls])
            defer { server.stop() }
            try shop.deliver(to: server, tls: tls)
            let request = try shop.inzage.openRequest(PrivateValues.person)
            try shop.proveIdentity(of: request, through: server)
            try shop.inzage.expect(0, "export", request)
            try shop.expectDelivered(request, mail: 2, by: server)
            try shop.inzage.expect(0, "export", request)
            #expect(try server.count == 2, "a finished request mails nothing again")
        }
    }

    @Test(arguments: [
        SmtpFault("an untrusted certificate", certificate: "other"),
        SmtpFault("a connection that is lost in mid-message", options: ["--fault", "drop-data"]),
        SmtpFault("later (4xx)", options: ["--answer", "data=451 4.3.0 later"]),
        SmtpFault("never (5xx)", options: ["--answer", "data=554 5.7.1 no"]),
        SmtpFault("an unknown mailbox", options: ["--answer", "rcpt=550 5.1.1 unknown"]),
        SmtpFault("nobody listens", options: nil),
    ])
    func `what fails is held with exit 6 and goes once, the same bytes and Message-ID, later (cases 82, 83, 85, 89)`(
        fault: SmtpFault
    ) async throws {
        try await withTemporaryFolder { folder in
            let shop = try SmtpShop(in: folder)
            let good = try SmtpServer(in: folder, named: "mail")
            defer { good.stop() }
            try shop.deliver(to: good)
            let request = try shop.inzage.openRequest(PrivateValues.person)
            try shop.proveIdentity(of: request, through: good)

            var refused: [Data] = []
            for _ in 1...2 { refused += try shop.expectHeld(request, by: fault, in: folder) }
            try shop.deliver(to: good)
            try shop.inzage.expect(0, "export", request)
            try shop.expectDelivered(request, mail: 2, by: good)
            #expect(refused.count == (fault.options?.last?.hasPrefix("data=") == true ? 2 : 0))
            for earlier in refused { #expect(try good.bytes(of: 2) == earlier) }
        }
    }

    @Test(arguments: [
        SmtpFault("a connection that is lost in mid-message", options: ["--fault", "drop-data"]),
        SmtpFault("later (4xx)", options: ["--answer", "data=451 4.3.0 later"]),
    ])
    func `a code whose mail failed is the code that comes later`(fault: SmtpFault) async throws {
        try await withTemporaryFolder { folder in
            let shop = try SmtpShop(in: folder)
            let request = try shop.inzage.openRequest(PrivateValues.person)
            _ = try shop.expectHeld(request, by: fault, in: folder)
            let good = try SmtpServer(in: folder, named: "mail")
            defer { good.stop() }
            try shop.deliver(to: good)
            try shop.proveIdentity(of: request, through: good)
            #expect(try good.count == 1)
        }
    }

    @Test func `when the server took the mail and the run was killed, the same mail comes again (case 89)`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let shop = try SmtpShop(in: folder)
            let server = try SmtpServer(in: folder, named: "mail", options: ["--stall", "2"])
            defer { server.stop() }
            try shop.deliver(to: server)
            let request = try shop.inzage.openRequest(PrivateValues.person)
            try shop.proveIdentity(of: request, through: server)
            let taken = KillMoment.seeing(1, suffix: "2.json", folder: "../mail")
            try #require(try KilledRun.export(request, with: shop.inzage, at: taken))
            try shop.inzage.expect(0, "export", request)
            #expect(try server.count == 3)
            #expect(try server.bytes(of: 2) == server.bytes(of: 3))
        }
    }
}
