import Synchronization

/// Tells what a document is by its content, never by its name (case 70).
///
/// libmagic only looks at the bytes: it unpacks nothing, and what it cannot read or is of no known kind is
/// `application/octet-stream`.
public final class ContentTypes: Sendable {
    /// How many bytes from the start are looked at; the rest of a document is never asked for.
    public static let looksAt = 64 << 10
    /// What is said of bytes that are of no known kind.
    public static let unknown = "application/octet-stream"

    private let cookie: Mutex<MagicCookie>

    /// Loads libmagic's database.
    public init() throws(MediaTypeError) { cookie = Mutex(try MagicCookie()) }

    /// The media type of a document that begins with these bytes, such as `image/png`.
    public func type(of start: [UInt8]) -> String {
        let bytes = start.count > Self.looksAt ? Array(start.prefix(Self.looksAt)) : start
        guard let answer = cookie.withLock({ $0.type(of: bytes) }), Self.isMediaType(answer) else {
            return Self.unknown
        }
        return answer
    }

    /// Whether a text is a type and a subtype as RFC 6838 writes them; some answers of libmagic are two run together.
    package static func isMediaType(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { (1...127).contains($0.count) && $0.allSatisfy(isAllowed) }
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$&-^_.+".utf8.contains(byte)
        }
    }
}

/// Why nothing can be told about any document.
public struct MediaTypeError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What happened, in one sentence without a full stop.
    public let message: String

    init(_ message: String) { self.message = message }

    /// The sentence.
    public var description: String { message }
}
