import ExporterKit
import Policy

/// Something about a category that a person had better know, beside what Article 15 lists.
package enum CategoryRemark: Sendable, Hashable {
    /// The policy claims that it is no personal data.
    case claimedNotPersonal
    /// It becomes personal when it is linked to an account.
    case linkedToAccount
    /// It is about other people too.
    case thirdPartyData
    /// Fields that never leave, by name.
    case excludedFields([String])
    /// The sorts of media in it, by word.
    case media([String])
    /// The right whose use ends the processing, by word.
    case stopsOn(String)
    /// The titles of the categories for which consent is withdrawn along with it.
    case withdrawalCascade([String])
    /// Where to ask first, in the controller's words.
    case askElsewhereFirst(String)
}

extension Category {
    /// What is to be remarked, in the order in which people read it.
    package func remarks(language: String, title: (String) -> String) -> [CategoryRemark] {
        var remarks: [CategoryRemark] = []
        if marks.claimedNotPersonal { remarks.append(.claimedNotPersonal) }
        if marks.linkedToAccount { remarks.append(.linkedToAccount) }
        if marks.thirdPartyData { remarks.append(.thirdPartyData) }
        if !marks.media.isEmpty { remarks.append(.media(marks.media)) }
        if !excludedFields.isEmpty { remarks.append(.excludedFields(excludedFields)) }
        if let right = marks.stopsOn { remarks.append(.stopsOn(right)) }
        if !marks.withdrawalCascade.isEmpty {
            remarks.append(.withdrawalCascade(marks.withdrawalCascade.map(title)))
        }
        if let place = marks.askElsewhereFirst { remarks.append(.askElsewhereFirst(place.text(in: language))) }
        return remarks
    }
}
