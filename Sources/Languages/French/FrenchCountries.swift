extension FrenchVocabulary {
    package var countries: [String: String] { Self.countries }

    private static let countries = [
        "AD": "Andorre", "AE": "Émirats arabes unis", "AR": "Argentine", "AT": "Autriche", "AU": "Australie",
        "BE": "Belgique", "BG": "Bulgarie", "BR": "Brésil", "CA": "Canada", "CH": "Suisse", "CN": "Chine",
        "CY": "Chypre", "CZ": "Tchéquie", "DE": "Allemagne", "DK": "Danemark", "EE": "Estonie", "ES": "Espagne",
        "EU": "Union européenne", "FI": "Finlande", "FO": "Îles Féroé", "FR": "France", "GB": "Royaume-Uni",
        "GG": "Guernesey", "GR": "Grèce", "HK": "Hong Kong", "HR": "Croatie", "HU": "Hongrie", "IE": "Irlande",
        "IL": "Israël", "IM": "Île de Man", "IN": "Inde", "IS": "Islande", "IT": "Italie", "JE": "Jersey",
        "JP": "Japon", "KR": "Corée du Sud", "LI": "Liechtenstein", "LT": "Lituanie", "LU": "Luxembourg",
        "LV": "Lettonie", "MA": "Maroc", "MT": "Malte", "MX": "Mexique", "MY": "Malaisie", "NL": "Pays-Bas",
        "NO": "Norvège", "NZ": "Nouvelle-Zélande", "PH": "Philippines", "PL": "Pologne", "PT": "Portugal",
        "RO": "Roumanie", "RS": "Serbie", "RU": "Russie", "SE": "Suède", "SG": "Singapour", "SI": "Slovénie",
        "SK": "Slovaquie", "SR": "Suriname", "TH": "Thaïlande", "TN": "Tunisie", "TR": "Turquie", "TW": "Taïwan",
        "UA": "Ukraine", "US": "États-Unis", "UY": "Uruguay", "VN": "Viêt Nam", "ZA": "Afrique du Sud",
    ]
}
