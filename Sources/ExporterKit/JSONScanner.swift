/// Reads one JSON value (RFC 8259) on its bytes: validates it, and says where the members of an object stand.
///
/// Numbers stay the literals they are, whatever their size (case 64); text need not be valid UTF-8 (case 63). A key
/// that stands twice in one object is refused, because two readers would take different values. A scanner keeps its
/// room from value to value: reading a million records costs no allocation for each.
public struct JSONScanner: Sendable {
    /// What a value is.
    public enum Kind: UInt8, Sendable {
        /// The word `null`.
        case null
        /// The word `true` or `false`.
        case boolean
        /// A number literal.
        case number
        /// A string, quotes included.
        case string
        /// An array, brackets included.
        case array
        /// An object, braces included.
        case object
    }

    /// Where a value stands.
    public struct Value: Sendable, Hashable {
        /// What it is.
        public let kind: Kind
        /// Its bytes in what was scanned, quotes and brackets included.
        public let range: Range<Int>
        /// Whether it is a string with a backslash in it.
        public let hasEscapes: Bool

        /// Says where a value stands.
        package init(kind: Kind, range: Range<Int>, hasEscapes: Bool) {
            (self.kind, self.range, self.hasEscapes) = (kind, range, hasEscapes)
        }
    }

    /// How much a scanner takes before it gives up (case 56).
    public struct Limits: Sendable {
        /// How many arrays and objects may stand in one another.
        public var depth: Int
        /// How many keys may be open at once, counted over all the objects around a place.
        public var keys: Int

        /// Makes limits.
        public init(depth: Int = 128, keys: Int = 1 << 18) {
            self.depth = depth
            self.keys = keys
        }
    }

    struct Key {
        let hash: UInt64
        let range: Range<Int>
        var value: Value?
    }

    let limits: Limits
    var keys: [Key] = []
    var keyBytes: [UInt8] = []

    /// Makes a scanner.
    public init(limits: Limits = Limits()) { self.limits = limits }

    /// Validates a text that holds one value and white space around it, and says where the value stands.
    public mutating func scan(_ bytes: Span<UInt8>) throws(JSONProblem) -> Value {
        let value = try scanValue(bytes, at: skipSpace(bytes, from: 0), depth: 0)
        let end = skipSpace(bytes, from: value.range.upperBound)
        guard end == bytes.count else { throw JSONProblem(.malformed, at: end) }
        return value
    }

    /// Validates a text that holds one object and white space around it, and keeps its members.
    ///
    /// The numbers of the members are for ``key(at:)``, ``keyHash(at:)`` and ``value(at:)``, good until
    /// ``forgetMembers()``.
    public mutating func scanObject(_ bytes: Span<UInt8>) throws(JSONProblem) -> Range<Int> {
        let first = keys.count
        let start = skipSpace(bytes, from: 0)
        guard start < bytes.count, bytes[start] == Byte.openBrace else { throw JSONProblem(.malformed, at: start) }
        let end = skipSpace(bytes, from: try scanMembers(bytes, at: start, depth: 1))
        guard end == bytes.count else { throw JSONProblem(.malformed, at: end) }
        return first..<keys.count
    }

    /// Keeps the members of an object within what was scanned, also while those of an outer one are looked at.
    public mutating func members(of object: Value, in bytes: Span<UInt8>) throws(JSONProblem) -> Range<Int> {
        let first = keys.count
        guard object.kind == .object else { throw JSONProblem(.malformed, at: object.range.lowerBound) }
        _ = try scanMembers(bytes, at: object.range.lowerBound, depth: 1)
        return first..<keys.count
    }

    /// The key of a member, its escapes undone.
    public func key(at member: Int) -> ArraySlice<UInt8> { keyBytes[keys[member].range] }

    /// Whether the key of a member is a part of other bytes; asked for every key of every record, so without a slice.
    public func isKey(at member: Int, equalTo range: Range<Int>, of bytes: [UInt8]) -> Bool {
        let key = keys[member].range
        guard key.count == range.count else { return false }
        for offset in 0..<key.count where keyBytes[key.lowerBound + offset] != bytes[range.lowerBound + offset] {
            return false
        }
        return true
    }

    /// The number that ``hash(of:)`` gives for the key of a member.
    public func keyHash(at member: Int) -> UInt64 { keys[member].hash }

    /// The value of a member.
    public func value(at member: Int) -> Value {
        keys[member].value ?? Value(kind: .null, range: 0..<0, hasEscapes: false)
    }

    /// Forgets all members and keeps the room they took.
    public mutating func forgetMembers() {
        keys.removeAll(keepingCapacity: true)
        keyBytes.removeAll(keepingCapacity: true)
    }

    /// A quick number for a key, equal for equal keys.
    @inlinable
    public static func hash(of key: some Sequence<UInt8>) -> UInt64 {
        key.reduce(hashStart) { mixed($0, $1) }
    }

    // FNV-1a: keys that collide on purpose cost a comparison of bytes, never a wrong answer.
    @inlinable static var hashStart: UInt64 { 0xcbf2_9ce4_8422_2325 }

    @inlinable @inline(__always)
    static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
}

/// Why a text is not a JSON value that can be read safely; holds a place and nothing of the text.
public struct JSONProblem: Error, Sendable, Hashable {
    /// What sort of problem it is.
    public enum Code: Sendable {
        /// The text is not JSON, or ends too early.
        case malformed
        /// A key stands twice in one object.
        case duplicateKey
        /// More arrays and objects stand in one another than the limit says.
        case tooDeep
        /// More keys are open at once than the limit says.
        case tooManyKeys
    }

    /// What sort of problem it is.
    public let code: Code
    /// The byte at which it was noticed, counted from 0.
    public let offset: Int

    /// Makes a problem.
    public init(_ code: Code, at offset: Int) {
        self.code = code
        self.offset = offset
    }
}
