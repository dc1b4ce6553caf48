/// A pattern by which days and times are written, in the directives of C's `strptime`: `%d.%m.%Y`.
///
/// `%s` are seconds since 1970 as GNU has them, and `%Q` milliseconds as Ruby has them; both are in UTC.
public struct DatePattern: Sendable, Hashable {
    /// Why a text is no pattern.
    public enum Fault: Error, Sendable, Hashable {
        /// A directive that is not known, with its percent sign.
        case unknownDirective(String)
        /// What the type needs and the pattern does not say.
        case lacks(String)
    }

    enum Piece: Sendable, Hashable {
        case byte(UInt8)
        /// One blank or more.
        case blanks
        case directive(UInt8)
    }

    /// The directives that are known.
    public static let directives = "%Y %y %m %d %j %b %B %a %A %H %I %p %M %S %f %z %s %Q %%"
    private static let known = Set(directives.utf8.filter { $0 != 0x25 && $0 != 0x20 })
    private static let percent = UInt8(ascii: "%")

    let pieces: [Piece]
    let type: FieldType

    /// Reads a pattern for values of a type: `date`, `datetime` or `time`.
    public init(_ text: String, for type: FieldType) throws(Fault) {
        var pieces: [Piece] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == Self.percent {
                let directive = rest.popFirst()
                if directive == Self.percent {
                    pieces.append(.byte(Self.percent))
                } else if let directive, Self.known.contains(directive) {
                    pieces.append(.directive(directive))
                } else {
                    throw .unknownDirective("%" + String(decoding: [directive].compactMap(\.self), as: UTF8.self))
                }
            } else if Byte.isSpace(byte) {
                if pieces.last != .blanks { pieces.append(.blanks) }
            } else {
                pieces.append(.byte(byte))
            }
        }
        self.pieces = pieces
        self.type = type
        if let missing { throw .lacks(missing) }
    }

    /// The pattern that a field's format is, or nil where its type takes none or the format is one of the standard's words.
    public static func of(format: String?, for type: FieldType) throws(Fault) -> DatePattern? {
        guard type.takesPattern, let format, !["default", "any", ""].contains(format) else { return nil }
        return try DatePattern(format, for: type)
    }

    /// Whether a number alone may be a time.
    var countsSince1970: Bool { has("sQ") }

    private func has(_ directives: String) -> Bool {
        pieces.contains { if case .directive(let one) = $0 { directives.utf8.contains(one) } else { false } }
    }

    private var missing: String? {
        if countsSince1970 { return type == .time ? "the hour (%H)" : nil }
        let hasDay = has("d") && has("mbB") || has("j")
        if type != .time, !has("Yy") { return "the year (%Y)" }
        if type != .time, !hasDay { return has("d") ? "the month (%m)" : "the day (%d)" }
        if type != .date, !has("HI") { return "the hour (%H)" }
        return has("I") && !has("p") ? "morning or afternoon (%p)" : nil
    }
}
