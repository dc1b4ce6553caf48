extension CollectionDescription {
    /// The indices of the fields that carry a kind of identifier by which a record may have been asked.
    public func fieldsCarrying(_ kind: String) -> [Int] {
        fields.indices.filter { fields[$0].carriedKinds.contains(kind) }
    }

    /// The index of a field by its name.
    public func index(ofField name: String) -> Int? {
        fields.firstIndex { $0.name.utf8.elementsEqual(name.utf8) }
    }

    /// Whether a record carries, for every needed kind, one of the values that the question asks by (case 54).
    public func isAnswer(_ record: RecordBuffer, to question: Question) -> Bool {
        needs.allSatisfy { kind in
            let values = question.values(of: kind)
            return fieldsCarrying(kind).contains { field in values.contains { record.carries($0, at: field) } }
        }
    }
}
