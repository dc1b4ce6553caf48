/// Which numbers a spreadsheet holds without losing a digit.
enum CellNumber {
    /// The digits that a cell keeps.
    private static let mostDigits = 15
    private static let mostBytes = 40
    /// Far from where doubles end.
    private static let exponents = -200...200

    /// How a number is shown so that all its digits are seen; nil where a spreadsheet would lose some, or the sign of
    /// a zero.
    ///
    /// Zeros at the end count: whoever writes 1.50 means two decimals. What has at most 15 digits comes back from a
    /// double as it was.
    static func style(of literal: UnsafeBufferPointer<UInt8>) -> CellStyle? {
        guard literal.count <= mostBytes else { return nil }
        var (significant, decimals, index) = (0, 0, 0)
        var isFraction = false
        let isNegative = literal.first == 0x2D
        if isNegative { index = 1 }
        while index < literal.count, literal[index] != 0x65, literal[index] != 0x45 {
            switch literal[index] {
            case 0x2E: isFraction = true
            case 0x30...0x39:
                if isFraction { decimals += 1 }
                if significant > 0 || literal[index] != 0x30 { significant += 1 }
            default: return nil
            }
            index += 1
        }
        guard significant <= mostDigits, significant > 0 || !isNegative else { return nil }
        if index < literal.count {
            let exponent = Int(String(decoding: literal[(index + 1)...], as: UTF8.self))
            return exponent.map(exponents.contains) == true ? .general : nil
        }
        return decimals <= CellStyle.mostDecimals ? .decimals(decimals) : .general
    }
}
