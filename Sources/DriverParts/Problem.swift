package import ExporterKit

/// Something wrong with a collection, which `check` reports and `read` refuses.
package struct Problem: Error, Sendable {
    package let code: SourceFailure.Code
    package let field: String
    package let text: String
    package let fix: String
    package var retryable = false

    package init(_ code: SourceFailure.Code, _ field: String, _ text: String, fix: String, retryable: Bool = false) {
        self.code = code
        self.field = field
        self.text = text
        self.fix = fix
        self.retryable = retryable
    }

    package init(_ failure: SourceFailure, field: String) {
        self.init(
            failure.code,
            field,
            failure.message,
            fix: failure.hint ?? "look at the store",
            retryable: failure.retryable
        )
    }

    package var failure: SourceFailure { SourceFailure(code, text, hint: fix, retryable: retryable) }

    package func finding(in collection: String?, isError: Bool = true) -> DriverFinding {
        DriverFinding(collection: collection, field: field, problem: text, fix: fix, isError: isError)
    }
}

extension CollectionDescription {
    /// A collection that is asked by nothing would give everybody's records to everybody.
    package var needsProblem: Problem? {
        guard needs.isEmpty else { return nil }
        return Problem(
            .queryFailed,
            "needs",
            "the collection is not asked by any identifier",
            fix: "name under `needs` the kinds of identifier by which it is asked"
        )
    }

    /// A text setting that must be there.
    package func required(_ setting: String) throws(Problem) -> String {
        if let text = settings[setting]?.text, !text.isEmpty { return text }
        throw Problem(
            .queryFailed,
            setting,
            "`\(setting)` is missing or not a text",
            fix: "give `\(setting)` as a text"
        )
    }
}

extension SystemDescription {
    /// The connection as an absolute path.
    package var connectionPath: String { connection.hasPrefix("/") ? connection : folder + "/" + connection }
}
