import Groundwork

/// A piece of HTML whose tags come from literals in this program alone; whatever is put between them is escaped.
///
/// The escaping is on bytes, because a table of Characters lets `<` through as soon as a combining mark stands on it
/// (case 67). There is no way from a `String` to markup: a literal's text is a `StaticString`.
package struct HTML: Sendable {
    /// The markup in UTF-8.
    package private(set) var bytes: [UInt8]

    /// Pieces one after the other.
    package init(_ pieces: [HTML]) {
        bytes = []
        bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.bytes.count })
        for piece in pieces { bytes += piece.bytes }
    }

    fileprivate init(bytes: [UInt8]) { self.bytes = bytes }

    /// Nothing.
    package static let nothing = HTML(bytes: [])

    /// Text written by this program or by the controller, which needs no isolation.
    package static func text(_ text: String) -> HTML { HTML(bytes: escaped(text)) }

    /// A value from a source or a person: isolated, so that a bidirectional override ends where the value ends.
    package static func value(_ text: String) -> HTML { "<bdi>\(text: text)</bdi>" }

    /// A style sheet of this program; a `</style>` in it would be a mistake of ours, not of somebody's data.
    package static func style(_ css: StaticString) -> HTML { HTML(bytes: css.bytes) }

    /// One piece after another.
    package static func + (left: HTML, right: HTML) -> HTML { HTML(bytes: left.bytes + right.bytes) }

    private static func escaped(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count)
        escape(text, into: &output)
        return output
    }

    /// The five characters of markup become references, and what HTML may not hold becomes U+FFFD (case 63).
    fileprivate static func escape(_ text: String, into output: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in
            var rest = bytes[...]
            while let next = rest.firstIndex(where: isSpecial) {
                output += rest[..<next]
                appendReference(for: rest[next], to: &output)
                rest = rest[(next + 1)...]
            }
            output += rest
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x26, 0x3C, 0x3E, 0x22, 0x27, 0x7F: true
        case 0x09, 0x0A, 0x0D: false
        default: byte < 0x20
        }
    }

    private static func appendReference(for byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case 0x26: output += "&amp;".utf8
        case 0x3C: output += "&lt;".utf8
        case 0x3E: output += "&gt;".utf8
        case 0x22: output += "&quot;".utf8
        case 0x27: output += "&#39;".utf8
        default: output += UTF8Sequence.replacement
        }
    }
}

extension HTML: ExpressibleByStringInterpolation {
    /// Markup from a literal.
    package init(stringLiteral markup: StaticString) { bytes = markup.bytes }
    /// Markup from literals and values.
    package init(stringInterpolation: Interpolation) { bytes = stringInterpolation.bytes }

    /// Markup from literals, with a value escaped at each place.
    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var bytes: [UInt8] = []

        package init(literalCapacity: Int, interpolationCount: Int) { bytes.reserveCapacity(literalCapacity) }

        package mutating func appendLiteral(_ markup: StaticString) {
            markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        /// A value, escaped and isolated.
        package mutating func appendInterpolation(_ value: String) {
            appendLiteral("<bdi>")
            HTML.escape(value, into: &bytes)
            appendLiteral("</bdi>")
        }

        /// Text of this program, escaped; also for the value of a quoted attribute.
        package mutating func appendInterpolation(text: String) { HTML.escape(text, into: &bytes) }

        /// A piece of HTML, as it is.
        package mutating func appendInterpolation(_ piece: HTML) { bytes += piece.bytes }

        /// Pieces of HTML, one after the other.
        package mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { bytes += piece.bytes }
        }
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
