import ExporterKit
import ExporterTesting
import Testing

@Suite struct ContractBreachTests {
    private func contract(_ fault: ExporterContract.Rule?) -> ExporterContract {
        let driver = FaultyDriver(breaking: fault)
        let file = FieldDescription(name: "f", type: "string", title: LocalizedText("File"), file: true)
        return ExporterContract(
            driver: driver,
            system: system("faulty", in: "/", collection([:], [field("e", matches: "email"), file])),
            known: [Identifier(kind: "email", "ada")],
            unknown: [Identifier(kind: "email", "eve")]
        )
    }

    @Test(arguments: ExporterContract.Rule.allCases)
    func `a driver that breaks a rule is noticed by that rule`(rule: ExporterContract.Rule) async throws {
        #expect(try await !contract(rule).breaches(of: rule).isEmpty)
    }

    @Test(arguments: ExporterContract.Rule.allCases)
    func `a driver that keeps every rule is left alone`(rule: ExporterContract.Rule) async throws {
        #expect(try await contract(nil).breaches(of: rule) == [])
    }

    @Test(arguments: ExporterContract.Rule.allCases)
    func `a breach tells of nobody`(rule: ExporterContract.Rule) async throws {
        let told = try await contract(rule).breaches(of: rule).joined()
        #expect(!told.contains("ada") && !told.contains("bob"))
    }
}
