package import DriverParts
package import ExporterKit

/// What a server says instead of an answer.
package protocol ServerRefusal: Error {
    /// What it means for whoever asked; quotes no value.
    var failure: SourceFailure { get }

    /// What is wrong with a query that was prepared and asked nothing, so that the server's sentence quotes only the query.
    var problem: Problem { get }
}

/// A database behind a server: what is alike in all of them.
package protocol ServerStore: SQLStore {
    /// A collection's query, prepared.
    func query(of collection: CollectionDescription) throws -> Query

    /// Lets a failure leave the connection as it was, so that the next collection can be looked at.
    func apart<Result>(_ body: () throws -> Result) throws -> Result

    /// Refuses a query that would do more than read, without reading.
    func tryOut(_ query: Query) throws

    /// Warnings of columns that the server compares so that values are equal which are written otherwise.
    func lookAlikes(_ query: Query) throws -> [DriverFinding]

    /// Whether the account could write.
    func mayWrite() throws -> Bool

    /// Lets a connection go whose server may still be sending, and asks the server to stop.
    func abandon()
}

extension ServerStore {
    package func using<Result>(
        _ collection: CollectionDescription,
        _ stop: StopFlag,
        _ body: (Query) throws -> Result
    ) throws -> Result {
        do {
            if let problem = collection.needsProblem ?? collection.manyProblem { throw problem.failure }
            let query = try query(of: collection)
            if let problem = collection.mismatches(kinds: query.kinds, columns: query.columns).first {
                throw problem.failure
            }
            return try body(query)
        } catch {
            // The transaction has failed, or the server is still sending; neither can be asked again.
            abandon()
            throw (error as? any ServerRefusal)?.failure ?? error
        }
    }

    package func findings(about system: SystemDescription) throws -> [DriverFinding] {
        do {
            return try system.collections.flatMap(findings(about:)) + (mayWrite() ? [Self.writingAccount] : [])
        } catch let refusal as any ServerRefusal {
            throw refusal.failure
        }
    }

    private func findings(about collection: CollectionDescription) throws -> [DriverFinding] {
        var problems = [collection.needsProblem, collection.manyProblem].compactMap { $0 }
        var warnings: [DriverFinding] = []
        do {
            let query = try apart {
                let prepared = try self.query(of: collection)
                try tryOut(prepared)
                return prepared
            }
            problems += collection.mismatches(kinds: query.kinds, columns: query.columns)
            warnings = try [query.emptinessWarning].compactMap { $0 } + lookAlikes(query)
        } catch let refusal as any ServerRefusal where refusal.failure.code != .unreachable {
            problems.append(refusal.problem)
        } catch let failure as SourceFailure where failure.code != .unreachable {
            problems.append(Problem(failure, field: "query"))
        }
        return problems.map { $0.finding(in: collection.id) } + warnings
    }

    package static func failure(_ error: any Error) -> SourceFailure {
        (error as? any ServerRefusal)?.failure ?? error as? SourceFailure
            ?? SourceFailure(.queryFailed, "the database could not be read")
    }

    private static var writingAccount: DriverFinding {
        DriverFinding(
            collection: nil,
            field: "connection",
            problem: "the account may write to the database",
            fix: "give Inzage an account of its own that may only read: GRANT SELECT on what is asked",
            isError: false
        )
    }
}

extension Problem {
    /// A query that the server could not prepare, with its sentence.
    package static func doesNotRun(_ message: String) -> Problem {
        Problem(
            .queryFailed,
            "query",
            "the query does not run: \(message)",
            fix: "write one SELECT that runs on the database"
        )
    }
}
