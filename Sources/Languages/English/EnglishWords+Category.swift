import ExporterKit
import Groundwork
import Policy

extension EnglishWords {
    var categoriesHeading: String { "What we hold about you" }
    func count(records: Int) -> String { plural(records, "record", "records") }
    func count(documents: Int) -> String { plural(documents, "document", "documents") }
    var fields: String { "What it may consist of" }
    var purposes: String { "Why we use it" }
    var legalBasis: String { "On what legal basis" }
    var retention: String { "How long we keep it" }
    var origin: String { "Where it comes from" }
    var recipients: String { "Who receives or processes it" }
    var transfers: String { "Outside the European Economic Area" }
    var automatedDecisions: String { "Automated decisions" }
    var portabilityLabel: String { "Portability" }
    var withheldLabel: String { "What is not here, and why" }
    package var remarks: String { "Good to know" }
    var noAutomatedDecisions: String { "With this data we take no decisions about you without a human being involved." }
    func notRecorded(contact: String) -> String {
        "Our record of processing does not state this. Ask us: \(contact)."
    }
    func portable(_ isPortable: Bool) -> String {
        isPortable
            ? "You have the right to take this data to another organisation (Art. 20)."
            : "The right to portability (Art. 20) does not cover this data."
    }
    var portableByPromise: String {
        "Article 20 does not cover this data, but our policy promises all data: you may take it to another organisation."
    }
    var copyIsHere: String { "You do have a copy of it here." }
    var notInPackage: String { "not in this package" }
    func origin(_ origin: CollectionDescription.Origin) -> String {
        switch origin {
        case .provided: "You gave it to us."
        case .observed: "It arose while you used our services."
        case .derived: "We recorded it ourselves, or made it from other data about you."
        case .thirdParty: "Somebody else gave it to us."
        }
    }
    func given(by source: String) -> String { "Somebody else gave it to us: \(source)" }
    var unknownThirdParty: String { "Our records do not say who." }
    var noOtherSource: String { "Our record of processing names no source other than you." }
    func supplied(by names: String) -> String { "Data on this comes to us from: \(names)." }
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
    var basisIsOurReading: String {
        "Our privacy policy does not state the legal basis for this data separately; this is how we read it."
    }
    func processedFor(_ customer: String) -> String {
        "We process this data on behalf of a customer, who decides about it: \(ended(customer)) So it is not in this "
            + "package. You can put this part of your request to that customer."
    }

    func shown(_ shown: Int, of all: Int) -> String {
        shown == all ? count(records: all) : "The first \(number(shown)) of \(count(records: all))"
    }
    func shown(_ shown: Int, ofDocuments all: Int) -> String {
        let shown = shown == 0 ? "" : "The first \(number(shown)) of "
        return "\(shown)\(count(documents: all)). They are all in the folder files."
    }
    var allIn: String { "They are all in" }
    func more(records: Int) -> String { plural(records, "more record", "more records") }
    func more(documents: Int) -> String { plural(documents, "more document", "more documents") }
    func inFiles(_ meaning: String) -> String { "(in the files: \(meaning))" }
    func localTimes(_ place: String) -> String {
        "Times stand here as the clock in \(place) showed them, and in the files as the systems hold them."
    }
    func complete(_ name: String) -> String { "Complete in \(name)." }
    var dataLink: String { "All of it, exactly as held" }
    var csvLink: String { "The same for a spreadsheet program" }
    var documentsHeading: String { "Documents" }
    var redactedVersion: String { "A redacted version: a part of it was made unreadable." }
    var fileColumn: String { "File" }
    var originalName: String { "Original name" }
    var kindOfFile: String { "Kind" }
    var sizeColumn: String { "Size" }
    var addedByHand: String { "Found by our staff, outside the searched systems." }
    var emptyCell: String { "empty" }
    func tableOf(_ title: String) -> String { "Records: \(title)" }
}
