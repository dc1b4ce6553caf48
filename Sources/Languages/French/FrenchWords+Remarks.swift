import Groundwork

extension FrenchWords {
    func remark(_ remark: CategoryRemark) -> String {
        switch remark {
        case .claimedNotPersonal:
            "Notre politique de confidentialité ne considère pas cela comme des données personnelles. Vous les recevez "
                + "quand même, dans la mesure où nous pouvons les relier à vous."
        case .linkedToAccount:
            "Ces données peuvent être liées à votre compte\u{A0}; dans ce cas, elles vous concernent."
        case .thirdPartyData:
            "Il s'y trouve aussi des données d'autres personnes. Ce qui ne concerne qu'elles a été remplacé ou omis "
                + "(article 15, paragraphe 4)."
        case .excludedFields(let fields):
            "Pour votre sécurité, ceci ne figure jamais dans une copie\u{A0}: \(fields.joined(separator: ", "))."
        case .media(let media): "Nature possible\u{A0}: \(enumeration(media.map(medium), and))."
        case .stopsOn(let right): "Nous y mettons fin dès que \(ending(right))."
        case .withdrawalCascade(let titles):
            "Si vous retirez votre consentement ici, il est aussi retiré pour\u{A0}: \(titles.joined(separator: "\u{A0}; "))."
        case .askElsewhereFirst(let place): "\(sentence(place)) Vos droits à notre égard demeurent."
        }
    }

    private func medium(_ word: String) -> String {
        switch word {
        case "text": "du texte"
        case "image": "des images"
        case "audio": "du son"
        case "video": "de la vidéo"
        case "location": "des lieux"
        case "document": "des documents"
        default: spaced(word)
        }
    }

    private func ending(_ right: String) -> String {
        switch right {
        case "objection_direct_marketing": "vous vous opposez à la prospection"
        case "objection": "vous vous y opposez"
        case "opt_out": "vous vous désinscrivez"
        case "withdraw_consent": "vous retirez votre consentement"
        default: "vous exercez ce droit\u{A0}: \(spaced(right))"
        }
    }
}
