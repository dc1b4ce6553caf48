import Calendars
import Cases
import ExporterKit
import Foundation
import Groundwork
import IdentityStage
import IntakeStage
import Inzage
import MailIntake
import Policy
import RegisterStore
import TestSupport
import Testing

/// A mailbox is looked into again and again, and only ever read.
@Suite("A mailbox") struct MailboxTests {
    private static let asking = ["ada@example.org", "bob@example.org", "carol@example.org"]

    private func mails() -> [[UInt8]] {
        Self.asking.enumerated().map { number, from in
            MailShape.allCases[number].mail(
                from: from,
                subject: "Inzageverzoek",
                text: "Ik wil inzage.",
                id: "\(number)"
            )
        }
    }

    private func withBox(_ body: (House, String) async throws -> Void) async throws {
        try await House.withShop { house in
            let box = house.folder + "/mail"
            try FileManager.default.createDirectory(atPath: box, withIntermediateDirectories: true)
            try await body(house, box)
        }
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        let file = URL(fileURLWithPath: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    private func round(
        _ house: House,
        _ box: String,
        told: (Int, TakenMail) -> Void = { _, _ in },
        failed: (Int, any Error) -> Void = { _, error in Issue.record(error) }
    ) async throws -> MailRound {
        try await house.mailDesk.takeAll(from: MailboxPlace(box, in: "/"), told: told, failed: failed)
    }

    /// Every file of a folder with its bytes and times.
    private func state(of folder: String) throws -> [String] {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return try names.sorted().map { name in
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
            let data = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
            return
                "\(name) \(attributes[.modificationDate] as Any) \(data.hashValue) \(attributes[.posixPermissions] as Any)"
        }
    }

    enum Form: CaseIterable { case maildir, mbox, folder }

    @Test("in any form is taken once, every mail, and nothing in it changes", arguments: Form.allCases)
    func forms(form: Form) async throws {
        try await withBox { house, box in
            var place = box
            for (number, mail) in mails().enumerated() {
                switch form {
                case .maildir:
                    for name in ["cur", "new", "tmp"] {
                        try FileManager.default.createDirectory(
                            atPath: "\(box)/\(name)",
                            withIntermediateDirectories: true
                        )
                    }
                    try write(
                        mail,
                        to: "\(box)/\(number == 0 ? "cur" : "new")/\(number).host\(number == 0 ? ":2,S" : "")"
                    )
                case .folder: try write(mail, to: "\(box)/sub/\(number).eml")
                case .mbox:
                    place = box + "/privacy.mbox"
                    let before = FileManager.default.contents(atPath: place).map { Array($0) } ?? []
                    let line = Array("From MAILER Mon Jun 15 10:00:00 2026\n".utf8)
                    try write(before + line + mail + [0x0A, 0x0A], to: place)
                }
            }
            let before = try state(of: box)
            var told: [String] = []
            let first = try await round(house, place, told: { told.append("\($0) \($1.outcome.rawValue)") })
            #expect(first.counts == [.opened: 3] && first.failed == 0 && first.requests.count == 3)
            #expect(told.count == 3)
            let second = try await round(house, place)
            #expect(second.counts.isEmpty && second.known == 3)
            #expect(try state(of: box) == before)
            #expect(try house.register.read { try $0.requests() }.compactMap(\.claim.email).sorted() == Self.asking)
        }
    }

    @Test("in which one mail fails gives the others all the same")
    func oneFails() async throws {
        try await withBox { house, box in
            let id = try #require(try await house.take("Ik wil inzage.", from: "dave@example.org").id)
            _ = try await house.pipeline.advance(id)
            let reply = MailShape.apple.mail(
                from: "dave@example.org",
                subject: id,
                text: try house.mailedCode(),
                id: "r"
            )
            try write(reply, to: box + "/0.eml")
            for (number, mail) in mails().enumerated() { try write(mail, to: "\(box)/\(number + 1).eml") }
            var failures: [Int] = []
            do {
                let lease = try Lease(request: id, inFolder: house.folder)
                defer { withExtendedLifetime(lease) {} }
                let first = try await round(house, box, failed: { number, _ in failures.append(number) })
                #expect(first.failed == 1 && first.counts == [.opened: 3] && failures == [1])
            }
            #expect(try await round(house, box).counts == [.proven: 1])
        }
    }

    @Test("leaves what came before the day on which it begins")
    func since() async throws {
        try await withBox { house, box in
            var house = house
            house.controller.intake.since = CivilDay("2026-06-15")
            for (number, day) in ["13", "14", "15"].enumerated() {
                let mail = MailShape.gmx.mail(
                    from: Self.asking[number],
                    subject: "Inzageverzoek",
                    text: "Ik wil inzage.",
                    id: day,
                    received: "Mon, \(day) Jun 2026 10:00:00 +0200"
                )
                try write(mail, to: "\(box)/\(day).eml")
            }
            let taken = try await round(house, box)
            #expect(taken.counts == [.opened: 1] && taken.tooOld == 2)
        }
    }

    @Test("that is not there, or holds what is no mail, is a failure that names what to do")
    func missing() async throws {
        try await withBox { house, box in
            await #expect(throws: SourceFailure.self) { try await round(house, box + "/nowhere") }
            try write(Array("hello".utf8), to: box + "/notes.txt")
            await #expect(throws: SourceFailure.self) { try await round(house, box) }
        }
    }

    @Test("with a mail of a hundred MB holds it by its header alone")
    func large() async throws {
        try await withBox { house, box in
            var mail = MailShape.gmx.mail(subject: "Inzageverzoek", text: "Ik wil inzage.", id: "large")
            mail += [UInt8](repeating: 0x61, count: 100 << 20)
            try write(mail, to: box + "/large.eml")
            let taken = try await round(house, box)
            #expect(taken.counts == [.held: 1])
            #expect(try await round(house, box).known == 1)
        }
    }

    // MARK: The worker

    private func pass(_ house: House, _ mailbox: @escaping @Sendable () throws -> MailboxPlace?) async throws -> (
        Worker.Pass, [String]
    ) {
        var (lines, backOff): ([String], BackOff) = ([], BackOff(first: 300))
        let worker = Worker(
            house.pipeline,
            surroundings: house.clock.surroundings(),
            mails: MailRounds(house.mailDesk, mailbox)
        ) {
            ($0 as? InzageError)?.ending ?? .sourceFailed
        } words: {
            $0.meaning
        }
        return (try await worker.pass(&backOff) { lines.append($0) }, lines)
    }

    @Test("is taken by the worker, which mails the code in the same pass and proves the reply in the next")
    func worker() async throws {
        try await withBox { house, box in
            try write(mails()[0], to: box + "/1.eml")
            let (first, lines) = try await pass(house) { MailboxPlace(box, in: "/") }
            let id = try #require(first.done.first)
            #expect(lines.prefix(3) == ["\(id): a mail came: opened", "\(id): code made", "\(id): mailed code"])
            #expect(lines.allSatisfy { !$0.contains("@") })
            let reply = MailShape.proton.mail(subject: "Re: \(id)", text: try house.mailedCode(), id: "reply")
            try write(reply, to: box + "/2.eml")
            let (second, said) = try await pass(house) { MailboxPlace(box, in: "/") }
            #expect(second.done == [id] && said.first == "\(id): a mail came: code returned")
            // The answer waits until a person has confirmed what was guessed.
            #expect(try house.intake.request(id).state == .verified)
            #expect(house.postbox.mails.count == 1)
            _ = try house.pipeline.settleMails(id)
            _ = try await pass(house) { MailboxPlace(box, in: "/") }
            #expect(try house.intake.request(id).state == .delivered)
        }
    }

    @Test("that cannot be reached keeps the worker from nothing else")
    func unreachable() async throws {
        try await withBox { house, box in
            let id = try house.open().id
            let (pass, lines) = try await pass(house) { MailboxPlace(box + "/nowhere", in: "/") }
            #expect(pass.failed == ["mailbox"] && pass.ending == .sourceFailed)
            #expect(pass.done == [id] && lines.contains("\(id): mailed code"))
        }
    }
}
