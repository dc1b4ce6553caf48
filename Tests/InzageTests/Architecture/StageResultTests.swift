import Foundation
import TestSupport
import Testing

/// What a stage makes is a proof that the stage was passed, so nothing else may be able to make it.
///
/// Whether something compiles only a compiler can say: each snippet is one that another target could hold.
@Suite struct `Results of stages` {
    struct Forgery: CustomTestStringConvertible {
        let type: String
        let code: String
        var testDescription: String { type }
    }

    static let forgeries = [
        Forgery(
            type: "VerifiedRequest",
            code: """
                import Cases
                import IdentityStage
                func forge(_ request: Request, _ subject: VerifiedSubject) -> VerifiedRequest {
                    VerifiedRequest(request: request, subject: subject)
                }
                """
        ),
        Forgery(
            type: "Gathered",
            code: """
                import GatheringStage
                func forge(_ dossier: Dossier, _ spool: Spool) -> Gathered { Gathered(dossier: dossier, spool: spool) }
                """
        ),
        Forgery(
            type: "SealedArchive",
            code: """
                import IdentityStage
                import PackagingStage
                import RegisterStore
                func forge(_ verified: VerifiedRequest, _ facts: ArchiveRecord) -> SealedArchive {
                    SealedArchive(verified: verified, facts: facts, callNumber: "", signedBy: nil)
                }
                """
        ),
        Forgery(
            type: "Receipt",
            code: """
                import DeliveryStage
                func forge(_ receipt: Receipt) -> Receipt { Receipt(to: receipt.to, archive: nil) }
                """
        ),
    ]

    @Test(arguments: forgeries)
    func `cannot be made by anybody else`(forgery: Forgery) throws {
        let result = try compile(forgery.code)
        #expect(result.status != 0)
        #expect(result.output.contains("'\(forgery.type)' initializer is inaccessible"), "\(result.output)")
    }

    @Test func `can be looked at by everybody, so that the snippets fail for this reason alone`() throws {
        let result = try compile(
            """
            import DeliveryStage
            import GatheringStage
            import IdentityStage
            import PackagingStage
            func look(_ one: VerifiedRequest, _ two: Gathered, _ three: SealedArchive) -> [Any] {
                [one.request, two.dossier, three.facts]
            }
            """
        )
        #expect(result.status == 0, "\(result.output)")
    }

    /// Asks the compiler about a file of another target of this package, beside what was built for the tests.
    private func compile(_ code: String) throws -> (status: Int32, output: String) {
        let built = URL(fileURLWithPath: Command.path).deletingLastPathComponent().path
        let listed = try [checkout + "/Sources", checkout + "/.build/checkouts"].map {
            try runTool("find", [$0, "-path", "*/Sources/*", "-name", "module.modulemap"]).output
        }
        let own = ["CKeyStretching", "CSpoofing"].map { "\(built)/\($0).build/module.modulemap\n" }
        let maps = (listed + own).joined().split(separator: "\n").flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
        let name = URL(fileURLWithPath: checkout).lastPathComponent.lowercased()
        let result = try runTool(
            "swiftc",
            ["-typecheck", "-swift-version", "6", "-package-name", name, "-I", built + "/Modules"] + maps + ["-"],
            input: code
        )
        return (result.status, result.output + result.errors)
    }
}
