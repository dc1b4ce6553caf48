import Cryptography
import Foundation
import GRDB
import Mail
import TestSupport
import Testing
import IdentityStage
import RegisterStore
import Cases
import IntakeStage
import Inzage

@Suite struct `Rules of one-time codes` {
    @Test func `a code that comes back proves the address, once (case 26)`() async throws {
        try await withCode { house, id, code in
            #expect(try house.codes.enter(code, for: id) == .accepted)
            #expect(try house.codes.enter(code, for: id) == .usedBefore)
            let evidence = try house.register.read { try $0.evidence(of: id) }
            #expect(evidence.map(\.settles) == [[.addressUnproven]])
        }
    }

    @Test func `the fifth wrong code ends it, and the right one comes too late (case 24)`() async throws {
        try await withCode { house, id, code in
            for left in [4, 3, 2, 1] {
                #expect(try house.codes.enter(Self.wrong(code, left), for: id) == .wrong(triesLeft: left))
            }
            #expect(try house.codes.enter(Self.wrong(code, 9), for: id) == .blocked)
            #expect(try house.codes.enter(code, for: id) == .blocked)
            let request = try house.intake.request(id)
            #expect(request.tries == 5)
        }
    }

    @Test func `five tries are all there are, over all codes of a request`() async throws {
        try await withCode { house, id, first in
            for try_ in 0..<3 { _ = try house.codes.enter(Self.wrong(first, try_), for: id) }
            let waiting = try await house.codes.send(for: house.intake.request(id), to: Array("ada@example.org".utf8))
            #expect(waiting == nil)
            let second = try house.mailedCode()
            #expect(try house.codes.enter(Self.wrong(second, 1), for: id) == .wrong(triesLeft: 1))
            #expect(try house.codes.enter(Self.wrong(second, 2), for: id) == .blocked)
            #expect(try house.codes.enter(second, for: id) == .blocked)
            house.clock.move(days: 1)
            let third = try await house.codes.send(for: house.intake.request(id), to: Array("ada@example.org".utf8))
            #expect(third?.ending == .waiting)
            #expect(house.postbox.mails.count == 2)
        }
    }

    @Test func `guesses at once, by two processes, are five in all (case 25)`() async throws {
        try await withCode { house, id, code in
            let other = try Register(
                inFolder: house.folder,
                vault: Vault(key: house.key),
                surroundings: house.clock.surroundings()
            )
            let codes = [
                house.codes,
                Challenges(controller: house.controller, register: other, outbox: house.outbox, key: house.key),
            ]
            let answers = try await withThrowingTaskGroup(of: CodeAnswer.self) { group in
                for guess in 0..<40 {
                    group.addTask { try codes[guess % 2].enter(Self.wrong(code, guess), for: id) }
                }
                return try await group.reduce(into: [CodeAnswer]()) { $0.append($1) }
            }
            let counted = answers.filter { $0 != .blocked }
            #expect(Set(counted) == Set((1...4).map { .wrong(triesLeft: $0) }))
            #expect(counted.count == 4)
            #expect(try house.intake.request(id).tries == 5)
            #expect(try house.codes.enter(code, for: id) == .blocked)
        }
    }

    @Test func `of the right code entered at once by many, one is the first`() async throws {
        try await withCode { house, id, code in
            let codes = house.codes
            let answers = try await withThrowingTaskGroup(of: CodeAnswer.self) { group in
                for _ in 0..<4 { group.addTask { try codes.enter(code, for: id) } }
                return try await group.reduce(into: [CodeAnswer]()) { $0.append($1) }
            }
            #expect(answers.count { $0 == .accepted } == 1)
            #expect(try house.register.read { try $0.evidence(of: id) }.count == 1)
        }
    }

    @Test(arguments: [(7, CodeAnswer.accepted), (8, .expired), (400, .expired)])
    func `a code is valid for as many days as the controller says (case 26)`(days: Int, answer: CodeAnswer) async throws
    {
        try await withCode { house, id, code in
            house.clock.move(days: days)
            let given = try house.codes.enter(code, for: id)
            #expect(given == answer)
            #expect(try house.intake.request(id).tries == (answer == .accepted ? 0 : 1))
        }
    }

    @Test func `a code belongs to one request (case 34)`() async throws {
        try await withCode { house, id, code in
            let other = try house.open("bob@example.org")
            _ = try await house.pipeline.advance(other.id)
            #expect(try house.codes.enter(code, for: other.id) == .wrong(triesLeft: 4))
            #expect(try house.codes.enter(house.mailedCode(), for: id) == .wrong(triesLeft: 4))
            #expect(try house.actions(other.id).contains("wrong code"))
            #expect(try house.codes.enter(code, for: id) == .accepted)
        }
    }

