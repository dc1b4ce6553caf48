package import ExporterKit
import ExporterTesting
package import SourceReading

/// Tries an exporter by the contract of exporters, and by what its description says beside; nothing of anybody is kept
/// or told.
package struct ExporterTrial: Sendable {
    /// How one rule came out.
    package struct Verdict: Sendable, Encodable {
        /// What became of it.
        package enum Outcome: String, Sendable, Encodable {
            case kept, broken
            case notTried = "not tried"
        }

        /// The rule, as a sentence.
        package let rule: String
        package let outcome: Outcome
        /// How it is broken, or why it was not tried; no personal data.
        package let reasons: [String]
    }

    private let system: SystemDescription
    private let opening: SourceOpening
    private let contract: ExporterContract
    private let known: Question
    private let isLive: Bool
    private let hasColumns: Bool

    /// Finds out by what the known person is known.
    ///
    /// - Parameter address: an address that the real system holds; without it somebody in the store is taken.
    /// - Throws: a ``SourceFailure`` where the store cannot be asked, or shows nobody.
    package init(_ system: SystemDescription, _ opening: SourceOpening, address: String?) async throws {
        guard let driver = opening.driver(of: system) else {
            throw SourceFailure(.unreachable, "no driver is called \(system.driver)")
        }
        let person = try await KnownPerson(of: system, opening, address: address)
        self.system = system
        self.opening = opening
        isLive = address != nil
        hasColumns = !driver.fieldsChooseWhatIsRead
        known = Question(identifiers: person.identifiers)
        contract = ExporterContract(
            driver: driver,
            system: system,
            context: try opening.context(of: system),
            known: person.identifiers,
            unknown: person.stranger
        )
    }

    /// Tries rule after rule.
    /// - Throws: a ``SourceFailure`` of a store that fails, which says nothing about the exporter.
    package func run(_ tell: (Verdict) -> Void) async throws {
        for rule in ExporterContract.Rule.allCases {
            tell(Self.verdict(rule.description, try await contract.breaches(of: rule)))
        }
        tell(try await undeclaredColumns())
        tell(Self.verdict("every value is of the type that its field says", try await misfits()))
        tell(try await timeLimit())
        tell(try await canary())
    }

    private static func verdict(_ rule: String, _ breaches: [String]) -> Verdict {
        Verdict(rule: rule, outcome: breaches.isEmpty ? .kept : .broken, reasons: breaches)
    }

    private var collections: [CollectionDescription] {
        system.collections.filter { !known.tuples(of: $0.needs).isEmpty }
    }

    // MARK: What the description says

    /// Takes a field out of the description, and sees whether the store's column is then noticed.
    private func undeclaredColumns() async throws -> Verdict {
        let rule = "a column that no field names is noticed"
        var (tried, breaches) = (0, [String]())
        // What one field takes whole is noticed by being in the answer.
        for collection in collections where hasColumns && !collection.fields.contains(where: { $0.path == "@rest" }) {
            let spare = collection.spareFields
            guard let last = spare.last else { continue }
            if await isNoticed(collection.without(last)) {
                tried += 1
                continue
            }
            // A service leaves out what has no value, so one is taken that has; a store without a record of the person shows
            // no column either.
            guard let name = try await fieldWithValue(among: spare, of: collection) else { continue }
            tried += 1
            if try await isRead(collection.without(name)) {
                breaches.append("\(collection.id): nothing is said where \(name) is not described")
            }
        }
        guard tried > 0 else {
            return Verdict(rule: rule, outcome: .notTried, reasons: ["no collection has a field that can be left out"])
        }
        return Self.verdict(rule, breaches)
    }

    private func described(_ collection: CollectionDescription) -> SystemDescription {
        var other = system
        other.collections = system.collections.map { $0.id == collection.id ? collection : $0 }
        return other
    }

    private func isNoticed(_ less: CollectionDescription) async -> Bool {
        await opening.findings(about: described(less)).contains { $0.isError && $0.collection == less.id }
    }

    /// Whether the person's records come as if nothing were missing from the description.
    private func isRead(_ less: CollectionDescription) async throws -> Bool {
        do {
            try await opening.using(described(less)) { source in
                try await source.read(less, for: [known.narrowed(to: less)]) { _, _ in }
            }
            return true
        } catch let failure as SourceFailure where failure.code == .undeclaredField {
            return false
        }
    }

    /// The last of some fields that has a value in one of the person's records.
    private func fieldWithValue(among names: [String], of collection: CollectionDescription) async throws -> String? {
        var filled: Set<String> = []
        try await opening.using(system) { source in
            try await source.read(collection, for: [known.narrowed(to: collection)]) { record, _ in
                for index in 0..<record.count where record.kind(at: index) != .null {
                    filled.insert(collection.fields[index].name)
                }
            }
        }
        return names.last(where: filled.contains)
    }

    private func misfits() async throws -> [String] {
        var breaches: [String] = []
        for collection in collections {
            let readers = collection.fields.map(FieldReader.init)
            var (count, wrong) = (0, [Int](repeating: 0, count: readers.count))
            try await opening.using(system) { source in
                try await source.read(collection, for: [known.narrowed(to: collection)]) { record, _ in
                    count += 1
                    for (field, reader) in readers.enumerated() where !reader.fits(record, at: field) {
                        wrong[field] += 1
                    }
                }
            }
            breaches += collection.fields.indices.filter { wrong[$0] > 0 }.map {
                "\(collection.id).\(collection.fields[$0].name): \(wrong[$0]) of \(count) values are no "
                    + collection.fields[$0].type
            }
        }
        return breaches
    }

    private func timeLimit() async throws -> Verdict {
        let rule = "the whole answer comes within the time limit"
        let (system, opening, known, collections) = (system, opening, known, collections)
        do {
            try await withTimeLimit(seconds: system.timeLimit, system: system.id) {
                try await opening.using(system) { source in
                    for collection in collections {
                        try await source.read(collection, for: [known.narrowed(to: collection)]) { _, _ in }
                    }
                }
            }
            return Self.verdict(rule, [])
        } catch let failure as SourceFailure where failure.code == .timedOut {
            return Self.verdict(rule, [failure.message])
        }
    }

    private func canary() async throws -> Verdict {
        let rule = "the canary is found"
        guard isLive, !system.canary.isEmpty else {
            let reason = isLive ? "none is named: say `canary: {email: ADDRESS}`" : "the sample need not have it"
            return Verdict(rule: rule, outcome: .notTried, reasons: [reason])
        }
        return Self.verdict(rule, try await SourceReader(opening).canaryFailure(of: system).map { [$0.message] } ?? [])
    }
}

extension CollectionDescription {
    /// The fields on which nothing else depends.
    fileprivate var spareFields: [String] {
        let needed = Set(key + ownWhen + only.keys + fields.compactMap(\.knownSince))
        return fields.filter { field in
            field.carriedKinds.isEmpty && !needed.contains(field.name) && !field.file && !field.path.hasPrefix("@")
                && !field.path.hasPrefix("^")
        }.map(\.name)
    }

    /// The collection without a field.
    fileprivate func without(_ name: String) -> CollectionDescription {
        var less = self
        less.fields.removeAll { $0.name == name }
        return less
    }
}
