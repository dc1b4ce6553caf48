import ExporterKit
import Policy

/// Reads one entry of `categories` in `processing.yaml`.
struct CategorySection {
    let rules: RetentionSection
    let processors: [String]
    let categories: [String]

    private static let keys = [
        "canonical", "title", "fields", "excluded_fields", "adapters", "purposes", "legal_bases",
        "basis_stated", "retention", "processors", "source", "automated_decisions",
        "processor_for", "third_party_data", "external_source", "claimed_not_personal", "linked_to_account", "media",
        "stops_on", "withdrawal_cascade", "ask_elsewhere_first",
    ]
    private static let remarks = ["fields_note", "basis_note", "retention_note"]
    private static let retentionFix = "write a list such as [{kind: fixed, duration: P7Y, from: the invoice's date}]"

    func category(_ id: String, _ value: YAMLValue) -> Category? {
        guard let map = value.mapping(known: Self.keys, remarks: Self.remarks) else { return nil }
        let category = Category(
            id: id,
            canonical: map["canonical"]?.word(of: "category"),
            title: map.required("title", fix: "say what people call it")?.localized() ?? LocalizedText(id),
            fields: map["fields"]?.localizedTexts() ?? [],
            excludedFields: map["excluded_fields"]?.texts() ?? [],
            purposes: map.silent("purposes", "it is not said what the data is for", fix: "list the purposes")?
                .localizedTexts() ?? [],
            legalBases: legalBases(map),
            basisIsStated: map["basis_stated"]?.truth() ?? true,
            retention: retention(map),
            processors: (map["processors"]?.itemsOrOne() ?? []).compactMap { $0.choice("processor", of: processors) },
            source: map["source"]?.localized(),
            automatedDecisions: map["automated_decisions"]?.localized(),
            processorFor: map["processor_for"]?.text(),
            adapters: map["adapters"]?.words(of: "kind of adapter") ?? [],
            marks: marks(map)
        )
        check(category, map)
        return category
    }

    private func legalBases(_ map: YAMLMapping) -> [String] {
        let list = map.silent("legal_bases", "it is not said on what basis", fix: "write articles such as [6(1)(b)]")
        let articles = (list?.itemsOrOne() ?? []).compactMap { $0.article() }
        if let list, articles.isEmpty, list.isList {
            list.null("it is not said on what basis", fix: "write articles such as [6(1)(b)]")
        }
        return articles
    }

    private func retention(_ map: YAMLMapping) -> [RetentionRule] {
        let items = map.required("retention", fix: Self.retentionFix)?.someItems(fix: Self.retentionFix) ?? []
        return items.compactMap(rules.rule)
    }

    private func marks(_ map: YAMLMapping) -> Category.Marks {
        var marks = Category.Marks()
        marks.thirdPartyData = map["third_party_data"]?.truth() ?? false
        marks.externalSource = map["external_source"]?.truth() ?? false
        marks.claimedNotPersonal = map["claimed_not_personal"]?.truth() ?? false
        marks.linkedToAccount = map["linked_to_account"]?.truth() ?? false
        marks.media = map["media"]?.words(of: "medium") ?? []
        marks.stopsOn = map["stops_on"]?.word(of: "right")
        marks.withdrawalCascade = (map["withdrawal_cascade"]?.itemsOrOne() ?? []).compactMap {
            $0.choice("category", of: categories)
        }
        marks.askElsewhereFirst = map["ask_elsewhere_first"]?.localized()
        return marks
    }

    private func check(_ category: Category, _ map: YAMLMapping) {
        if category.marks.externalSource, category.source == nil {
            map.note(
                .warning,
                "source",
                "some of the data comes from elsewhere, and it is not said from where",
                fix: "name the source; people have a right to know it (Art. 15(1)(g))"
            )
        }
        if category.marks.claimedNotPersonal {
            map["claimed_not_personal"]?.warning(
                "the policy claims that this is no personal data; it is answered as if it were",
                fix: "have it checked: an address, a device or a cookie usually leads to a person (Art. 4(1))"
            )
        }
    }
}
