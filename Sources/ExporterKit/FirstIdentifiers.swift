/// Identifiers that a store holds together, and how they stand there.
public struct HeldTuple: Sendable, Hashable {
    /// The identifiers.
    public let tuple: IdentifierTuple
    /// Whether the cells are known to hold these values and nothing beside them: no blanks, no names, no second address.
    public let isWhole: Bool

    /// Identifiers as they were read.
    public init(_ tuple: IdentifierTuple, isWhole: Bool) {
        self.tuple = tuple
        self.isWhole = isWhole
    }
}

extension CollectionDescription {
    /// The identifiers by which a record could be asked for: of each needed kind the first that it carries, of an
    /// address cell the first address; nil where it lacks one.
    func identifiers(in record: RecordBuffer) -> IdentifierTuple? {
        let values = needs.compactMap { kind in
            fieldsCarrying(kind).lazy.compactMap { record.firstIdentifier(of: kind, at: $0) }.first
        }
        return values.count == needs.count ? IdentifierTuple(values) : nil
    }
}

extension RecordBuffer {
    /// The first identifier of a kind in a cell, or nil.
    package func firstIdentifier(of kind: String, at index: Int) -> Identifier? {
        var first: Identifier?
        forEachIdentifierValue(at: index) { first = first ?? Identifier(first: kind, in: $0) }
        return first
    }
}

extension Identifier {
    /// The identifier in a cell's value as it is asked for: of addresses the first, and nil where none stands there.
    package init?(first kind: String, in value: ArraySlice<UInt8>) {
        guard kind == "email" else {
            self.init(kind: kind, value: Array(value))
            return
        }
        var first: ArraySlice<UInt8>?
        AddressCell.forEachAddress(in: value) { address in
            if first == nil, address.contains(UInt8(ascii: "@")) { first = address }
        }
        guard let first else { return nil }
        self.init(kind: kind, value: Array(first))
    }
}
