import CPQ
import ExporterKit
import SQLParts

/// What a server answered, owned: dropped is freed.
struct Answer: ~Copyable {
    private let handle: OpaquePointer

    /// The longest value that is taken: libpq holds a row in memory whole.
    static let valueLimit = 32 << 20

    /// Takes an answer that is none of an error.
    init(_ result: OpaquePointer?, _ connection: OpaquePointer) throws {
        guard let result else { throw SourceFailure.connectionEnded }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE:
            handle = result
        default:
            defer { PQclear(result) }
            throw Refusal(result, isAlive: PQstatus(connection) == CONNECTION_OK)
        }
    }

    deinit { PQclear(handle) }

    /// Whether this is one row of an answer that comes row by row.
    var isRow: Bool { PQresultStatus(handle) == PGRES_SINGLE_TUPLE }

    var rows: Int { Int(PQntuples(handle)) }
    var columns: [String] { (0..<PQnfields(handle)).map { String(cString: PQfname(handle, $0)) } }
    var types: [Oid] { (0..<PQnfields(handle)).map { PQftype(handle, $0) } }
    var parameterTypes: [Oid] { (0..<PQnparams(handle)).map { PQparamtype(handle, $0) } }

    /// For each column its table and its number there; zeros where it is worked out.
    var origins: [(table: Oid, column: Int32)] {
        (0..<PQnfields(handle)).map { (PQftable(handle, $0), PQftablecol(handle, $0)) }
    }

    func isNull(_ row: Int, _ column: Int) -> Bool { PQgetisnull(handle, Int32(row), Int32(column)) == 1 }

    /// A value's bytes, until the answer is dropped.
    func bytes(_ row: Int, _ column: Int) -> UnsafeBufferPointer<UInt8> {
        let start = PQgetvalue(handle, Int32(row), Int32(column))
        return UnsafeBufferPointer(
            start: UnsafeRawPointer(start)?.assumingMemoryBound(to: UInt8.self),
            count: Int(PQgetlength(handle, Int32(row), Int32(column)))
        )
    }

    /// A value as text; nil for null.
    func text(_ row: Int, _ column: Int) -> String? {
        isNull(row, column) ? nil : String(decoding: bytes(row, column), as: UTF8.self)
    }
}
