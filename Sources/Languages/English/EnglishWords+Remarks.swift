import Groundwork

extension EnglishWords {
    func remark(_ remark: CategoryRemark) -> String {
        switch remark {
        case .claimedNotPersonal:
            "Our privacy policy does not call this personal data. You get it all the same, as far as we can find it as "
                + "yours."
        case .linkedToAccount: "This data may be linked to your account; then it is about you."
        case .thirdPartyData:
            "It holds data of other people too. What is about them alone was replaced or left out (Art. 15(4))."
        case .excludedFields(let fields):
            "This is never in a copy, for your safety: \(fields.joined(separator: ", "))."
        case .media(let media): "It may consist of \(enumeration(media.map(medium), and))."
        case .stopsOn(let right): "We stop this as soon as \(ending(right))."
        case .withdrawalCascade(let titles):
            "If you withdraw your consent for this, it is withdrawn too for: \(titles.joined(separator: "; "))."
        case .askElsewhereFirst(let place): "\(sentence(place)) Your rights towards us remain."
        }
    }

    private func medium(_ word: String) -> String {
        switch word {
        case "text": "text"
        case "image": "images"
        case "audio": "sound"
        case "video": "video"
        case "location": "locations"
        case "document": "documents"
        default: spaced(word)
        }
    }

    private func ending(_ right: String) -> String {
        switch right {
        case "objection_direct_marketing": "you object to direct marketing"
        case "objection": "you object"
        case "opt_out": "you opt out"
        case "withdraw_consent": "you withdraw your consent"
        default: "you use this: \(spaced(right))"
        }
    }
}
