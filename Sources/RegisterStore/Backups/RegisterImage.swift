import Cases
import GRDB
import GRDBSQLite

/// A register as the bytes of its file, in memory alone.
///
/// SQLite's online backup takes it at one moment while others write, and says so where a page cannot be read. So the
/// register stands in memory twice for a while, which is the limit of it.
struct RegisterImage: ~Copyable {
    private let bytes: UnsafeMutableRawBufferPointer

    /// Takes the image of a register.
    init(of writer: any DatabaseWriter) throws {
        let copy = try Register.translatingErrors {
            let copy = try DatabaseQueue(configuration: Register.inMemory)
            try writer.backup(to: copy)
            return copy
        }
        var size: Int64 = 0
        let start = copy.inDatabase { sqlite3_serialize($0.sqliteConnection, "main", &size, 0) }
        guard let start, size > 0 else {
            throw InzageError(.unexpected, "there is no memory for a copy of the register")
        }
        bytes = UnsafeMutableRawBufferPointer(start: start, count: Int(size))
    }

    /// How many bytes it has.
    var count: Int { bytes.count }

    /// Some of its bytes.
    func piece(_ range: Range<Int>) -> [UInt8] { Array(bytes[range]) }

    deinit { sqlite3_free(bytes.baseAddress) }
}
