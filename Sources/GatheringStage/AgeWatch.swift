import ExporterKit
import Policy
import Groundwork

/// Notices that the subject is younger than the age below which the controller's policy does something else.
///
/// A child's data is not exported silently: who asks may be a parent, and the policy may say that it is deleted.
struct AgeWatch {
    private let fields: [Int]
    /// Who was born after this day is too young.
    private let youngest: CivilDay?
    private let policy: ChildrenPolicy?
    private var sawChild = false
    private var sawUnreadable = false

    /// - Parameter day: the day on which the data is gathered.
    init(_ policy: ChildrenPolicy?, collection: CollectionDescription, day: CivilDay?) {
        self.policy = policy
        fields = collection.fields.indices.filter { collection.fields[$0].dateOfBirth }
        youngest = policy.flatMap { policy in day?.adding(months: -12 * policy.minimumAge) }
    }

    mutating func look(at record: RecordBuffer) {
        guard let youngest else { return }
        for index in fields {
            let cell = record.cell(at: index)
            guard !cell.isEmpty else { continue }
            guard let born = CivilDay(String(decoding: cell.prefix(10), as: UTF8.self)) else {
                sawUnreadable = true
                continue
            }
            if born > youngest { sawChild = true }
        }
    }

    /// What a person must look at before the answer goes; no personal data.
    var reasons: [String] {
        guard let policy else { return [] }
        guard sawChild else {
            return sawUnreadable ? ["a date of birth cannot be read; is the person \(policy.minimumAge) or older?"] : []
        }
        let action = policy.action.map { "; the policy says: \($0)" } ?? ""
        return ["a date of birth says that the person is younger than \(policy.minimumAge)\(action)"]
    }
}
