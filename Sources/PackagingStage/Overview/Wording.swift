import ExporterKit
import Policy
import Languages
import GatheringStage

/// The record of processing in the person's language: the sentences that the overview and its table share.
struct Wording: Sendable {
    let facts: PackageFacts
    let words: any OverviewWords

    init(facts: PackageFacts) {
        self.facts = facts
        words = overviewWords(facts.dossier.head.language, form: facts.controller.formOfAddress)
    }

    func text(_ text: LocalizedText) -> String { text.text(in: facts.language) }

    /// Whom the reader can ask, in one line.
    var contact: String {
        let contact = facts.controller.contact
        let ways = [contact.email, contact.phone].compactMap(\.self)
        let line = ways.isEmpty ? contact.post : ways.joined(separator: ", ")
        return line ?? words.contactForMore
    }

    /// How long a category is kept, a sentence or two for each rule.
    func retention(of category: Category) -> [String] {
        sentences(facts.processing.rules(for: category))
    }

    func sentences(_ rules: [AppliedRule]) -> [String] {
        rules.grouped.map { group in words.sentences(group.map(inWords), contact: contact) }
    }

    private func inWords(_ applied: AppliedRule) -> RetentionInWords {
        let rule = applied.rule
        let general = applied.scope.flatMap { words.scope(ScopedRetention(scope: $0, rule: rule)) }
        let condition = rule.condition.map { condition in
            words.condition(condition, event: rule.from.first.map { text($0.words) })
        }
        let scopes = [general, rule.appliesTo.map(text) ?? condition].compactMap(\.self)
        return RetentionInWords(
            kind: rule.kind,
            period: rule.duration.map(words.period),
            triggers: rule.from.map { text($0.words) },
            combine: rule.combine,
            action: rule.action,
            scope: scopes.isEmpty ? nil : scopes.joined(separator: ", "),
            remark: rule.text.map(text)
        )
    }

    /// The remarks on a category, a sentence each.
    func remarks(on category: Category) -> [String] {
        category.remarks(language: facts.language, title: facts.categoryTitle).map(words.remark)
    }

    /// Legal bases in words with the articles.
    func basis(_ article: String) -> String {
        words.legalBasis(article).map { "\(words.capitalised($0)) (\(words.reference(article)))" }
            ?? words.capitalised(words.reference(article))
    }
}
