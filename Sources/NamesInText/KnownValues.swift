package import Cases
import ExporterKit

/// Values of other people, to be found again inside free text, in the forms in which texts name people.
///
/// A value of words is found whatever its case, its accents and how its letters are composed, in the order of a list or
/// of a letter, by initials and by its parts (``NameForms``); anything else, such as an address of e-mail, as it stands.
/// Nothing is found inside a word. The number of values is bounded, so that memory is.
package struct KnownValues: Sendable {
    /// Values beyond this are not searched for in free text; their own fields are redacted all the same.
    package static let limit = 20_000
    /// A shorter value is found inside too many innocent words.
    private static let shortest = 3
    private static let fewestDigits = 6

    /// What was found.
    package struct Found: Sendable {
        package let ground: Redaction.Ground
        /// Which of the values, in the order in which they came; nil where several people share the form.
        package let value: Int?
    }

    private var values: [[UInt8]] = []
    private var seen: Set<[UInt8]> = []
    private var lookUp = FormTable()
    private let subject: SubjectForms

    /// How many values are remembered.
    package var count: Int { values.count }

    /// - Parameter subject: what the subject is called: what could be their own name is not looked for as another's.
    package init(besides subject: SubjectForms = .none) { self.subject = subject }

    /// Remembers a value and why it is replaced; the longest is found first.
    package mutating func insert(_ value: some Collection<UInt8>, as ground: Redaction.Ground) {
        let folded = value.map(asciiFolded)
        guard folded.count >= Self.shortest, Self.isTelling(folded), count < Self.limit,
            seen.insert(folded).inserted
        else { return }
        let number = values.count
        values.append(Array(value))
        Array(value).withUnsafeBufferPointer { bytes in
            let found = FormTable.Target(value: Int32(number), ground: ground)
            guard let words = NameWords(bytes), words.isLongEnough(Self.shortest) else {
                return lookUp.insert(literal: folded, found)
            }
            for form in NameForms(words).forms where !subject.own(form) { lookUp.insert(form, found) }
        }
    }

    /// A value as it was first given.
    package func value(of found: Found) -> [UInt8]? { found.value.map { values[$0] } }

    /// Hands over each known value's place in a text, from left to right, none overlapping.
    package func forEachMatch(in text: ArraySlice<UInt8>, _ body: (Range<Int>, Found) -> Void) {
        guard count > 0, text.count >= Self.shortest else { return }
        text.withUnsafeBufferPointer { bytes in
            lookUp.forEachMatch(in: bytes) { place, target in
                let range = (text.startIndex + place.lowerBound)..<(text.startIndex + place.upperBound)
                body(range, Found(ground: target.ground, value: target.value < 0 ? nil : Int(target.value)))
            }
        }
    }

    /// A letter, or so many digits that they are no count or year but a telephone number.
    private static func isTelling(_ value: [UInt8]) -> Bool {
        value.contains { (0x61...0x7A).contains($0) || $0 >= 0x80 }
            || value.count { (0x30...0x39).contains($0) } >= fewestDigits
    }
}

extension KnownValues.Found: CustomStringConvertible {
    package var description: String { "<redacted>" }
}

/// What the subject may be called in a text.
package struct SubjectForms: Sendable {
    private let whole: Set<[[UInt8]]>
    private let parts: Set<[[UInt8]]>

    /// Nobody.
    package static let none = SubjectForms([[UInt8]]())

    /// - Parameter names: what systems call the subject, and the identifiers that are theirs.
    package init(_ names: some Sequence<[UInt8]>) {
        var (whole, parts): (Set<[[UInt8]]>, Set<[[UInt8]]>) = ([], [])
        for name in names.prefix(Self.most) {
            name.withUnsafeBufferPointer { bytes in
                guard let words = NameWords(bytes) else { return }
                for form in NameForms(words).forms {
                    if form.isWhole { whole.insert(form.words) }
                    parts.insert(form.words)
                }
                for word in words.words { parts.insert([word.folded]) }
            }
        }
        self.whole = whole
        self.parts = parts
    }

    /// More values of the subject's than this are no names of theirs.
    private static let most = 1_000

    /// Whether a form of somebody else's name is the subject's as well.
    ///
    /// A whole name on file is only the subject's where it is theirs whole, so that a namesake's is still found.
    func own(_ form: NameForm) -> Bool {
        form.isWhole && form.words.count > 1 ? whole.contains(form.words) : parts.contains(form.words)
    }
}