    @Test func `a newer code voids the one before`() async throws {
        try await withCode { house, id, first in
            _ = try await house.pipeline.perform(.sendCode, on: id)
            let second = try house.mailedCode()
            #expect(first != second)
            #expect(try house.codes.enter(first, for: id) == .usedBefore)
            #expect(try house.codes.enter(second, for: id) == .accepted)
        }
    }

    @Test func `three codes go on one day, and more on the next (case 23)`() async throws {
        try await withCode { house, id, _ in
            for expected in [2, 3, 3, 3] {
                _ = try await house.pipeline.perform(.sendCode, on: id)
                #expect(house.postbox.mails.count == expected)
            }
            house.clock.move(days: 1)
            #expect(try await house.pipeline.perform(.sendCode, on: id).ending == .waiting)
            #expect(house.postbox.mails.count == 4)
        }
    }

    @Test func `no second code goes while one is open`() async throws {
        try await withCode { house, id, _ in
            for _ in 0..<5 { _ = try await house.pipeline.advance(id) }
            #expect(house.postbox.mails.count == 1)
            house.clock.move(days: 8)
            _ = try await house.pipeline.advance(id)
            #expect(house.postbox.mails.count == 2)
        }
    }

    @Test func `a code whose mail did not go is mailed again, the same`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(in: folder)
            house.postbox.refuseNext(MailFailure(.cannotConnect, "nobody listens"))
            let id = try house.open().id
            #expect(try await house.pipeline.advance(id).waiting?.ending == .deliveryFailed)
            #expect(house.postbox.mails.isEmpty)
            #expect(try await house.pipeline.advance(id).waiting?.ending == .waiting)
            #expect(try house.codes.enter(house.mailedCode(), for: id) == .accepted)
        }
    }

    @Test(arguments: ["", "0000", "UUUU-UUUU", "no code", "\u{212A}000-0000"])
    func `what is no code is no try`(typed: String) async throws {
        try await withCode { house, id, _ in
            let answer = try house.codes.enter(typed, for: id)
            #expect(answer == .malformed)
            #expect(try house.intake.request(id).tries == 0)
        }
    }

    @Test func `a code rests hashed under a key, and nowhere else`() async throws {
        try await withCode { house, id, code in
            let bare = code.filter { $0 != "-" }
            let file = try Data(contentsOf: URL(fileURLWithPath: house.folder + "/register.sqlite"))
            for text in [code, bare] { #expect(file.range(of: Data(text.utf8)) == nil) }
            let digest = try #require(try house.register.read { try $0.challenges(of: id) }.first?.digest)
            #expect(digest.count == 32)
            #expect(digest != SHA256.digest(of: bare.utf8))
            #expect(digest != SHA256.digest(of: code.utf8))
        }
    }

    @Test func `a code stands in the body alone, and returning it stops no clock (case 31)`() async throws {
        try await withCode { house, id, code in
            let mail = try #require(house.postbox.mails.last)
            #expect(mail.body.contains(code) && !mail.subject.contains(code) && !mail.messageID.contains(code))
            #expect(mail.attachment == nil)
            let before = try house.intake.request(id).receivedOn
            house.clock.move(days: 3)
            _ = try await house.pipeline.perform(.code(code), on: id)
            #expect(try house.intake.request(id).receivedOn == before)
        }
    }

    @Test(arguments: ["closed", "withdrawn"])
    func `an ended request takes no code`(state: String) async throws {
        try await withCode { house, id, code in
            _ = try state == "closed" ? house.intake.close(id, reason: .spam) : house.intake.withdraw(id)
            #expect(await ending { _ = try await house.pipeline.perform(.code(code), on: id) } == 9)
            #expect(try house.codes.enter(code, for: id) != .accepted)
        }
    }

    /// Opens a request about somebody unknown, to whom a code goes, too.
    private func withCode(_ body: (House, String, String) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let house = try House(in: folder)
            let id = try house.open().id
            _ = try await house.pipeline.advance(id)
            try await body(house, id, house.mailedCode())
        }
    }

    /// A code that is not the right one, another for each number.
    private static func wrong(_ right: String, _ number: Int) -> String {
        let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        let guess = "\(digits[number / 32])\(digits[number % 32])ZZ-ZZZZ"
        return guess == right ? "YYYY-YYYY" : guess
    }
}
