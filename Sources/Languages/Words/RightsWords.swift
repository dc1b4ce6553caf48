package import Policy

/// What is said of the rights, of what the policy promises about them, and of complaints.
package protocol RightsWords: Sendable {
    var rightsHeading: String { get }
    func rightsIntroduction(contact: String, period: String) -> String
    /// How fast, in words: the law's month, or what the controller promises.
    func answerTime(pace: DeadlinePolicy.Pace?, period: String?) -> String
    func policySource(_ policy: String) -> String
    /// The rights that the law gives, and those that only a controller promises.
    func meaning(of right: Right) -> RightWords
    func givenByLaw(controller: String, reference: String) -> String
    func partlyStated(_ stated: RightPromise.Stated, reference: String) -> String
    func scope(_ words: String) -> String
    var usingItEndsNothing: String { get }
    func selfService(_ words: String) -> String
    func until(_ words: String) -> String
    var allDataPorted: String { get }
    var portedToOrganisation: String { get }
    func whenUpheld(_ consequences: [String]) -> String?
    var confirmedToKnownEmail: String { get }
    func pace(_ pace: DeadlinePolicy.Pace) -> String
    func promisedPeriod(_ period: String) -> String
    func alsoThrough(_ ways: String) -> String
    var complaintHeading: String { get }
    func complaint(authority: String?) -> String
    func formerAuthority(_ name: String) -> String
    func unnamedAuthority(_ countries: String) -> String
    var listOfAuthorities: String { get }
    func complaintsFirst(_ place: String) -> String
    var courtNote: String { get }
}

/// One right and what it means.
package struct RightWords: Sendable {
    package var name: String
    package var meaning: String
}

/// What is said in the table of processing.
package protocol TableWords: Sendable {
    var processingTableTitle: String { get }
    func column(_ column: ProcessingColumn) -> String
}
