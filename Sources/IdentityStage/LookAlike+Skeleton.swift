import Foundation

/// The plain letters that letters of other scripts, widths and shapes look like.
enum Skeleton {
    /// The text with every look-alike replaced, or nothing where a character looks like no plain one.
    ///
    /// Compatibility decomposition does most of it: full-width and mathematical letters, ligatures, the Kelvin sign,
    /// the long s, and accents as marks of their own, which are dropped with everything invisible.
    static func ascii(of text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
            if (0x21...0x7E).contains(scalar.value) {
                bytes.append(UInt8(scalar.value))
            } else if let plain = twins[scalar] {
                bytes += plain
            } else if !isInvisible(scalar) {
                return nil
            }
        }
        return bytes
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: true
        default: false
        }
    }

    /// Letters and what they look like, side by side; escaped, because on a screen nobody could tell them apart.
    private static let columns: [(letters: String, plain: String)] = [
        // Cyrillic small letters.
        ("\u{430}\u{435}\u{43E}\u{440}\u{441}\u{443}\u{445}\u{456}\u{458}\u{455}", "aeopcyxijs"),
        ("\u{43A}\u{43C}\u{442}\u{432}\u{43D}\u{43F}\u{433}\u{438}\u{4BB}\u{4CF}", "kmtbhnruhl"),
        ("\u{501}\u{51B}\u{51D}\u{475}\u{461}\u{4AF}", "dqwvwy"),
        // Cyrillic capital letters.
        ("\u{410}\u{412}\u{415}\u{41A}\u{41C}\u{41D}\u{41E}\u{420}\u{421}\u{422}", "ABEKMHOPCT"),
        ("\u{423}\u{425}\u{406}\u{408}\u{405}\u{4C0}\u{50C}\u{51A}\u{51C}\u{4AE}", "YXIJSIGQWY"),
        // Greek small letters.
        ("\u{3B1}\u{3B2}\u{3B3}\u{3B5}\u{3B7}\u{3B9}\u{3BA}\u{3BC}\u{3BD}\u{3BF}", "abyenikuvo"),
        ("\u{3C1}\u{3C2}\u{3C3}\u{3C4}\u{3C5}\u{3C7}\u{3C9}\u{3F3}", "pcotuxwj"),
        // Greek capital letters.
        ("\u{391}\u{392}\u{395}\u{396}\u{397}\u{399}\u{39A}\u{39C}\u{39D}\u{39F}", "ABEZHIKMNO"),
        ("\u{3A1}\u{3A4}\u{3A5}\u{3A7}", "PTYX"),
        // Armenian.
        ("\u{570}\u{578}\u{57D}\u{581}\u{584}\u{585}", "hnugpo"),
        // Latin letters that decompose into nothing plainer: dotless, barred, small capitals, the click that is a bar.
        ("\u{131}\u{237}\u{142}\u{141}\u{F8}\u{D8}\u{111}\u{110}\u{127}\u{F0}\u{180}", "ijlLoOdDhdb"),
        ("\u{251}\u{261}\u{269}\u{26A}\u{1C0}\u{1D04}\u{1D0F}\u{1D20}\u{1D21}\u{1D22}", "agiilcovwz"),
        // Full stops and hyphens.
        ("\u{3002}\u{FF61}\u{2010}\u{2012}\u{2013}\u{2014}\u{2212}", "..-----"),
    ]

    /// What one letter alone does not look like.
    private static let wide: [Unicode.Scalar: String] = [
        "\u{DF}": "ss", "\u{1E9E}": "SS", "\u{E6}": "ae", "\u{C6}": "AE", "\u{153}": "oe", "\u{152}": "OE",
    ]

    private static let twins: [Unicode.Scalar: [UInt8]] = {
        let narrow = columns.flatMap { zip($0.letters.unicodeScalars, $0.plain.utf8.map { [$0] }) }
        return Dictionary(narrow + wide.map { ($0.key, Array($0.value.utf8)) }) { first, _ in first }
    }()
}
