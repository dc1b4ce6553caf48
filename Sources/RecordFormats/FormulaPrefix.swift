/// The apostrophe that keeps a spreadsheet from running text as a formula, put on and taken off by bytes (case 65).
package enum FormulaPrefix {
    /// The prefix itself.
    package static let apostrophe: UInt8 = 0x27

    /// Whether text must get an apostrophe: it begins with a trigger, or with apostrophes and then one.
    package static func isNeeded(before text: some Collection<UInt8>) -> Bool {
        startsWithTrigger(text.drop { $0 == apostrophe })
    }

    /// The text as it was before a prefix was put on.
    package static func removed(from text: [UInt8]) -> [UInt8] {
        text.first == apostrophe && isNeeded(before: text) ? Array(text.dropFirst()) : text
    }

    /// `= + - @`, TAB, CR, LF, and the full-width forms that a Japanese or Chinese Excel takes for them.
    private static func startsWithTrigger(_ text: some Collection<UInt8>) -> Bool {
        switch text.first {
        case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x0A:
            return true
        case 0xEF:
            let rest = Array(text.dropFirst().prefix(2))
            return rest == [0xBC, 0x9D] || rest == [0xBC, 0x8B] || rest == [0xBC, 0x8D] || rest == [0xBC, 0xA0]
        default:
            return false
        }
    }
}
