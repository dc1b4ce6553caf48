import Cases
import IdentityMethods

// What is written while a request is not answered yet.
extension LetterWriter {
    /// The mail that says that a request was received and until when the answer may take.
    ///
    /// It is the same for people who are known and for those who are not.
    package func acknowledgement(_ facts: AcknowledgementFacts) throws(LetterError) -> Letter {
        let days: LetterValues = ["received": inWords(facts.receivedOn), "due": inWords(facts.dueOn)]
        return try letter(.acknowledgement, facts.requestID, inWords(facts.right).and(days))
    }

    /// The mail that asks who somebody is, for no more than is needed.
    package func moreIdentification(_ facts: IdentificationFacts) throws(LetterError) -> Letter {
        guard !facts.methods.isEmpty else { throw LetterError(code: .notGiven, field: "way to identify") }
        let ways = facts.methods.filter { !$0.isBesideOthers }
        var values: LetterValues = [
            "another_destination": .flag(facts.doubts.contains(.anotherDestination)),
            "representative": .flag(facts.doubts.contains(.representative)),
            "has_choice": .flag(!ways.isEmpty), "has_one_way": .flag(ways.count == 1),
            "is_suspended": .flag(facts.clock == .standsStill),
            "further_ways": .list(ways.compactMap { $0.request?[language] }.map { ["way": .text($0)] }),
        ]
        for method in facts.methods where method.request == nil { values[method.flag] = .flag(true) }
        if case .runs(let due) = facts.clock { values["due"] = inWords(due) }
        return try letter(.identification, facts.requestID, values)
    }

    /// The mail that asks whom a request is about or what it wants, with the period running.
    package func clarification(_ facts: ClarificationFacts) throws(LetterError) -> Letter {
        guard facts.asksWho || facts.asksRight else { throw LetterError(code: .notGiven, field: "question") }
        return try letter(
            .clarification,
            facts.requestID,
            [
                "asks_who": .flag(facts.asksWho), "asks_right": .flag(facts.asksRight),
                "due": inWords(facts.dueOn),
            ]
        )
    }

    /// The notice that the period is longer, with reasons (Article 12(3)); whether it is in time is not seen here.
    package func extensionNotice(_ facts: ExtensionFacts) throws(LetterError) -> Letter {
        guard let reason = said(facts.reason) else { throw LetterError(code: .notGiven, field: "reason") }
        let values: LetterValues = [
            "received": inWords(facts.receivedOn), "due": inWords(facts.dueOn), "reason": .text(reason),
        ]
        return try letter(.extensionNotice, facts.requestID, inWords(facts.right).and(values).and(sender.complaint()))
    }
}
