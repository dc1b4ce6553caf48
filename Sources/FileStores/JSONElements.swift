import ExporterKit
import JSONParts

/// Cuts a JSON file into the elements of its list or map of records, without holding more than one of them.
///
/// It looks at brackets and quotes only; whether an element is sound is for the scanner that gets it.
struct JSONElements {
    private enum Stage {
        case start, inArray(isFirst: Bool), inMap(isFirst: Bool), behind, single, end
    }

    private let path: RecordPath
    private var stage = Stage.start
    /// The keys on the way to the elements, from the outermost object on.
    private var way: [[UInt8]] = []
    /// The steps that are left to take within each element.
    private(set) var rest: ArraySlice<RecordPath.Step> = []
    /// The number of the element that was taken last, counted from 1.
    private(set) var number = 0
    /// The key of that element, where the elements are the values of a map.
    private(set) var key: [UInt8]?

    init(path: RecordPath) { self.path = path }

    /// Whether one value stands where the elements of a list were looked for.
    private(set) var isSingle = false

    /// The length of the next element, which begins the reader's piece; nil at the file's end.
    mutating func next(_ reader: inout ByteReader) throws -> Int? {
        if case .start = stage { try open(&reader) }
        switch stage {
        case .inArray(let isFirst): try goOn(&reader, isFirst: isFirst)
        case .inMap(let isFirst): try goOnInMap(&reader, isFirst: isFirst)
        case .start, .behind, .single, .end: break
        }
        switch stage {
        case .inArray: stage = .inArray(isFirst: false)
        case .inMap: stage = .inMap(isFirst: false)
        case .single: stage = .behind
        case .start, .behind, .end:
            if case .behind = stage { try finish(&reader) }
            stage = .end
            return nil
        }
        number += 1
        return try Self.valueLength(&reader)
    }

    /// Goes to where the elements stand: the first list on the way, or the first map of which every value is meant.
    private mutating func open(_ reader: inout ByteReader) throws {
        guard try Self.peekOrEnd(&reader) != nil else { throw PlacedProblem(.empty) }
        rest = path.steps[...]
        while true {
            let byte = try Self.peek(&reader)
            if byte == Byte.openBracket {
                reader.drop(1)
                if rest.first == .each { rest = rest.dropFirst() }
                return stage = .inArray(isFirst: true)
            }
            guard let step = rest.popFirst() else {
                isSingle = true
                return stage = .single
            }
            try Self.take(Byte.openBrace, &reader)
            guard case .key(let key) = step else { return stage = .inMap(isFirst: true) }
            var others = KeysThere()
            guard try Self.findMember(key, &reader, isFirst: true, others: &others) else {
                throw PlacedProblem(others.problem)
            }
            way.append(key)
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

    private mutating func goOnInMap(_ reader: inout ByteReader, isFirst: Bool) throws {
        if let key = try Self.takeKey(&reader, isFirst: isFirst) {
            self.key = key
        } else {
            stage = .behind
        }
    }

    /// Reads what stands behind the records, so that a cut file is noticed.
    private func finish(_ reader: inout ByteReader) throws {
        for key in way.reversed() {
            var others = KeysThere()
            guard try !Self.findMember(key, &reader, isFirst: false, others: &others) else {
                throw JSONProblem(.duplicateKey, at: 0)
            }
        }
        guard let byte = try Self.peekOrEnd(&reader) else { return }
        throw byte == Byte.openBrace && path.steps.isEmpty && number == 1
            ? PlacedProblem(.linesNotArray) : JSONProblem(.malformed, at: 0) as any Error
    }

    /// Goes to the value of a key in the object that is being read, or behind the object's end.
    private static func findMember(
        _ wanted: [UInt8],
        _ reader: inout ByteReader,
        isFirst: Bool,
        others: inout KeysThere
    ) throws -> Bool {
        var isFirst = isFirst
        while let key = try takeKey(&reader, isFirst: isFirst) {
            if key == wanted { return true }
            isFirst = false
            others.add(key)
            try skipValue(&reader)
        }
        return false
    }

    /// Takes the next key of the object that is being read and goes to its value, or behind the object's end.
    private static func takeKey(_ reader: inout ByteReader, isFirst: Bool) throws -> [UInt8]? {
        if try peek(&reader) == Byte.closeBrace {
            reader.drop(1)
            return nil
        }
        if !isFirst { try take(Byte.comma, &reader) }
        guard try peek(&reader) == Byte.quote else { throw JSONProblem(.malformed, at: 0) }
        let length = try valueLength(&reader)
        var key: [UInt8] = []
        JSONScanner.appendText(ofString: reader.range(length), in: reader.buffer.span, to: &key)
        reader.drop(length)
        try take(Byte.colon, &reader)
        _ = try peek(&reader)
        return key
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
