import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(15))) struct `Killed at any moment` {
    /// After which share of an undisturbed run, in thousandths.
    static let shares = stride(from: 20, through: 1000, by: 49).map { Double($0) / 1000 }

    @Test func `an export is finished by the next run, with the very same package and one mail (case 89)`() async throws
    {
        try await withTemporaryFolder { folder in
            let begun = try BegunExport(in: folder)
            let moments = Self.shares.map { KillMoment.after($0 * begun.duration) } + KillMoment.sightings
            try #require(moments.count >= 30)
            var killed = 0
            for (number, moment) in moments.enumerated() {
                let attempt = try begun.copy(to: "\(folder)/attempt-\(number)")
                if try attempt.killedExport(at: moment) { killed += 1 }
                attempt.expectNothingInTheClear(after: moment)
                try attempt.inzage.expect(0, "export", begun.request)
                try attempt.expectTheSame(as: begun, after: moment)
                try FileManager.default.removeItem(atPath: attempt.folder)
            }
            // On a busy machine a run may end before its moment comes; most must not.
            #expect(killed >= 10, "only \(killed) of \(moments.count) runs were killed")
        }
    }

    @Test func `an export that is killed again and again ends as well`() async throws {
        try await withTemporaryFolder { folder in
            let begun = try BegunExport(in: folder)
            let attempt = try begun.copy(to: folder + "/attempt")
            var killed = 0
            for share in [0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9] {
                if try attempt.killedExport(at: .after(share * begun.duration)) { killed += 1 }
            }
            #expect(killed > 0)
            try attempt.inzage.expect(0, "export", begun.request)
            try attempt.expectTheSame(as: begun, after: .after(0))
        }
    }

    @Test func `what a run left that was killed right after sealing is swept by the next`() async throws {
        try await withVerifiedRequest { inzage, request in
            let settings = inzage.folder + "/controller.yaml"
            let whole = "mail_limit: 15 MB"
            let nobody = whole + "\n  smtp: {host: 127.0.0.1, port: 1}"
            try BadInputCase.replace(whole, with: nobody, in: settings)
            try inzage.expect(6, "export", request)
            let spool = "\(inzage.folder)/archives/\(request)-1.spool"
            try FileManager.default.createDirectory(atPath: spool, withIntermediateDirectories: false)
            try Data([1, 2, 3]).write(to: URL(fileURLWithPath: spool + "/1-json"))
            try BadInputCase.replace(nobody, with: whole, in: settings)
            try inzage.expect(0, "export", request)
            let archives = try FileManager.default.contentsOfDirectory(atPath: inzage.folder + "/archives")
            #expect(archives == ["\(request)-1.zip"])
        }
    }

    @Test func `a code is mailed once, and it is the one that counts (case 89)`() async throws {
        try await withTemporaryFolder { folder in
            try SampleShop.copy(to: folder + "/shop")
            let inzage = Command(controller: folder + "/shop")
            let measured = try inzage.openRequest(PrivateValues.person)
            let started = Date()
            try inzage.expect(4, "export", measured)
            let duration = Date().timeIntervalSince(started)
            for share in stride(from: 0.05, through: 1, by: 0.1) {
                let request = try inzage.openRequest(PrivateValues.person)
                _ = try KilledRun.export(request, with: inzage, at: .after(share * duration))
                try inzage.expect(4, "export", request)
                let mails = try FileManager.default.contentsOfDirectory(atPath: inzage.folder + "/outbox")
                #expect(mails.count { $0.hasPrefix(request) } == 1, "killed after \(share)")
                #expect(!mails.contains { $0.hasSuffix(".part") })
                let code = try #require(try inzage.code(of: request))
                try inzage.expect(0, "verify", request, "--code", "-", input: code + "\n")
            }
        }
    }
}
