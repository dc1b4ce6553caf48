import ExporterKit

/// Notices that the subject is younger than the age below which the controller's policy does something else.
///
/// A child's data is not exported silently: who asks may be a parent, and the policy may say that it is deleted.
struct AgeWatch {
    private let fields: [Int]
    /// Who was born after this day is too young.
    private let youngest: CivilDay?
    private let policy: ChildrenPolicy?
    private(set) var sawChild = false

    /// - Parameter day: the day on which the data is gathered.
    init(_ policy: ChildrenPolicy?, collection: CollectionDescription, day: CivilDay?) {
        self.policy = policy
        fields = collection.fields.indices.filter { collection.fields[$0].dateOfBirth }
        youngest = policy.flatMap { policy in day?.adding(months: -12 * policy.minimumAge) }
    }

    mutating func look(at record: RecordBuffer) {
        guard let youngest else { return }
        for index in fields {
            let day = String(decoding: record.cell(at: index).prefix(10), as: UTF8.self)
            if let born = CivilDay(day), born > youngest { sawChild = true }
        }
    }

    /// What a person must look at before the answer goes; no personal data.
    var reasons: [String] {
        guard sawChild, let policy else { return [] }
        let action = policy.action.map { "; the policy says: \($0)" } ?? ""
        return ["a date of birth says that the person is younger than \(policy.minimumAge)\(action)"]
    }
}
