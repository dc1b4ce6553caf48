import Policy

extension EnglishWords {
    var rightsHeading: String { "Your rights" }
    func rightsIntroduction(contact: String, period: String) -> String {
        "Using them is free. You need no form and no reason: tell us what you want through \(contact). We answer "
            + "\(period)."
    }
    func answerTime(pace: DeadlinePolicy.Pace?, period: String?) -> String {
        let limit = period.map { "within \($0), and never later than one month" } ?? "within one month"
        return switch pace {
        case .asSoonAsPossible: "as soon as possible and \(limit)"
        case .immediately, .immediatelyWithoutUndueDelay, .immediateStop: "at once and in any case \(limit)"
        case .withoutUndueDelay: "without undue delay and \(limit)"
        case nil: limit
        }
    }
    func policySource(_ policy: String) -> String { "What is called our policy here is: \(policy)." }

    func meaning(of right: Right) -> RightWords {
        switch right {
        case .access:
            RightWords(name: "Access", meaning: "Know what we hold about you and get a copy. You can ask again.")
        case .information:
            RightWords(name: "Information", meaning: "Be told what we process and why, also without a copy.")
        case .rectification:
            RightWords(name: "Rectification", meaning: "Have what is wrong corrected and what is incomplete completed.")
        case .erasure:
            RightWords(name: "Erasure", meaning: "Have data deleted that we no longer need or may no longer hold.")
        case .restriction:
            RightWords(
                name: "Restriction",
                meaning: "Have us keep data but not use it, for example while a dispute lasts."
            )
        case .portability:
            RightWords(
                name: "Portability",
                meaning: "Take along what you gave us, or have us send it to another organisation."
            )
        case .objection:
            RightWords(
                name: "Objection",
                meaning: "Object to use that rests on a legitimate interest or on a task in the public interest."
            )
        case .objectionDirectMarketing:
            RightWords(
                name: "Objection to direct marketing",
                meaning: "No reason is needed: we stop direct marketing at once."
            )
        case .withdrawConsent:
            RightWords(
                name: "Withdraw consent",
                meaning: "Withdraw a consent at any time. What was done before stays lawful."
            )
        case .noAutomatedDecision:
            RightWords(
                name: "A human decision",
                meaning: "Not be subject to a decision by a machine alone that affects you significantly."
            )
        case .transferMechanismInformation:
            RightWords(
                name: "Know how transfers are protected",
                meaning: "Be told which safeguard holds where data leaves the European Economic Area."
            )
        case .changeContactPreferences:
            RightWords(name: "Contact preferences", meaning: "Change whether and how we contact you.")
        case .stopSharing: RightWords(name: "Stop sharing", meaning: "Have us stop sharing data with others.")
        case .updateData: RightWords(name: "Update", meaning: "Have data updated that has changed.")
        case .complaint: RightWords(name: "Complaint", meaning: "Complain to a supervisory authority.")
        }
    }

    func givenByLaw(controller: String, reference: String) -> String {
        "The policy of \(controller) does not name this right; the law gives it to you (\(reference))."
    }
    func partlyStated(_ stated: RightPromise.Stated, reference: String) -> String {
        stated == .implied
            ? "Our policy does not name this right in so many words; the law gives it to you (\(reference))."
            : "Our policy names this right only in part; the law gives it to you in full (\(reference))."
    }
    package func scope(_ words: String) -> String { "By our policy: \(ended(words))" }
    var usingItEndsNothing: String { "Using this right ends nothing by itself." }
    func selfService(_ words: String) -> String { "You can do it yourself: \(ended(words))" }
    func until(_ words: String) -> String { "It lasts until \(ended(words))" }
    var allDataPorted: String { "Our policy promises all data, also what Article 20 does not cover." }
    var portedToOrganisation: String { "You can name an organisation to which we send it directly." }
    func whenUpheld(_ consequences: [String]) -> String? {
        let known = consequences.compactMap { consequence -> String? in
            switch consequence {
            case "send_copy_of_data": "you get a copy of the data"
            case "stop_permanently": "we stop the processing for good"
            default: nil
            }
        }
        return known.isEmpty ? nil : "Where the objection is upheld, \(enumeration(known, and))."
    }
    var confirmedToKnownEmail: String { "We confirm it to the e-mail address that we know of you." }
    func pace(_ pace: DeadlinePolicy.Pace) -> String {
        switch pace {
        case .immediateStop: "We stop at once, until it is decided."
        case .immediately, .immediatelyWithoutUndueDelay: "Our policy promises this at once."
        case .asSoonAsPossible: "Our policy promises this as soon as possible."
        case .withoutUndueDelay: "Our policy promises this without undue delay."
        }
    }
    func promisedPeriod(_ period: String) -> String { "Our policy promises an answer within \(period)." }
    func alsoThrough(_ ways: String) -> String { "This can also be done through \(ways)." }

    var complaintHeading: String { "Not satisfied?" }
    func complaint(authority: String?) -> String {
        authority.map { "You can complain to the supervisory authority (Art. 77 GDPR): \($0)." }
            ?? "You can complain to the supervisory authority of the country where you live or work (Art. 77 GDPR). "
            + listOfAuthorities
    }
    func formerAuthority(_ name: String) -> String {
        "Our privacy policy names “\(name)”. No authority bears that name any more; your complaint belongs with the one "
            + "there is today."
    }
    func unnamedAuthority(_ countries: String) -> String {
        "Our privacy policy points to the supervisory authority of: \(countries), without naming it."
    }
    var listOfAuthorities: String { "The list of authorities is at edpb.europa.eu." }
    func complaintsFirst(_ place: String) -> String {
        "You may bring a complaint to us first: \(place). You need not."
    }
    var courtNote: String { "You can also go to court (Art. 79 GDPR)." }
}
