package import ExporterKit
import Foundation
import LookAlikes
package import Mail
package import SourceReading
package import Cases
package import Groundwork

/// Looks a claimed address up among the exporters' addresses of record: the known-email rule.
package struct CandidateSearch: Sendable {
    private let systems: [SystemDescription]
    private var reader: SourceReader
    private let quietDays: Int
    private let today: CivilDay

    package init(systems: [SystemDescription], reader: SourceReader, quietDays: Int, today: CivilDay) {
        self.systems = systems
        self.reader = reader
        self.quietDays = quietDays
        self.today = today
    }

    /// The people under an address, and warnings about look-alikes, which never match.
    ///
    /// An address that no collection has as an address of record is looked for in all others that can be asked by one:
    /// who commented, ordered as a guest, or was deleted from the customers is known all the same.
    /// - Throws: a ``SourceFailure`` when a source of addresses of record cannot be asked: whoever is not seen might be
    ///   a second person. Another source that fails is a warning: the answer is held when it is gathered.
    package func find(_ claimed: MailAddress) async throws -> CandidateSearchResult {
        try await reader.sitting { reader in
            var search = self
            search.reader = reader
            return try await search.findInSitting(claimed)
        }
    }

    private func findInSitting(_ claimed: MailAddress) async throws -> CandidateSearchResult {
        let asked = [Question(identifiers: [Identifier(kind: "email", value: claimed.bytes)])]
        var records: [AddressRecord] = []
        for (system, collection) in collections(where: \.holdsAddresses) {
            records += try await self.records(in: collection, of: system, under: asked)
        }
        var warnings: [String] = []
        if records.isEmpty { records = try await recordsElsewhere(asked, &warnings) }
        let candidates = records.people().enumerated().map { index, person in
            candidate(number: index + 1, from: person, claimed: claimed.bytes)
        }
        return CandidateSearchResult(
            candidates: candidates,
            warnings: warnings + (try await lookAlikeWarnings(claimed.bytes))
        )
    }

    private func candidate(number: Int, from person: [AddressRecord], claimed: [UInt8]) -> Candidate {
        let addresses = person.map(\.address)
        let exact = addresses.first { $0 == claimed }
        let smallest = addresses.min { $0.lexicographicallyPrecedes($1) }
        return Candidate(
            number: number,
            address: exact ?? smallest ?? claimed,
            identifiers: Array(Set(person.flatMap(\.identifiers))).sorted { ($0.kind, $0.text) < ($1.kind, $1.text) },
            tuples: person.flatMap(\.tuples).reduce(into: KnownTuples([])) { $0.insert($1) }.list,
            foundIn: Set(person.map(\.source)).sorted(),
            names: Set(person.compactMap(\.name)).sorted(),
            phones: Array(Set(person.flatMap(\.phones))).sorted(),
            hasPostalAddress: person.contains(where: \.hasPostalAddress),
            doubts: Array(Set(person.compactMap(\.doubt))).sorted { $0.kind.rawValue < $1.kind.rawValue }
        )
    }

    /// The records of people who stand in no collection with an address of record.
    private func recordsElsewhere(_ asked: [Question], _ warnings: inout [String]) async throws -> [AddressRecord] {
        var found: [AddressRecord] = []
        for (system, collection) in collections(where: { $0.needs == ["email"] && !$0.holdsAddresses }) {
            do {
                found += try await records(in: collection, of: system, under: asked)
            } catch let failure as SourceFailure {
                warnings.append("\(system.id)/\(collection.id) could not be asked for the address: \(failure.message)")
            }
        }
        return found
    }

    private func collections(
        where isMeant: (CollectionDescription) -> Bool
    ) -> [(SystemDescription, CollectionDescription)] {
        systems.flatMap { system in system.collections.filter(isMeant).map { (system, $0) } }
    }

    /// The records of a collection under any of the addresses, in one pass for all of them.
    ///
    /// A store that holds nobody is no failure yet: nothing is said here, and the answer is held when it is gathered.
    private func records(
        in collection: CollectionDescription,
        of system: SystemDescription,
        under asked: [Question]
    ) async throws -> [AddressRecord] {
        let reading = AddressReading(
            system: system,
            collection: collection,
            personal: personalKinds,
            today: today,
            quietDays: quietDays
        )
        let reader = reader
        return try await withTimeLimit(seconds: system.timeLimit, system: system.id) {
            var records: [AddressRecord] = []
            try await reader.read(collection, of: system, askingEach: asked, mayFindNobody: true) {
                record,
                number,
                _ in
                if let found = try reading.record(record, under: asked[number].tuples[0]) { records.append(found) }
            }
            return records
        }
    }

    /// The kinds that tell people apart: what stands beside an address of record.
    ///
    /// A number that hangs on an order or a comment does not; one person has many of those.
    private var personalKinds: Set<String> {
        Set(collections(where: \.holdsAddresses).flatMap { $0.1.fields.compactMap(\.identifies) })
    }

    /// Look-alikes only warn (case 10): they never match, and nothing goes to them.
    private func lookAlikeWarnings(_ claimed: [UInt8]) async throws -> [String] {
        let variants = LookAlike.variants(of: claimed).map {
            Question(identifiers: [Identifier(kind: "email", value: $0)])
        }
        guard !variants.isEmpty else { return [] }
        for (system, collection) in collections(where: \.holdsAddresses)
        where try await !records(in: collection, of: system, under: variants).isEmpty {
            return ["the claimed address looks like another one that is on file; the two were not matched"]
        }
        return []
    }
}

