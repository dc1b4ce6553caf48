import Cases
import DriverParts
import ExporterKit
import Foundation
import Groundwork
import IntakeStage
import MailReading
import Policy
import RegisterStore

/// What a look into a mailbox came to.
package struct MailRound: Sendable {
    /// How many mails met each end.
    package fileprivate(set) var counts: [TakenMail.Outcome: Int] = [:]
    /// How many were met that had been taken before, which nobody is told of one by one.
    package fileprivate(set) var known = 0
    /// How many came before the day from which on mails are taken.
    package fileprivate(set) var tooOld = 0
    /// How many could not be taken this time, and are tried again.
    package fileprivate(set) var failed = 0
    /// The requests that were opened or moved on.
    package fileprivate(set) var requests: [String] = []
    /// Whether more are left for the next time.
    package fileprivate(set) var isPartial = false
}

extension MailDesk {
    /// The most new mails that one look takes.
    private static let most = 500

    /// Takes every mail of a mailbox that was not taken before; what fails with one does not keep the others.
    ///
    /// - Parameters:
    ///   - isStopping: asked before each mail.
    ///   - told: told of each mail that is new, with its number in the order of the mailbox.
    ///   - failed: told of each that could not be taken.
    package func takeAll(
        from mailbox: MailboxPlace,
        isStopping: () -> Bool = { false },
        told: (Int, TakenMail) -> Void,
        failed: (Int, any Error) -> Void
    ) async throws -> MailRound {
        var round = MailRound()
        let store = try Self.translating { try mailbox.store(limits) }
        let places = try newMails(in: store, &round)
        for place in places {
            guard !isStopping() else {
                round.isPartial = true
                break
            }
            do {
                let taken = try await take(read(place, in: store), Self.words(for: place))
                round.counts[taken.outcome, default: 0] += 1
                if let id = taken.id, taken.outcome != .takenBefore, !round.requests.contains(id) {
                    round.requests.append(id)
                }
                told(place.number, taken)
            } catch let error as CancellationError {
                throw error
            } catch {
                round.failed += 1
                failed(place.number, error)
            }
        }
        return round
    }

    /// Looks at the headers alone, to find the mails that are new.
    private func newMails(in store: any MailStore, _ round: inout MailRound) throws -> [MailPlace] {
        var found: [MailPlace] = []
        var (known, tooOld, isPartial) = (0, 0, false)
        try Self.translating {
            try store.visit { place in
                let header = (try? store.header(of: place)).map { Array($0.prefix(limits.header)) }
                if let header, try register.read({ try $0.hasTaken(header: header) }) {
                    known += 1
                } else if let header, isTooOld(header) {
                    tooOld += 1
                } else {
                    found.append(place)
                }
                isPartial = found.count >= Self.most
                return !isPartial
            }
        }
        (round.known, round.tooOld, round.isPartial) = (known, tooOld, isPartial)
        return found
    }

    private func isTooOld(_ header: [UInt8]) -> Bool {
        guard let since = policy.since else { return false }
        let trace = MailTrace(of: IncomingMail(headerOfTooLarge: header, limits), authority: nil)
        return trace.receivedAt.map { CivilDay.of($0, in: intake.controller.deadline.zone) < since } ?? false
    }

    /// A mail, or its header where the whole is too large to be read.
    private func read(_ place: MailPlace, in store: any MailStore) throws -> IncomingMail {
        do {
            return IncomingMail(try store.mail(at: place), limits)
        } catch MailFault.messageTooLarge {
            let header = (try? store.header(of: place)) ?? []
            return IncomingMail(headerOfTooLarge: header, limits)
        }
    }

    /// Where a person finds a mail.
    private static func words(for place: MailPlace) -> String {
        let name = place.names.last.map { String(decoding: $0, as: UTF8.self) } ?? ""
        return "\(String(decoding: place.folder, as: UTF8.self)), mail \(place.number) (\(name))"
    }

    /// A problem of a store as the failure of a source.
    private static func translating<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let problem as Problem {
            throw problem.failure
        }
    }
}
