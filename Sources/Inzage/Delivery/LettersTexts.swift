/// The words of all letters in one language; one type, one file for each.
protocol LetterTexts: Sendable {
    var greeting: String { get }
    var farewell: String { get }

    /// MUST NOT hold the code: a subject shows on locked screens (case 31).
    func codeSubject(_ requestID: String) -> String
    /// MUST give the code a line of its own and say nothing that depends on whether the reader is known.
    func code(_ code: String, requestID: String, until day: String, phone: String?) -> [LetterPart]

    func archiveSubject(_ requestID: String) -> String
    func archiveContents(_ facts: ArchiveFacts, restBy day: String?) -> [LetterPart]
    /// How to open the archive with free programs on each system.
    func opening() -> [LetterPart]
    /// Where the passphrase comes from; without a telephone the controller calls.
    func passphrase(callNumber: String, phone: String?, keptFor period: String) -> [LetterPart]
    func organisationSubject(_ requestID: String) -> String
    /// To an organisation that the person named (Art. 20(2)): what it is, and that the person has the passphrase.
    func organisation(requestID: String, attachmentName: String) -> [LetterPart]
    func signature(fingerprint: [String]) -> [LetterPart]

    func nothingHeldSubject(_ requestID: String) -> String
    /// MUST name the article of the right that was exercised.
    func nothingHeld(requestID: String, right: Right, keptFor period: String) -> [LetterPart]

    func rights(authority: NamedAuthority) -> [LetterPart]
    func contact(_ ways: Reachable) -> [LetterPart]
}
