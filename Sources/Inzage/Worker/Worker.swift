package import Cases
import Foundation
import GatheringStage
package import Groundwork
import IntakeStage
package import MailIntake
import RegisterStore

/// Where a worker takes mails in.
package struct MailRounds: Sendable {
    let desk: MailDesk
    /// The mailbox; nil where the controller names none.
    let mailbox: @Sendable () throws -> MailboxPlace?

    package init(_ desk: MailDesk, _ mailbox: @escaping @Sendable () throws -> MailboxPlace?) {
        (self.desk, self.mailbox) = (desk, mailbox)
    }
}

/// Goes through the requests and does what needs nobody, one after the other, each under its lease.
///
/// It is what `export --due` and `purge --yes` do. Two workers on one folder do nothing twice: who has the lease works,
/// and whoever comes later finds it done.
package struct Worker: Sendable {
    private let pipeline: Pipeline
    private let surroundings: Surroundings
    private let mails: MailRounds?
    private let endingOfError: @Sendable (any Error) -> Ending
    private let words: @Sendable (Ending) -> String

    /// Works with a pipeline.
    ///
    /// - Parameters:
    ///   - mails: where it takes mails in; nil where it takes none.
    ///   - ending: how what was asked ends where an error ends it.
    ///   - words: how the front end says an ending.
    package init(
        _ pipeline: Pipeline,
        surroundings: Surroundings,
        mails: MailRounds? = nil,
        ending: @escaping @Sendable (any Error) -> Ending,
        words: @escaping @Sendable (Ending) -> String
    ) {
        (self.pipeline, self.surroundings, self.mails) = (pipeline, surroundings, mails)
        (endingOfError, self.words) = (ending, words)
    }

    /// What one pass came to.
    package struct Pass: Sendable {
        /// The requests in which something was done.
        package fileprivate(set) var done: [String] = []
        /// Those in which something failed.
        package fileprivate(set) var failed: [String] = []
        /// How the first ended that failed.
        package fileprivate(set) var ending = Ending.done
        /// Whether it was ended before everything was looked at.
        package fileprivate(set) var wasStopped = false
    }

    /// Goes through everything once.
    ///
    /// - Parameters:
    ///   - backOff: which requests are left alone for a while.
    ///   - isStopping: asked before each step; the step in hand is finished.
    ///   - say: told one line for each thing done, with ids and no personal data.
    package func pass(
        _ backOff: inout BackOff,
        isStopping: () -> Bool = { false },
        say: (String) -> Void
    ) async throws -> Pass {
        var pass = Pass()
        try purge(&pass, say)
        try await takeMails(&pass, isStopping, say)
        let due = try pipeline.due().filter { backOff.mayTry($0.id, at: surroundings.now()) }
        for group in Pipeline.passes(over: due) {
            guard !isStopping() else { break }
            let asked = await pipeline.askTogether(group)
            for request in group {
                guard !isStopping() else { break }
                try await step(request.id, after: asked, &backOff, &pass, say)
            }
        }
        pass.wasStopped = isStopping()
        return pass
    }

    private func purge(_ pass: inout Pass, _ say: (String) -> Void) throws {
        let purgeable = try pipeline.intake.purgeable()
        guard !purgeable.isEmpty else { return }
        try pipeline.intake.purge()
        for archive in purgeable.archives { say("\(archive.request): archive \(archive.answer) expired") }
        for request in purgeable.requests { say("\(request.request): purged, who asked is forgotten") }
        pass.done += Set(purgeable.archives.map(\.request) + purgeable.requests.map(\.request)).sorted()
    }

    /// Takes in what came; a mailbox that cannot be reached keeps nothing else from being done.
    private func takeMails(_ pass: inout Pass, _ isStopping: () -> Bool, _ say: (String) -> Void) async throws {
        guard let mails else { return }
        do {
            guard let mailbox = try mails.mailbox() else { return }
            let round = try await mails.desk.takeAll(
                from: mailbox,
                isStopping: isStopping,
                told: { _, taken in
                    guard taken.outcome != .takenBefore else { return }
                    say("\(taken.id.map { "\($0): " } ?? "")a mail came: \(taken.outcome.rawValue)")
                },
                failed: { number, error in say("mail \(number): \(endingOfError(error).meaning); it is tried again") }
            )
            pass.done += round.requests
        } catch let error as CancellationError {
            throw error
        } catch {
            let ending = endingOfError(error)
            say("mailbox: \(words(ending))")
            pass.failed.append("mailbox")
            if pass.ending == .done { pass.ending = ending }
        }
    }

    private func step(
        _ id: String,
        after asked: AskedTogether,
        _ backOff: inout BackOff,
        _ pass: inout Pass,
        _ say: (String) -> Void
    ) async throws {
        let before = try pipeline.intake.register.read { try $0.lastAuditNumber() }
        let ending = await ending(of: id, after: asked)
        // Somebody else is at it: what is left then is found the next time.
        guard ending != .heldBySomebodyElse else { return }
        let actions = try pipeline.intake.register.read { try $0.actions(in: id, after: before) }
        for action in actions { say("\(id): \(action)") }
        if !actions.isEmpty { pass.done.append(id) }
        let isOwed = try pipeline.owed(in: pipeline.intake.request(id)).contains { !$0.isForPeople }
        var seconds: TimeInterval?
        if isOwed {
            var random = SurroundingsRandom(surroundings)
            seconds = backOff.wait(id, at: surroundings.now(), random: &random)
        } else {
            backOff.settle(id)
        }
        guard ending != .done, ending != .waiting else { return }
        let again = seconds.map { "; again in \(Int(max($0 / 60, 1).rounded())) min" } ?? ""
        say("\(id): \(words(ending))\(again)")
        pass.failed.append(id)
        if pass.ending == .done { pass.ending = ending }
    }

    private func ending(of id: String, after asked: AskedTogether) async -> Ending {
        do {
            return try await pipeline.advance(id, after: asked).waiting?.ending ?? .done
        } catch {
            return endingOfError(error)
        }
    }
}
