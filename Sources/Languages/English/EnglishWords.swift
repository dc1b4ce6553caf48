import ExporterKit
import Policy

/// The overview in English.
struct EnglishWords: OverviewWords {
    let language = Language.en

    let pageTitle = "Your personal data"
    let skipToContent = "Skip to the content"
    let contents = "On this page"

    func confirmation(controller: String, records: Int, documents: Int, categories: Int, systems: Int) -> String {
        let parts = [records > 0 ? count(records: records) : nil, documents > 0 ? count(documents: documents) : nil]
        let sources = systems == 0 ? "" : ", from \(plural(systems, "system", "systems"))"
        return
            "Yes, \(controller) processes personal data about you: \(parts.compactMap(\.self).joined(separator: " and ")) "
            + "in \(plural(categories, "category", "categories"))\(sources)."
    }
    func nothingHeldConfirmation(controller: String) -> String {
        "We looked, and found no personal data about you in what this answer covers. \(controller) does hold this "
            + "request of yours and our answer to it."
    }
    func nothingGivenConfirmation(controller: String) -> String {
        "This answer holds no data about you. That does not mean that there is none: below it says what was left out "
            + "or could not be searched, and why. \(controller) does hold this request of yours and our answer to it."
    }
    func purposeOfPage(_ right: Right) -> String {
        switch right {
        case .portability:
            "This page describes the data that you may take with you to another service. The data itself is in the "
                + "files beside it, in formats that computers can read."
        default:
            "This page says what we hold about you, why, for how long, and who else receives it. The data itself is in "
                + "the files beside it."
        }
    }
    let supplementNote = "This supplements an earlier answer to the same request. The earlier answer stays valid."
    func incompleteNote(_ sources: Int) -> String {
        "This answer is not complete yet: \(plural(sources, "part is", "parts are")) missing. Below you see which, and why."
    }
    let requestNumber = "Request number"
    let rightLabel = "Right exercised"
    func right(_ right: Right) -> String {
        switch right {
        case .portability: "Portability (Art. 20 GDPR)"
        default: "Access (Art. 15 GDPR)"
        }
    }
    let controllerLabel = "Who answers"
    let contactLabel = "Contact"
    let receivedOn = "Request received"
    let collectedAt = "Data collected"
    let systemsSearched = "Systems searched"
    let systemsNotSearched = "Systems not searched"
    let none = "None"
    let partly = "in part"
    let requestItself = "The record of this request, with our letters to you, is kept as well."
    let contactForMore = "our privacy contact"
    let footer = "This page needs no internet and sends nothing to anybody."

    func truth(_ value: Bool) -> String { value ? "yes" : "no" }
}
