import DriverParts
import ExporterKit
import SQLParts

/// What is wrong with a system, found without reading anybody's data.
extension PostgreSQLStore {
    func findings(about system: SystemDescription) throws -> [DriverFinding] {
        do {
            return try system.collections.flatMap(findings(about:)) + (mayWrite() ? [Self.writingAccount] : [])
        } catch let refusal as Refusal {
            throw refusal.failure
        }
    }

    private func findings(about collection: CollectionDescription) throws -> [DriverFinding] {
        let own = [collection.needsProblem, collection.manyProblem].compactMap { $0 }
        do {
            let plan = try apart { try checkedPlan(of: collection) }
            let query = PostgreSQLQuery(collection, plan, self)
            let problems = own + collection.mismatches(kinds: plan.kinds, columns: plan.columns)
            return problems.map { $0.finding(in: collection.id) }
                + [query.emptinessWarning].compactMap { $0 } + (try lookAlikes(query))
        } catch let refusal as Refusal where refusal.failure.code != .unreachable {
            return (own + [Self.problem(refusal)]).map { $0.finding(in: collection.id) }
        } catch let failure as SourceFailure where failure.code != .unreachable {
            return (own + [Problem(failure, field: "query")]).map { $0.finding(in: collection.id) }
        }
    }

    /// A cursor is opened and nothing fetched: the server refuses one for what writes, or locks what it reads.
    private func checkedPlan(of collection: CollectionDescription) throws -> QueryPlan {
        let plan = try plan(of: collection)
        let nothing: [[UInt8]?] = plan.kinds.map { _ in nil }
        try connection { connection in
            _ = try connection.run(
                "DECLARE inzage_check CURSOR FOR \(plan.query)",
                plan.kinds.map { _ in 0 },
                nothing
            )
        }
        return plan
    }

    /// Nothing is bound yet, so the server's sentence can quote nothing but the query.
    private static func problem(_ refusal: Refusal) -> Problem {
        if refusal.code == "25006" || refusal.code == "0A000" { return CollectionDescription.doesMoreThanRead }
        if refusal.code == "42501" { return Problem(refusal.failure, field: "query") }
        return Problem(
            .queryFailed,
            "query",
            "the query does not run: \(refusal.message)",
            fix: "write one SELECT that runs on the database"
        )
    }

    /// Columns that are compared without regard to capitals or accents by the server itself, unless the query says how it
    /// compares.
    private func lookAlikes(_ query: PostgreSQLQuery) throws -> [DriverFinding] {
        let collection = query.collection
        let written = (collection.settings["query"]?.text ?? "").utf8.map(asciiFolded)
        guard !String(decoding: written, as: UTF8.self).contains("collate") else { return [] }
        let carrying = Set(collection.needs.flatMap(collection.fieldsCarrying)).sorted()
        return try carrying.compactMap { field in
            guard let origin = query.origin(ofField: field) else { return nil }
            let column =
                "a.attrelid = \(Self.text(origin.table))::regclass AND quote_ident(a.attname) = \(Self.text(origin.column))"
            let isLoose = try !query.texts(
                """
                SELECT '1' FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
                LEFT JOIN pg_collation c ON c.oid = a.attcollation
                WHERE \(column) AND (t.typname = 'citext' OR NOT c.collisdeterministic)
                """
            ).isEmpty
            return isLoose ? Self.looseColumn(collection.fields[field].name, collection) : nil
        }
    }

    private static func looseColumn(_ name: String, _ collection: CollectionDescription) -> DriverFinding {
        DriverFinding(
            collection: collection.id,
            field: name,
            problem: "the server takes values of `\(name)` for equal that are written otherwise",
            fix: "compare the exact text: `lower(\(name)::text COLLATE \"C\") = lower(:kind COLLATE \"C\")`",
            isError: false
        )
    }

    /// A name as a text of SQL.
    private static func text(_ name: String) -> String { "'" + name.replacing("'", with: "''") + "'" }

    private func mayWrite() throws -> Bool {
        try connection { connection in
            let answer = try connection.run(
                """
                SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                AND has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE') LIMIT 1
                """
            )
            return answer.rows > 0
        }
    }

    private static var writingAccount: DriverFinding {
        DriverFinding(
            collection: nil,
            field: "connection",
            problem: "the account may write to the database",
            fix: "give Inzage an account of its own that may only read: GRANT SELECT on what is asked",
            isError: false
        )
    }
}
