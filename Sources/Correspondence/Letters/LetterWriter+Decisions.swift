import Policy
import Languages

// What is written once something was decided that no archive answers.
extension LetterWriter {
    /// The refusal of a request or of a part of it, never without a ground and a reason (Article 12(4)).
    package func refusal(_ facts: RefusalFacts) throws(LetterError) -> Letter {
        guard let ground = said(RefusalGround.words(for: facts.ground, in: language)) else {
            throw LetterError(code: .notGiven, field: "ground")
        }
        guard let reason = said(facts.reason) else { throw LetterError(code: .notGiven, field: "reason") }
        let values: LetterValues = [
            "ground": .text(ground), "article": .text(article(of: facts)), "reason": .text(reason),
            "is_partial": .flag(facts.isPartial),
            "is_unidentifiable": .flag(RefusalGround(word: facts.ground) == .unidentifiable),
        ]
        return try letter(.refusal, facts.requestID, inWords(facts.right).and(values).and(sender.complaint()))
    }

    private func article(of facts: RefusalFacts) -> String? {
        let ofGround = RefusalGround(word: facts.ground)?.articles(for: facts.right) ?? []
        let articles = ofGround.isEmpty ? [said(facts.article)].compactMap(\.self) : ofGround
        return articles.isEmpty ? nil : Article.citation(articles, in: language)
    }

    /// The confirmation that a right was carried out by people, with what is kept in spite of it.
    ///
    /// Whoever keeps something does not do all that was asked, so the person is told where to complain (Article 12(4)).
    package func confirmation(_ facts: ConfirmationFacts) throws(LetterError) -> Letter {
        let kept = try facts.kept.map { kept throws(LetterError) in try self.values(of: kept) }
        var values: LetterValues = [
            Self.flag(of: facts.right): .flag(true),
            "copy_follows": .flag(facts.copyFollows),
            "informs_recipients": .flag([.rectification, .erasure, .restriction].contains(facts.right)),
            "keeps_some": .flag(!kept.isEmpty), "kept": .list(kept),
            "counts_places": .flag(facts.places != nil),
            "places_done": .text(facts.places.map { String($0.done) }),
            "places_all": .text(facts.places.map { String($0.all) }),
            "places_remain": .flag(facts.places.map { $0.done < $0.all } ?? false),
        ]
        if !kept.isEmpty { values = values.and(try sender.complaint()) }
        return try letter(.confirmation, facts.requestID, inWords(facts.right).and(values))
    }

    private func values(of kept: ConfirmationFacts.Kept) throws(LetterError) -> LetterValues {
        guard let title = said(kept.title) else { throw LetterError(code: .notGiven, field: "title") }
        guard let ground = said(RefusalGround.words(for: kept.ground, in: language)) else {
            throw LetterError(code: .notGiven, field: "ground")
        }
        return ["kept_title": .text(title), "kept_ground": .text(ground)]
    }

    private static func flag(of right: Right) -> String {
        switch right {
        case .rectification: "is_rectification"
        case .restriction: "is_restriction"
        case .objection: "is_objection"
        case .objectionDirectMarketing: "is_direct_marketing"
        case .erasure: "is_erasure"
        case .withdrawConsent: "is_consent"
        default: "is_other"
        }
    }
}
