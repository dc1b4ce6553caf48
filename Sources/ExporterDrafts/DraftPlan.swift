import ExporterKit
import StoreSchemas

/// Which tables a person is found in, and by which way from their address.
struct DraftPlan {
    /// How a table is reached from one that tells who it is about.
    struct Route {
        /// The tables from the one that is asked for to the one whose columns carry the identifiers, with what joins each
        /// to the next.
        var steps: [(table: TableSchema, by: TableReference)] = []
        /// The columns of the last table that carry the identifiers, and the identifiers' kinds.
        var carriers: [String]
        var kinds: [String]
        var isGuessed: Bool
    }

    /// A table in which an address stands by which people are found.
    struct Root {
        let table: TableSchema
        let emails: [ColumnSchema]
        /// The kinds that its key yields; none where it has none.
        let kinds: [String]
        let isStaff: Bool
    }

    let graph: TableGraph
    private(set) var roots: [Root] = []
    private(set) var routes: [(table: TableSchema, route: Route)] = []
    /// Tables to which roots refer, in which something personal stands.
    private(set) var details: [(table: TableSchema, root: Root, by: TableReference)] = []
    /// Tables to which nothing leads.
    private(set) var left: [TableSchema] = []

    private static let longest = 4

    /// What the kinds of identifiers begin with: numbers of two systems are one only where somebody says so.
    private let system: [String]

    init(_ graph: TableGraph, system: [String]) {
        self.graph = graph
        self.system = system
        let withAddress = graph.tables.filter { !Self.emails($0).isEmpty }
        let weights = Dictionary(uniqueKeysWithValues: withAddress.map { ($0.name, weight($0)) })
        let isStaffAlone = withAddress.allSatisfy(isStaff)
        roots = withAddress.sorted { one, other in
            let (a, b) = (weights[one.name] ?? 0, weights[other.name] ?? 0)
            return (isStaff(one) ? 1 : 0, -a, one.name) < (isStaff(other) ? 1 : 0, -b, other.name)
        }.map { table in
            Root(
                table: table,
                emails: Self.emails(table),
                kinds: table.key.map { kind($0, of: table) },
                isStaff: isStaff(table) && !isStaffAlone
            )
        }
        follow()
        findDetails()
        let reached = Set(roots.map(\.table.name) + routes.map(\.table.name) + details.map(\.table.name))
        left = graph.tables.filter { !reached.contains($0.name) }
    }

    private static func emails(_ table: TableSchema) -> [ColumnSchema] {
        table.columns.filter { ColumnSense($0) == .email }
    }

    private func weight(_ table: TableSchema) -> Int {
        graph.tables.count { other in other.references.contains { $0.table == table.name } && other.name != table.name }
    }

    private func isStaff(_ table: TableSchema) -> Bool {
        graph.plainName(table).hasAny([
            "staff", "employee", "employees", "medewerkers", "medewerker", "personnel", "agents",
        ])
    }

    /// The kind of identifier that a key's column is.
    func kind(_ column: String, of table: TableSchema) -> String {
        let words = NameWords(column)
        let own = graph.plainName(table).singular
        let plain = words.words.count > 1 ? words.words : own + words.words
        return (system + plain.drop { system.contains($0) }).joined(separator: "_")
    }

    /// Goes from the roots to what refers to them, and from there on.
    private mutating func follow() {
        var reached: [String: Route] = [:]
        for root in roots where !root.isStaff && !root.kinds.isEmpty {
            reached[root.table.name] = Route(carriers: root.table.key, kinds: root.kinds, isGuessed: false)
        }
        let ends = reached
        for length in 1...Self.longest {
            for table in graph.tables where reached[table.name] == nil || (length == 1 && ends[table.name] != nil) {
                guard let route = shortest(from: table, over: reached, ends), route.steps.count < length else {
                    continue
                }
                if routes.contains(where: { $0.table.name == table.name }) { continue }
                routes.append((table, route))
                if ends[table.name] == nil { reached[table.name] = route }
            }
        }
    }

    /// The way over the best of a table's references: one that the store knows, to a root that most refer to.
    private func shortest(from table: TableSchema, over reached: [String: Route], _ ends: [String: Route]) -> Route? {
        let candidates = table.references.filter { $0.table != table.name && reached[$0.table] != nil }
        let order = roots.map(\.table.name)
        let best = candidates.min { one, other in
            func rank(_ reference: TableReference) -> (Int, Int, Int, Int) {
                let isRoot = ends[reference.table] != nil
                return (
                    isRoot ? 0 : 1, reference.isGuessed ? 1 : 0, order.firstIndex(of: reference.table) ?? order.count,
                    reference.columns.joined().count
                )
            }
            return rank(one) < rank(other)
        }
        // A root refers to a root only where the other is the more important one.
        guard let best, let next = reached[best.table] else { return nil }
        if ends[table.name] != nil, (order.firstIndex(of: table.name) ?? 0) < (order.firstIndex(of: best.table) ?? 0) {
            return nil
        }
        guard ends[best.table] == nil else {
            guard let end = graph.table(best.table), best.referenced == end.key else { return nil }
            return Route(carriers: best.columns, kinds: next.kinds, isGuessed: best.isGuessed)
        }
        var route = next
        guard let parent = graph.table(best.table) else { return nil }
        route.steps.insert((parent, best), at: 0)
        route.isGuessed = route.isGuessed || best.isGuessed
        return route
    }

    private mutating func findDetails() {
        let taken = Set(roots.map(\.table.name) + routes.map(\.table.name))
        for root in roots where !root.kinds.isEmpty && !root.isStaff {
            for reference in root.table.references where !taken.contains(reference.table) {
                guard let table = graph.table(reference.table),
                    !details.contains(where: { $0.table.name == table.name }),
                    table.columns.contains(where: { [.phone, .post, .name, .birth].contains(ColumnSense($0)) }),
                    table.columns.contains(where: { [.phone, .birth].contains(ColumnSense($0)) })
                        || Self.isAddress(table)
                else { continue }
                details.append((table, root, reference))
            }
        }
    }

    private static func isAddress(_ table: TableSchema) -> Bool {
        NameWords(table.name).hasAny([
            "address", "addresses", "adres", "adressen", "adresse", "profile", "person", "contact",
        ])
    }
}
