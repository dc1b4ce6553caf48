/// Countries by their ISO 3166 code, in words.
enum Countries {
    /// The country's name in a language; what is no known code stays as it is, such as "EU/EEA or US".
    static func name(_ code: String, in language: Language) -> String {
        guard let names = names[code] else { return code }
        return language == .nl ? names.nl : names.en
    }

    /// Whether a code names a country outside the European Economic Area; what is no code says nothing.
    static func isOutsideEEA(_ code: String) -> Bool {
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

    static let names: [String: (nl: String, en: String)] = [
        "AD": ("Andorra", "Andorra"), "FO": ("Faeröer", "Faroe Islands"), "GG": ("Guernsey", "Guernsey"),
        "IM": ("Man", "Isle of Man"), "JE": ("Jersey", "Jersey"),
        "AE": ("Verenigde Arabische Emiraten", "United Arab Emirates"), "AR": ("Argentinië", "Argentina"),
        "AT": ("Oostenrijk", "Austria"), "AU": ("Australië", "Australia"), "BE": ("België", "Belgium"),
        "BG": ("Bulgarije", "Bulgaria"), "BR": ("Brazilië", "Brazil"), "CA": ("Canada", "Canada"),
        "CH": ("Zwitserland", "Switzerland"), "CN": ("China", "China"), "CY": ("Cyprus", "Cyprus"),
        "CZ": ("Tsjechië", "Czechia"), "DE": ("Duitsland", "Germany"), "DK": ("Denemarken", "Denmark"),
        "EE": ("Estland", "Estonia"), "ES": ("Spanje", "Spain"), "EU": ("Europese Unie", "European Union"),
        "FI": ("Finland", "Finland"), "FR": ("Frankrijk", "France"), "GB": ("Verenigd Koninkrijk", "United Kingdom"),
        "GR": ("Griekenland", "Greece"), "HK": ("Hongkong", "Hong Kong"), "HR": ("Kroatië", "Croatia"),
        "HU": ("Hongarije", "Hungary"), "IE": ("Ierland", "Ireland"), "IL": ("Israël", "Israel"),
        "IN": ("India", "India"), "IS": ("IJsland", "Iceland"), "IT": ("Italië", "Italy"), "JP": ("Japan", "Japan"),
        "KR": ("Zuid-Korea", "South Korea"), "LI": ("Liechtenstein", "Liechtenstein"),
        "LT": ("Litouwen", "Lithuania"), "LU": ("Luxemburg", "Luxembourg"), "LV": ("Letland", "Latvia"),
        "MA": ("Marokko", "Morocco"), "MT": ("Malta", "Malta"), "MX": ("Mexico", "Mexico"),
        "MY": ("Maleisië", "Malaysia"), "NL": ("Nederland", "Netherlands"), "NO": ("Noorwegen", "Norway"),
        "NZ": ("Nieuw-Zeeland", "New Zealand"), "PH": ("Filipijnen", "Philippines"), "PL": ("Polen", "Poland"),
        "PT": ("Portugal", "Portugal"), "RO": ("Roemenië", "Romania"), "RS": ("Servië", "Serbia"),
        "RU": ("Rusland", "Russia"), "SE": ("Zweden", "Sweden"), "SG": ("Singapore", "Singapore"),
        "SI": ("Slovenië", "Slovenia"), "SK": ("Slowakije", "Slovakia"), "SR": ("Suriname", "Suriname"),
        "TH": ("Thailand", "Thailand"), "TN": ("Tunesië", "Tunisia"), "TR": ("Turkije", "Türkiye"),
        "TW": ("Taiwan", "Taiwan"), "UA": ("Oekraïne", "Ukraine"), "US": ("Verenigde Staten", "United States"),
        "UY": ("Uruguay", "Uruguay"), "VN": ("Vietnam", "Vietnam"), "ZA": ("Zuid-Afrika", "South Africa"),
    ]
}
