import ExporterKit

extension CollectionDescription {
    /// What a record calls its person: the subject's fields that are called a name, one after the other.
    ///
    /// Where none is called so, a single text about the subject that is no channel and no key is taken for the name.
    func personName(in record: RecordBuffer) -> String? {
        let texts = fields.indices.filter { fields[$0].isTextAboutSubject }
        let named = texts.filter { fields[$0].isCalledName }
        let places = named.isEmpty && texts.count == 1 ? texts : named
        let parts = places.filter { record.kind(at: $0) == .text }
            .map { String(decoding: record.cell(at: $0), as: UTF8.self) }
            .filter { !$0.utf8.allSatisfy { $0 <= 0x20 } }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}

extension FieldDescription {
    fileprivate var isTextAboutSubject: Bool {
        person == .subject && type == "string" && (format == nil || format == "default") && addressOfRecord == nil
            && carriedKinds.isEmpty && !file && !secret
    }

    /// Whether its own name says that it is a name, in a language that policies are written in.
    fileprivate var isCalledName: Bool {
        let words = ["name", "naam", "nom", "vorname"]
        return words.contains { word in
            name.utf8.map(asciiFolded).firstRange(of: Array(word.utf8)) != nil
        }
    }
}
