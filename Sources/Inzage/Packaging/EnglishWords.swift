import ExporterKit

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

    let categoriesHeading = "What we hold about you"
    func count(records: Int) -> String { plural(records, "record", "records") }
    func count(documents: Int) -> String { plural(documents, "document", "documents") }
    let whatIsHeld = "What we hold"
    let purposes = "Why we use it"
    let legalBasis = "On what legal basis"
    let retention = "How long we keep it"
    let origin = "Where it comes from"
    let recipients = "Who receives or processes it"
    let transfers = "Outside the European Economic Area"
    let automatedDecisions = "Automated decisions"
    let portabilityLabel = "Portability"
    let withheldLabel = "What is not here, and why"
    let noAutomatedDecisions = "With this data we take no decisions about you without a human being involved."
    let noRecipients = "Nobody outside our organisation."
    let noTransfers = "According to our records it does not leave the European Economic Area."
    func notRecorded(contact: String) -> String {
        "Our record of processing does not state this. Ask us: \(contact)."
    }
    func portable(_ isPortable: Bool) -> String {
        isPortable
            ? "You have the right to take this data to another organisation (Art. 20)."
            : "The right to portability (Art. 20) does not cover this data."
    }
    let copyIsHere = "You do have a copy of it here."
    let notInPackage = "not in this package"
    func origin(_ origin: CollectionDescription.Origin) -> String {
        switch origin {
        case .provided: "You gave it to us."
        case .observed: "It arose while you used our services."
        case .derived: "We recorded it ourselves, or made it from other data about you."
        case .thirdParty: "Somebody else gave it to us."
        }
    }
    func given(by source: String) -> String { "Somebody else gave it to us: \(source)" }
    let unknownThirdParty = "Our records do not say who."
    func role(_ role: Processor.Role) -> String {
        switch role {
        case .processor: "works for us, on our instructions (processor)"
        case .ownController: "decides for itself what it does with the data (controller)"
        case .intraGroup: "part of our group"
        case .authority: "public authority"
        case .source: "gives us data"
        default: role.rawValue
        }
    }
    let unnamedRecipient = "A recipient that our record of processing does not describe"
    func transfer(to country: String, safeguard: String?) -> String {
        guard let safeguard else { return countryWithoutSafeguard(country) }
        return "Transfer to: \(country). Safeguard: \(safeguard)."
    }
    func countryWithoutSafeguard(_ country: String) -> String {
        "Transfer to: \(country). Our record of processing does not state a safeguard; you can ask us for it."
    }
    let outdatedSafeguard = "The Privacy Shield has not been valid as a safeguard since 16 July 2020."
    func legalBasis(_ article: String) -> String? {
        switch article {
        case "6(1)(a)": "your consent, which you can withdraw at any time"
        case "6(1)(b)": "a contract with you, or steps that you asked for before one"
        case "6(1)(c)": "a legal obligation that we have"
        case "6(1)(d)": "somebody's vital interests"
        case "6(1)(e)": "a task in the public interest"
        case "6(1)(f)": "our legitimate interest or somebody else's, to which you can object"
        case "7(1)": "our duty to be able to show your consent"
        case "9(2)(a)": "your explicit consent for special categories of data"
        case "9(2)(b)": "employment and social security law"
        case "9(2)(c)": "vital interests where you could not consent"
        case "9(2)(d)": "membership of a non-profit body"
        case "9(2)(e)": "you made the data public yourself"
        case "9(2)(f)": "legal claims"
        case "9(2)(g)": "substantial public interest"
        case "9(2)(h)": "medical care or occupational health"
        case "9(2)(i)": "public health"
        case "9(2)(j)": "archiving, research or statistics"
        default: nil
        }
    }
    func reference(_ article: String) -> String { "Art. \(article) GDPR" }
    func kept(_ kind: RetentionRule.Kind, period: String?, from: String?) -> String {
        let start = from.map { ", counted from \($0)" } ?? ""
        return switch (kind, period) {
        case (.max, let period?): "At most \(period)\(start)."
        case (.usual, let period?): "Usually \(period)\(start)."
        case (_, let period?): "\(capitalised(period))\(start)."
        case (.untilEvent, nil): from.map { "Until \($0)." } ?? "Until the event that ends the need for it."
        case (.statutory, nil): "As long as the law requires\(start)."
        case (.necessity, nil): "As long as it is needed for the purpose above\(start)."
        default: from.map { "This counts: \($0)." } ?? "As long as it is needed for the purpose above."
        }
    }
    let contactForMore = "our privacy contact"

    func shown(_ shown: Int, of all: Int) -> String {
        shown == all ? count(records: all) : "The first \(number(shown)) of \(count(records: all))"
    }
    func complete(_ name: String) -> String { "Complete in \(name)." }
    let dataLink = "All of it, exactly as held"
    let csvLink = "The same for a spreadsheet program"
    let documentsHeading = "Documents"
    let fileColumn = "File"
    let originalName = "Original name"
    let kindOfFile = "Kind"
    let sizeColumn = "Size"
    let addedByHand = "Found by our staff, outside the searched systems."
    let emptyCell = "empty"
    func truth(_ value: Bool) -> String { value ? "yes" : "no" }
    func tableOf(_ title: String) -> String { "Records: \(title)" }

    let nothingHeldHeading = "Where we hold nothing about you"
    let nothingHeldIntroduction =
        "These are kinds of data that we process about people. We hold none about you, or we did not search."
    let notSearched = "Not searched: no system of ours for this is connected to the search."
    let searchHeading = "What we searched and what came of it"
    let searchIntroduction =
        "Every source is listed here, also one in which nothing was found and one that was not searched."
    let systemColumn = "System"
    let collectionColumn = "Part"
    let categoryColumn = "Category"
    let outcomeColumn = "Outcome"
    let byHand = "By our staff"
    func outcome(_ outcome: Outcome, records: Int) -> String {
        switch outcome {
        case .records: "\(count(records: records)) in this package."
        case .nothingHeld: "Searched; it holds nothing about you."
        case .identifierUnsupported:
            "Not searched: we know nothing about you by which this source can be asked. If you know a number or an "
                + "address that you used here, tell us and we will search again."
        case .ambiguousSubject:
            "Not included: several people share the details we searched by, and this source cannot tell them apart."
        case .pendingHuman: "Still being looked up by our staff. What they find will follow."
        case .withheld(let ground): "Withheld: \(self.ground(ground))"
        case .failed: "Could not be read, so this part is missing. The rest will follow."
        case .gapAccepted: "Could not be read in time, so this part is missing. The rest will follow."
        }
    }
    func found(documents: Int) -> String { "\(count(documents: documents)) in this package." }
    private func ground(_ ground: String) -> String {
        switch ground {
        case "not-portable": "the right to portability does not cover it. You can ask for it under the right of access."
        case "operator-decision": "our decision; ask us for the ground."
        case _ where ground.hasPrefix("processor for "):
            "we hold it on behalf of \(ground.dropFirst("processor for ".count)), who must answer for it. "
                + "We tell them about your request."
        default: "\(ground)."
        }
    }
    func reason(_ reason: String) -> String { "Reason: \(ended(reason))" }
    func redaction(_ redaction: Redaction, field: String?) -> String {
        let place = field.map { " in “\($0)”" } ?? ""
        let values = plural(redaction.count, "value", "values")
        return switch redaction.ground {
        case .otherPerson where field == nil:
            plural(redaction.count, "record", "records")
                + " left out: several people use the address, and whose it is cannot be told (Art. 15(4))."
        case .otherPerson: "\(values)\(place) replaced by a stand-in, because of somebody else's privacy (Art. 15(4))."
        case .staff: "\(values)\(place) replaced by a stand-in: a member of our staff."
        case .secret:
            "\(values)\(place) left out: a password, code or key. We do hold it, but for your safety we do not give it "
                + "out."
        case .operatorDecision: "\(values)\(place) cut by us."
        }
    }
    let nothingWithheld = "Nothing was withheld or replaced."

    let rightsHeading = "Your rights"
    func rightsIntroduction(contact: String) -> String {
        "Using them is free. You need no form and no reason: tell us what you want through \(contact). We answer "
            + "within one month."
    }
    let rights: [RightWords] = [
        RightWords(
            name: "Access",
            article: "15",
            meaning: "Know what we hold about you and get a copy. You can ask again."
        ),
        RightWords(
            name: "Rectification",
            article: "16",
            meaning: "Have what is wrong corrected and what is incomplete completed."
        ),
        RightWords(
            name: "Erasure",
            article: "17",
            meaning: "Have data deleted that we no longer need or may no longer hold."
        ),
        RightWords(
            name: "Restriction",
            article: "18",
            meaning: "Have us keep data but not use it, for example while a dispute lasts."
        ),
        RightWords(
            name: "Portability",
            article: "20",
            meaning: "Take along what you gave us, or have us send it to another organisation."
        ),
        RightWords(
            name: "Objection",
            article: "21",
            meaning: "Object to use that rests on a legitimate interest or on a task in the public interest. With "
                + "direct marketing we stop at once."
        ),
        RightWords(
            name: "Withdraw consent",
            article: "7(3)",
            meaning: "Withdraw a consent at any time. What was done before stays lawful."
        ),
        RightWords(
            name: "A human decision",
            article: "22",
            meaning: "Not be subject to a decision by a machine alone that affects you significantly."
        ),
    ]
    let complaintHeading = "Not satisfied?"
    func complaint(authority: String?) -> String {
        authority.map { "You can complain to the supervisory authority (Art. 77 GDPR): \($0)." }
            ?? "You can complain to the supervisory authority of the country where you live or work (Art. 77 GDPR). "
            + "The list of authorities is at edpb.europa.eu."
    }
    let courtNote = "You can also go to court (Art. 79 GDPR)."
    let footer = "This page needs no internet and sends nothing to anybody."

    func number(_ number: Int) -> String { grouped(number, by: ",") }
    let decimalMark = "."
    let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    func unit(_ unit: PeriodUnit, _ count: Int) -> String { plural(count, unit.rawValue, unit.rawValue + "s") }
    let and = "and"
    func country(_ code: String) -> String { Countries.name(code, in: .en) }

    private func plural(_ count: Int, _ one: String, _ many: String) -> String {
        "\(number(count)) \(count == 1 ? one : many)"
    }
}
