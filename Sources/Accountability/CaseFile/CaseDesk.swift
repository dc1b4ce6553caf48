package import Correspondence
package import Inzage
package import PackagingStage
import Cases
import Groundwork
import IntakeStage
import RegisterStore

/// Writes case files: everything about one request, for an authority that asks how it was handled.
package struct CaseDesk: Sendable {
    let pipeline: Pipeline
    let templates: LetterTemplates
    /// Who signs; nil where the controller has no signing key.
    let signer: PackageSigner?
    /// The controller's folder.
    let folder: String

    package init(pipeline: Pipeline, templates: LetterTemplates, signer: PackageSigner?, folder: String) {
        self.pipeline = pipeline
        self.templates = templates
        self.signer = signer
        self.folder = folder
    }

    var register: Register { pipeline.intake.register }

    /// Everything that stands in the register about a request, and the lines of the audit about it.
    func content(of request: Request) throws -> (content: CaseContent, entries: [AuditEntry]) {
        let all = try register.read { try $0.auditEntries() }
        guard register.auditChain.breaks(in: all).isEmpty, let last = all.last else {
            throw InzageError(
                .integrityBroken,
                "the audit was changed, so that no case file can be made of it",
                hint: "\(.verifyAudit) says where"
            )
        }
        let entries = all.filter { $0.request == request.id }
        let facts = CaseFacts(request: request, entries: entries, desk: self)
        let content = CaseContent(
            writtenAt: register.surroundings.timestamp,
            writtenBy: register.surroundings.operatorName,
            controller: facts.controller,
            request: try facts.asked(),
            deadlines: try facts.deadlines(),
            evidence: try facts.evidence(),
            codes: try register.read { try $0.mailedCodes(of: request.id) },
            decisions: try facts.decisions().map(CaseDecision.init),
            places: try facts.places(),
            answers: try pipeline.receipts(of: request),
            letters: try CaseLetters(facts).all(),
            steps: entries.map {
                CaseStep(number: $0.number, at: $0.at, by: $0.operator, what: $0.action, counts: $0.counts)
            },
            audit: CaseAudit(lines: entries.count, head: .init(number: last.number, hash: last.hash))
        )
        return (content, entries)
    }
}
