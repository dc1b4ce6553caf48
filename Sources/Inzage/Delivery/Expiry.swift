import Foundation

/// Removes archives that were delivered long enough ago, as the letter with them promised.
struct Expiry {
    let register: Register
    let controller: Controller
    let archives: String

    /// Forgets the passphrases first and then removes the files: what is left after a crash nobody can open.
    func run() throws {
        let today = CivilDay.of(register.surroundings.now(), in: controller.deadline.zone)
        let day = today.adding(days: -controller.delivery.archiveDays)
        guard try !register.read({ try $0.archives(deliveredBefore: day) }).isEmpty else { return }
        let expired = try register.transaction { transaction in
            let expired = try transaction.archives(deliveredBefore: day)
            for archive in expired {
                try transaction.forgetPassphrase(of: archive.request, round: archive.round)
                try transaction.audit("archive expired", request: archive.request)
            }
            return expired
        }
        for archive in expired { try? FileManager.default.removeItem(atPath: "\(archives)/\(archive.name)") }
    }
}
