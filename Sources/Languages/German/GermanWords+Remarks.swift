import Groundwork

extension GermanWords {
    func remark(_ remark: CategoryRemark) -> String {
        switch remark {
        case .claimedNotPersonal:
            "Unsere Datenschutzerklärung sieht darin keine personenbezogenen Daten. Sie erhalten sie trotzdem, soweit wir "
                + "sie Ihnen zuordnen können."
        case .linkedToAccount:
            "Diese Daten können mit Ihrem Konto verknüpft sein; dann beziehen sie sich auf Sie."
        case .thirdPartyData:
            "Darin stehen auch Daten anderer Personen. Was nur diese betrifft, wurde ersetzt oder weggelassen "
                + "(Artikel 15 Absatz 4)."
        case .excludedFields(let fields):
            "Zu Ihrer Sicherheit steht dies nie in einer Kopie: \(fields.joined(separator: ", "))."
        case .media(let media): "Es kann Folgendes enthalten: \(enumeration(media.map(medium), and))."
        case .stopsOn(let right): "Wir beenden dies, sobald \(ending(right))."
        case .withdrawalCascade(let titles):
            "Widerrufen Sie hierfür Ihre Einwilligung, gilt das auch für: \(titles.joined(separator: "; "))."
        case .askElsewhereFirst(let place): "\(sentence(place)) Ihre Rechte uns gegenüber bleiben bestehen."
        }
    }

    private func medium(_ word: String) -> String {
        switch word {
        case "text": "Text"
        case "image": "Bilder"
        case "audio": "Ton"
        case "video": "Videos"
        case "location": "Standorte"
        case "document": "Dokumente"
        default: spaced(word)
        }
    }

    private func ending(_ right: String) -> String {
        switch right {
        case "objection_direct_marketing": "Sie der Direktwerbung widersprechen"
        case "objection": "Sie Widerspruch einlegen"
        case "opt_out": "Sie sich abmelden"
        case "withdraw_consent": "Sie Ihre Einwilligung widerrufen"
        default: "Sie dieses Recht ausüben: \(spaced(right))"
        }
    }
}
