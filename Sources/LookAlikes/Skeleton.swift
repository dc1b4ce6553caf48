import Foundation

/// The plain letters that letters of other scripts, widths and shapes look like.
enum Skeleton {
    /// The text with every look-alike replaced, or nothing where a character looks like no plain one.
    ///
    /// Compatibility decomposition takes widths, ligatures and accents; ICU knows the letters of other scripts. Plain
    /// letters stay what they are: that `1` looks like `l` is tried apart.
    static func ascii(of text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars where !isInvisible(scalar) {
            guard let plain = plain(scalar) else { return nil }
            bytes += plain
        }
        return bytes
    }

    private static func plain(_ scalar: Unicode.Scalar) -> [UInt8]? {
        if (0x21...0x7E).contains(scalar.value) { return [UInt8(scalar.value)] }
        if separators.contains(scalar) { return [UInt8(ascii: ".")] }
        if scalar.properties.generalCategory == .dashPunctuation { return [UInt8(ascii: "-")] }
        // A small letter of another script may only look like a small capital: it is then taken for its capital.
        return confused(String(scalar)) ?? confused(scalar.properties.uppercaseMapping)
    }

    /// What ICU takes a letter for, without the strokes and dots through it; nil where that is no plain text.
    private static func confused(_ letter: String) -> [UInt8]? {
        guard let skeleton = SpoofChecker.shared.skeleton(of: letter) else { return nil }
        let seen = skeleton.decomposedStringWithCompatibilityMapping.unicodeScalars.filter { !isInvisible($0) }
        guard !seen.isEmpty, seen.allSatisfy({ (0x21...0x7E).contains($0.value) }) else { return nil }
        return seen.map { UInt8($0.value) }
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: true
        default: false
        }
    }

    /// What separates the labels of a domain beside the full stop (RFC 3490, 3.1); the wide ones are decomposed before.
    private static let separators: Set<Unicode.Scalar> = ["\u{3002}"]
}
