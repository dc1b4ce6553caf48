extension EnglishVocabulary {
    package var countries: [String: String] { Self.countries }

    private static let countries = [
        "AD": "Andorra", "AE": "United Arab Emirates", "AR": "Argentina", "AT": "Austria", "AU": "Australia",
        "BE": "Belgium", "BG": "Bulgaria", "BR": "Brazil", "CA": "Canada", "CH": "Switzerland", "CN": "China",
        "CY": "Cyprus", "CZ": "Czechia", "DE": "Germany", "DK": "Denmark", "EE": "Estonia", "ES": "Spain",
        "EU": "European Union", "FI": "Finland", "FO": "Faroe Islands", "FR": "France", "GB": "United Kingdom",
        "GG": "Guernsey", "GR": "Greece", "HK": "Hong Kong", "HR": "Croatia", "HU": "Hungary", "IE": "Ireland",
        "IL": "Israel", "IM": "Isle of Man", "IN": "India", "IS": "Iceland", "IT": "Italy", "JE": "Jersey",
        "JP": "Japan", "KR": "South Korea", "LI": "Liechtenstein", "LT": "Lithuania", "LU": "Luxembourg",
        "LV": "Latvia", "MA": "Morocco", "MT": "Malta", "MX": "Mexico", "MY": "Malaysia", "NL": "Netherlands",
        "NO": "Norway", "NZ": "New Zealand", "PH": "Philippines", "PL": "Poland", "PT": "Portugal", "RO": "Romania",
        "RS": "Serbia", "RU": "Russia", "SE": "Sweden", "SG": "Singapore", "SI": "Slovenia", "SK": "Slovakia",
        "SR": "Suriname", "TH": "Thailand", "TN": "Tunisia", "TR": "Türkiye", "TW": "Taiwan", "UA": "Ukraine",
        "US": "United States", "UY": "Uruguay", "VN": "Vietnam", "ZA": "South Africa",
    ]
}
