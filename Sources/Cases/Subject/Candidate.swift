package import ExporterKit
import Foundation
import Groundwork

/// A person whom the controller's systems know under the claimed address.
package struct Candidate: Sendable {
    /// The number by which evidence names them, from 1.
    package let number: Int
    /// The address of record, byte for byte as stored.
    package let address: [UInt8]
    /// The identifiers that their records yield.
    package let identifiers: [Identifier]
    /// Which identifiers stood in one record, the address among them.
    package let tuples: [IdentifierTuple]
    /// The collections, as `system/collection`, in which they were found.
    package let foundIn: [String]
    /// What the systems call them, each way once.
    package let names: [String]
    /// The telephone numbers on file.
    package let phones: [String]
    /// Whether a postal address is on file.
    package let hasPostalAddress: Bool
    /// What is odd about when the address came on file.
    package let doubts: [Doubt]

    package init(
        number: Int,
        address: [UInt8],
        identifiers: [Identifier],
        tuples: [IdentifierTuple],
        foundIn: [String],
        names: [String] = [],
        phones: [String],
        hasPostalAddress: Bool,
        doubts: [Doubt]
    ) {
        self.number = number
        self.address = address
        self.identifiers = identifiers
        self.tuples = tuples
        self.foundIn = foundIn
        self.names = names
        self.phones = phones
        self.hasPostalAddress = hasPostalAddress
        self.doubts = doubts
    }

    package var description: String { "candidate \(number) <redacted>" }
}

/// What the look-up of an address came to.
package struct CandidateSearchResult: Sendable {
    package let candidates: [Candidate]
    /// Warnings for the operator, without the addresses themselves.
    package let warnings: [String]

    package init(
        candidates: [Candidate],
        warnings: [String]
    ) {
        self.candidates = candidates
        self.warnings = warnings
    }
}

/// One record under the claimed address.
package struct AddressRecord {
    package let source: String
    package let address: [UInt8]
    /// Values of the collection's `identifies` fields that tell people apart.
    package let identifiers: [Identifier]
    /// The same, as they belong together with the address.
    package let tuples: [IdentifierTuple]
    /// What the record calls the person, or nil where it names nobody.
    package let name: String?
    package let phones: [String]
    package let hasPostalAddress: Bool
    package let doubt: Doubt?

    package init(
        source: String,
        address: [UInt8],
        identifiers: [Identifier],
        tuples: [IdentifierTuple],
        name: String? = nil,
        phones: [String],
        hasPostalAddress: Bool,
        doubt: Doubt?
    ) {
        self.source = source
        self.address = address
        self.identifiers = identifiers
        self.tuples = tuples
        self.name = name
        self.phones = phones
        self.hasPostalAddress = hasPostalAddress
        self.doubt = doubt
    }
}

extension [AddressRecord] {
    /// The people that the records are about.
    ///
    /// The same address in several systems is one person; two records of one collection with different identifiers
    /// are two. Records that share an identifier are one person's, whatever system they lie in.
    package func people() -> [[AddressRecord]] {
        let bySource = Dictionary(grouping: self, by: \.source)
        let ambiguous = Set(bySource.filter { Set($0.value.map(\.identifiers)).count > 1 }.keys)
        guard !ambiguous.isEmpty else { return isEmpty ? [] : [self] }
        return connected().filter { person in person.contains { ambiguous.contains($0.source) } }
    }

    /// Groups of records that share identifiers, in the order of their first records.
    private func connected() -> [[AddressRecord]] {
        var groups: [(known: Set<Identifier>, records: [AddressRecord])] = []
        for record in self {
            let own = Set(record.identifiers)
            let touching = groups.indices.filter { !groups[$0].known.isDisjoint(with: own) }
            guard let first = touching.first else {
                groups.append((own, [record]))
                continue
            }
            groups[first].known.formUnion(own)
            groups[first].records.append(record)
            for other in touching.dropFirst().reversed() {
                groups[first].known.formUnion(groups[other].known)
                groups[first].records += groups[other].records
                groups.remove(at: other)
            }
        }
        return groups.map(\.records)
    }
}

extension Candidate: Redacted {}
