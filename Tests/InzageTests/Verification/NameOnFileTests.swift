import IntakeStage
import Policy
import Cases
import IdentityMethods
import IdentityStage

import Inzage
import RegisterStore
import TestSupport
import Testing

@Suite struct `The name on file` {
    @Test(arguments: [
        ("Ada Jansen", "ADA JANSEN"), ("Ada Jansen", "Jansen, Ada"), ("A. Jansen", "Ada Jansen"),
        ("A.M. Jansen", "Ada Maria Jansen"), ("Ada Jansen", "Ada Maria Jansen"), ("Zoë Groß", "Zoe Gross"),
        ("Søren Østergård", "Soren Ostergard"), ("Mevr. A. de Vries", "Ada de Vries"), ("Jansen", "Ada Jansen"),
        ("J.-P. Martin", "Jean-Pierre Martin"), ("M. Dupont", "Marie Dupont"), ("O\u{2019}Brien", "O'Brien"),
    ])
    func `may be written otherwise`(one: String, other: String) {
        #expect(NameOnFile(one).mayBe(NameOnFile(other)))
        #expect(NameOnFile(other).mayBe(NameOnFile(one)))
    }

    @Test(arguments: [
        ("Bas de Boer", "Els de Boer"), ("Ada Jansen", "Ada Janssen"), ("A. Jansen", "B. Jansen"),
        ("A. J.", "Ada Jansen"),
        ("Jan Jansen", "Anna Jansen"), ("Ada", "Eva"), ("Ada Jansen", "Ada Maria"), ("Ada Ada", "Ada Jansen"),
    ])
    func `is another one`(one: String, other: String) {
        #expect(!NameOnFile(one).mayBe(NameOnFile(other)))
        #expect(!NameOnFile(other).mayBe(NameOnFile(one)))
    }

    private func withSpouses(
        claiming name: String?,
        _ body: (House, Request) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            try shop.customer(1, "home@example.org", name: "Bas de Boer")
            try shop.customer(2, "home@example.org", name: "Els de Boer")
            var house = try House(in: folder, systems: shop.systems)
            house.controller.identity.codeRequired = false
            let claim = Claim(email: "home@example.org", name: name)
            try await body(house, house.intake.open(Submission(right: .access, claim: claim, language: .en)))
        }
    }

    private func evidence(_ subject: Int, nameDiffers: String? = nil) -> EvidenceRecord {
        EvidenceRecord(
            method: "in-person",
            checkedBy: "B",
            document: "passport",
            subject: subject,
            nameDiffers: nameDiffers
        )
    }

    @Test func `stands beside the name claimed, and evidence for the other of two is refused`() async throws {
        try await withSpouses(claiming: "B. de Boer") { house, request in
            let looked = try await house.verification.perform(.look, on: request)
            #expect(looked.candidates.map(\.names) == [["Bas de Boer"], ["Els de Boer"]])
            #expect(looked.lines.contains { $0.utf8.firstRange(of: "the request names “B. de Boer”".utf8) != nil })
            let wrong = try await house.verification.perform(.evidence(evidence(2)), on: request)
            #expect(!wrong.isVerified)
            #expect(wrong.lines.first?.utf8.firstRange(of: "--name-differs".utf8) != nil)
            #expect(try house.register.read { try $0.evidence(of: request.id) }.isEmpty)
            #expect(try await house.verification.perform(.evidence(evidence(1)), on: request).isVerified)
        }
    }

    @Test func `is passed over with a reason, which is noted and audited`() async throws {
        try await withSpouses(claiming: "Bas de Boer") { house, request in
            let act = VerificationAct.evidence(evidence(2, nameDiffers: "married"))
            #expect(try await house.verification.perform(act, on: request).isVerified)
            let (notes, audit) = try house.register.read { transaction in
                (
                    try transaction.decisions(request: request.id, round: 1),
                    try transaction.auditEntries(request: request.id).map(\.action)
                )
            }
            #expect(notes.map(\.target) == [Decision.nameDiffers])
            #expect(audit.contains("evidence taken though the name differs"))
            #expect(audit.contains("evidence in-person, checked by B"))
        }
    }

    @Test func `is not asked for where the request names nobody`() async throws {
        try await withSpouses(claiming: nil) { house, request in
            let report = try await house.verification.perform(.evidence(evidence(2)), on: request)
            #expect(report.isVerified)
        }
    }
}
