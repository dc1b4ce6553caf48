/// What a template may print or ask for, by the names of ``LetterVariable``.
package typealias LetterValues = [String: LetterValue]

/// A value on its way into a template.
package enum LetterValue: Sendable {
    /// A text; where it is nil or empty the template's section for it is left out.
    case text(String?)
    /// A text that is never broken over two lines, as a telephone number.
    case unbroken(String?)
    case flag(Bool)
    case list([LetterValues])

    /// The value as the template language takes it, or nil where there is none.
    var rendered: Any? {
        switch self {
        case .text(let text): text.flatMap { SafeText.line($0) }
        case .unbroken(let text): text.flatMap { SafeText.line($0, joinedBy: SafeText.glue) }
        case .flag(let flag): flag
        case .list(let items): items.map(\.rendered)
        }
    }
}

extension LetterValues {
    var rendered: [String: Any] { compactMapValues(\.rendered) }

    /// These values and those of another source; no name is in both.
    package func and(_ other: LetterValues) -> LetterValues { merging(other) { first, _ in first } }
}

/// Text that no letter takes for anything but text.
///
/// It is one line, and begins with a mark that no text of a template or a value has, so that a value such as `- 1` or
/// one that begins with spaces is not taken for an item or a line alone. The layout takes the mark away.
enum SafeText {
    static let mark: UInt8 = 0x7F
    /// A space at which no line is broken; in the letter it is a plain one, so that it can be typed and searched.
    static let glue: Unicode.Scalar = "\u{A0}"

    /// The text on one line behind the mark, or nil where nothing is left of it.
    static func line(_ text: String, joinedBy space: Unicode.Scalar = " ") -> String? {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !changesDirection(scalar) {
            scalars.append(breaksLine(scalar) ? " " : scalar)
        }
        let words = String(scalars).utf8.split { $0 <= 0x20 }.map { String(Substring($0)) }
        guard !words.isEmpty else { return nil }
        return String(decoding: [mark], as: UTF8.self) + words.joined(separator: String(space))
    }

    /// Whether a scalar could end a line somewhere, or is a control character, as the mark is.
    static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    /// Whether a scalar could make a line read other than it is written.
    static func changesDirection(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
