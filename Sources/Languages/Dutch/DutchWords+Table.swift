extension DutchWords {
    var processingTableTitle: String { "Wie welke gegevens verwerkt, waarvoor en hoe lang" }
    func column(_ column: ProcessingColumn) -> String {
        switch column {
        case .category: "Soort gegevens"
        case .records: "Registraties in dit pakket"
        case .fields: "Waaruit het kan bestaan"
        case .purposes: "Waarvoor"
        case .legalBases: "Grondslag (AVG)"
        case .basisIsStated: "Grondslag genoemd in beleid"
        case .retention: "Hoe lang"
        case .source: "Bron"
        case .remarks: "Goed om te weten"
        case .recipient: "Ontvanger"
        case .service: "Wat de ontvanger doet"
        case .role: "Rol"
        case .country: "Land"
        case .transfers: "Buiten de EER"
        case .agreements: "Afspraken"
        }
    }
}
