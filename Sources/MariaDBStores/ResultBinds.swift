import CMariaDB
import ExporterKit

/// The memory into which the library writes a row; it grows with the longest value.
final class ResultBinds {
    private let binds: UnsafeMutablePointer<MYSQL_BIND>
    private let lengths: UnsafeMutablePointer<UInt>
    private let nulls: UnsafeMutablePointer<my_bool>
    private let errors: UnsafeMutablePointer<my_bool>
    private var buffers: [UnsafeMutableRawBufferPointer]
    private let count: Int

    /// The longest value that is taken.
    static let valueLimit = 32 << 20

    init(_ columns: [ResultColumn]) {
        count = columns.count
        binds = .allocate(capacity: max(count, 1))
        binds.initialize(repeating: MYSQL_BIND(), count: max(count, 1))
        lengths = .allocate(capacity: max(count, 1))
        lengths.initialize(repeating: 0, count: max(count, 1))
        nulls = .allocate(capacity: max(count, 1))
        nulls.initialize(repeating: 0, count: max(count, 1))
        errors = .allocate(capacity: max(count, 1))
        errors.initialize(repeating: 0, count: max(count, 1))
        buffers = columns.map { _ in .allocate(byteCount: 256, alignment: 16) }
        for (index, column) in columns.enumerated() {
            (binds[index].buffer_type, binds[index].is_unsigned) = Self.type(of: column.reading)
            binds[index].length = lengths + index
            binds[index].is_null = nulls + index
            binds[index].error = errors + index
            place(index)
        }
    }

    deinit {
        binds.deallocate()
        lengths.deallocate()
        nulls.deallocate()
        errors.deallocate()
        for buffer in buffers { buffer.deallocate() }
    }

    private static func type(of reading: ResultColumn.Reading) -> (enum_field_types, my_bool) {
        switch reading {
        case .integer(let isUnsigned): (MYSQL_TYPE_LONGLONG, isUnsigned ? 1 : 0)
        case .float: (MYSQL_TYPE_FLOAT, 0)
        case .double: (MYSQL_TYPE_DOUBLE, 0)
        case .date: (MYSQL_TYPE_DATE, 0)
        case .moment: (MYSQL_TYPE_DATETIME, 0)
        case .time: (MYSQL_TYPE_TIME, 0)
        case .decimal, .text, .json: (MYSQL_TYPE_STRING, 0)
        case .bytes, .bits: (MYSQL_TYPE_BLOB, 0)
        }
    }

    private func place(_ index: Int) {
        binds[index].buffer = buffers[index].baseAddress
        binds[index].buffer_length = UInt(buffers[index].count)
    }

    func bind(to statement: UnsafeMutablePointer<MYSQL_STMT>) throws {
        guard mysql_stmt_bind_result(statement, binds) == 0 else { throw Refusal(statement) }
    }

    /// Takes the next row; false where there is none.
    func next(of statement: UnsafeMutablePointer<MYSQL_STMT>) throws -> Bool {
        switch mysql_stmt_fetch(statement) {
        case 0: return true
        case MYSQL_NO_DATA: return false
        case MYSQL_DATA_TRUNCATED:
            try takeWhole(statement)
            return true
        default: throw Refusal(statement)
        }
    }

    /// Takes again what was longer than the memory for it.
    private func takeWhole(_ statement: UnsafeMutablePointer<MYSQL_STMT>) throws {
        var hasGrown = false
        for index in 0..<count where nulls[index] == 0 && lengths[index] > UInt(buffers[index].count) {
            let length = Int(lengths[index])
            guard length <= Self.valueLimit else {
                throw SourceFailure(.tooLarge, "a value is larger than \(Self.valueLimit >> 20) MiB")
            }
            buffers[index].deallocate()
            buffers[index] = .allocate(byteCount: length + length / 2, alignment: 16)
            place(index)
            guard mysql_stmt_fetch_column(statement, binds + index, UInt32(index), 0) == 0 else {
                throw Refusal(statement)
            }
            hasGrown = true
        }
        // The next row comes into the new memory.
        if hasGrown { try bind(to: statement) }
    }

    func isNull(_ column: Int) -> Bool { nulls[column] != 0 }

    /// A column's bytes, until the next row.
    func bytes(_ column: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: buffers[column].prefix(Int(lengths[column])))
    }

    func value<Value: BitwiseCopyable>(_ column: Int, as type: Value.Type) -> Value {
        buffers[column].load(as: type)
    }

    func moment(_ column: Int) -> MYSQL_TIME { buffers[column].load(as: MYSQL_TIME.self) }
}
