/// On which ground a collection is not in the answer.
///
/// Whose ground it is follows from the case and so from where it came from, never from the words: an operator may write
/// whatever they like, also what the program would say.
package enum WithholdingGround: Sendable, Hashable {
    /// It is held for a customer who decides about it: the id of an entry, or a name.
    case processorFor(String)
    /// The right to portability does not cover it.
    case notPortable
    /// An operator decided so, in these words.
    case decided(String)

    /// The ground as machines and operators read it.
    package var text: String {
        switch self {
        case .processorFor(let customer): Self.processorPrefix + customer
        case .notPortable: Redaction.Ground.notPortable.rawValue
        case .decided(let words): words
        }
    }

    /// The word for whose ground it is, which no text can counterfeit.
    package var word: String {
        switch self {
        case .processorFor: "processor-for"
        case .notPortable: Redaction.Ground.notPortable.rawValue
        case .decided: Redaction.Ground.operatorDecision.rawValue
        }
    }

    private static let processorPrefix = "processor for "
}

extension WithholdingGround: Codable {
    private enum CodingKeys: String, CodingKey { case processorFor, notPortable, decided }

    /// Reads a ground, also the bare text of older registers, where only the words tell whose it was.
    package init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            self.init(bareText: text)
            return
        }
        let map = try decoder.container(keyedBy: CodingKeys.self)
        if let customer = try map.decodeIfPresent(String.self, forKey: .processorFor) {
            self = .processorFor(customer)
        } else if map.contains(.notPortable) {
            self = .notPortable
        } else {
            self = .decided(try map.decode(String.self, forKey: .decided))
        }
    }

    /// Writes a map, so that a bare text is always one of an older program.
    package func encode(to encoder: any Encoder) throws {
        var map = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .processorFor(let customer): try map.encode(customer, forKey: .processorFor)
        case .notPortable: try map.encode(true, forKey: .notPortable)
        case .decided(let words): try map.encode(words, forKey: .decided)
        }
    }

    private init(bareText text: String) {
        if text.utf8.starts(with: Self.processorPrefix.utf8) {
            self = .processorFor(String(decoding: text.utf8.dropFirst(Self.processorPrefix.utf8.count), as: UTF8.self))
        } else if text.utf8.elementsEqual(Redaction.Ground.notPortable.rawValue.utf8) {
            self = .notPortable
        } else {
            self = .decided(text)
        }
    }
}
