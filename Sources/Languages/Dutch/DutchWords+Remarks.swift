import Groundwork

extension DutchWords {
    func remark(_ remark: CategoryRemark) -> String {
        switch remark {
        case .claimedNotPersonal:
            "Ons privacybeleid noemt dit geen persoonsgegevens. \(say("U krijgt", "Je krijgt")) het toch, voor zover wij "
                + "het bij \(whom) kunnen vinden."
        case .linkedToAccount:
            "Deze gegevens kunnen aan \(your) account zijn gekoppeld; dan gaan ze over \(whom)."
        case .thirdPartyData:
            "Hierin staan ook gegevens van anderen. Wat alleen hen aangaat, is vervangen of weggelaten "
                + "(artikel 15, vierde lid)."
        case .excludedFields(let fields):
            "Dit staat nooit in een kopie, voor \(your) veiligheid: \(fields.joined(separator: ", "))."
        case .media(let media): "Het kan bestaan uit \(enumeration(media.map(medium), and))."
        case .stopsOn(let right): "Wij stoppen hiermee zodra \(ending(right))."
        case .withdrawalCascade(let titles):
            "\(say("Trekt u", "Trek je")) hiervoor \(your) toestemming in, dan geldt dat ook voor: "
                + "\(titles.joined(separator: "; "))."
        case .askElsewhereFirst(let place):
            "\(sentence(place)) \(say("Uw", "Je")) rechten tegenover ons blijven gelden."
        }
    }

    private func medium(_ word: String) -> String {
        switch word {
        case "text": "tekst"
        case "image": "afbeeldingen"
        case "audio": "geluid"
        case "video": "video"
        case "location": "locaties"
        case "document": "documenten"
        default: spaced(word)
        }
    }

    private func ending(_ right: String) -> String {
        switch right {
        case "objection_direct_marketing":
            say("u bezwaar maakt tegen direct marketing", "je bezwaar maakt tegen direct marketing")
        case "objection": say("u bezwaar maakt", "je bezwaar maakt")
        case "opt_out": say("u zich afmeldt", "je je afmeldt")
        case "withdraw_consent": say("u de toestemming intrekt", "je de toestemming intrekt")
        default: say("u dit gebruikt: \(spaced(right))", "je dit gebruikt: \(spaced(right))")
        }
    }
}
