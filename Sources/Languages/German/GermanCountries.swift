extension GermanVocabulary {
    package var countries: [String: String] { Self.countries }

    private static let countries = [
        "AD": "Andorra", "AE": "Vereinigte Arabische Emirate", "AR": "Argentinien", "AT": "Österreich",
        "AU": "Australien", "BE": "Belgien", "BG": "Bulgarien", "BR": "Brasilien", "CA": "Kanada", "CH": "Schweiz",
        "CN": "China", "CY": "Zypern", "CZ": "Tschechien", "DE": "Deutschland", "DK": "Dänemark", "EE": "Estland",
        "ES": "Spanien", "EU": "Europäische Union", "FI": "Finnland", "FO": "Färöer", "FR": "Frankreich",
        "GB": "Vereinigtes Königreich", "GG": "Guernsey", "GR": "Griechenland", "HK": "Hongkong", "HR": "Kroatien",
        "HU": "Ungarn", "IE": "Irland", "IL": "Israel", "IM": "Insel Man", "IN": "Indien", "IS": "Island",
        "IT": "Italien", "JE": "Jersey", "JP": "Japan", "KR": "Südkorea", "LI": "Liechtenstein", "LT": "Litauen",
        "LU": "Luxemburg", "LV": "Lettland", "MA": "Marokko", "MT": "Malta", "MX": "Mexiko", "MY": "Malaysia",
        "NL": "Niederlande", "NO": "Norwegen", "NZ": "Neuseeland", "PH": "Philippinen", "PL": "Polen",
        "PT": "Portugal", "RO": "Rumänien", "RS": "Serbien", "RU": "Russland", "SE": "Schweden", "SG": "Singapur",
        "SI": "Slowenien", "SK": "Slowakei", "SR": "Suriname", "TH": "Thailand", "TN": "Tunesien", "TR": "Türkei",
        "TW": "Taiwan", "UA": "Ukraine", "US": "Vereinigte Staaten", "UY": "Uruguay", "VN": "Vietnam",
        "ZA": "Südafrika",
    ]
}
