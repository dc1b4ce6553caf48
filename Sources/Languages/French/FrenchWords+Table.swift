extension FrenchWords {
    var processingTableTitle: String { "Qui traite quelles données, pourquoi et combien de temps" }
    func column(_ column: ProcessingColumn) -> String {
        switch column {
        case .category: "Type de données"
        case .records: "Enregistrements dans cet envoi"
        case .fields: "Ce qui peut s'y trouver"
        case .purposes: "Finalités"
        case .legalBases: "Base juridique (RGPD)"
        case .basisIsStated: "Base indiquée dans la politique"
        case .retention: "Durée de conservation"
        case .source: "Provenance"
        case .remarks: "Bon à savoir"
        case .recipient: "Destinataire"
        case .service: "Ce que fait le destinataire"
        case .role: "Rôle"
        case .country: "Pays"
        case .transfers: "Hors de l'EEE"
        case .agreements: "Accords"
        }
    }
}
