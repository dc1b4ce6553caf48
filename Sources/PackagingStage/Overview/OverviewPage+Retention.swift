import ExporterKit
import Policy
import Languages

extension OverviewPage {
    /// The rules that hold for everything or for a part of it that is no category: a basis, backups, disputes.
    var generalRetention: HTML {
        let rules = facts.processing.rulesAboutTheWhole
        guard !rules.isEmpty else { return .nothing }
        let applied = rules.map { AppliedRule(rule: $0.rule, scope: $0.scope) }
        let backups: HTML =
            rules.contains { $0.scope == "backups" } ? "<p class=\"small\">\(text: words.backupsNote)</p>" : .nothing
        return """
            <section class="card" id="in-general" aria-labelledby="in-general-title">
            <h2 id="in-general-title">\(text: words.generalRetentionHeading)</h2>
            <p>\(text: words.generalRetentionIntroduction)</p>
            <ul class="rules">\(wording.sentences(applied).map { sentence -> HTML in "<li>\(text: sentence)</li>" })</ul>
            \(backups)
            </section>
            """
    }
}
