/// Countries by their ISO 3166 code.
package enum Countries {
    /// Whether a code names a country outside the European Economic Area; what is no code says nothing.
    package static func isOutsideEEA(_ code: String) -> Bool {
        code.utf8.count == 2 && code.utf8.allSatisfy { (0x41...0x5A).contains($0) } && !economicArea.contains(code)
    }

    /// Whether a code names a country of the European Economic Area.
    static func isInsideEEA(_ code: String) -> Bool { economicArea.contains(code) }

    /// Whether an adequacy decision covers all of a country (Article 45); that of the United States covers a part.
    static func isAdequate(_ code: String) -> Bool { adequate.contains(code) }

    private static let adequate: Set<String> = [
        "AD", "AR", "CH", "FO", "GB", "GG", "IL", "IM", "JE", "JP", "KR", "NZ", "UY",
    ]

    private static let economicArea: Set<String> = [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
        "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK", "EU",
    ]
}
