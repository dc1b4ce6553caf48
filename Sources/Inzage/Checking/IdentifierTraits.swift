import ExporterKit

/// What the values of one kind of identifier look like in one field.
struct IdentifierTraits: Sendable {
    /// A trait by which one system's value differs from another's though both mean the same.
    enum Trait: CaseIterable, Sendable {
        case blanks, capitals, small, fraction, zeros, marks

        /// The step of `shape` that takes the difference away.
        var shape: IdentifierShape {
            switch self {
            case .blanks: .trim
            case .capitals, .small: .lower
            case .fraction, .zeros: .integer
            case .marks: .digits
            }
        }
    }

    let kind: String
    let field: String
    let place: String
    let file: String
    let yields: Bool
    private let form: IdentifierForm
    private(set) var count = 0
    private var counts: [Trait: Int] = [:]
    /// The values by what is left of each without any trait.
    private var values: [[UInt8]: [UInt8]] = [:]
    private var first: [UInt8] = []

    init(kind: String, of field: FieldDescription, place: String, file: String) {
        self.kind = kind
        self.field = field.name
        self.place = place
        self.file = file
        yields = field.identifies == kind
        form = IdentifierForm(kind: kind, of: field)
    }

    mutating func take(_ value: ArraySlice<UInt8>) {
        let value = form.canonical(value)
        guard !value.isEmpty else { return }
        count += 1
        for trait in Trait.allCases where trait.isOn(value) { counts[trait, default: 0] += 1 }
        if first.isEmpty { first = value }
        values[Self.bare(value)] = value
    }

    /// Whether all values have a trait, or none; nil where some do.
    private func all(_ trait: Trait) -> Bool? {
        let number = counts[trait] ?? 0
        return number == 0 ? false : number == count ? true : nil
    }

    /// How the two differ: traits that all have here and none there, or two values that differ in nothing else.
    func difference(from other: IdentifierTraits) -> (traits: [Trait], here: String, there: String)? {
        for (bare, one) in values {
            guard let another = other.values[bare], another != one else { continue }
            let traits = Trait.allCases.filter { $0.isOn(one) != $0.isOn(another) }
            if !traits.isEmpty { return (traits, Self.pattern(of: one), Self.pattern(of: another)) }
        }
        let traits = Trait.allCases.filter { trait in
            guard let here = all(trait), let there = other.all(trait) else { return false }
            return here != there && (trait != .marks && trait != .zeros || isNumeric && other.isNumeric)
        }
        // Letters here and none there are another kind of name, not another shape.
        let sameLetters =
            (all(.capitals) != false || all(.small) != false)
            == (other.all(.capitals) != false || other.all(.small) != false)
        guard !traits.isEmpty, sameLetters else { return nil }
        return (traits, Self.pattern(of: first), Self.pattern(of: other.first))
    }

    /// Whether every value is made of digits and marks.
    private var isNumeric: Bool { all(.capitals) == false && all(.small) == false }

    /// What is left without blanks around it, capitals, marks, a fraction of zeros, and zeros before it.
    private static func bare(_ value: [UInt8]) -> [UInt8] {
        var bare = value.map(asciiFolded)
        while let last = bare.last, last <= 0x20 { bare.removeLast() }
        bare = Array(bare.drop { $0 <= 0x20 })
        if let point = bare.firstIndex(of: Byte.point), bare[..<point].allSatisfy(Byte.isDigit), point > 0,
            bare[(point + 1)...].allSatisfy({ $0 == Byte.zero })
        {
            bare = Array(bare[..<point])
        }
        bare = bare.filter { $0 >= 0x80 || Byte.isDigit($0) || (0x61...0x7A).contains($0) }
        let digits = bare.drop { $0 == Byte.zero }
        return bare.allSatisfy(Byte.isDigit) && !digits.isEmpty ? Array(digits) : bare
    }

    /// Digits as 9, letters as a and A, blanks as a visible mark; at most so much that no name could be read from it.
    private static func pattern(of value: [UInt8]) -> String {
        let signs = value.prefix(24).map { byte -> String in
            switch byte {
            case Byte.zero...Byte.nine: "9"
            case 0x61...0x7A: "a"
            case 0x41...0x5A: "A"
            case ...0x20: "␣"
            case 0x80...: "x"
            default: String(UnicodeScalar(byte))
            }
        }
        return signs.joined() + (value.count > 24 ? "…" : "")
    }
}

extension IdentifierTraits.Trait {
    fileprivate func isOn(_ value: [UInt8]) -> Bool {
        switch self {
        case .blanks: value.first.map { $0 <= 0x20 } == true || value.last.map { $0 <= 0x20 } == true
        case .capitals: value.contains { (0x41...0x5A).contains($0) }
        case .small: value.contains { (0x61...0x7A).contains($0) }
        case .fraction:
            value.firstIndex(of: Byte.point).map { point in
                point > 0 && value[..<point].allSatisfy(Byte.isDigit) && value[(point + 1)...].allSatisfy(Byte.isDigit)
            } ?? false
        case .zeros: value.count > 1 && value.first == Byte.zero && value.allSatisfy(Byte.isDigit)
        case .marks:
            // The point of a fraction is told as one.
            !Self.fraction.isOn(value)
                && value.contains { $0 > 0x20 && $0 < 0x80 && !Byte.isDigit($0) && !(0x61...0x7A).contains($0 | 0x20) }
        }
    }
}
