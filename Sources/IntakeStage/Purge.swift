import Foundation
import RegisterStore
import Cases
package import Groundwork
import Policy

/// What is kept no longer: archives past their day, and who asked in requests that were finished long ago.
package struct Purgeable: Sendable, Encodable {
    /// An archive that was delivered so long ago that it may go.
    package struct Archive: Sendable, Encodable {
        package let request: String
        package let answer: Int
    }

    /// A request whose claim and evidence may go.
    package struct Finished: Sendable, Encodable {
        package let request: String
        package let state: String
        package let finishedOn: CivilDay
    }

    package let archives: [Archive]
    package let requests: [Finished]

    /// Whether there is nothing to remove.
    package var isEmpty: Bool { archives.isEmpty && requests.isEmpty }
}

extension Intake {
    /// What may go today; nothing is changed.
    package func purgeable() throws -> Purgeable {
        let archives = try register.read { try $0.archives(deliveredBefore: lastDayOfArchives) }
        return Purgeable(
            archives: archives.map { Purgeable.Archive(request: $0.request, answer: $0.round) },
            requests: try register.read(purgeableRequests).map {
                Purgeable.Finished(request: $0.request.id, state: $0.request.state.rawValue, finishedOn: $0.closedOn)
            }
        )
    }

    /// Removes what may go: the keys first and then the files, so that what is left after a crash nobody can open.
    package func purge() throws {
        try expireArchives()
        let purged = try register.transaction { transaction in
            try purgeableRequests(transaction).map { finished in
                var request = finished.request
                request.claim = Claim(email: nil)
                request.purgedAt = register.surroundings.timestamp
                try transaction.forgetPerson(in: request)
                try transaction.forgetEvidence(of: request.id)
                try transaction.update(request)
                try transaction.audit("purged: who asked is forgotten", request: request.id)
                return request
            }
        }
        for request in purged { removeFiles(of: request, rounds: 1...request.round) }
    }

    /// Removes archives that were delivered long enough ago, as the letter with them promised.
    package func expireArchives() throws {
        guard try !register.read({ try $0.archives(deliveredBefore: lastDayOfArchives) }).isEmpty else { return }
        let expired = try register.transaction { transaction in
            let expired = try transaction.archives(deliveredBefore: lastDayOfArchives)
            for archive in expired {
                try transaction.forgetPassphrase(of: archive.request, round: archive.round)
                try transaction.audit("archive expired", request: archive.request)
            }
            return expired
        }
        for archive in expired { try? FileManager.default.removeItem(atPath: "\(archives)/\(archive.name)") }
    }

    private var lastDayOfArchives: CivilDay { today.adding(days: -controller.delivery.archiveDays) }

    private func purgeableRequests(
        _ transaction: RegisterTransaction
    ) throws -> [(request: Request, closedOn: CivilDay, time: String)] {
        // Counted from the moment, so that a controller that keeps them for no time keeps them for none.
        let now = register.surroundings.timestamp
        return try transaction.finishedRequests().filter { request in
            "\(controller.requestsKept.applied(to: request.closedOn))\(request.time)" <= now
        }
    }
}
