extension GermanWords {
    var processingTableTitle: String { "Wer welche Daten verarbeitet, wofür und wie lange" }
    func column(_ column: ProcessingColumn) -> String {
        switch column {
        case .category: "Art der Daten"
        case .records: "Datensätze in diesem Datenpaket"
        case .fields: "Woraus es bestehen kann"
        case .purposes: "Zwecke"
        case .legalBases: "Rechtsgrundlage (DSGVO)"
        case .basisIsStated: "Grundlage in der Datenschutzerklärung genannt"
        case .retention: "Wie lange"
        case .source: "Quelle"
        case .remarks: "Gut zu wissen"
        case .recipient: "Empfänger"
        case .service: "Was der Empfänger tut"
        case .role: "Rolle"
        case .country: "Land"
        case .transfers: "Außerhalb des EWR"
        case .agreements: "Vereinbarungen"
        }
    }
}
