import ExporterKit
import Cases
import GatheringStage
import Policy
import RegisterStore
import PackagingStage

extension PackageSample {
    /// The overview of a sample with one text wherever data or configuration can stand.
    static func overview(holding bytes: [UInt8]) -> [UInt8] {
        let payload = String(decoding: bytes, as: UTF8.self)
        var sample = PackageSample(
            customers: [
                [
                    42, .text(bytes), "a@b", "s", .text(bytes), .boolean(true),
                    .text(bytes), nil, nil,
                ]
            ],
            orders: [
                [1, 42, .text(bytes), 1, .text(bytes)],
                [2, 42, "x", 1, .text(bytes)],
            ],
            lines: PackageSample.lines + [
                LedgerLine(
                    system: payload,
                    collection: payload,
                    category: payload,
                    outcome: .gapAccepted(reason: payload)
                ),
                LedgerLine(
                    system: "crm",
                    collection: payload,
                    category: "chat",
                    outcome: .withheld(ground: .decided(payload)),
                    redactions: [Redaction(ground: .operatorDecision, field: payload, reason: payload, count: 1)]
                ),
            ]
        )
        var scan = sample.file("scan", bytes, name: payload)
        (scan.category, scan.title) = ("applications", payload)
        sample.dossier.additions = [scan]
        sample.dossier.collections[1].files[0].originalName = payload
        sample.dossier.collections[1].files[0].fileExtension = payload
        sample.dossier.collections[1].files[0].mediaType = payload
        // A collection's title stands in an attribute too, where a quote would break out.
        for index in sample.dossier.collections.indices { sample.dossier.collections[index].retitle(payload) }
        sample.controller.entities[0].name = payload
        sample.controller.contact.email = payload
        sample.controller.supervisoryAuthorities[0].website = payload
        sample.processing.processors[0].name = payload
        sample.processing.processors[0].website = payload
        sample.processing.categories[0].source = LocalizedText(payload)
        fill(&sample.processing, with: LocalizedText(payload))
        sample.systems = sample.systems.map { $0.retitled(payload) }
        sample.controller.name = payload
        sample.controller.policy = PolicyDocument(title: payload, date: payload)
        sample.controller.contact.complaintsFirstTo = payload
        sample.controller.rights[0].notice = LocalizedText(payload)
        sample.dossier.head.requestID = payload
        sample.dossier.head.receivedOn = payload
        return sample.plan.texts.first { $0.name == "01-overview.html" }?.bytes ?? []
    }

    /// Puts a text wherever a record of processing can hold one.
    private static func fill(_ processing: inout Processing, with text: LocalizedText) {
        let payload = text.text(in: "nl")
        var marks = Category.Marks()
        (marks.askElsewhereFirst, marks.media, marks.stopsOn) = (text, [payload], payload)
        for index in [0, 2, 4] { processing.categories[index].title = text }
        (processing.categories[0].legalBases, processing.categories[0].purposes) = ([payload], [text])
        for index in [0, 5] {
            processing.categories[index].fields = [text]
            processing.categories[index].excludedFields = [payload]
            processing.categories[index].automatedDecisions = text
            processing.categories[index].marks = marks
            processing.categories[index].retention = [
                RetentionRule(kind: .max, duration: payload, from: [Trigger(text)], appliesTo: text, text: text)
            ]
        }
        processing.processors[1].service = text
        processing.processors[1].country = text
        processing.processors[1].address = payload
        processing.processors[1].condition = text
        processing.processors[1].confidentiality = text
        processing.processors[1].ownPurposes = .described(text)
        processing.processors[1].data = [text]
        processing.processors[1].transfers = [Transfer(country: payload, safeguards: [payload])]
        processing.transferPolicy = TransferPolicy(conditions: [payload], safeguard: payload, warning: text)
        processing.generalRetention = [ScopedRetention(scope: payload, rule: RetentionRule(kind: .necessity))]
    }
}

extension GatheredCollection {
    /// Gives the collection and its first field another title, as a careless `exporter.yaml` could.
    fileprivate mutating func retitle(_ title: String) {
        let fields = [collection.fields[0]].map {
            FieldDescription(
                name: $0.name,
                type: $0.type,
                title: LocalizedText(title),
                description: LocalizedText(title),
                categories: ["42": LocalizedText(title), "1": LocalizedText(title)]
            )
        }
        system = system.retitled(title)
        collection = CollectionDescription(
            id: collection.id,
            title: LocalizedText(title),
            category: collection.category,
            origin: collection.origin,
            needs: collection.needs,
            settings: collection.settings,
            key: collection.key,
            fields: fields + collection.fields.dropFirst()
        )
    }
}

extension SystemDescription {
    /// The system under another title.
    fileprivate func retitled(_ title: String) -> SystemDescription {
        SystemDescription(
            id: id,
            title: LocalizedText(title),
            heldBy: heldBy,
            driver: driver,
            connection: connection,
            folder: folder,
            collections: collections
        )
    }
}
