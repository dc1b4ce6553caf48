extension CollectionDescription {
    /// The indices of the fields that carry a kind of identifier by which a record may have been asked.
    public func fieldsCarrying(_ kind: String) -> [Int] {
        fields.indices.filter { fields[$0].carriedKinds.contains(kind) }
    }

    /// The index of a field by its name.
    public func index(ofField name: String) -> Int? {
        fields.firstIndex { $0.name.utf8.elementsEqual(name.utf8) }
    }

    /// Whether a record carries what it was asked by; ``AnswerCheck`` says the same of many records.
    public func isAnswer(_ record: RecordBuffer, to question: Question) -> Bool {
        AnswerCheck(self, question: question).admits(record)
    }
}
