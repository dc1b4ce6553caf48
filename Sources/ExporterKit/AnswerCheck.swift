/// Whether records carry the identifiers that their collection was asked by (case 54).
///
/// For every needed kind that some field carries, one of those fields must hold one of the values asked. A collection
/// none of whose fields carries a needed kind admits nothing: `inzage check` calls that an error.
public struct AnswerCheck: Sendable {
    private let demands: [(fields: [Int], values: [Identifier])]
    private let width: Int

    /// Works out once what each record must carry.
    public init(_ collection: CollectionDescription, question: Question) {
        width = collection.fields.count
        demands = collection.needs.compactMap { kind in
            let fields = collection.fieldsCarrying(kind)
            return fields.isEmpty ? nil : (fields, question.values(of: kind))
        }
    }

    /// Whether a record is an answer to the question.
    public func admits(_ record: RecordBuffer) -> Bool {
        guard !demands.isEmpty, record.count == width else { return false }
        return demands.allSatisfy { demand in
            demand.fields.contains { field in
                demand.values.contains { record.carries($0, at: field) }
            }
        }
    }
}
