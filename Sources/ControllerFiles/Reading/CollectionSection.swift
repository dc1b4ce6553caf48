import ExporterKit
import Groundwork
import Policy

/// One collection as `exporter.yaml` describes it, with the places of what other files are asked about.
struct CollectionSection {
    let id: String
    /// The collection, or nil where too little could be read to look at it with the driver.
    let description: CollectionDescription?
    let whole: YAMLValue
    let category: YAMLValue?
    /// The kinds it is asked by, with their places.
    let needs: [(kind: String, place: YAMLValue)]
    let fields: [FieldSection]
    private let isAboutOthers: Bool

    private static let ownKeys = [
        "title", "category", "origin", "about", "needs", "may_be_empty", "finds", "where", "key", "own_when",
        "missingValues", "fields",
    ]

    init(_ whole: YAMLValue, id: String, driver: (any Driver)?) {
        self.id = id
        self.whole = whole
        // Without a driver nobody knows its keys; the driver itself is what is wrong then.
        let described = driver?.settings.collection ?? []
        let present = driver == nil ? (whole.entries() ?? []).map(\.key) : []
        let known = Self.ownKeys + described.map(\.key) + present
        guard let map = whole.mapping(known: known) else {
            (description, category, needs, fields, isAboutOthers) = (nil, nil, [], [], false)
            return
        }
        category = map.required("category", fix: "name a category of processing.yaml")
        isAboutOthers = map["about"]?.choice("subject", of: ["others"]) != nil
        needs = Self.needs(map)
        fields = Self.fields(map)
        let settings = map.settings(described)
        description = Self.describe(
            id,
            map,
            aboutOthers: isAboutOthers,
            needs: needs.map(\.kind),
            settings: settings,
            fields: fields
        )
        checkReferences(map)
    }

    private static func describe(
        _ id: String,
        _ map: YAMLMapping,
        aboutOthers: Bool,
        needs: [String],
        settings: [String: Setting]?,
        fields: [FieldSection]
    ) -> CollectionDescription? {
        let origins = CollectionDescription.Origin.allCases.map(\.rawValue).joined(separator: ", ")
        let origin = map.required("origin", fix: "one of \(origins)")?
            .choice("origin", as: CollectionDescription.Origin.self)
        let title = map["title"]?.localized() ?? LocalizedText(id)
        let (key, ownWhen) = (map["key"]?.texts() ?? [], map["own_when"]?.texts() ?? [])
        let described = fields.compactMap(\.description)
        guard let settings, !needs.isEmpty, !described.isEmpty, described.count == fields.count else { return nil }
        return CollectionDescription(
            id: id,
            title: title,
            category: map["category"]?.word ?? "",
            origin: origin ?? .derived,
            aboutOthers: aboutOthers,
            needs: needs,
            mayBeEmpty: map["may_be_empty"]?.truth() ?? false,
            findsCandidates: map["finds"]?.choice("finding", of: ["candidates"]) != nil,
            only: condition(map),
            settings: settings,
            key: key,
            ownWhen: ownWhen,
            fields: described
        )
    }

    /// What fields must say, by their names.
    private static func condition(_ map: YAMLMapping) -> [String: String] {
        let pairs = (map["where"]?.entries() ?? []).compactMap { name, value in value.text().map { (name, $0) } }
        return Dictionary(pairs) { first, _ in first }
    }

    private static func needs(_ map: YAMLMapping) -> [(kind: String, place: YAMLValue)] {
        let fix = "name the kinds of identifier it is asked by, such as [email]"
        let problem = "a collection that is asked by nothing would give everybody's records"
        let items = map.required("needs", fix: fix)?.someItems(else: problem, fix: fix) ?? []
        return items.compactMap { item in item.identifierKind().map { ($0, item) } }
    }

    private static func fields(_ map: YAMLMapping) -> [FieldSection] {
        let fix = "list every column that the system returns"
        let missing = map["missingValues"]?.missingValues()
        return (map.required("fields", fix: fix)?.someItems(fix: fix) ?? []).map { FieldSection($0, missing: missing) }
    }

    // MARK: What refers to what

    private func checkReferences(_ map: YAMLMapping) {
        checkNamesAreUnique()
        checkIdentifierIsCarried(map)
        let names = fields.compactMap(\.name)
        // Where a name could not be read, nobody can say that there is none such.
        guard names.count == fields.count else { return }
        for key in ["key", "own_when"] {
            for item in map[key]?.itemsOrOne() ?? [] { _ = item.choice("field", of: names) }
        }
        checkCondition(map, names)
        for field in fields { field.checkKnownSince(among: names) }
    }

    /// A field that is not there would leave out every record.
    private func checkCondition(_ map: YAMLMapping, _ names: [String]) {
        guard let condition = map["where"], condition.isMap else { return }
        for (name, value) in condition.entries() ?? [] where !names.contains(where: { isSame($0, name) }) {
            value.error("no field is called \(shown(name))", fix: suggestion(for: name, among: names))
        }
    }

    /// Checks what its fields refer to in the system's other collections.
    func checkReferences(among collections: [CollectionSection]) {
        for field in fields { field.checkReference(of: id, among: collections) }
    }

    private func checkNamesAreUnique() {
        var seen: Set<[UInt8]> = []
        for field in fields {
            guard let name = field.name, !seen.insert(Array(name.utf8)).inserted else { continue }
            field.note("name", "the field \(shown(name)) stands here twice", fix: "give each column its own label")
        }
    }

    /// Without such a field nobody could tell whether a record that comes back is the subject's (cases 51 to 54); where
    /// it is asked by several kinds, the record must carry them all.
    private func checkIdentifierIsCarried(_ map: YAMLMapping) {
        // A field that could not be read may be the one that carries it.
        guard !needs.isEmpty, !fields.isEmpty, !fields.contains(where: \.hasUnclearMarks) else { return }
        for (kind, _) in needs where !fields.contains(where: { $0.carries(anyOf: [kind]) }) {
            map.note(
                .error,
                "needs",
                "no field carries \(kind), so a stranger's record would not be noticed",
                fix: "return the column it is asked by, and mark it `matches: \(kind)`"
            )
        }
    }

    /// The kinds that stand together in one of its records: those it yields, and those it is asked by.
    var kindsTogether: Set<String> { isAboutOthers ? [] : Set(yields + needs.map(\.kind)) }

    /// The kinds that its records yield to other collections.
    var yields: [String] {
        isAboutOthers
            ? []
            : fields.compactMap(\.description).flatMap { [$0.identifies, $0.addressOfRecord?.rawValue] }.compactMap(
                \.self
            )
    }

    /// Where a key or a field of the collection stands.
    func place(of name: String) -> (line: Int, path: String) {
        if let index = fields.firstIndex(where: { $0.name.map { isSame($0, name) } == true }) {
            return (fields[index].whole.line, fields[index].whole.path)
        }
        let line = whole.entries()?.first { isSame($0.key, name) }?.value.line
        return (line ?? whole.line, "\(whole.path).\(visible(name))")
    }
}
