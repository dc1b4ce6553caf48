import ExporterKit
import SourceReading
import Testing

@Suite struct `A source that finds too much` {
    /// A store that gives everything it has, whatever is asked.
    private struct Everything: Driver, Source {
        let name = "everything"
        let settings = DriverSettings()
        let rows = [
            ("ada@example.org", "a"), ("bob@example.org", "a"), ("ada@example.org", "b"), ("eve@example.org", "b"),
        ]

        func open(_ system: SystemDescription, _ context: DriverContext) async throws -> any Source { self }
        func check() async -> [DriverFinding] { [] }
        func holdsNobody(_ collection: CollectionDescription) async throws -> Bool { true }
        func read(
            _ collection: CollectionDescription,
            for questions: [Question],
            yield: (RecordBuffer, Int) throws -> Void
        ) async throws {
            for (email, kind) in rows {
                var record = RecordBuffer()
                record.append(.text, email.utf8)
                record.append(.text, kind.utf8)
                for number in questions.indices { try yield(record, number) }
            }
        }
    }

    private let ada = [IdentifierTuple([Identifier(kind: "email", "ada@example.org")])]

    private func read(
        findsCandidates: Bool,
        only: [String: String] = [:],
        asking tuples: [IdentifierTuple]
    ) async throws -> (kinds: [String], dropped: Int) {
        let collection = CollectionDescription(
            id: "people",
            title: "People",
            category: "account",
            origin: .provided,
            needs: ["email"],
            findsCandidates: findsCandidates,
            only: only,
            settings: [:],
            fields: [
                FieldDescription(name: "email", type: "string", title: "E", matches: "email"),
                FieldDescription(name: "kind", type: "string", title: "K"),
            ]
        )
        let system = SystemDescription(
            id: "s",
            title: "S",
            driver: "everything",
            connection: ".",
            folder: "/",
            collections: [collection]
        )
        var kinds: [String] = []
        let reader = SourceReader(SourceOpening(drivers: [Everything()]), retries: .none)
        let reading = try await reader.read(collection, of: system, asking: tuples) { record, _ in
            kinds.append(String(decoding: record.cell(at: 1), as: UTF8.self))
        }
        return (kinds, reading.dropped)
    }

    @Test func `fails where it should have asked`() async throws {
        await #expect { try await read(findsCandidates: false, asking: ada) } throws: { error in
            (error as? SourceFailure)?.code == .strangersRecord
        }
    }

    @Test func `and says so has what is of others dropped and counted`() async throws {
        let found = try await read(findsCandidates: true, asking: ada)
        #expect(found.kinds == ["a", "b"])
        #expect(found.dropped == 2)
    }

    @Test func `has the records of another sort left out in silence, also those of others`() async throws {
        let found = try await read(findsCandidates: true, only: ["kind": "b"], asking: ada)
        #expect(found.kinds == ["b"])
        #expect(found.dropped == 1)
    }

    @Test func `is one without records where a condition names no field, which is no nothing`() async throws {
        await #expect { try await read(findsCandidates: false, only: ["sort": "b"], asking: ada) } throws: { error in
            (error as? SourceFailure)?.code == .emptySource
        }
    }

    @Test func `is no empty source where it finds others only`() async throws {
        let nobody = [IdentifierTuple([Identifier(kind: "email", "nobody@example.org")])]
        #expect(try await read(findsCandidates: true, asking: nobody).dropped == 4)
    }
}
