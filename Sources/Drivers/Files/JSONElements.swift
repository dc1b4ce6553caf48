import ExporterKit

/// Cuts a JSON file into the elements of its array of records, without holding more than one of them.
///
/// It looks at brackets and quotes only; whether an element is sound is for the scanner that gets it.
struct JSONElements {
    private enum Stage {
        case start, inArray(isFirst: Bool), behind, single, end
    }

    /// The keys that lead to the array.
    private let path: [[UInt8]]
    private var stage = Stage.start
    /// The number of the element that was taken last, counted from 1.
    private(set) var number = 0

    init(path: [[UInt8]]) { self.path = path }

    /// The length of the next element, which begins the reader's piece; nil at the file's end.
    mutating func next(_ reader: inout ByteReader) throws -> Int? {
        if case .start = stage { try open(&reader) }
        if case .inArray(let isFirst) = stage { try goOn(&reader, isFirst: isFirst) }
        switch stage {
        case .inArray: stage = .inArray(isFirst: false)
        case .single: stage = .behind
        case .start, .behind, .end:
            if case .behind = stage { try finish(&reader) }
            stage = .end
            return nil
        }
        number += 1
        return try Self.valueLength(&reader)
    }

    private mutating func open(_ reader: inout ByteReader) throws {
        for key in path {
            try Self.take(Byte.openBrace, &reader)
            guard try Self.findMember(key, &reader, isFirst: true) else {
                throw SourceFailure(
                    .malformed,
                    "`records` names a key that is not there",
                    hint: "check `records` in exporter.yaml"
                )
            }
        }
        switch try Self.peek(&reader) {
        case Byte.openBracket:
            reader.drop(1)
            stage = .inArray(isFirst: true)
        default:
            stage = .single
        }
    }

    private mutating func goOn(_ reader: inout ByteReader, isFirst: Bool) throws {
        switch try Self.peek(&reader) {
        case Byte.closeBracket:
            reader.drop(1)
            stage = .behind
        case Byte.comma where !isFirst:
            reader.drop(1)
            _ = try Self.peek(&reader)
        default:
            guard isFirst else { throw JSONProblem(.malformed, at: 0) }
        }
    }

    /// Reads what stands behind the records, so that a cut file is noticed.
    private func finish(_ reader: inout ByteReader) throws {
        for key in path.reversed() {
            guard try !Self.findMember(key, &reader, isFirst: false) else { throw JSONProblem(.duplicateKey, at: 0) }
        }
        guard try Self.peekOrEnd(&reader) == nil else { throw JSONProblem(.malformed, at: 0) }
    }

    /// Goes to the value of a key in the object that is being read, or behind the object's end.
    private static func findMember(_ wanted: [UInt8], _ reader: inout ByteReader, isFirst: Bool) throws -> Bool {
        var isFirst = isFirst
        while true {
            if try peek(&reader) == Byte.closeBrace {
                reader.drop(1)
                return false
            }
            if !isFirst { try take(Byte.comma, &reader) }
            isFirst = false
            guard try peek(&reader) == Byte.quote else { throw JSONProblem(.malformed, at: 0) }
            let length = try valueLength(&reader)
            var key: [UInt8] = []
            JSONScanner.appendText(ofString: reader.range(length), in: reader.buffer.span, to: &key)
            reader.drop(length)
            try take(Byte.colon, &reader)
            _ = try peek(&reader)
            if key == wanted { return true }
            try skipValue(&reader)
        }
    }

    private static func take(_ byte: UInt8, _ reader: inout ByteReader) throws {
        guard try peek(&reader) == byte else { throw JSONProblem(.malformed, at: 0) }
        reader.drop(1)
    }

    private static func peek(_ reader: inout ByteReader) throws -> UInt8 {
        guard let byte = try peekOrEnd(&reader) else { throw JSONProblem(.malformed, at: 0) }
        return byte
    }

    private static func peekOrEnd(_ reader: inout ByteReader) throws -> UInt8? {
        while let byte = try reader.next(0) {
            guard Byte.isSpace(byte) else { return byte }
            reader.drop(1)
        }
        return nil
    }

    /// The length of the value that begins the piece.
    private static func valueLength(_ reader: inout ByteReader) throws -> Int {
        var extent = ValueExtent()
        var length = 0
        repeat {
            while length < reader.count {
                let step = extent.take(reader.byte(length))
                if step != .behind { length += 1 }
                if step != .within { return length }
            }
        } while try reader.fill()
        guard extent.mayEnd else { throw JSONProblem(.malformed, at: 0) }
        return length
    }

    /// Goes behind the value that begins the piece, without holding it whole.
    private static func skipValue(_ reader: inout ByteReader) throws {
        var extent = ValueExtent()
        while let byte = try reader.next(0) {
            let step = extent.take(byte)
            if step != .behind { reader.drop(1) }
            if step != .within { return }
        }
        guard extent.mayEnd else { throw JSONProblem(.malformed, at: 0) }
    }
}

/// Follows a value byte by byte to find where it ends.
private struct ValueExtent {
    enum Step {
        case within, last, behind
    }

    private var depth = 0
    private var inString = false
    private var escaped = false

    /// Whether the file may end here.
    var mayEnd: Bool { depth == 0 && !inString }

    mutating func take(_ byte: UInt8) -> Step {
        if inString { return takeInString(byte) }
        switch byte {
        case Byte.quote:
            inString = true
        case Byte.openBrace, Byte.openBracket:
            depth += 1
        case Byte.closeBrace, Byte.closeBracket:
            if depth == 0 { return .behind }
            depth -= 1
            return depth == 0 ? .last : .within
        default:
            return depth == 0 && (byte == Byte.comma || Byte.isSpace(byte)) ? .behind : .within
        }
        return .within
    }

    private mutating func takeInString(_ byte: UInt8) -> Step {
        if escaped {
            escaped = false
        } else if byte == Byte.backslash {
            escaped = true
        } else if byte == Byte.quote {
            inString = false
            return depth == 0 ? .last : .within
        }
        return .within
    }
}
