import Cases
import Foundation
import Groundwork
import IdentityStage
import IntakeStage
import Inzage
import Policy
import TestSupport
import Testing

/// Requests that are made up and acted upon, with what a person with paper and pencil would have noted of each.
struct RequestsOfAYear {
    /// What was done with a request, as it was done.
    enum Act: CaseIterable {
        case left, answered, heldNothing, granted, refused, refusedInOwnWords, withdrawn, spam, duplicate, mistake,
            silent
    }

    /// What was noted of one.
    struct Note {
        let received: CivilDay
        let right: Right
        let act: Act
        /// How many days after receipt they were told, where they were.
        let days: Int?
        let isExtended: Bool
        let wrongCodes: Int
    }

    private(set) var notes: [Note] = []
    private var chance: Seeded
    private let house: House

    init(_ house: House, seed: UInt64) {
        self.house = house
        chance = Seeded(state: seed)
    }

    /// Makes one request of a sort, which is received a few days before it is entered.
    mutating func make(_ act: Act, receivedOn day: CivilDay, toldAfter days: Int) async throws {
        let right = right(for: act)
        try house.clock.set("\(day.adding(days: Int.random(in: 0...min(days, 5), using: &chance)))T12:00:00Z")
        let email = act == .heldNothing ? "nobody@example.org" : "ada@example.org"
        let claim = Claim(email: email)
        let id = try house.intake.open(Submission(right: right, claim: claim, receivedOn: "\(day)")).id
        let isExtended = days > 31
        if isExtended {
            try house.clock.set("\(day.adding(days: 20))T12:00:00Z")
            _ = try await house.pipeline.extend(id, reason: "many systems")
        }
        try house.clock.set("\(day.adding(days: days))T12:00:00Z")
        let wrongCodes = try await perform(act, on: id)
        let isTold: Bool =
            switch act {
            case .answered, .heldNothing, .granted, .refused, .refusedInOwnWords: true
            case .left, .withdrawn, .spam, .duplicate, .mistake, .silent: false
            }
        notes.append(
            Note(
                received: day,
                right: right,
                act: act,
                days: isTold ? days : nil,
                isExtended: isExtended,
                wrongCodes: wrongCodes
            )
        )
    }

    private mutating func right(for act: Act) -> Right {
        switch act {
        case .granted: .objectionDirectMarketing
        case .answered, .heldNothing: [.access, .portability].randomElement(using: &chance) ?? .access
        default: [.access, .portability, .erasure, .objection].randomElement(using: &chance) ?? .access
        }
    }

    /// Does it, and says how many codes were typed wrongly on the way.
    private mutating func perform(_ act: Act, on id: String) async throws -> Int {
        switch act {
        case .left: return 0
        case .answered, .heldNothing:
            _ = try await house.pipeline.advance(id)
            let wrong = Int.random(in: 0...2, using: &chance)
            for _ in 0..<wrong { _ = try await house.pipeline.perform(.code("0000-0000"), on: id) }
            _ = try await house.pipeline.perform(.code(house.mailedCode()), on: id)
            let progress = try await house.pipeline.advance(id)
            try #require(progress.waiting == nil)
            if Bool.random(using: &chance) {
                _ = try house.pipeline.change(id) { try $0.close(id, reason: .answered) }
            }
            return wrong
        case .granted: _ = try await house.pipeline.grant(id)
        case .refused: _ = try await house.pipeline.refuse(id, ground: "excessive", reason: "the fourth in a month")
        case .refusedInOwnWords:
            _ = try await house.pipeline.refuse(id, ground: "An Act of our own says no.", reason: "it does")
        case .withdrawn: _ = try house.pipeline.change(id) { try $0.withdraw(id) }
        case .spam: _ = try house.pipeline.change(id) { try $0.close(id, reason: .spam) }
        case .duplicate: _ = try house.pipeline.change(id) { try $0.close(id, reason: .duplicate) }
        case .mistake: _ = try house.pipeline.change(id) { try $0.close(id, reason: .mistake) }
        case .silent: _ = try house.pipeline.change(id) { try $0.close(id, reason: .silent) }
        }
        return 0
    }
}
