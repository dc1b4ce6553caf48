import ExporterKit
import Synchronization
import SourceReading

/// What a bounded look into one collection showed: counts, never a value.
package struct CollectionLook: Sendable, Encodable {
    /// Values that are not what their field says.
    package struct Misfits: Sendable, Encodable {
        package let field: String
        package let type: String
        package var count = 0
    }

    /// Cells of a field that should hold an e-mail address.
    package struct Addresses: Sendable, Encodable {
        package let field: String
        /// Cells with more than one bare address: blanks around it, a name, a list; the addresses in them count.
        package var notPlain = 0
        /// Cells in which no address stands.
        package var none = 0
    }

    package let system: String
    package let collection: String
    /// How many records were looked at.
    package internal(set) var rows = 0
    /// Whether there may be more than were looked at.
    package internal(set) var isCut = false
    /// Whether the store shows nobody's records without being asked about them.
    package internal(set) var showsNothing = false
    package internal(set) var misfits: [Misfits] = []
    package internal(set) var addresses: [Addresses] = []
    package internal(set) var askedAgain = AskedAgain()
    /// Why it could not be read.
    package internal(set) var failure: String?
    /// Whether it holds no record of anybody though it may not be empty.
    package internal(set) var isEmpty = false
    /// Whether it is searched roughly, so that records of others are no fault.
    let findsCandidates: Bool
    /// What identifiers look like in each field that carries one.
    var traits: [IdentifierTraits] = []
    /// Identifiers that its first records yield to other collections, with those by which they could be asked.
    var yielded: [IdentifierTuple] = []
    static let mostYielded = 16

    private enum CodingKeys: String, CodingKey {
        case system, collection, rows, isCut, showsNothing, misfits, addresses, askedAgain, failure, isEmpty
    }

    init(_ collection: CollectionDescription, of system: SystemDescription) {
        self.system = system.id
        self.collection = collection.id
        findsCandidates = collection.findsCandidates
        addresses = collection.fields.filter { $0.carriedKinds.contains("email") }.map { Addresses(field: $0.name) }
        misfits = collection.fields.map { Misfits(field: $0.name, type: $0.format ?? $0.type) }
        traits = collection.fields.flatMap { field in
            field.carriedKinds.filter { $0 != "email" }.map { kind in
                IdentifierTraits(kind: kind, of: field, place: "\(system.id)/\(collection.id)", file: system.file)
            }
        }
    }

    /// Looks into a collection; what it could not see in time is left out.
    static func take(
        at collection: CollectionDescription,
        of system: SystemDescription,
        _ opening: SourceOpening,
        _ limits: DataCheck.Limits
    ) async -> CollectionLook {
        let seen = Mutex(Sample(CollectionLook(collection, of: system), collection))
        let condition = RecordCondition(collection)
        var failure: SourceFailure?
        var showsSome = false
        do {
            showsSome = try await withTimeLimit(seconds: limits.readingSeconds, system: system.id) {
                try await opening.using(system) { source in
                    try await source.sample(collection, limit: limits.rows) { record in
                        if condition.admits(record) { seen.withLock { $0.take(record) } }
                    }
                }
            }
        } catch let error as SourceFailure where error.code != .timedOut {
            failure = error
        } catch {
            showsSome = true
            seen.withLock { $0.look.isCut = true }
        }
        var look = seen.withLock { $0.finished(limits) }
        if let failure {
            look.failure = failure.description
            return look
        }
        look.showsNothing = !showsSome
        look.askedAgain = await AskedAgain.ask(collection, of: system, opening, limits)
        if look.rows == 0, !collection.mayBeEmpty {
            look.isEmpty =
                (try? await opening.using(system) { try await $0.holdsNobody(collection) }) ?? false
        }
        return look
    }
}

/// The records of a look on their way.
private struct Sample {
    var look: CollectionLook
    private let readers: [FieldReader]
    private let addressFields: [Int]
    private let identifierFields: [Int]
    private let yieldingFields: [Int]
    private let collection: CollectionDescription

    init(_ look: CollectionLook, _ collection: CollectionDescription) {
        self.look = look
        self.collection = collection
        let yields = collection.fields.contains { $0.identifies != nil }
        yieldingFields = yields ? collection.fields.indices.filter { !collection.fields[$0].carriedKinds.isEmpty } : []
        readers = collection.fields.map(FieldReader.init)
        addressFields = collection.fields.indices.filter { collection.fields[$0].carriedKinds.contains("email") }
        identifierFields = collection.fields.indices.flatMap { index in
            collection.fields[index].carriedKinds.filter { $0 != "email" }.map { _ in index }
        }
    }

    mutating func take(_ record: RecordBuffer) {
        if look.yielded.count < CollectionLook.mostYielded, let tuple = yielded(by: record) {
            look.yielded.append(tuple)
        }
        look.rows += 1
        for (index, reader) in readers.enumerated() where !reader.fits(record, at: index) {
            look.misfits[index].count += 1
        }
        for (place, index) in addressFields.enumerated() {
            guard record.kind(at: index) != .null else { continue }
            // An object, and a list of objects, has no value that an address could be.
            var holdsValue = false
            record.forEachIdentifierValue(at: index) { cell in
                holdsValue = true
                var (isThere, isWhole) = (false, false)
                AddressCell.forEachAddress(in: cell) { address in
                    isThere = isThere || address.contains(UInt8(ascii: "@"))
                    isWhole = isWhole || address.count == cell.count
                }
                if !isThere { look.addresses[place].none += 1 }
                if isThere, !isWhole { look.addresses[place].notPlain += 1 }
            }
            if !holdsValue { look.addresses[place].none += 1 }
        }
        for (place, index) in identifierFields.enumerated() {
            record.forEachIdentifierValue(at: index) { look.traits[place].take($0) }
        }
    }

    /// What the record yields, with the address or the number by which it was asked for.
    private func yielded(by record: RecordBuffer) -> IdentifierTuple? {
        guard !collection.aboutOthers, !yieldingFields.isEmpty else { return nil }
        let values = yieldingFields.flatMap { index in
            collection.fields[index].carriedKinds.compactMap { record.firstIdentifier(of: $0, at: index) }
        }
        return values.isEmpty ? nil : IdentifierTuple(values)
    }

    /// The look with what it has counts of.
    func finished(_ limits: DataCheck.Limits) -> CollectionLook {
        var look = look
        look.isCut = look.isCut || look.rows >= limits.rows
        look.misfits.removeAll { $0.count == 0 }
        return look
    }
}
