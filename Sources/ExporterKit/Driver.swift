/// How a kind of store is reached: SQLite, files, a folder of documents, a server, a program.
///
/// A driver is a stateless value. All its methods may be called at once for several collections and from several
/// tasks. It MUST NOT write to the store, log a value, or put personal data into an error.
public protocol Driver: Sendable {
    /// The word that `exporter.yaml` uses for it.
    var name: String { get }

    /// The keys of a collection that belong to this driver, such as `query`, with whether each must be there.
    var collectionKeys: [String: Bool] { get }

    /// Looks at a system without reading anybody's data and says everything that is wrong with it.
    ///
    /// It MUST report a connection that is not there, a query that does not run, a parameter that no `needs` names,
    /// and every column that the query returns and `fields` does not name, and the other way round.
    func check(_ system: SystemDescription) async -> [DriverFinding]

    /// Reads what a collection holds for the questions, each record with the number of the question it answers.
    ///
    /// Records MUST come in an order that depends on the data alone, with one cell for each field in the fields'
    /// order, and a field that a record lacks as null. The driver MUST stop when its task is cancelled. It MUST throw
    /// a ``SourceFailure`` for whatever keeps it from reading everything; half an answer is never a whole one.
    /// A driver that reads the store once for all questions calls `yield` with questions in any order.
    func read(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        for questions: [Question],
        yield: (_ record: RecordBuffer, _ question: Int) throws -> Void
    ) async throws

    /// Whether the store holds no record at all for a collection, of anybody.
    ///
    /// Asked where a question found nothing, because a table that a failed job left empty says nothing about a person.
    /// It MUST look at no more than the first record, and MUST throw a ``SourceFailure`` for a store that cannot say.
    func holdsNobody(_ collection: CollectionDescription, of system: SystemDescription) async throws -> Bool

    /// Yields up to so many records of anybody, for `inzage check --data`; false where the store has no way to.
    ///
    /// It MUST take no more memory and little more time than so many records need, whatever the size of the store.
    func sample(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        limit: Int,
        yield: (_ record: RecordBuffer) throws -> Void
    ) async throws -> Bool

    /// Up to so many identifiers by which a collection can be asked, each tuple as it stands in one record of anybody,
    /// for `inzage check --data`; nil where the store has no way to tell.
    ///
    /// They MUST NOT be found by asking the collection's own question, which is what they are to try.
    func heldIdentifiers(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        limit: Int
    ) async throws -> [IdentifierTuple]?
}

extension Driver {
    /// A store that can only be asked about somebody shows nobody else.
    public func sample(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        limit: Int,
        yield: (_ record: RecordBuffer) throws -> Void
    ) async throws -> Bool { false }

    /// What stands in the first records.
    public func heldIdentifiers(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        limit: Int
    ) async throws -> [IdentifierTuple]? {
        var found: [IdentifierTuple] = []
        let isThere = try await sample(collection, of: system, limit: limit * 8) { record in
            guard found.count < limit, let tuple = collection.identifiers(in: record), !found.contains(tuple) else {
                return
            }
            found.append(tuple)
        }
        return isThere ? found : nil
    }
}

extension CollectionDescription {
    /// The identifiers by which a record could be asked for: of each needed kind the first that it carries, of an
    /// address cell the first address; nil where it lacks one.
    func identifiers(in record: RecordBuffer) -> IdentifierTuple? {
        let values = needs.compactMap { kind in
            fieldsCarrying(kind).lazy.compactMap { record.firstIdentifier(of: kind, at: $0) }.first
        }
        return values.count == needs.count ? IdentifierTuple(values) : nil
    }
}

extension RecordBuffer {
    /// The first identifier of a kind in a cell, or nil.
    package func firstIdentifier(of kind: String, at index: Int) -> Identifier? {
        var first: Identifier?
        forEachIdentifierValue(at: index) { first = first ?? Identifier(first: kind, in: $0) }
        return first
    }
}

extension Identifier {
    /// The identifier in a cell's value as it is asked for: of addresses the first, and nil where none stands there.
    package init?(first kind: String, in value: ArraySlice<UInt8>) {
        guard kind == "email" else {
            self.init(kind: kind, value: Array(value))
            return
        }
        var first: ArraySlice<UInt8>?
        AddressCell.forEachAddress(in: value) { address in
            if first == nil, address.contains(UInt8(ascii: "@")) { first = address }
        }
        guard let first else { return nil }
        self.init(kind: kind, value: Array(first))
    }
}

/// Something that a driver found wrong with a system's description.
public struct DriverFinding: Sendable, Hashable {
    /// The collection it is about, or nil for the system itself.
    public let collection: String?
    /// The key or field that is wrong.
    public let field: String
    /// What is wrong, in one sentence without a full stop.
    public let problem: String
    /// What to do about it.
    public let fix: String
    /// Whether it keeps the exporter from working; a warning otherwise.
    public let isError: Bool

    /// Makes a finding.
    public init(collection: String?, field: String, problem: String, fix: String, isError: Bool = true) {
        self.collection = collection
        self.field = field
        self.problem = problem
        self.fix = fix
        self.isError = isError
    }
}

/// Why a source could not be read to its end; never holds personal data.
public struct SourceFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What sort of failure it is.
    public enum Code: String, Sendable, Codable {
        /// The store is not there or does not answer.
        case unreachable
        /// The store refused the question.
        case queryFailed
        /// The store returned a column or a key that no field names.
        case undeclaredField
        /// The store lacks a column that a field names.
        case missingField
        /// What was read is not what it should be: a cut line, a broken document.
        case malformed
        /// A limit was passed: too deep, too long, too many.
        case tooLarge
        /// A document is a symbolic link, a device, or leads out of the folder (case 71).
        case notARegularFile
        /// A record does not carry the identifier it was asked by (case 54).
        case strangersRecord
        /// The store holds no record of anybody, which is no answer about somebody.
        case emptySource
        /// The person of the controller's own who must be found was not.
        case canaryMissing
        /// The system took longer than it may.
        case timedOut
    }

    /// What sort of failure it is.
    public let code: Code
    /// What happened, in one sentence without a full stop and without personal data.
    public let message: String
    /// What the operator or the administrator can do.
    public let hint: String?
    /// Whether trying again may help.
    public let retryable: Bool

    /// Makes a failure.
    public init(_ code: Code, _ message: String, hint: String? = nil, retryable: Bool = false) {
        self.code = code
        self.message = message
        self.hint = hint
        self.retryable = retryable
    }

    /// The message and the hint.
    public var description: String { hint.map { "\(message) (\($0))" } ?? message }
}
