import ExporterKit
import Cases
import Policy
import ControllerFiles

extension PackageSample {
    /// A package of a controller whose systems all hold two records of the person, and whose staff found nothing else.
    init(of configuration: Configuration, language: Language, right: Right) {
        let processing = configuration.processing
        let collections = configuration.systems.flatMap { system in system.collections.map { (system, $0) } }
        var lines: [LedgerLine] = []
        for (system, collection) in collections {
            lines.append(Self.line(system, collection, processing))
        }
        let fed = Set(collections.map(\.1.category))
        for category in processing.categories where !fed.contains(category.id) {
            let customer = category.processorFor.map { Outcome.withheld(ground: .processorFor($0)) }
            lines.append(
                LedgerLine(
                    system: "by-hand",
                    collection: category.id,
                    category: category.id,
                    outcome: customer ?? .nothingHeld
                )
            )
        }
        self.init(language: language, right: right, lines: lines, isEmpty: true)
        controller = configuration.controller
        self.processing = processing
        systems = configuration.systems
        for (system, collection) in collections where Self.line(system, collection, processing).outcome == .records {
            add(collection.id, of: system, records: (0..<2).map { Self.record($0, of: collection) })
        }
    }

    private static func line(
        _ system: SystemDescription,
        _ collection: CollectionDescription,
        _ processing: Processing
    ) -> LedgerLine {
        let customer = processing.category(collection.category)?.processorFor
        return LedgerLine(
            system: system.id,
            collection: collection.id,
            category: collection.category,
            outcome: customer.map { .withheld(ground: .processorFor($0)) } ?? .records,
            records: customer == nil ? 2 : 0
        )
    }

    private static func record(_ number: Int, of collection: CollectionDescription) -> [TestCell] {
        collection.fields.map { cell(for: $0, number) }
    }

    /// A value that fits a field: of its type, and a code where it has codes.
    private static func cell(for field: FieldDescription, _ number: Int) -> TestCell {
        if let code = field.categories.keys.sorted().first { return .text(Array(code.utf8)) }
        switch field.type {
        case "integer", "number": return .number(String(1001 + number))
        case "boolean": return .boolean(number == 0)
        case "date": return .text(Array("2025-11-0\(number + 3)".utf8))
        case "datetime": return .text(Array("2025-11-0\(number + 3)T09:12:00Z".utf8))
        case "array": return .json("[\"A\", \"B\"]")
        case "object": return .json("{\"a\": 1}")
        default: return .text(Array(text(for: field).utf8))
        }
    }

    private static func text(for field: FieldDescription) -> String {
        switch (field.addressOfRecord, field.format) {
        case (.email, _), (_, "email"): "ada@example.org"
        case (.phone, _): "+31 20 123 45 67"
        case (.post, _): "Kerkstraat 1, 1017 GA Amsterdam"
        default: text(named: field.name)
        }
    }

    private static func text(named name: String) -> String {
        let examples = [
            ("voornaam", "Ada"), ("achternaam", "de Vries"), ("ip_adres", "192.0.2.7"), ("e_mail", "ada@example.org"),
            ("adres", "Kerkstraat 1, 1017 GA Amsterdam"), ("bedrijf", "De Vries Modelbouw"), ("naam", "Ada de Vries"),
            ("first_name", "Ada"), ("last_name", "de Vries"), ("company", "De Vries Modelbouw"),
            ("address", "Kerkstraat 1, 1017 GA Amsterdam"), ("name", "Ada de Vries"),
        ]
        return examples.first { name.contains($0.0) }?.1 ?? "voorbeeld"
    }
}
