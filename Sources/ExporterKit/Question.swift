/// Identifiers that stood together in one record, one of each kind.
///
/// What belongs together stays together: account 5 of the shop in Amsterdam and account 7 of the shop in Rotterdam are
/// two tuples, and nobody is asked for account 7 of Amsterdam, which is somebody else's.
public struct IdentifierTuple: Sendable, Hashable {
    /// The identifiers, sorted by their kinds; none is blank and no kind stands twice.
    public let identifiers: [Identifier]

    /// Makes a tuple; a blank identifier is left out (case 51), and of a kind that stands twice the first counts.
    public init(_ identifiers: [Identifier]) {
        var kinds: Set<String> = []
        self.identifiers = identifiers.filter { !$0.isBlank && kinds.insert($0.kind).inserted }
            .sorted { $0.kind < $1.kind }
    }

    /// The identifier of a kind, or nil.
    public subscript(kind: String) -> Identifier? { identifiers.first { $0.kind == kind } }

    /// The identifiers of some kinds alone, or nil where one is missing.
    public func part(of kinds: [String]) -> IdentifierTuple? {
        let part = IdentifierTuple(kinds.compactMap { self[$0] })
        return kinds.allSatisfy { part[$0] != nil } ? part : nil
    }
}

/// What is asked of a collection for one subject.
public struct Question: Sendable {
    /// The tuples by which the subject's records may be found; a record that carries one of them whole is an answer.
    public let tuples: [IdentifierTuple]

    /// Makes a question by what stood together.
    public init(tuples: [IdentifierTuple]) { self.tuples = tuples }

    /// Makes a question by identifiers of which each kind stands there once, and so all belong together; where a kind
    /// stands there twice, nobody knows what belongs to which, and each is asked by alone.
    public init(identifiers: [Identifier]) {
        let isOneOfEach = Set(identifiers.map(\.kind)).count == identifiers.count
        tuples = isOneOfEach ? [IdentifierTuple(identifiers)] : identifiers.map { IdentifierTuple([$0]) }
    }

    /// Every identifier in it, each once, in the order of the tuples.
    public var identifiers: [Identifier] {
        var seen: Set<Identifier> = []
        return tuples.flatMap(\.identifiers).filter { seen.insert($0).inserted }
    }

    /// The tuples of some kinds, each once; a tuple that lacks a kind is none of them.
    public func tuples(of kinds: [String]) -> [IdentifierTuple] {
        var seen: Set<IdentifierTuple> = []
        return tuples.compactMap { $0.part(of: kinds) }.filter { seen.insert($0).inserted }
    }

    /// The question with the tuples that a collection can be asked by, and nothing else in them.
    public func narrowed(to collection: CollectionDescription) -> Question {
        Question(tuples: tuples(of: collection.needs))
    }

    /// Whether nothing can be asked by it.
    public var isEmpty: Bool { tuples.isEmpty }
}

/// One value to put into a question to a store, and the type of the field that carries it there.
public struct AskedValue: Sendable, Hashable {
    /// The kind and the value, in the shape of the field.
    public let identifier: Identifier
    /// The Table Schema type as which it is to be bound.
    public let type: String
}

extension CollectionDescription {
    /// How the fields that carry a kind compare its values, each way once.
    public func forms(of kind: String) -> [IdentifierForm] {
        fieldsCarrying(kind).map { IdentifierForm(kind: kind, of: fields[$0]) }.reduce(into: []) { forms, form in
            if !forms.contains(form) { forms.append(form) }
        }
    }

    /// The values to ask a store by, one of each kind in the order of the kinds, for each tuple of a question.
    ///
    /// A tuple is asked in each way in which its values may be written: in the shape and the type of each field that
    /// carries the kind, and an address with its domain in either form. Only what stood in one tuple is asked together.
    public func askings(for question: Question, kinds: [String]) -> [[AskedValue]] {
        var seen: Set<[AskedValue]> = []
        return question.tuples(of: needs).flatMap { tuple in
            kinds.reduce([[]]) { partial, kind -> [[AskedValue]] in
                let ways = tuple[kind].map(writings) ?? []
                return partial.flatMap { chosen in ways.map { chosen + [$0] } }
            }
        }.filter { seen.insert($0).inserted }
    }

    private func writings(of identifier: Identifier) -> [AskedValue] {
        let carrying = fieldsCarrying(identifier.kind).map { fields[$0] }
        let spellings = identifier.kind == "email" ? AddressForms.spellings(of: identifier.value) : [identifier.value]
        // Where no field carries the kind, nothing that comes back is an answer; what is asked is still a text.
        guard !carrying.isEmpty else {
            return spellings.map {
                AskedValue(identifier: Identifier(kind: identifier.kind, value: $0), type: "string")
            }
        }
        var ways: [AskedValue] = []
        for spelling in spellings {
            for field in carrying {
                let shaped = written(spelling, in: field)
                let type = ["array", "list", "object"].contains(field.type) ? "string" : field.type
                let way = AskedValue(identifier: Identifier(kind: identifier.kind, value: shaped), type: type)
                if !shaped.isEmpty, !ways.contains(way) { ways.append(way) }
            }
        }
        return ways
    }

    private func written(_ value: [UInt8], in field: FieldDescription) -> [UInt8] {
        let shaped = field.shape.reduce(value) { value, shape in shape.applied(to: value[...]) }
        return ["integer", "number"].contains(field.type) ? DecimalText.shortest(shaped[...]) ?? shaped : shaped
    }
}
