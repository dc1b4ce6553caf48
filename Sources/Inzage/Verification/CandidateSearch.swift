package import ExporterKit
import Foundation
package import Mail

/// Looks a claimed address up among the exporters' addresses of record: the known-email rule.
package struct CandidateSearch: Sendable {
    private let systems: [SystemDescription]
    private let reader: SourceReader
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
    /// - Throws: a ``SourceFailure`` when a source cannot be asked: whoever is not seen might be a second person.
    package func find(_ claimed: MailAddress) async throws -> CandidateSearchResult {
        let records = try await records(under: [claimed.bytes])
        let candidates = records.people().enumerated().map { index, person in
            candidate(number: index + 1, from: person, claimed: claimed.bytes)
        }
        return CandidateSearchResult(
            candidates: candidates,
            warnings: try await lookAlikeWarnings(claimed.bytes)
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
            foundIn: Set(person.map(\.source)).sorted(),
            phones: Array(Set(person.flatMap(\.phones))).sorted(),
            hasPostalAddress: person.contains(where: \.hasPostalAddress),
            doubts: Array(Set(person.compactMap(\.doubt))).sorted { $0.kind.rawValue < $1.kind.rawValue }
        )
    }

    /// The records under any of the addresses; each system is read once for all of them.
    private func records(under addresses: [[UInt8]]) async throws -> [AddressRecord] {
        let asked = addresses.map { Identifier(kind: "email", value: $0) }
        var found: [AddressRecord] = []
        for system in systems {
            for collection in system.collections where collection.holdsAddresses {
                let reading = AddressReading(
                    system: system,
                    collection: collection,
                    today: today,
                    quietDays: quietDays
                )
                let reader = reader
                found += try await withTimeLimit(seconds: system.timeLimit, system: system.id) {
                    var records: [AddressRecord] = []
                    try await reader.read(collection, of: system, askingEach: asked.map { [$0] }) { record, number in
                        if let found = reading.record(record, under: asked[number]) { records.append(found) }
                    }
                    return records
                }
            }
        }
        return found
    }

    /// Look-alikes only warn (case 10): they never match, and nothing goes to them.
    private func lookAlikeWarnings(_ claimed: [UInt8]) async throws -> [String] {
        guard try await !records(under: LookAlike.variants(of: claimed)).isEmpty else { return [] }
        return ["the claimed address looks like another one that is on file; the two were not matched"]
    }
}

extension CollectionDescription {
    /// Whether people can be found in it by an e-mail address alone.
    var holdsAddresses: Bool {
        needs == ["email"] && !aboutOthers && fields.contains { $0.addressOfRecord == .email }
    }
}

/// Reads what a record under an address says about its person.
private struct AddressReading: Sendable {
    let system: SystemDescription
    let collection: CollectionDescription
    let today: CivilDay
    let quietDays: Int

    /// The record, if one of its addresses of record is the one asked: what else it may match is no address to mail.
    func record(_ record: RecordBuffer, under asked: Identifier) -> AddressRecord? {
        let fields = collection.fields
        let matched = fields.indices.first {
            fields[$0].addressOfRecord == .email && record.carries(asked, at: $0)
        }
        guard let matched else { return nil }
        return AddressRecord(
            source: "\(system.id)/\(collection.id)",
            address: record.identifierValues(at: matched).first(where: asked.matches) ?? asked.value,
            identifiers: collection.identifiers(in: record),
            phones: texts(record, channel: .phone),
            hasPostalAddress: !texts(record, channel: .post).isEmpty,
            doubt: doubt(record, about: fields[matched])
        )
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

extension CollectionDescription {
    /// The identifiers that a record yields; none when the collection is about others.
    func identifiers(in record: RecordBuffer) -> [Identifier] {
        guard !aboutOthers else { return [] }
        return fields.indices.flatMap { index -> [Identifier] in
            guard let kind = fields[index].identifies else { return [] }
            return record.identifierValues(at: index).map { Identifier(kind: kind, value: $0).canonical }
        }
    }
}
