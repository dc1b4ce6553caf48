import ExporterKit
import Testing

@Suite struct CollectionDescriptionTests {
    private let letters = CollectionDescription(
        id: "letters",
        title: LocalizedText("Letters"),
        category: "mail",
        origin: .provided,
        needs: ["email", "customer_id"],
        settings: [:],
        fields: [
            FieldDescription(name: "from", type: "string", title: LocalizedText("From"), matches: "email"),
            FieldDescription(name: "to", type: "array", title: LocalizedText("To"), addressOfRecord: .email),
            FieldDescription(name: "customer", type: "integer", title: LocalizedText("No."), identifies: "customer_id"),
        ]
    )

    private func record(from: String, to: String, customer: Int64) -> RecordBuffer {
        var record = RecordBuffer()
        record.append(.text, from.utf8)
        record.append(.json, to.utf8)
        record.append(customer)
        return record
    }

    @Test func `a mark of either sort makes a field carry a kind`() {
        #expect(letters.fieldsCarrying("email") == [0, 1])
        #expect(letters.fieldsCarrying("customer_id") == [2])
        #expect(letters.fieldsCarrying("phone") == [])
        #expect(letters.index(ofField: "to") == 1)
        #expect(letters.index(ofField: "TO") == nil)
    }

    @Test func `an answer carries every needed kind, in any field that may`() {
        let question = Question(
            tuples: ["a@b.c", "a@d.e"].map { address in
                IdentifierTuple([Identifier(kind: "email", address), Identifier(kind: "customer_id", "42")])
            }
        )
        #expect(letters.isAnswer(record(from: "A@B.C", to: "[]", customer: 42), to: question))
        #expect(letters.isAnswer(record(from: "x@y.z", to: #"["q@r.s","a@d.e"]"#, customer: 42), to: question))
        #expect(!letters.isAnswer(record(from: "a@b.c", to: "[]", customer: 43), to: question))
        #expect(!letters.isAnswer(record(from: "x@y.z", to: "[]", customer: 42), to: question))
    }

    @Test func `a question without a needed kind has no answer`() {
        let question = Question(identifiers: [Identifier(kind: "email", "a@b.c")])
        #expect(!letters.isAnswer(record(from: "a@b.c", to: "[]", customer: 42), to: question))
    }
}
