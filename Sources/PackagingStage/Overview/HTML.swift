import Groundwork

/// A piece of HTML whose tags come from literals in this program alone; whatever is put between them is escaped.
///
/// The escaping is on bytes, because a table of Characters lets `<` through as soon as a combining mark stands on it
/// (case 67). There is no way from a `String` to markup: a literal's text is a `StaticString`.
struct HTML: Sendable {
    private(set) var bytes: [UInt8]

    /// Pieces one after the other.
    init(_ pieces: [HTML]) { bytes = pieces.flatMap(\.bytes) }

    fileprivate init(bytes: [UInt8]) { self.bytes = bytes }

    /// Nothing.
    static let nothing = HTML(bytes: [])

    /// Text written by this program or by the controller, which needs no isolation.
    static func text(_ text: String) -> HTML { HTML(bytes: escaped(text)) }

    /// A value from a source or a person: isolated, so that a bidirectional override ends where the value ends.
    static func value(_ text: String) -> HTML { "<bdi>\(text: text)</bdi>" }

    /// A style sheet of this program; a `</style>` in it would be a mistake of ours, not of somebody's data.
    static func style(_ css: StaticString) -> HTML { HTML(bytes: css.bytes) }

    static func + (left: HTML, right: HTML) -> HTML { HTML(bytes: left.bytes + right.bytes) }

    /// The five characters of markup become references, and what HTML may not hold becomes U+FFFD (case 63).
    private static func escaped(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case 0x26: output += Array("&amp;".utf8)
            case 0x3C: output += Array("&lt;".utf8)
            case 0x3E: output += Array("&gt;".utf8)
            case 0x22: output += Array("&quot;".utf8)
            case 0x27: output += Array("&#39;".utf8)
            case 0x09, 0x0A, 0x0D: output.append(byte)
            case 0x00...0x1F, 0x7F: output += UTF8Sequence.replacement
            default: output.append(byte)
            }
        }
        return output
    }
}

extension HTML: ExpressibleByStringInterpolation {
    init(stringLiteral markup: StaticString) { bytes = markup.bytes }
    init(stringInterpolation: Interpolation) { bytes = stringInterpolation.bytes }

    /// Markup from literals, with a value escaped at each place.
    struct Interpolation: StringInterpolationProtocol {
        fileprivate var bytes: [UInt8] = []

        init(literalCapacity: Int, interpolationCount: Int) { bytes.reserveCapacity(literalCapacity) }

        mutating func appendLiteral(_ markup: StaticString) { bytes += markup.bytes }

        /// A value, escaped and isolated.
        mutating func appendInterpolation(_ value: String) { bytes += HTML.value(value).bytes }

        /// Text of this program, escaped; also for the value of a quoted attribute.
        mutating func appendInterpolation(text: String) { bytes += HTML.text(text).bytes }

        /// A piece of HTML, as it is.
        mutating func appendInterpolation(_ piece: HTML) { bytes += piece.bytes }

        /// Pieces of HTML, one after the other.
        mutating func appendInterpolation(_ pieces: [HTML]) { bytes += HTML(pieces).bytes }
    }
}

extension StaticString {
    fileprivate var bytes: [UInt8] { withUTF8Buffer { Array($0) } }
}

/// The escaping of one value by itself, for those who try it with what nobody thought of.
package enum HTMLEscaping {
    /// A value from a source or a person as it stands in a page.
    package static func value(_ text: String) -> [UInt8] { HTML.value(text).bytes }
}
