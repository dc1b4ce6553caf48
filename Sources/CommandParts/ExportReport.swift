package import Inzage
package import Cases
import RegisterStore
import DeliveryStage
import GatheringStage
import IntakeStage

/// Prints one line a stage.
package enum StageLines {
    package static func print(_ stage: StageReport, archives: String) {
        switch stage {
        case .verified: Terminal.print("verified", "identity is proven")
        case .gathered(let ledger):
            let lines = ledger.lines
            let systems = lines.reduce(into: [String]()) { if !$0.contains($1.system) { $0.append($1.system) } }
            let counts = systems.map { system in
                "\(system) \(lines.filter { $0.system == system }.reduce(0) { $0 + $1.records })"
            }
            Terminal.print("gathered", "\(ledger.records) records: \(counts.joined(separator: ", "))")
            for line in lines where line.outcome != .records && line.outcome != .nothingHeld {
                Terminal.print("", "\(line.system)/\(line.collection): \(line.outcome.sentence)")
            }
            for line in lines where !line.misfits.isEmpty {
                let counts = line.misfits.map { "\($0.field) \($0.count)" }.joined(separator: ", ")
                let sentence = "values that are not of their field's type, kept as they are"
                Terminal.print("", "\(line.system)/\(line.collection): \(sentence): \(counts)")
            }
        case .sealed(let archive):
            Terminal.print(
                "sealed",
                "\(archives)/\(archive.name), AES-256, \(archive.bytes) bytes, "
                    + (archive.isEnvelope ? "for the holder of the certificate alone" : "opened again and checked")
            )
        case .delivered(let receipt): Terminal.print("delivered", Terminal.path(receipt.to))
        case .nothingHeld(let receipt):
            Terminal.print("nothing held", "under this address; the answer says so")
            Terminal.print("delivered", Terminal.path(receipt.to))
        }
    }
}

/// What `export --json` prints.
package struct ExportReport: Encodable, Sendable {
    package struct Line: Encodable, Sendable {
        package let system, collection, category, outcome: String
        package let records: Int
        package let withheld: Int
        package let misfits: Int
        package let reason: String?
        package let ground: String?
    }

    package let id: String
    package let state: String
    package let archive: String?
    package let ledger: [Line]
    package let waitingFor: [String]
    package let next: [String]

    package init(id: String, state: State, _ progress: Progress, folder: String, next: [String]) {
        self.id = id
        self.state = state.rawValue
        archive = progress.archive.map { "\(folder)/archives/\($0.name)" }
        ledger = progress.ledger.lines.map { line in
            Line(
                system: line.system,
                collection: line.collection,
                category: line.category,
                outcome: line.outcome.word,
                records: line.records,
                withheld: line.redactions.reduce(0) { $0 + $1.count },
                misfits: line.misfits.reduce(0) { $0 + $1.count },
                reason: line.outcome.reason,
                ground: line.outcome.groundWord
            )
        }
        waitingFor = progress.waiting?.reasons ?? []
        self.next = next
    }

    /// What comes next.
    package static func next(_ progress: Progress, id: String, in pipeline: Pipeline) throws -> [String] {
        if let waiting = progress.waiting { return waiting.next }
        switch progress.stage {
        case .gathered: return ["inzage export \(id)"]
        case .delivered where progress.archive?.isEnvelope == false:
            return [try pipeline.passphraseStep(of: pipeline.intake.request(id))]
        default: return []
        }
    }
}

extension Outcome {
    /// The outcome in words, for a terminal.
    package var sentence: String {
        switch self {
        case .records: "found"
        case .nothingHeld: "nothing held"
        case .identifierUnsupported: "not searched: nothing yields what it is asked by"
        case .ambiguousSubject: "it cannot tell the people under one address apart"
        case .pendingHuman: "a colleague must look"
        case .withheld(.decided(let words)): "withheld by decision: \(words)"
        case .withheld(let ground): "withheld: \(ground.text)"
        // Why it failed follows among the reasons for waiting.
        case .failed: "failed"
        case .gapAccepted(let reason): "left out, and said so: \(reason)"
        }
    }
}
