import ExporterKit

/// Something wrong with a collection, which `check` reports and `read` refuses.
struct Problem: Error {
    let code: SourceFailure.Code
    let field: String
    let text: String
    let fix: String
    var retryable = false

    init(_ code: SourceFailure.Code, _ field: String, _ text: String, fix: String, retryable: Bool = false) {
        self.code = code
        self.field = field
        self.text = text
        self.fix = fix
        self.retryable = retryable
    }

    init(_ failure: SourceFailure, field: String) {
        self.init(
            failure.code,
            field,
            failure.message,
            fix: failure.hint ?? "look at the store",
            retryable: failure.retryable
        )
    }

    var failure: SourceFailure { SourceFailure(code, text, hint: fix, retryable: retryable) }

    func finding(in collection: String?, isError: Bool = true) -> DriverFinding {
        DriverFinding(collection: collection, field: field, problem: text, fix: fix, isError: isError)
    }
}

extension CollectionDescription {
    /// A collection that is asked by nothing would give everybody's records to everybody.
    var needsProblem: Problem? {
        guard needs.isEmpty else { return nil }
        return Problem(
            .queryFailed,
            "needs",
            "the collection is not asked by any identifier",
            fix: "name under `needs` the kinds of identifier by which it is asked"
        )
    }

    /// A text setting that must be there.
    func required(_ setting: String) throws(Problem) -> String {
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
    var connectionPath: String { connection.hasPrefix("/") ? connection : folder + "/" + connection }
}
