import ControllerFiles
import ExporterKit
import Foundation
import SourceReading
import TestSupport
import Testing

@Suite struct `Asking a source` {
    private let quick = Retries(waits: [.milliseconds(1), .milliseconds(1)])
    private let passing = SourceFailure(.unreachable, "it does not answer", retryable: true)
    private let ada = [IdentifierTuple([Identifier(kind: "email", "ada@example.org")])]

    private func system(secret: SecretReference? = nil, folder: String = "/") -> SystemDescription {
        SystemDescription(
            id: "flaky",
            title: LocalizedText("Flaky"),
            driver: "flaky",
            connection: ".",
            secret: secret,
            folder: folder,
            collections: [
                CollectionDescription(
                    id: "people",
                    title: LocalizedText("People"),
                    category: "account",
                    origin: .provided,
                    needs: ["email"],
                    settings: [:],
                    fields: [
                        FieldDescription(name: "email", type: "string", title: LocalizedText("E"), matches: "email")
                    ]
                )
            ]
        )
    }

    private func records(_ reader: SourceReader, _ system: SystemDescription) async throws -> Int {
        var count = 0
        try await reader.read(system.collections[0], of: system, asking: ada) { _, _ in count += 1 }
        return count
    }

    @Test func `it is asked again where the failure may pass by itself, of a source opened anew`() async throws {
        let driver = FlakyDriver(failing: [passing, SourceFailure(.throttled, "too often", retryable: true)])
        let found = try await records(SourceReader(SourceOpening(drivers: [driver]), retries: quick), system())
        #expect(found == 1)
        #expect(driver.counts == .init(opened: 3, asked: 3, closed: 3))
    }

    @Test func `it is asked three times at most, and the failure is told`() async throws {
        let driver = FlakyDriver(failing: Array(repeating: passing, count: 9))
        await #expect(throws: passing) {
            try await records(SourceReader(SourceOpening(drivers: [driver]), retries: quick), system())
        }
        #expect(driver.counts.asked == 3)
    }

    @Test(arguments: [
        SourceFailure(.queryFailed, "the query is wrong"), SourceFailure(.emptySource, "it is empty", retryable: true),
        SourceFailure(.refused, "the password is wrong"),
    ])
    func `it is asked once where asking again cannot help`(failure: SourceFailure) async throws {
        let driver = FlakyDriver(failing: [failure])
        await #expect(throws: failure) {
            try await records(SourceReader(SourceOpening(drivers: [driver]), retries: quick), system())
        }
        #expect(driver.counts.asked == 1)
    }

    @Test func `it is not asked again when a record was handed on, which cannot be taken back`() async throws {
        let driver = FlakyDriver(failing: [passing], yieldsFirst: true)
        await #expect(throws: passing) {
            try await records(SourceReader(SourceOpening(drivers: [driver]), retries: quick), system())
        }
        #expect(driver.counts.asked == 1)
    }

    @Test func `a system is opened once in a sitting, and closed behind it`() async throws {
        let driver = FlakyDriver()
        let system = system()
        try await SourceReader(SourceOpening(drivers: [driver])).sitting { reader in
            var found: [Int] = []
            for _ in 0..<4 { found.append(try await records(reader, system)) }
            #expect(found == [1, 1, 1, 1])
            #expect(driver.counts == .init(opened: 1, asked: 4, closed: 0))
        }
        #expect(driver.counts.closed == 1)
    }

    @Test func `a sitting that ends with an error closes what it opened`() async throws {
        let driver = FlakyDriver()
        let system = system()
        await #expect(throws: passing) {
            try await SourceReader(SourceOpening(drivers: [driver])).sitting { reader in
                _ = try await records(reader, system)
                throw passing
            }
        }
        #expect(driver.counts == .init(opened: 1, asked: 1, closed: 1))
    }

    @Test func `a source that failed is closed, and the next question opens another`() async throws {
        let driver = FlakyDriver(failing: [SourceFailure(.malformed, "it broke")])
        let system = system()
        try await SourceReader(SourceOpening(drivers: [driver])).sitting { reader in
            await #expect(throws: SourceFailure.self) { try await records(reader, system) }
            let found = try await records(reader, system)
            #expect(found == 1)
        }
        #expect(driver.counts == .init(opened: 2, asked: 2, closed: 2))
    }

    @Test func `the secret reaches the driver from the environment, the exporter's folder or the controller's`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let (exporter, keys) = (folder + "/exporters/shop", folder + "/keys")
            for place in [exporter, keys] {
                try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
            }
            for (path, secret) in [(exporter + "/own", "near\n"), (keys + "/shop", "far")] {
                try Data(secret.utf8).write(to: URL(fileURLWithPath: path))
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            }
            let driver = FlakyDriver()
            let opening = SourceOpening(drivers: [driver], controller: folder, environment: ["SHOP": "told"])
            for reference in [SecretReference.environment("SHOP"), .file("own"), .file("keys/shop")] {
                let system = system(secret: reference, folder: exporter)
                #expect(try await records(SourceReader(opening), system) == 1)
            }
            #expect(driver.secrets == ["told", "near", "far"])
        }
    }

    @Test func `a secret that cannot be had is a failure that says where it was looked for, and opens nothing`()
        async throws
    {
        let driver = FlakyDriver()
        let opening = SourceOpening(drivers: [driver], controller: "/", environment: [:])
        let system = system(secret: .environment("SHOP_PASSWORD"))
        await #expect {
            try await records(SourceReader(opening), system)
        } throws: {
            ($0 as? SourceFailure)?.code == .refused && "\($0)".utf8.firstRange(of: "SHOP_PASSWORD".utf8) != nil
        }
        #expect(driver.counts.opened == 0)
        #expect(await opening.findings(about: system).map(\.field) == ["secret"])
    }

    @Test func `a secret prints as nothing, to dump too`() {
        let secret = Secret("hunter2")
        var dumped = ""
        dump(secret, to: &dumped)
        #expect("\(secret) \(String(reflecting: secret)) \(dumped)".utf8.firstRange(of: "hunter2".utf8) == nil)
    }

    @Test func `who waits for their turn can be told to stop`() async throws {
        let pace = Pace(perSecond: 1)
        try await pace.wait()
        let waiting = Task { try await pace.wait() }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
    }
}
