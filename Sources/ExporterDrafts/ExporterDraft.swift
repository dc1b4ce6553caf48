import ExporterKit
package import StoreSchemas
import SpreadsheetImport

/// A first exporter.yaml for a store: each line that was guessed says `# look:` and why.
package struct ExporterDraft {
    /// What a draft is made for.
    package struct Target {
        let title: String
        let driver: String
        let connection: String
        let secret: String?
        let categories: [String]

        /// - Parameter categories: those of the controller's processing.yaml, of which the likeliest is taken.
        package init(title: String, driver: String, connection: String, secret: String?, categories: [String]) {
            self.title = title
            self.driver = driver
            self.connection = connection
            self.secret = secret
            self.categories = categories
        }
    }

    /// The file.
    package let text: String
    /// How many of its lines are to be looked at.
    package let looks: Int
    /// How many collections it has.
    package let count: Int

    /// Drafts; nothing is drafted of tables to which no person leads, which the file names at its end.
    package init(_ schema: StoreSchema, for target: Target) {
        let graph = TableGraph(schema)
        var collections: [DraftedCollection]
        var left: [TableSchema] = []
        if let sql = schema.sql {
            let plan = DraftPlan(graph, system: NameWords(target.title).words)
            collections = DraftCollections(plan, sql).all
            left = plan.left
        } else {
            collections = schema.tables.map { RecordDraft($0, graph, system: NameWords(target.title).words).collection }
        }
        var page = DraftPage(target)
        for collection in collections { page.add(collection) }
        page.close(left: left)
        text = page.text
        looks = page.looks
        count = collections.count
    }
}

/// The text of a draft, line by line.
private struct DraftPage {
    private let target: ExporterDraft.Target
    private var lines: [String] = []
    private(set) var looks = 0

    init(_ target: ExporterDraft.Target) {
        self.target = target
        lines = [
            "# A draft. Look at each line that says so and take the remark off; then: inzage check, inzage exporter test."
        ]
        add(
            "system: \(YAMLScalar.inline(target.title))",
            look: "what people call it, {en: .., nl: ..} for each language"
        )
        add("held_by: controller", look: "or the id of the processor in processing.yaml that holds it")
        add("driver: \(target.driver)")
        switch target.driver {
        case "program": add("command: [./program]", look: "the program and its arguments")
        default: add("connection: \(Self.plain(target.connection))")
        }
        if let secret = target.secret { add("secret: \(secret)") }
        add(
            "# canary: {email: YOU@YOURCOMPANY}",
            look: "put a person of your own into each table that is asked by an address"
        )
        add("collections:")
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    private mutating func add(_ line: String, look: String? = nil) {
        guard let look else { return lines.append(line) }
        looks += 1
        lines.append("\(line)  # look: \(look)")
    }

    private static func plain(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || "_-./:@".utf8.contains($0)
        }
        return isPlain && text != "." ? text : "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }

    mutating func add(_ collection: DraftedCollection) {
        add("  \(collection.id):", look: collection.looks.isEmpty ? nil : collection.looks.joined(separator: "; "))
        add("    title: \(YAMLScalar.inline(NameWords(collection.id).title))", look: "what people call it")
        add("    category: \(category(of: collection))", look: "the category of processing.yaml to which it belongs")
        add("    origin: \(Self.origin(of: collection))", look: "provided, observed, derived or third_party")
        add("    needs: [\(collection.needs.joined(separator: ", "))]")
        if let query = collection.query {
            add("    query: |")
            for line in query { add("      " + line) }
        }
        for setting in collection.table.settings { add("    \(setting.key): \(setting.value)", look: setting.look) }
        if !collection.key.isEmpty {
            add("    key: [\(collection.key.map(YAMLScalar.inline).joined(separator: ", "))]")
        }
        add("    fields:")
        for field in collection.fields {
            add(
                "      - {\(Self.members(of: field))}",
                look: field.looks.isEmpty ? nil : field.looks.joined(separator: "; ")
            )
        }
    }

    private static func members(of field: DraftedCollection.Field) -> String {
        let column = field.column
        var members = ["name: \(YAMLScalar.inline(column.name))"]
        if let path = column.path { members.append("from: \"\(path)\"") }
        members.append("type: \(column.type.rawValue)")
        if let format = column.format { members.append("format: \"\(format)\"") }
        members.append("title: \(YAMLScalar.inline(NameWords(column.name).title))")
        if let comment = column.comment, !comment.isEmpty {
            members.append("description: \(YAMLScalar.inline(comment))")
        }
        return (members + field.marks).joined(separator: ", ")
    }

    mutating func close(left: [TableSchema]) {
        guard !left.isEmpty else { return }
        lines.append("# Nothing leads from a person's address to these tables, so they were left out:")
        for table in left { lines.append("#   \(YAMLScalar.inline(table.name))") }
    }

    // MARK: Guesses

    private func category(of collection: DraftedCollection) -> String {
        let words = NameWords(collection.table.name).words.map(NameWords.singular)
        let named = target.categories.first { id in
            !Set(NameWords(id).words.map(NameWords.singular)).isDisjoint(with: words)
        }
        let trade = Set(words).isDisjoint(with: Self.trade) ? nil : target.categories.first { $0.contains("order") }
        let talk = Set(words).isDisjoint(with: Self.talk) ? nil : target.categories.first { $0.contains("contact") }
        let usual =
            target.categories.first { $0.contains("account") } ?? target.categories.first { $0.contains("customer") }
        if !Set(words).isDisjoint(with: Self.people), let usual { return usual }
        return named ?? trade ?? talk ?? usual ?? target.categories.first ?? "account"
    }

    private static let people: Set<String> = [
        "customer", "user", "client", "member", "account", "person", "subscriber",
    ]
    private static let trade: Set<String> = [
        "order", "invoice", "payment", "rental", "sale", "line", "item", "cart", "refund",
    ]
    private static let talk: Set<String> = ["comment", "message", "ticket", "mail", "call", "note", "chat"]
    private static let seen: Set<String> = [
        "log", "visit", "session", "event", "payment", "rental", "login", "download", "click",
    ]

    private static func origin(of collection: DraftedCollection) -> String {
        Set(NameWords(collection.table.name).words.map(NameWords.singular)).isDisjoint(with: seen)
            ? "provided" : "observed"
    }
}
