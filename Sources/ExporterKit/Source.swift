/// One system, open: what a driver makes of its description and its secret.
///
/// It is asked one thing at a time. It MUST NOT write to the store, log a value, or put personal data into an error.
public protocol Source: Sendable {
    /// Looks at the system without reading anybody's data and says everything that is wrong with it.
    ///
    /// It MUST report a query that does not run, a parameter that no `needs` names, and every column that the query
    /// returns and `fields` does not name, and the other way round.
    func check() async -> [DriverFinding]

    /// Reads what a collection holds for the questions, each record with the number of the question it answers.
    ///
    /// Records MUST come in an order that depends on the data alone, with one cell for each field in the fields'
    /// order, and a field that a record lacks as null. It MUST stop when its task is cancelled. It MUST throw
    /// a ``SourceFailure`` for whatever keeps it from reading everything; half an answer is never a whole one.
    /// A source that reads the store once for all questions calls `yield` with questions in any order.
    func read(
        _ collection: CollectionDescription,
        for questions: [Question],
        yield: (_ record: RecordBuffer, _ question: Int) throws -> Void
    ) async throws

    /// Whether the store holds no record at all for a collection, of anybody.
    ///
    /// Asked where a question found nothing, because a table that a failed job left empty says nothing about a person.
    /// It MUST look at no more than the first record, and MUST throw a ``SourceFailure`` for a store that cannot say.
    func holdsNobody(_ collection: CollectionDescription) async throws -> Bool

    /// Yields up to so many records of anybody, for `inzage check --data`; false where the store has no way to.
    ///
    /// It MUST take no more memory and little more time than so many records need, whatever the size of the store.
    func sample(
        _ collection: CollectionDescription,
        limit: Int,
        yield: (_ record: RecordBuffer) throws -> Void
    ) async throws -> Bool

    /// Up to so many identifiers by which a collection can be asked, each tuple as it stands in one record of anybody,
    /// for `inzage check --data`; nil where the store has no way to tell.
    ///
    /// They MUST NOT be found by asking the collection's own question, which is what they are to try.
    func heldIdentifiers(_ collection: CollectionDescription, limit: Int) async throws -> [HeldTuple]?

    /// Lets the store go. Called once, after the last question.
    func close() async
}

extension Source {
    /// A store that can only be asked about somebody shows nobody else.
    public func sample(
        _ collection: CollectionDescription,
        limit: Int,
        yield: (_ record: RecordBuffer) throws -> Void
    ) async throws -> Bool { false }

    /// What stands in the first records.
    public func heldIdentifiers(_ collection: CollectionDescription, limit: Int) async throws -> [HeldTuple]? {
        var found: [IdentifierTuple] = []
        let isThere = try await sample(collection, limit: limit * 8) { record in
            guard found.count < limit, let tuple = collection.identifiers(in: record), !found.contains(tuple) else {
                return
            }
            found.append(tuple)
        }
        return isThere ? found.map { HeldTuple($0, isWhole: false) } : nil
    }

    /// Nothing is held open.
    public func close() async {}
}
