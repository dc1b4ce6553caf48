/// Something that a driver found wrong with a system's description.
public struct DriverFinding: Sendable, Hashable {
    /// The collection it is about, or nil for the system itself.
    public let collection: String?
    /// The key or field that is wrong.
    public let field: String
    /// What is wrong, in one sentence without a full stop.
    public let problem: String
    /// What to do about it.
    public let fix: String
    /// Whether it keeps the exporter from working; a warning otherwise.
    public let isError: Bool

    /// Makes a finding.
    public init(collection: String?, field: String, problem: String, fix: String, isError: Bool = true) {
        self.collection = collection
        self.field = field
        self.problem = problem
        self.fix = fix
        self.isError = isError
    }
}

extension DriverFinding {
    /// What keeps a system from being opened, as a finding.
    public init(_ failure: SourceFailure, field: String) {
        self.init(
            collection: nil,
            field: field,
            problem: failure.message,
            fix: failure.hint ?? "look at the store"
        )
    }
}
