package import Groundwork

/// A request of a register that was restored: what happened to it after the backup was made, nobody can tell from it.
package enum RestoredRequest {
    /// What an operator is told of it.
    package static func sentence(since madeAt: String) -> String {
        "restored from a backup of \(madeAt): look whether the answer went out"
    }

    /// What a person does about it.
    package static func steps(for id: String) -> [Advice] {
        [
            "\(.acknowledgeRestored(id, wentOut: false)), if nothing went out: it goes on",
            "\(.acknowledgeRestored(id, wentOut: true)), if the answer did",
        ]
    }

    /// What it waits for.
    package static func waiting(_ id: String, since madeAt: String) -> Waiting {
        Waiting(.waiting, reasons: [sentence(since: madeAt)], next: steps(for: id))
    }

    /// Why nothing is sent for it.
    package static func error(_ id: String, since madeAt: String) -> InzageError {
        InzageError(.waiting, "request \(id) was \(sentence(since: madeAt))", hint: steps(for: id)[0])
    }
}
