import CMariaDB
import ExporterKit
import SQLParts

/// A prepared statement, owned: dropped is closed.
struct Statement: ~Copyable {
    private let handle: UnsafeMutablePointer<MYSQL_STMT>

    init(_ sql: String, _ connection: UnsafeMutablePointer<MYSQL>) throws {
        guard let handle = mysql_stmt_init(connection) else { throw Refusal(connection) }
        guard mysql_stmt_prepare(handle, sql, UInt(sql.utf8.count)) == 0 else {
            let refusal = Refusal(handle)
            mysql_stmt_close(handle)
            throw refusal
        }
        self.handle = handle
    }

    deinit { mysql_stmt_close(handle) }

    /// The columns that it returns; none where it does something else than read.
    borrowing func columns() -> [ResultColumn] {
        guard let result = mysql_stmt_result_metadata(handle) else { return [] }
        defer { mysql_free_result(result) }
        guard let fields = mysql_fetch_fields(result) else { return [] }
        return (0..<Int(mysql_num_fields(result))).map { ResultColumn(fields[$0]) }
    }

    /// Runs it and hands over row by row, each as soon as it comes.
    borrowing func stream(
        _ values: [AskedValue],
        _ columns: [ResultColumn],
        _ row: (MariaDBRow) throws -> Void
    ) throws {
        let parameters = ParameterBinds(values)
        try parameters.bind(to: handle)
        guard mysql_stmt_execute(handle) == 0 else { throw Refusal(handle) }
        let binds = ResultBinds(columns)
        try binds.bind(to: handle)
        while try binds.next(of: handle) { try row(MariaDBRow(binds: binds, columns: columns)) }
        mysql_stmt_free_result(handle)
    }
}

/// Values as the library takes them, for as long as a statement needs them.
private struct ParameterBinds: ~Copyable {
    private let binds: UnsafeMutablePointer<MYSQL_BIND>
    private let buffers: [UnsafeMutableRawPointer]
    private let count: Int

    init(_ values: [AskedValue]) {
        count = values.count
        binds = .allocate(capacity: max(count, 1))
        binds.initialize(repeating: MYSQL_BIND(), count: max(count, 1))
        buffers = values.map { value in
            let text = value.identifier.value
            let buffer = UnsafeMutableRawPointer.allocate(byteCount: max(text.count, 8), alignment: 8)
            buffer.copyMemory(from: text, byteCount: text.count)
            return buffer
        }
        for (index, value) in values.enumerated() { fill(&binds[index], value, buffers[index]) }
    }

    deinit {
        binds.deallocate()
        for buffer in buffers { buffer.deallocate() }
    }

    /// As its field says, never by what it looks like: a number compared with a text is compared as a floating-point one.
    private func fill(_ bind: inout MYSQL_BIND, _ value: AskedValue, _ buffer: UnsafeMutableRawPointer) {
        let text = value.identifier.value
        bind.buffer = buffer
        bind.buffer_length = UInt(text.count)
        bind.length_value = UInt(text.count)
        bind.buffer_type = MYSQL_TYPE_STRING
        guard ["integer", "number"].contains(value.type), isDecimal(text) else { return }
        bind.buffer_type = MYSQL_TYPE_NEWDECIMAL
        guard let number = Int64(value.identifier.text), "\(number)".utf8.elementsEqual(text) else { return }
        bind.buffer_type = MYSQL_TYPE_LONGLONG
        buffer.storeBytes(of: number, as: Int64.self)
    }

    borrowing func bind(to statement: UnsafeMutablePointer<MYSQL_STMT>) throws {
        guard count > 0 else { return }
        // A length that is not said is taken from the bind, which the library has copied by then.
        guard mysql_stmt_bind_param(statement, binds) == 0 else { throw Refusal(statement) }
    }
}

/// Whether a text is a plain decimal number: `-12.5`.
func isDecimal(_ text: [UInt8]) -> Bool {
    let digits = text.first == Byte.minus ? text.dropFirst() : text[...]
    return digits.first.map(Byte.isDigit) == true && digits.allSatisfy { Byte.isDigit($0) || $0 == Byte.point }
        && digits.count { $0 == Byte.point } <= 1 && digits.last != Byte.point
}
