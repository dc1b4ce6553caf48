import ExporterKit
import Groundwork
import Policy

/// One field of a collection as `exporter.yaml` describes it.
struct FieldSection {
    let whole: YAMLValue
    let name: String?
    /// The field, or nil where it has no name.
    let description: FieldDescription?
    private let map: YAMLMapping?

    /// The types of Frictionless Table Schema.
    static let types = FieldType.allCases.map(\.rawValue)
    private static let keys =
        [
            "name", "from", "type", "format", "title", "description", "origin", "categories", "matches", "identifies",
            "shape", "refers_to", "address_of_record", "known_since", "person", "redact", "secret", "file",
            "date_of_birth", "money",
        ] + valueKeys

    /// - Parameter missing: what stands for no value in the whole collection.
    init(_ whole: YAMLValue, missing: [String]? = nil) {
        self.whole = whole
        map = whole.mapping(known: Self.keys)
        name = map?.required("name", fix: "write the column's label")?.text()
        guard let map, let name else {
            description = nil
            return
        }
        description = Self.describe(name, map, missing)
    }

    private static func describe(_ name: String, _ map: YAMLMapping, _ missing: [String]?) -> FieldDescription {
        let type = map.required("type", fix: suggestion(for: "", among: types))?.choice("type", of: types)
        let redact = map["redact"]?.choice("way to redact", of: ["always"])
        let person = map["person"]?.choice("person", as: FieldDescription.Person.self)
        if redact != nil, map["person"] == nil {
            map.note(.error, "redact", "nobody is named here who could be redacted", fix: "write person: other")
        }
        return FieldDescription(
            name: name,
            path: map["from"]?.text(),
            type: type ?? "any",
            format: format(map, type: type.flatMap(FieldType.init) ?? .any),
            values: values(map, type: type.flatMap(FieldType.init) ?? .any, missing: missing),
            title: title(name, map),
            description: map["description"]?.localized(),
            origin: map["origin"]?.choice("origin", as: CollectionDescription.Origin.self),
            categories: labels(map),
            matches: map["matches"]?.oneKind(),
            identifies: map["identifies"]?.identifierKind(),
            shape: shape(map),
            refersTo: map["refers_to"]?.text(),
            addressOfRecord: map["address_of_record"]?.choice("channel", as: FieldDescription.Channel.self),
            knownSince: map["known_since"]?.text(),
            person: person,
            redactAlways: redact != nil,
            secret: map["secret"]?.truth() ?? false,
            file: map["file"]?.truth() ?? false,
            dateOfBirth: map["date_of_birth"]?.truth() ?? false,
            money: money(map, type: type)
        )
    }

    /// A field without a title lacks every language; its name stands in.
    private static func title(_ name: String, _ map: YAMLMapping) -> LocalizedText {
        if let title = map["title"] { return title.localized() ?? LocalizedText(name) }
        map.whole.notes.add(LocalizedText(byLanguage: [:]), path: "\(map.whole.path).title", line: map.whole.line)
        return LocalizedText(name)
    }

    /// How values become alike; it says nothing of a field whose values are compared with nothing.
    private static func shape(_ map: YAMLMapping) -> [IdentifierShape] {
        guard let value = map["shape"] else { return [] }
        if ["matches", "identifies", "address_of_record"].allSatisfy({ map[$0] == nil }) {
            value.error(
                "the values of this field are compared with nothing",
                fix: "write matches or identifies too, or leave shape out"
            )
        }
        return (value.itemsOrOne() ?? []).compactMap { $0.choice("shape", as: IdentifierShape.self) }
    }

    private static func money(_ map: YAMLMapping, type: String?) -> Money? {
        guard let value = map["money"], let text = value.text() else { return nil }
        guard let money = Money(text) else {
            value.error("\(shown(text)) is no currency", fix: "write EUR, or EUR/100 where it is counted in cents")
            return nil
        }
        if let type, !["integer", "number"].contains(type) {
            value.error("a \(type) is no amount of money", fix: "give it the type integer or number")
        }
        return money
    }

    private static func labels(_ map: YAMLMapping) -> [String: LocalizedText] {
        let pairs = (map["categories"]?.entries() ?? []).compactMap { code, label in
            label.localized().map { (code, $0) }
        }
        return Dictionary(pairs) { first, _ in first }
    }

    func checkKnownSince(among names: [String]) {
        guard let value = map?["known_since"] else { return }
        if map?["address_of_record"] == nil {
            value.error("this is no address of record", fix: "write address_of_record too, or leave known_since out")
        }
        _ = value.choice("field", of: names)
    }

    /// Checks that a field refers to another collection of its system, whose key is one field like it.
    func checkReference(of own: String, among collections: [CollectionSection]) {
        let others = collections.filter { !isSame($0.id, own) }
        guard let value = map?["refers_to"], let name = value.choice("collection", of: others.map(\.id)),
            let target = others.first(where: { isSame($0.id, name) })?.description, let description
        else { return }
        guard target.key.count == 1, let key = target.fields.first(where: { isSame($0.name, target.key[0]) }) else {
            return value.error("the key of \(shown(name)) is not one field", fix: "leave refers_to out")
        }
        guard key.type == description.type, ["string", "integer"].contains(key.type), !description.file else {
            return value.error(
                "a \(description.type) cannot be the key \(shown(key.name)), which is a \(key.type)",
                fix: "give both the type integer or string"
            )
        }
    }

    func carries(anyOf kinds: [String]) -> Bool {
        description?.carriedKinds.contains { kind in kinds.contains { isSame($0, kind) } } == true
    }

    /// Whether a mark that would carry an identifier could not be read.
    var hasUnclearMarks: Bool {
        guard let map, let description else { return true }
        return (map["matches"] != nil && description.matches == nil)
            || (map["identifies"] != nil && description.identifies == nil)
            || (map["address_of_record"] != nil && description.addressOfRecord == nil)
    }

    func note(_ key: String, _ problem: String, fix: String) { map?.note(.error, key, problem, fix: fix) }
}

extension YAMLValue {
    /// One kind of identifier, which may stand in a list of one.
    fileprivate func oneKind() -> String? {
        guard let items = itemsOrOne() else { return nil }
        guard items.count == 1 else {
            error("a field matches one kind of identifier", fix: "write one kind; mark other fields with the others")
            return nil
        }
        return items[0].identifierKind()
    }
}
