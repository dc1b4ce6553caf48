import CPQ
import DriverParts
import ExporterKit
import SQLParts

/// A collection's query on a connection.
struct PostgreSQLQuery: SQLQuery {
    let collection: CollectionDescription
    private let plan: QueryPlan
    private let store: PostgreSQLStore

    init(_ collection: CollectionDescription, _ plan: QueryPlan, _ store: PostgreSQLStore) {
        (self.collection, self.plan, self.store) = (collection, plan, store)
    }

    /// The query as the server gets it.
    var sql: String { plan.query }
    var kinds: [String] { plan.kinds }
    var columns: [String] { plan.columns }

    func origin(ofColumn column: Int) -> ColumnOrigin? { plan.origins[column] }
    func holdsNobody() throws -> Bool { try holdsNobodyByOrigin() }
    static func text(of column: String) -> String { "CAST(\(column) AS text)" }

    func texts(_ sql: String) throws -> [[String?]] {
        try store.connection { connection in
            let answer = try connection.run(sql)
            let width = answer.columns.count
            return (0..<answer.rows).map { row in (0..<width).map { answer.text(row, $0) } }
        }
    }

    func run(_ values: [[AskedValue]], stop: StopFlag, yield: (RecordBuffer) throws -> Void) throws {
        var bound: [[UInt8]?] = []
        for (values, type) in zip(values, plan.types) {
            let possible = try values.map(\.identifier.value).filter { try isValue($0, of: type) }
            // A value that the column's type does not have stands in no row.
            guard let first = possible.first else { return }
            bound.append(collection.asksMany ? ArrayText.literal(of: possible) : first)
        }
        var record = RecordBuffer()
        try store.connection { connection in
            try connection.stream(plan.name, bound) { answer in
                guard !stop.isRaised else { throw CancellationError() }
                let row = PostgreSQLRow(answer, plan.writings)
                try row.check()
                try plan.fields.handOver(row, in: &record, yield)
            }
        }
    }

    /// Whether a value can be one of a type.
    ///
    /// Where it is not plain to see the server says so, apart from the
    /// transaction, which would be lost with the question.
    private func isValue(_ value: [UInt8], of type: Oid) throws -> Bool {
        guard !value.contains(0) else { return false }
        if Self.texts.contains(type), value.allSatisfy({ $0 < 0x80 }) { return true }
        if Self.wholeNumbers.contains(type), Int32(String(decoding: value, as: UTF8.self)) != nil {
            return true
        }
        return try store.apart {
            do {
                try store.connection { _ = try $0.run("SELECT $1 IS NULL", [type], [value]) }
                return true
            } catch let refusal as Refusal where refusal.isAboutValue {
                return false
            }
        }
    }

    /// `name`, `text`, `bpchar`, `varchar` and what is of no type yet.
    private static let texts: Set<Oid> = [0, 19, 25, 1042, 1043]
    /// `int8` and `int4`; `int2` is asked of the server.
    private static let wholeNumbers: Set<Oid> = [20, 23]
}
