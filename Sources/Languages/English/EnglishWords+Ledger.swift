import ExporterKit
import Cases
import Groundwork

extension EnglishWords {
    func nothingHeldHeading(_ categories: Int) -> String {
        "Where we hold nothing about you (\(plural(categories, "category", "categories")))"
    }
    var nothingHeldIntroduction: String {
        "These are kinds of data that we process about people. We hold none about you, or we did not search. Open one to "
            + "see what it is for, how long it is kept and by whom."
    }
    var notSearchedShort: String { "not searched" }
    var nothingFoundShort: String { "searched, nothing found" }
    var notSearched: String { "Not searched: no system of ours for this is connected to the search." }
    var searchHeading: String { "What we searched and what came of it" }
    var searchIntroduction: String {
        "Every source is listed here, also one in which nothing was found and one that was not searched."
    }
    var systemColumn: String { "System" }
    var collectionColumn: String { "Part" }
    var categoryColumn: String { "Category" }
    var outcomeColumn: String { "Outcome" }
    var byHand: String { "By our staff" }
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
    func nothingFoundByHand(_ categories: Int) -> String {
        "Looked up by our staff, nothing found: \(plural(categories, "kind", "kinds")) of data"
    }
    func found(documents: Int) -> String { "\(count(documents: documents)) in this package." }
    private func ground(_ ground: WithholdingGround) -> String {
        switch ground {
        case .notPortable: "the right to portability does not cover it. You can ask for it under the right of access."
        case .decided(let words) where isBlank(words): "our decision; ask us for the ground."
        case .processorFor(let customer):
            "we hold it on behalf of a customer, who decides about it: "
                + "\(ended(customer)) You can put this to that customer."
        case .decided(let words): ended(words)
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
        case .notPortable: "\(values)\(place) left out: \(ground(.notPortable))"
        case .operatorDecision: "\(values)\(place) cut by us."
        case .redactedVersion:
            "\(plural(redaction.count, "document", "documents"))\(place) given in a redacted version."
        }
    }
    var nothingWithheld: String { "Nothing was withheld or replaced." }
}
