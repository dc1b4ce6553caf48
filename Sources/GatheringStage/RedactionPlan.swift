package import ExporterKit
package import Policy
package import Cases

/// What in a collection may have to be replaced, worked out once from the marks on its fields.
package struct RedactionPlan: Sendable {
    /// What is done with a field.
    enum Treatment: Sendable {
        case keep
        case drop(Redaction.Ground)
        case otherPerson(always: Bool)
        case staff
        case freeText
    }

    let treatments: [Treatment]
    /// Fields that make a record the subject's own when they carry the subject's identifier.
    let ownFields: [Int]
    /// The indices of the fields that are written.
    let exported: [Int]

    /// - Parameter gate: what a request for portability lets through; nil for a request for access.
    package init(_ collection: CollectionDescription, redactStaff: Bool, gate: PortabilityGate? = nil) {
        let namesPeople = collection.fields.contains { $0.person == .other || ($0.person == .staff && redactStaff) }
        treatments = collection.fields.map { field in
            if field.secret { return .drop(.secret) }
            if let gate, !gate.admits(field, of: collection) { return .drop(.notPortable) }
            switch field.person {
            case .other: return .otherPerson(always: field.redactAlways)
            case .staff: return redactStaff ? .staff : .keep
            case .subject: return .keep
            case nil: return namesPeople && field.isFreeText ? .freeText : .keep
            }
        }
        ownFields = collection.ownWhen.compactMap(collection.index(ofField:))
        exported = collection.exportedFields(through: gate)
    }

    /// Whether other people's names must be known before free text is written.
    var needsFirstPass: Bool { treatments.contains { if case .freeText = $0 { true } else { false } } }

    /// Whether a field is exported as it stands, whoever the record is about.
    func keeps(_ field: Int) -> Bool { if case .keep = treatments[field] { true } else { false } }

    /// Whether nothing in the collection is ever replaced.
    var isIdle: Bool { treatments.allSatisfy { if case .keep = $0 { true } else { false } } }

    /// The fields that name people who are replaced, each with the reason.
    package var people: [(field: Int, ground: Redaction.Ground)] {
        treatments.indices.compactMap { index in
            switch treatments[index] {
            case .otherPerson: (index, .otherPerson)
            case .staff: (index, .staff)
            case .keep, .drop, .freeText: nil
            }
        }
    }
}

extension FieldDescription {
    /// Whether people write what they like in it.
    var isFreeText: Bool {
        ["string", "array", "object", "any"].contains(type) && format == nil && categories.isEmpty
            && carriedKinds.isEmpty && !file
    }
}