extension CollectionDescription {
    /// Whether people can be found in it by an e-mail address alone, which is then an address of record.
    var holdsAddresses: Bool {
        needs == ["email"] && !aboutOthers && fields.contains { $0.addressOfRecord == .email }
    }
}

/// Reads what a record under an address says about its person.
private struct AddressReading: Sendable {
    let system: SystemDescription
    let collection: CollectionDescription
    /// The kinds of identifier that tell people apart.
    let personal: Set<String>
    let today: CivilDay
    let quietDays: Int

    /// The record, if one of its addresses of record is the one asked: what else it may match is no address to mail.
    ///
    /// In a collection without addresses of record every field that carries an address counts.
    func record(_ record: RecordBuffer, under asked: IdentifierTuple) throws -> AddressRecord? {
        let fields = collection.fields
        guard let email = asked["email"],
            let matched = fields.indices.first(where: { isAddress(fields[$0]) && record.carries(email, at: $0) })
        else { return nil }
        let address = storedAddress(in: record, at: matched, email)
        let own = IdentifierTuple([Identifier(kind: "email", value: address).canonical])
        let tuples = try collection.tuples(in: record, askedBy: own)
        return AddressRecord(
            source: "\(system.id)/\(collection.id)",
            address: address,
            identifiers: collection.identifiers(in: record).filter { personal.contains($0.kind) },
            tuples: tuples.map { IdentifierTuple($0.identifiers.filter { isKept($0.kind) }) },
            name: collection.personName(in: record),
            phones: texts(record, channel: .phone),
            hasPostalAddress: !texts(record, channel: .post).isEmpty,
            doubt: doubt(record, about: fields[matched])
        )
    }

    private func isAddress(_ field: FieldDescription) -> Bool {
        collection.holdsAddresses ? field.addressOfRecord == .email : field.carriedKinds.contains("email")
    }

    private func isKept(_ kind: String) -> Bool { kind == "email" || personal.contains(kind) }

    /// The address as it stands in the cell, without a name or blanks around it.
    private func storedAddress(in record: RecordBuffer, at field: Int, _ asked: Identifier) -> [UInt8] {
        var stored: [UInt8]?
        record.forEachIdentifierValue(at: field) { value in
            AddressCell.forEachAddress(in: value) { address in
                if stored == nil, asked.matches(address) { stored = Array(address) }
            }
        }
        return stored ?? asked.value
    }

    private func texts(_ record: RecordBuffer, channel: FieldDescription.Channel) -> [String] {
        collection.fields.indices.filter { collection.fields[$0].addressOfRecord == channel }
            .map { String(decoding: record.cell(at: $0), as: UTF8.self) }.filter { !$0.isEmpty }
    }

    /// No or null `known_since` is no information and no doubt; an unreadable or future one is a doubt.
    private func doubt(_ record: RecordBuffer, about field: FieldDescription) -> Doubt? {
        guard let name = field.knownSince,
            let index = collection.index(ofField: name), record.kind(at: index) != .null,
            !record.cell(at: index).isEmpty
        else { return nil }
        guard let since = CivilDay(String(decoding: record.cell(at: index).prefix(10), as: UTF8.self)), since <= today
        else {
            return Doubt(.addressDateUnclear, "the date since which the address is on file cannot be trusted")
        }
        guard since > today.adding(days: -quietDays) else { return nil }
        return Doubt(.addressRecentlyChanged, "the address came on file less than \(quietDays) days ago")
    }
}
