import ExporterKit
import StoreSchemas

/// The collections of a draft.
struct DraftCollections {
    private let plan: DraftPlan
    private let graph: TableGraph
    private let sql: DraftSQL
    private let fields: DraftFields
    private(set) var all: [DraftedCollection] = []

    init(_ plan: DraftPlan, _ writing: SQLWriting) {
        self.plan = plan
        graph = plan.graph
        sql = DraftSQL(writing: writing)
        fields = DraftFields(graph: plan.graph, staff: Set(plan.roots.filter(\.isStaff).map(\.table.name)))
        let routed = Dictionary(uniqueKeysWithValues: plan.routes.map { ($0.table.name, $0.route) })
        for root in plan.roots {
            if let route = routed[root.table.name] {
                all.append(collection(root.table, route, yielding: root.kinds))
                if mayBeGuests(root.table, route) { all.append(guests(root, route)) }
            } else {
                all.append(collection(root))
            }
        }
        let roots = Set(plan.roots.map(\.table.name))
        for (table, route) in plan.routes where !roots.contains(table.name) { all.append(collection(table, route)) }
        for (table, root, reference) in plan.details { all.append(detail(table, root, reference)) }
        numberIDs()
    }

    /// Two tables may have the same plain name.
    private mutating func numberIDs() {
        var seen: [String: Int] = [:]
        for place in all.indices {
            seen[all[place].id, default: 0] += 1
            if let count = seen[all[place].id], count > 1 { all[place].id += "_\(count)" }
        }
    }

    private func id(_ table: TableSchema) -> String {
        let id = graph.plainName(table).joined
        return id.isEmpty ? "table" : id
    }

    private func order(_ table: TableSchema) -> [String] { table.key.map { sql.column($0, of: table) } }

    private func columns(_ table: TableSchema) -> [String] { table.columns.map { sql.column($0.name, of: table) } }

    /// A table that is asked by an address.
    private func collection(_ root: DraftPlan.Root) -> DraftedCollection {
        var looks = root.isStaff ? ["people who work here: they may ask, too"] : []
        if root.emails.count > 1 { looks.append("several addresses; is each the person's own?") }
        return DraftedCollection(
            id: id(root.table),
            table: root.table,
            needs: ["email"],
            query: sql.query(
                root.table.columns.map { sql.name($0.name) },
                from: ["FROM \(sql.name(root.table.name))"],
                where: [anyAddress(root)],
                order: root.table.key.map(sql.name)
            ),
            key: root.table.key,
            fields: fields.ofRoot(root),
            looks: looks
        )
    }

    private func anyAddress(_ root: DraftPlan.Root) -> String {
        let comparisons = root.emails.map { sql.comparison(sql.name($0.name), $0, "email", isAddress: true) }
        return comparisons.count == 1 ? comparisons[0] : comparisons.map { "(\($0))" }.joined(separator: " OR ")
    }

    /// Whether rows may stand in a table whose person has no number: who ordered or wrote without an account.
    private func mayBeGuests(_ table: TableSchema, _ route: DraftPlan.Route) -> Bool {
        route.isGuessed || route.carriers.contains { table.column($0)?.mayBeNull ?? true }
    }

    /// The rows of such people, by the address alone.
    private func guests(_ root: DraftPlan.Root, _ route: DraftPlan.Route) -> DraftedCollection {
        var drafted = collection(root)
        drafted.id += "_of_guests"
        drafted.looks = ["those who have no account; does the column say 0, null or something else then?"]
        let carriers = route.steps.isEmpty ? route.carriers : []
        let without = carriers.map { column in
            let name = sql.name(column)
            let isNumber = root.table.column(column)?.type == .integer
            return isNumber ? "(\(name) IS NULL OR \(name) = 0)" : "(\(name) IS NULL OR \(name) = '')"
        }
        drafted.query = sql.query(
            root.table.columns.map { sql.name($0.name) },
            from: ["FROM \(sql.name(root.table.name))"],
            where: ["(\(anyAddress(root)))"] + without,
            order: root.table.key.map(sql.name)
        )
        drafted.fields = fields.ofRoot(root, hasKnownAddress: false)
        return drafted
    }

