import ExporterKit
import Groundwork
import Policy

/// Reads `processing.yaml`; ``ControllerTemplate/processingYAML`` shows every key with what it means.
struct ProcessingFile {
    static let name = "processing.yaml"

    let processing: Processing
    /// Where each category stands, to warn of those that no system feeds.
    let places: [String: YAMLValue]
    let processorPlaces: [String: YAMLValue]

    /// What stands in the file; what is wrong is noted, and the rest is read too.
    init?(_ root: YAMLValue) {
        let keys = ["events", "retention", "transfers", "categories", "processors"]
        guard let map = root.mapping(known: keys) else { return nil }
        let rules = RetentionSection(events: Self.events(map["events"]))
        let entries =
            map.required("categories", fix: "list the categories of your record of processing")?
            .entriesById("category") ?? []
        let section = ProcessorSection(rules: rules)
        let recipients = map["processors"]?.entriesById("processor") ?? []
        let processors = recipients.compactMap(section.processor)
        let categories = CategorySection(rules: rules, processors: processors.map(\.id), categories: entries.map(\.key))
        processing = Processing(
            categories: entries.compactMap(categories.category),
            processors: processors,
            generalRetention: (map["retention"]?.items() ?? []).compactMap(rules.scopedRule),
            transferPolicy: map["transfers"].flatMap(Self.transferPolicy)
        )
        places = Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first }
        processorPlaces = Dictionary(recipients.map { ($0.key, $0.value) }) { first, _ in first }
    }

    private static func events(_ section: YAMLValue?) -> [String: LocalizedText] {
        (section?.entriesById("event") ?? []).reduce(into: [:]) { events, entry in
            events[entry.key] = entry.value.localized()
        }
    }

    private static func transferPolicy(_ value: YAMLValue) -> TransferPolicy? {
        guard let map = value.mapping(known: ["conditions", "safeguard", "warning"]) else { return nil }
        return TransferPolicy(
            conditions: map["conditions"]?.words(of: "condition") ?? [],
            safeguard: map["safeguard"]?.text(),
            warning: map["warning"]?.localized()
        )
    }
}

extension YAMLValue {
    /// An article of the GDPR, such as `6(1)(b)`.
    func article() -> String? {
        guard let text = text() else { return nil }
        if text.wholeMatch(of: /[0-9]{1,2}(\([0-9]{1,2}\))?(\([a-z]\))?/) != nil { return text }
        error("\(shown(text)) is no article", fix: "write it like 6(1)(b) or 9(2)(a)")
        return nil
    }

    /// Texts for people in a list, or one alone.
    func localizedTexts() -> [LocalizedText] { (itemsOrOne() ?? []).compactMap { $0.localized() } }
}
