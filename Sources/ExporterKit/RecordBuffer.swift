/// One record as a driver yields it: the cells in the order of the collection's fields, their bytes in one buffer.
///
/// A driver fills the same buffer again for each record, so that a million records cost no allocation each.
public struct RecordBuffer: Sendable {
    /// What a cell holds.
    public enum Kind: UInt8, Sendable {
        /// Nothing.
        case null
        /// The word `true` or `false`.
        case boolean
        /// A JSON number literal, whatever its size.
        case number
        /// Text as the system holds it, which need not be valid UTF-8.
        case text
        /// Bytes that are no text.
        case blob
        /// A JSON array or object, as valid JSON text.
        case json
        /// A document; the cell's bytes are its original name, its content is read through ``document(at:)``.
        case document
    }

    /// The cells' bytes, one after the other.
    public private(set) var bytes: [UInt8] = []
    private var kinds: [Kind] = []
    private var ends: [Int] = []
    private var documents: [(cell: Int, content: any DocumentContent)] = []

    /// Makes an empty buffer.
    public init() {}

    /// How many cells have been appended.
    public var count: Int { kinds.count }

    /// What the cell at an index holds.
    public func kind(at index: Int) -> Kind { kinds[index] }

    /// Where the cell's bytes stand in ``bytes``.
    public func range(at index: Int) -> Range<Int> {
        (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }

    /// The cell's bytes: a number's literal, a text's or blob's bytes, JSON text, a document's original name.
    public func cell(at index: Int) -> ArraySlice<UInt8> { bytes[range(at: index)] }

    /// The content of a document cell, or nil for any other cell.
    public func document(at index: Int) -> (any DocumentContent)? {
        documents.first { $0.cell == index }?.content
    }

    /// Empties the buffer and keeps its room.
    public mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        kinds.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        documents.removeAll(keepingCapacity: true)
    }

    /// Appends a cell that holds nothing.
    public mutating func appendNull() { close(.null) }

    /// Appends a truth value.
    public mutating func append(_ value: Bool) {
        bytes.append(contentsOf: value ? Self.trueBytes : Self.falseBytes)
        close(.boolean)
    }

    /// Appends a whole number.
    public mutating func append(_ value: Int64) {
        var magnitude = value.magnitude
        let start = bytes.count
        repeat {
            bytes.append(UInt8(truncatingIfNeeded: magnitude % 10) + 0x30)
            magnitude /= 10
        } while magnitude > 0
        if value < 0 { bytes.append(0x2D) }
        bytes[start...].reverse()
        close(.number)
    }

    /// Appends a floating-point number as its shortest exact literal; one that is not finite becomes text.
    public mutating func append(_ value: Double) {
        bytes.append(contentsOf: "\(value)".utf8)
        close(value.isFinite ? .number : .text)
    }

    /// Appends a cell of a kind with its bytes.
    public mutating func append(_ kind: Kind, _ content: some Sequence<UInt8>) {
        bytes.append(contentsOf: content)
        close(kind)
    }

    /// Appends a cell of a kind from memory that belongs to somebody else, such as a column of a C library.
    public mutating func append(_ kind: Kind, copying content: UnsafeRawBufferPointer) {
        bytes.append(contentsOf: content)
        close(kind)
    }

    /// Appends a cell of a kind, its bytes written at the buffer's end by a body, so that no copy is needed between.
    public mutating func append(_ kind: Kind, writing: (inout [UInt8]) -> Void) {
        writing(&bytes)
        close(kind)
    }

    /// Appends a document under the name the system gives it.
    public mutating func append(document content: any DocumentContent, named name: some Sequence<UInt8>) {
        documents.append((kinds.count, content))
        append(.document, name)
    }

    /// Makes a cell another kind of value with the same bytes.
    mutating func recast(at index: Int, _ kind: Kind) { kinds[index] = kind }

    /// Puts another value in a cell's place.
    mutating func replace(at index: Int, _ kind: Kind, _ content: [UInt8]) {
        let old = range(at: index)
        bytes.replaceSubrange(old, with: content)
        kinds[index] = kind
        guard content.count != old.count else { return }
        for later in index..<ends.count { ends[later] += content.count - old.count }
    }

    private mutating func close(_ kind: Kind) {
        kinds.append(kind)
        ends.append(bytes.count)
    }

    private static let trueBytes = Array("true".utf8)
    private static let falseBytes = Array("false".utf8)
}

extension RecordBuffer: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The number of cells alone: a record is personal data.
    public var description: String { "record of \(count) cells <redacted>" }
    /// The number of cells alone: a record is personal data.
    public var debugDescription: String { description }
    /// Nothing to look into: a record is personal data.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// The content of a document, read in pieces so that a large one never stands in memory whole.
public protocol DocumentContent: Sendable {
    /// Hands the content over piece by piece, from the first byte to the last.
    ///
    /// It MUST throw a ``SourceFailure`` when what stands there is not a regular file (case 71), and MUST NOT follow
    /// a symbolic link.
    func read(_ piece: (UnsafeRawBufferPointer) throws -> Void) throws
}