    /// A table that is reached over others from what carries the identifiers.
    private func collection(
        _ table: TableSchema,
        _ route: DraftPlan.Route,
        yielding kinds: [String] = []
    ) -> DraftedCollection {
        let last = route.steps.last?.table ?? table
        var from = ["FROM \(sql.name(table.name))"]
        var near = table
        for (step, reference) in route.steps {
            let pairs = zip(reference.columns, reference.referenced).map {
                "\(sql.column($1, of: step)) = \(sql.column($0, of: near))"
            }
            from.append("JOIN \(sql.name(step.name)) ON \(pairs.joined(separator: " AND "))")
            near = step
        }
        let carried = route.steps.isEmpty ? Dictionary(zip(route.carriers, route.kinds)) { one, _ in one } : [:]
        var drafted = fields.of(table, carried: carried, isPersons: !kinds.isEmpty)
        for (place, column) in table.key.enumerated() where !kinds.isEmpty {
            guard let index = drafted.firstIndex(where: { $0.column.name == column }) else { continue }
            drafted[index].marks.append("identifies: \(kinds[place])")
        }
        var selected = columns(table)
        if !route.steps.isEmpty {
            for (carrier, kind) in zip(route.carriers, route.kinds) {
                let field = carriedField(carrier, of: last, kind, beside: table)
                selected.append("\(sql.column(carrier, of: last)) AS \(sql.name(field.column.name))")
                drafted.append(field)
            }
        }
        return DraftedCollection(
            id: id(table),
            table: table,
            needs: route.kinds,
            query: sql.query(
                route.steps.isEmpty ? table.columns.map { sql.name($0.name) } : selected,
                from: from,
                where: zip(route.carriers, route.kinds).map {
                    sql.comparison(route.steps.isEmpty ? sql.name($0) : sql.column($0, of: last), last.column($0), $1)
                },
                order: route.steps.isEmpty ? table.key.map(sql.name) : order(table)
            ),
            key: table.key,
            fields: drafted,
            looks: route.isGuessed ? ["the store says of no key here; it was found by the columns' names"] : []
        )
    }

    /// What says of whom a row is, where a table further on says it.
    private func carriedField(
        _ column: String,
        of last: TableSchema,
        _ kind: String,
        beside table: TableSchema
    ) -> DraftedCollection.Field {
        let isTaken = table.columns.contains { $0.name.lowercased() == kind }
        let schema = ColumnSchema(
            name: isTaken ? "whose_\(kind)" : kind,
            type: last.column(column)?.type ?? .string
        )
        return DraftedCollection.Field(
            column: schema,
            marks: ["matches: \(kind)"],
            looks: ["by which the rows are found"]
        )
    }

    /// A table to which the person's own row refers, such as their address.
    private func detail(
        _ table: TableSchema,
        _ root: DraftPlan.Root,
        _ reference: TableReference
    ) -> DraftedCollection {
        let pairs = zip(reference.columns, reference.referenced).map {
            "\(sql.column($0, of: root.table)) = \(sql.column($1, of: table))"
        }
        let carried = zip(root.table.key, root.kinds).map { carriedField($0, of: root.table, $1, beside: table) }
        let selected = zip(root.table.key, carried).map {
            "\(sql.column($0, of: root.table)) AS \(sql.name($1.column.name))"
        }
        let own = table.columns.map { fields.field($0, of: table, isRoot: true) }
        return DraftedCollection(
            id: id(table),
            table: table,
            needs: root.kinds,
            query: sql.query(
                columns(table) + selected,
                from: [
                    "FROM \(sql.name(table.name))",
                    "JOIN \(sql.name(root.table.name)) ON \(pairs.joined(separator: " AND "))",
                ],
                where: zip(root.table.key, root.kinds).map {
                    sql.comparison(sql.column($0, of: root.table), root.table.column($0), $1)
                },
                order: order(table)
            ),
            key: table.key + carried.map(\.column.name),
            fields: own + carried,
            looks: ["rows to which the person's own row refers"]
        )
    }
}
