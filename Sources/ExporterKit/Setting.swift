/// A setting of a driver, as YAML knows it.
public enum Setting: Sendable, Hashable {
    /// One text.
    case text(String)
    /// A list.
    case list([Setting])
    /// A setting for each key.
    case map([String: Setting])

    /// The text, if it is one, or a list of one.
    public var text: String? {
        switch self {
        case .text(let text): text
        case .list(let items): items.count == 1 ? items[0].text : nil
        case .map: nil
        }
    }

    /// The texts, if it is a list of nothing else, or one text.
    public var texts: [String]? {
        switch self {
        case .text(let text): return [text]
        case .list(let items):
            let texts = items.compactMap(\.text)
            return texts.count == items.count ? texts : nil
        case .map: return nil
        }
    }

    /// The map, if it is one.
    public var map: [String: Setting]? {
        if case .map(let map) = self { map } else { nil }
    }

    /// The map, if it is one with a text for each key.
    public var textMap: [String: String]? {
        guard let map else { return nil }
        let texts = map.compactMapValues(\.text)
        return texts.count == map.count ? texts : nil
    }
}

extension Setting: ExpressibleByStringLiteral {
    /// Makes one text.
    public init(stringLiteral text: String) { self = .text(text) }
}
