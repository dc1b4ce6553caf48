extension EnglishWords {
    var processingTableTitle: String { "Who processes which data, why and for how long" }
    func column(_ column: ProcessingColumn) -> String {
        switch column {
        case .category: "Kind of data"
        case .records: "Records in this package"
        case .fields: "What it may consist of"
        case .purposes: "Purposes"
        case .legalBases: "Legal basis (GDPR)"
        case .basisIsStated: "Basis stated in policy"
        case .retention: "How long"
        case .source: "Source"
        case .remarks: "Good to know"
        case .recipient: "Recipient"
        case .service: "What the recipient does"
        case .role: "Role"
        case .country: "Country"
        case .transfers: "Outside the EEA"
        case .agreements: "Agreements"
        }
    }
}
