import Drivers
import ExporterKit
import ExporterTesting
import Foundation
import SourceReading
import TestSupport
import Testing

/// A ready-made exporter with its sample in a real server, or before a service that answers as its vendor's does.
struct ReadyMadeStore {
    let system: SystemDescription
    let secret: Secret?

    /// Puts the sample where the exporter's driver finds it, and works with it.
    static func with(_ made: ReadyMade, _ body: (ReadyMadeStore) async throws -> Void) async throws {
        let (read, findings) = try await made.read()
        let system = try #require(read, "\(findings)")
        if let server = ServerKind(rawValue: system.driver) {
            let sql = try made.text("sample/schema.sql") + made.text("sample/data.sql")
            return try await server.withDatabase(sql) { database in
                try await body(ReadyMadeStore(system.moved(to: server.connection(database)), nil))
            }
        }
        if made.isOfFiles {
            let sample = system.moved(to: system.connection, in: "\(made.folder)/sample")
            return try await body(ReadyMadeStore(sample, nil))
        }
        return try await withTemporaryFolder { folder in
            let service = try AnswerService(answering: "\(made.folder)/sample/answers.json", in: folder)
            defer { withExtendedLifetime(service) {} }
            return try await body(
                ReadyMadeStore(system.moved(to: service.address(of: system)), made.expected.secret.map { Secret($0) })
            )
        }
    }

    /// Lets the program that the exporter is for fill an empty database of its own, and works with what it says of it.
    static func with(
        _ made: ReadyMade,
        filledBy fill: (ServerKind, _ database: String, _ folder: String) throws -> String,
        _ body: (ReadyMadeStore, _ said: String) async throws -> Void
    ) async throws {
        let (read, findings) = try await made.read()
        let system = try #require(read, "\(findings)")
        let server = try #require(ServerKind(rawValue: system.driver))
        try await server.withDatabase { database in
            try await withTemporaryFolder { folder in
                let said = try fill(server, database, folder)
                try await body(ReadyMadeStore(system.moved(to: server.connection(database)), nil), said)
            }
        }
    }

    private init(_ system: SystemDescription, _ secret: Secret?) { (self.system, self.secret) = (system, secret) }

    /// The same store with another key to it.
    func asked(with secret: String) -> ReadyMadeStore { ReadyMadeStore(system, Secret(secret)) }

    private var opening: SourceOpening {
        let secret = secret
        return SourceOpening(drivers: BuiltInDrivers.all) { _ in secret }
    }

    func findings() async -> [DriverFinding] { await opening.findings(about: system) }

    /// Everything that is held of whoever has an address: from record to record, as an answer is gathered.
    func walk(from address: String) async throws -> PersonWalk {
        var walk = PersonWalk(address)
        var asked: [String: Set<IdentifierTuple>] = [:]
        let reader = SourceReader(opening, retries: .none)
        var grew = true
        while grew {
            grew = false
            for collection in system.collections {
                let known = walk.known.parts(of: collection.needs)
                let tuples = known.filter { asked[collection.id]?.contains($0) != true }
                guard !tuples.isEmpty else { continue }
                asked[collection.id, default: []].formUnion(tuples)
                grew = true
                try await reader.read(collection, of: system, asking: tuples) { record, tuple in
                    try walk.take(record, of: collection, askedBy: tuple)
                }
            }
        }
        return walk
    }

    /// The contract of exporters, with somebody known by all that a walk found first of each kind.
    func contract(knowing walk: PersonWalk) throws -> ExporterContract {
        ExporterContract(
            driver: try #require(BuiltInDrivers.named(system.driver)),
            system: system,
            context: DriverContext(secret: secret),
            known: walk.identifiers,
            unknown: walk.identifiers.map { Identifier(kind: $0.kind, Self.nobody($0)) }
        )
    }

    private static func nobody(_ identifier: Identifier) -> String {
        if identifier.kind == "email" { return "nobody@example.invalid" }
        return identifier.value.allSatisfy { (0x30...0x39).contains($0) } ? "999999999" : "nobody-of-all"
    }
}

/// What a walk from record to record found.
struct PersonWalk {
    private(set) var known: KnownTuples
    /// The texts of the records of each collection, each once.
    private(set) var records: [String: [String]] = [:]
    /// Values that are not what their field says, by collection and field.
    private(set) var misfits: Set<String> = []

    init(_ address: String) { known = KnownTuples([IdentifierTuple([Identifier(kind: "email", address)])]) }

    /// How many records each collection holds.
    var counts: [String: Int] { records.mapValues(\.count) }

    /// One identifier of each kind, the first that came: those of one record stand together.
    var identifiers: [Identifier] {
        var kinds: Set<String> = []
        return known.list.flatMap(\.identifiers).filter { kinds.insert($0.kind).inserted }
    }

    mutating func take(
        _ record: RecordBuffer,
        of collection: CollectionDescription,
        askedBy tuple: IdentifierTuple
    ) throws {
        for found in try collection.tuples(in: record, askedBy: tuple) { known.insert(found) }
        let text = (0..<record.count).map { String(decoding: record.cell(at: $0), as: UTF8.self) }
            .joined(separator: "\u{1F}")
        if records[collection.id]?.contains(text) != true { records[collection.id, default: []].append(text) }
        for (index, field) in collection.fields.enumerated() where !FieldReader(field).fits(record, at: index) {
            misfits.insert("\(collection.id).\(field.name)")
        }
    }
}

extension SystemDescription {
    /// The system at another address, asked as fast as it answers.
    fileprivate func moved(to connection: String, in folder: String = "/") -> SystemDescription {
        SystemDescription(
            id: id,
            title: title,
            heldBy: heldBy,
            driver: driver,
            connection: connection,
            timeLimit: 60,
            settings: settings,
            folder: folder,
            collections: collections
        )
    }
}
