/// What a number means that is an amount of money: `EUR`, or `EUR/100` where it is counted in hundredths.
public struct Money: Sendable, Equatable {
    /// The currency's code in ISO 4217.
    public let currency: String
    /// How many of the number's last digits stand behind the decimal mark.
    public let decimals: Int

    /// Reads what an exporter says.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let code = parts.first, code.utf8.count == 3, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
            let decimals = parts.count == 1 ? 0 : Self.divisors.firstIndex(of: String(parts[1])), parts.count <= 2
        else { return nil }
        currency = String(code)
        self.decimals = decimals
    }

    /// As an exporter says it.
    public var text: String { decimals == 0 ? currency : "\(currency)/\(Self.divisors[decimals])" }

    private static let divisors = ["1", "10", "100", "1000"]
}
