import ExporterKit

/// Reads `processing.yaml`; ``ControllerTemplate/processingYAML`` shows every key with what it means.
struct ProcessingFile {
    static let name = "processing.yaml"
    static let roles = ["processor", "own_controller", "intra_group", "authority", "source"]

    let processing: Processing
    /// Where each category stands, to warn of those that no system feeds.
    let places: [String: YAMLValue]
    private static let retentionFix = "write a list such as [{kind: fixed, duration: P7Y, from: the invoice's date}]"

    /// What stands in the file; what is wrong is noted, and the rest is read too.
    init?(_ root: YAMLValue) {
        guard let map = root.mapping(known: ["categories", "processors"]) else { return nil }
        let entries =
            map.required("categories", fix: "list the categories of your record of processing")?
            .entriesById("category") ?? []
        let processors = map["processors"]?.entriesById("processor").compactMap(Self.processor) ?? []
        let names = processors.map(\.id)
        processing = Processing(
            categories: entries.compactMap { Self.category($0, $1, processors: names) },
            processors: processors
        )
        places = Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first }
    }

    private static func category(_ id: String, _ value: YAMLValue, processors: [String]) -> Category? {
        let keys = [
            "title", "purposes", "legal_bases", "retention", "processors", "source", "automated_decisions",
            "processor_for",
        ]
        guard let map = value.mapping(known: keys) else { return nil }
        return Category(
            id: id,
            title: map.required("title", fix: "say what people call it")?.localized() ?? LocalizedText(id),
            purposes: purposes(map),
            legalBases: legalBases(map),
            retention: retention(map),
            processors: (map["processors"]?.itemsOrOne() ?? []).compactMap { $0.choice("processor", of: processors) },
            source: map["source"]?.localized(),
            automatedDecisions: map["automated_decisions"]?.localized(),
            processorFor: map["processor_for"]?.text()
        )
    }

    private static func purposes(_ map: YAMLMapping) -> [LocalizedText] {
        let list = map.silent("purposes", "it is not said what the data is for", fix: "list the purposes")
        return (list?.itemsOrOne() ?? []).compactMap { $0.localized() }
    }

    private static func legalBases(_ map: YAMLMapping) -> [String] {
        let list = map.silent("legal_bases", "it is not said on what basis", fix: "write articles such as [6(1)(b)]")
        return (list?.itemsOrOne() ?? []).compactMap { $0.article() }
    }

    private static func retention(_ map: YAMLMapping) -> [RetentionRule] {
        let items = map.required("retention", fix: retentionFix)?.someItems(fix: retentionFix) ?? []
        return items.compactMap(retentionRule)
    }

    private static func retentionRule(_ value: YAMLValue) -> RetentionRule? {
        let withPeriod = ["fixed", "max", "usual"]
        let kinds = withPeriod + ["until_event", "necessity", "statutory"]
        guard let map = value.mapping(known: ["kind", "duration", "from", "text"]) else { return nil }
        let kind = map.required("kind", fix: suggestion(for: "", among: kinds))?.choice("kind of retention", of: kinds)
        if let kind, withPeriod.contains(kind) {
            _ = map.required("duration", fix: "write the period, such as P7Y")
        } else if kind != nil, !["duration", "from", "text"].contains(where: { map[$0] != nil }) {
            value.error("there is neither a period nor a criterion", fix: "say in text: how the end is decided")
        }
        return RetentionRule(
            kind: kind ?? "",
            duration: map["duration"]?.datePeriod(),
            from: map["from"]?.localized(),
            text: map["text"]?.localized()
        )
    }

    private static func processor(_ id: String, _ value: YAMLValue) -> Processor? {
        guard let map = value.mapping(known: ["name", "service", "role", "country", "transfers"]) else { return nil }
        let country = map.silent("country", "it is not said where the processor is", fix: "write a code such as NL")
        return Processor(
            id: id,
            name: map.required("name", fix: "write its name")?.text() ?? id,
            service: map["service"]?.localized(),
            role: map["role"]?.choice("role", of: roles) ?? "processor",
            country: country?.country(),
            transfers: (map["transfers"]?.itemsOrOne() ?? []).compactMap(transfer)
        )
    }

    private static func transfer(_ value: YAMLValue) -> Transfer? {
        guard let map = value.mapping(known: ["country", "safeguard"]) else { return nil }
        let safeguard = map.silent(
            "safeguard",
            "it is not said what protects the data there",
            fix: "write SCC, BCR or the adequacy decision"
        )
        let country = map.required("country", fix: "write the third country's code, such as US")
        return Transfer(country: country?.country() ?? "", safeguard: safeguard?.text())
    }
}

extension YAMLValue {
    /// An article of the GDPR, such as `6(1)(b)`.
    fileprivate func article() -> String? {
        guard let text = text() else { return nil }
        if text.wholeMatch(of: /[0-9]{1,2}(\([0-9]{1,2}\))?(\([a-z]\))?/) != nil { return text }
        error("\(shown(text)) is no article", fix: "write it like 6(1)(b) or 9(2)(a)")
        return nil
    }
}
