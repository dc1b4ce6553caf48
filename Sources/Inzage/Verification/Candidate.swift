package import ExporterKit
import Foundation

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
    /// The telephone numbers on file.
    package let phones: [String]
    /// Whether a postal address is on file.
    package let hasPostalAddress: Bool
    /// What is odd about when the address came on file.
    package let doubts: [Doubt]

    package var description: String { "candidate \(number) <redacted>" }
}

/// What the look-up of an address came to.
package struct CandidateSearchResult: Sendable {
    package let candidates: [Candidate]
    /// Warnings for the operator, without the addresses themselves.
    package let warnings: [String]
}

/// One record under the claimed address.
struct AddressRecord {
    let source: String
    let address: [UInt8]
    /// Values of the collection's `identifies` fields that tell people apart.
    let identifiers: [Identifier]
    /// The same, as they belong together with the address.
    let tuples: [IdentifierTuple]
    let phones: [String]
    let hasPostalAddress: Bool
    let doubt: Doubt?
}

extension [AddressRecord] {
    /// The people that the records are about.
    ///
    /// The same address in several systems is one person; two records of one collection with different identifiers
    /// are two. Records that share an identifier are one person's, whatever system they lie in.
    func people() -> [[AddressRecord]] {
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
