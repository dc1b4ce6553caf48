import CommandParts
import ExporterKit
import TestSupport
import Testing
import IdentityMethods
import Inzage
import Policy
import GatheringStage
import Cases
import IntakeStage
import RegisterStore
import IdentityStage

@Suite struct `Identification methods` {
    private static let people = ["phone and post", "phone", "post", "nothing", "nobody"]

    /// Method, details, and on whom it is accepted.
    static let table: [(EvidenceRecord, Set<String>)] = [
        (EvidenceRecord(method: "call-back", checkedBy: "Bo"), ["phone and post", "phone"]),
        (EvidenceRecord(method: "letter-code", checkedBy: "Bo"), ["phone and post", "post"]),
        (
            EvidenceRecord(method: "known-facts", checkedBy: "Bo", facts: ["order-number", "order-amount"]),
            ["phone and post", "phone", "post", "nothing"]
        ),
        (EvidenceRecord(method: "known-facts", checkedBy: "Bo"), []),
        (EvidenceRecord(method: "known-facts", checkedBy: "Bo", facts: ["order-number"]), []),
        (EvidenceRecord(method: "known-facts", checkedBy: "Bo", facts: ["order-number", "order-number"]), []),
        (EvidenceRecord(method: "known-facts", checkedBy: "Bo", facts: ["birthday", "postcode"]), []),
        (EvidenceRecord(method: "known-facts", checkedBy: "Bo", facts: ["order-number", "order-amount", "12.50"]), []),
        (
            EvidenceRecord(method: "in-person", checkedBy: "Bo", document: "passport"),
            ["phone and post", "phone", "post", "nothing"]
        ),
        (EvidenceRecord(method: "in-person", checkedBy: "Bo"), []),
        (EvidenceRecord(method: "in-person", checkedBy: "Bo", document: "passport NX123456"), []),
        (EvidenceRecord(method: "in-person", checkedBy: "Bo", document: "library-card"), []),
        (
            EvidenceRecord(method: "video", checkedBy: "Bo", document: "identity-card"),
            ["phone and post", "phone", "post", "nothing"]
        ),
        (EvidenceRecord(method: "video", checkedBy: "Bo", document: ""), []),
        (EvidenceRecord(method: "mandate", checkedBy: "Bo"), Set(people)),
        (EvidenceRecord(method: "id-copy", checkedBy: "Bo", document: "passport"), []),
        (EvidenceRecord(method: "", checkedBy: "Bo"), []),
        (EvidenceRecord(method: "mailed-code", checkedBy: "Bo"), []),
        (EvidenceRecord(method: "call-back", checkedBy: ""), []),
        (EvidenceRecord(method: "mandate", checkedBy: " \t"), []),
    ]

    @Test(arguments: table.indices)
    func `a method is accepted where there is something to check against`(row: Int) async throws {
        let (record, accepted) = Self.table[row]
        for person in Self.people {
            try await withPerson(person) { house, id in
                let judgement = try await house.verification.record(record, for: house.intake.request(id))
                let evidence = try house.register.read { try $0.evidence(of: id) }
                if accepted.contains(person) {
                    #expect(judgement == .accepted(detail: evidence.first?.detail))
                    #expect(evidence.map(\.method) == [record.method])
                } else {
                    guard case .refused(let why) = judgement else { return _ = Issue.record("\(person): accepted") }
                    #expect(evidence.isEmpty)
                    #expect(!why.contains("NX123456") && !why.contains("12.50"))
                }
            }
        }
    }

    /// What each settles and no more.
    static let settled: [String: Set<Doubt.Kind>] = [
        "call-back": [
            .addressUnproven, .severalPeople, .anotherDestination, .addressRecentlyChanged, .addressDateUnclear,
        ],
        "letter-code": [
            .addressUnproven, .severalPeople, .anotherDestination, .addressRecentlyChanged, .addressDateUnclear,
        ],
        "known-facts": [.severalPeople, .addressRecentlyChanged, .addressDateUnclear],
        "in-person": [
            .addressUnproven, .severalPeople, .anotherDestination, .addressRecentlyChanged, .addressDateUnclear,
        ],
        "video": [
            .addressUnproven, .severalPeople, .anotherDestination, .addressRecentlyChanged, .addressDateUnclear,
        ],
        "mandate": [.representative],
    ]

    @Test func `each method settles its doubts and no more`() {
        let words = IdentificationMethods.all.map(\.word)
        #expect(words == ["call-back", "known-facts", "letter-code", "in-person", "video", "mandate"])
        for method in IdentificationMethods.all {
            let doubts = IdentificationMethods.doubts(settledBy: method, policy: IdentityPolicy())
            #expect(doubts == Self.settled[method.word])
        }
    }

    @Test func `what a controller accepts takes the place of the built-in list`() throws {
        let policy = IdentityPolicy(accepts: ["another-destination": ["in-person"], "several-people": []])
        #expect(IdentificationMethods.words(settling: .anotherDestination, policy: policy) == ["in-person"])
        #expect(IdentificationMethods.words(settling: .severalPeople, policy: policy).isEmpty)
        #expect(IdentificationMethods.words(settling: .representative, policy: policy) == ["mandate"])
        let callBack = try #require(IdentificationMethods.named("call-back"))
        let settled = IdentificationMethods.doubts(settledBy: callBack, policy: policy)
        #expect(settled == [.addressUnproven, .addressRecentlyChanged, .addressDateUnclear])
    }

    @Test func `the evidence that is kept has no room for a document's image or number`() async throws {
        try await withPerson("phone") { house, id in
            let record = EvidenceRecord(method: "in-person", checkedBy: "Bo", document: "passport")
            _ = try await house.verification.record(record, for: house.intake.request(id))
            let kept = try #require(try house.register.read { try $0.evidence(of: id) }.first)
            #expect(kept.checkedBy == "Bo" && kept.checkedAt == "2026-06-15T12:00:00Z" && kept.detail == "passport")
            let labels = Mirror(reflecting: kept).children.compactMap(\.label)
            #expect(labels == ["method", "checkedBy", "checkedAt", "detail", "settles"])
        }
    }

    private func withPerson(_ kind: String, _ body: (House, String) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            if kind != "nobody" {
                try shop.customer(
                    1,
                    "ada@example.org",
                    phone: kind.contains("phone") ? "+31205550142" : nil,
                    post: kind.contains("post") ? "Kerkstraat 1" : ""
                )
            }
            let house = try House(in: folder, systems: [shop.crm])
            try await body(house, house.open().id)
        }
    }
}

extension `Identification methods on offer` {
    private func offered(_ email: String, by house: House) async throws -> String {
        let request = try house.open(email)
        _ = try await house.pipeline.advance(request.id)
        return try await house.pipeline.perform(.look, on: request.id).next.map(\.text).joined()
    }
}

@Suite struct `Identification methods on offer` {
    @Test func `are those for which something is on file: nobody is to ring a number that is not there`() async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            try shop.customer(1, "both@example.org", phone: "+31 20 555 01 42", post: "Kade 1")
            try shop.customer(2, "post@example.org", post: "Kade 2")
            try shop.participants([("owl", "owl@example.org")])
            let house = try House(in: folder, systems: shop.systems)
            let both = try await offered("both@example.org", by: house)
            #expect(both.contains("call-back") && both.contains("letter-code"))
            let post = try await offered("post@example.org", by: house)
            #expect(!post.contains("call-back") && post.contains("letter-code"))
            let neither = try await offered("owl@example.org", by: house)
            #expect(!neither.contains("call-back") && !neither.contains("letter-code") && neither.contains("in-person"))
        }
    }
}
