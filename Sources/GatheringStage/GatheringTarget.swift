import ExporterKit
import Cases
import Policy
import RegisterStore
import IdentityStage

/// A request for which systems are asked, and where what they say goes.
struct GatheringTarget: Sendable {
    let verified: VerifiedRequest
    let package: PackageRecord
    let spool: Spool

    var request: Request { verified.request }
    var subject: VerifiedSubject { verified.subject }
}

/// What one request asks a collection for.
struct CollectionShare: Sendable {
    let target: GatheringTarget
    let identified: Identification.Result
    let withholding: Withholding
    let replacements: Replacements
    /// What a request for portability lets through; nil for a request for access.
    let gate: PortabilityGate?
}

/// A collection that is to be asked, for one request or for several in one pass.
struct CollectionTask<Share: Sendable>: Sendable {
    let system: SystemDescription
    let collection: CollectionDescription
    /// Its number among all collections of the controller, by which its entries are named in the spool.
    let number: Int
    /// What is asked for each request.
    var shares: [Share]

    var id: CollectionID { CollectionID(system: system.id, collection: collection.id) }

    /// What the ledger says of it.
    func line(_ outcome: Outcome) -> LedgerLine {
        LedgerLine(system: system.id, collection: collection.id, category: collection.category, outcome: outcome)
    }
}
