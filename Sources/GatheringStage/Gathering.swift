package import ExporterKit
import Foundation
import ArchiveSealing
package import Cases
import Groundwork
package import RegisterStore
package import Policy
package import SourceReading
package import IdentityStage

/// Gathers the person's data from the controller's systems, sealed as it comes.
package struct Gathering: Sendable {
    package let controller: Controller
    package let processing: Processing
    package let systems: [SystemDescription]
    let reader: SourceReader
    let register: Register
    let archives: String

    package init(
        controller: Controller,
        processing: Processing,
        systems: [SystemDescription],
        reader: SourceReader,
        register: Register,
        archives: String
    ) {
        self.controller = controller
        self.processing = processing
        self.systems = systems
        self.reader = reader
        self.register = register
        self.archives = archives
    }

    /// Goes from a verified request to its dossier, or says what holds it.
    ///
    /// Collections that an earlier run finished are taken as they are; what failed is asked again.
    /// - Parameter asked: the requests that were asked for together a moment ago.
    package func gather(_ verified: VerifiedRequest, after asked: AskedTogether = .none) async throws -> Step<Gathered>
    {
        let request = verified.request
        let target = try asked.targets[request.id] ?? target(verified)
        if request.state == .verified, !asked.answered.contains(request.id) { try await ask(target) }
        let composition = try compose(request, package: target.package)
        if let waiting = try held(composition, request) { return .waiting(waiting) }
        try finish(request, composition.dossier)
        return .done(Gathered(dossier: composition.dossier, spool: target.spool))
    }

    /// Asks for several verified requests in one pass over each system that reads so; each is then gathered alone.
    package func askTogether(_ verified: [VerifiedRequest]) async throws -> AskedTogether {
        let targets = try verified.map(target)
        let answered = try await askTogether(targets)
        return AskedTogether(
            targets: Dictionary(uniqueKeysWithValues: targets.map { ($0.request.id, $0) }),
            answered: Set(answered.map(\.request.id))
        )
    }

    private func target(_ verified: VerifiedRequest) throws -> GatheringTarget {
        let package = try begin(verified.request)
        return GatheringTarget(verified: verified, package: package, spool: try spool(of: verified.request, package))
    }

    /// The package of this round; its secrets stand in the register before the first entry is sealed.
    package func begin(_ request: Request) throws -> PackageRecord {
        if let package = try register.read({ try $0.package(request: request.id, round: request.round) }) {
            return package
        }
        let surroundings = register.surroundings
        var random = SurroundingsRandom(surroundings)
        let secrets = PackageSecrets(
            passphrase: Passphrase(generatingWith: &random).reveal(),
            pseudonymKey: surroundings.randomBytes(32),
            callNumber: String((0..<6).map { _ in Character(String(Int.random(in: 0...9, using: &random))) })
        )
        return try register.transactionBeforeAnother { transaction in
            try transaction.insertPackage(
                request: request.id,
                round: request.round,
                packageID: uuid(surroundings.randomBytes(16)),
                secrets: secrets
            )
            guard let package = try transaction.package(request: request.id, round: request.round) else {
                throw InzageError(.unexpected, "the package of request \(request.id) was not stored")
            }
            return package
        }
    }

    /// A random UUID (RFC 9562, version 4).
    private func uuid(_ bytes: [UInt8]) -> String {
        let b = bytes.enumerated().map {
            $0.offset == 6 ? $0.element & 0x0F | 0x40 : $0.offset == 8 ? $0.element & 0x3F | 0x80 : $0.element
        }
        return [b[0..<4], b[4..<6], b[6..<8], b[8..<10], b[10..<16]].map(\.hexadecimal).joined(separator: "-")
    }

    package func spool(of request: Request, _ package: PackageRecord) throws -> Spool {
        guard let passphrase = Passphrase(package.secrets.passphrase) else {
            throw InzageError(.integrityBroken, "the passphrase of request \(request.id) cannot be read")
        }
        return try Spool(
            request: request.id,
            round: request.round,
            archives: archives,
            passphrase: passphrase,
            padding: controller.delivery.isPadded ? .buckets : .none
        )
    }

    func finish(_ request: Request, _ dossier: Dossier) throws {
        guard request.state == .verified else { return }
        try register.transactionBeforeAnother { transaction in
            try transaction.move(request.id, to: .gathered)
            try transaction.audit(
                "gathered",
                request: request.id,
                counts: ["collections": dossier.ledger.lines.count, "records": dossier.ledger.records]
            )
        }
    }

    /// The systems that this round is about.
    func systemsInScope(of request: Request) -> [SystemDescription] {
        guard let scope = request.roundScope else { return systems }
        return systems.filter { scope.contains($0.id) }
    }
}

/// The requests that were asked for together a moment ago.
///
/// Who they are is not searched for once more, and the keys of their entries, which take longer to make than most
/// entries, are at hand.
package struct AskedTogether: Sendable {
    /// By the request's id.
    fileprivate let targets: [String: GatheringTarget]
    /// Those of whom nothing is left to be asked.
    fileprivate let answered: Set<String>

    /// Nobody.
    package static let none = AskedTogether(targets: [:], answered: [])
}

extension Ledger {
    /// How many records the package holds.
    package var records: Int { lines.reduce(0) { $0 + $1.records } }
}
