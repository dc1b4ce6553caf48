import TestSupport
import Testing
import Policy
import Cases
import IntakeStage
import RegisterStore

@Suite struct `Claims at intake` {
    /// No address, or not exactly one (cases 2, 3, 11, 12 and 20).
    static let noAddress = [
        "", " ", "ada", "ada@", "@example.org", "ada@@example.org", #""ada"@example.org"#, "ada(x)@example.org",
        "<ada@example.org>", "Ada <ada@example.org>", "@relay.example:ada@example.org", "ada@[192.0.2.1]",
        "ada@example.org, eve@evil.example", "ada@example.org;eve@evil.example", "ada@example.org eve@evil.example",
        "ada@example.org\r\nBcc: eve@evil.example", "ada@example.org\n", "\rada@example.org", "ada@exam\u{0}ple.org",
        " ada@example.org", "ada@example.org ", "ada@example.org\u{200B}", "ada@example.org\u{2028}",
        "ada\u{202E}@example.org", "ada@example..org", ".ada@example.org", "ada.@example.org",
        String(repeating: "a", count: 65) + "@example.org", "a@" + String(repeating: "b.", count: 130) + "org",
    ]

    @Test(arguments: noAddress)
    func `what is not exactly one address is refused, and is not repeated`(text: String) async throws {
        try await withTemporaryFolder { folder in
            let house = try House(in: folder)
            let claims = [
                Claim(email: text),
                Claim(email: "ada@example.org", destination: .address(text)),
                Claim(email: "ada@example.org", destination: .organisation(name: "Anders B.V.", email: text)),
                Claim(email: "ada@example.org", representative: Representative(name: "Eve", email: text)),
            ]
            for claim in claims {
                let error = #expect(throws: InzageError.self) {
                    try house.intake.open(Submission(right: .access, claim: claim))
                }
                #expect(error?.ending == .usage)
                #expect(text.utf8.count < 4 || error?.message.contains(text) == false)
            }
            #expect(try house.register.read { try $0.requests() }.isEmpty)
        }
    }

    @Test(arguments: noAddress)
    func `amending to what is not exactly one address changes nothing`(text: String) async throws {
        try await withTemporaryFolder { folder in
            let house = try House(in: folder)
            let request = try house.open()
            for destination in [Destination.address(text), .organisation(name: "Anders B.V.", email: text)] {
                #expect(throws: InzageError.self) {
                    try house.intake.amend(request.id, Amendment(language: .nl, destination: destination))
                }
            }
            let after = try house.intake.request(request.id)
            #expect(after.claim == request.claim)
            #expect(after.language == .en)
            #expect(try house.actions(request.id) == ["opened"])
        }
    }

    @Test(arguments: [
        "KIM.SAM@EXAMPLE.ORG", "kim.sam+x@example.org", "\u{212A}im@example.org", "kim@xn--exmple-cua.org",
        "b\u{FC}ro@b\u{FC}ro.example", "a@b.example", "o'brien_1%2@example.org",
    ])
    func `an address is kept byte for byte`(text: String) async throws {
        try await withTemporaryFolder { folder in
            let house = try House(in: folder)
            let request = try house.open(text)
            #expect(try house.intake.request(request.id).claim.email.map { Array($0.utf8) } == Array(text.utf8))
        }
    }

    @Test func `a right that the policy does not name is taken, because the law gives it`() async throws {
        try await withTemporaryFolder { folder in
            var house = try House(in: folder)
            house.controller.rights = [RightPromise(.access), RightPromise(.portability, stated: .no)]
            let submission = Submission(right: .portability, claim: Claim(email: "ada@example.org"))
            #expect(try house.intake.open(submission).right == .portability)
        }
    }

    @Test func `a complaint is no request, at the opening and later`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(in: folder)
            let error = #expect(throws: InzageError.self) {
                try house.intake.open(Submission(right: .complaint, claim: Claim(email: "ada@example.org")))
            }
            #expect(error?.ending == .usage)
            let request = try house.open()
            #expect(throws: InzageError.self) { try house.intake.amend(request.id, Amendment(right: .complaint)) }
            #expect(try house.intake.request(request.id).right == .access)
        }
    }

    @Test func `a request that follows nobody's is refused, and leaves no trace`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(in: folder)
            let submission = Submission(right: .access, claim: Claim(email: "ada@example.org"), follows: "NOBODY")
            #expect(throws: InzageError.self) { try house.intake.open(submission) }
            #expect(try house.register.read { try $0.requests() }.isEmpty)
        }
    }

    @Test func `ids are random and of plain letters and digits (case 32)`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(in: folder)
            let ids = try (0..<200).map { _ in try house.open().id }
            #expect(Set(ids).count == 200)
            #expect(ids.allSatisfy { $0.wholeMatch(of: /[0-9A-HJKMNP-TV-Z]{6}/) != nil })
        }
    }
}
