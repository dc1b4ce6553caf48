import ExporterKit

/// An amount of money in digits, as exactly as it is held.
package struct DecimalAmount {
    let isNegative: Bool
    let whole: String
    let fraction: String
    private let currency: String

    /// Takes a plain decimal number; one with an exponent is none.
    init?(_ value: String, _ money: Money) {
        let isNegative = value.utf8.first == UInt8(ascii: "-")
        let parts = value.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isDigit) })
        else { return nil }
        // The mark moves to the left by as many digits as the unit has.
        let digits = String(repeating: "0", count: money.decimals) + parts[0]
        let whole = digits.dropLast(money.decimals).drop { $0 == "0" }
        let fraction = digits.suffix(money.decimals) + (parts.count == 2 ? parts[1] : "")
        let least = Self.wholeCurrencies.contains(money.currency) ? 0 : 2
        self.isNegative = isNegative
        self.whole = whole.isEmpty ? "0" : String(whole)
        self.fraction = fraction + String(repeating: "0", count: max(0, least - fraction.count))
        currency = money.currency
    }

    /// The currency as people write it.
    var symbol: String { Self.signs[currency] ?? currency }
    /// Whether it has a sign of its own, and not only a code.
    var hasSign: Bool { Self.signs[currency] != nil }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static let signs = ["EUR": "€", "GBP": "£"]
    /// Currencies that have no hundredths in use.
    private static let wholeCurrencies: Set = ["JPY", "KRW", "ISK", "CLP", "VND"]
}
