public import ExporterKit

/// The contract of an exporter and its driver, each rule of it a test of its own.
///
/// In a test of Swift Testing, every rule is a case with its own name:
///
/// ```swift
/// @Test(arguments: ExporterContract.Rule.allCases)
/// func `the exporter keeps`(rule: ExporterContract.Rule) async throws {
///     #expect(try await contract.breaches(of: rule) == [])
/// }
/// ```
public struct ExporterContract: Sendable {
    /// What an exporter promises.
    public enum Rule: String, CaseIterable, Sendable, CustomStringConvertible {
        /// The description fits the store.
        case checkIsClean = "check finds no error"
        /// Somebody who is in the store is found, so that the other rules say something.
        case knownIsFound = "a known subject is found"
        /// Somebody who is not in the store is not found.
        case unknownYieldsNothing = "an unknown subject yields nothing"
        /// A value that is empty finds nothing (case 51).
        case emptyYieldsNothing = "an empty identifier yields nothing"
        /// A value that is a pattern or a piece of a query finds nothing (case 52).
        case patternsYieldNothing = "a pattern or a piece of a query as identifier yields nothing"
        /// The order of records depends on the data alone.
        case sameQuestionSameRecords = "the same question gives the same records in the same order"
        /// A record has one cell for each field.
        case cellForEachField = "every record has a cell for each field"
        /// A record carries what it was asked by (case 54).
        case recordsCarryTheirIdentifier = "every record carries the identifier it was asked by"
        /// Questions that are asked together are answered as if they were asked apart.
        case questionsDoNotMix = "two questions in one call give what two calls give"
        /// A driver keeps nothing from call to call.
        case callsDoNotMix = "calls at the same time give what calls one by one give"
        /// Every document can be read while its record is at hand.
        case documentsCanBeRead = "every document can be read, and twice the same"
        /// A task that is cancelled ends.
        case cancellationStops = "a cancelled reading ends with a cancellation"
        /// An error of the one who takes the records comes back as it is.
        case errorsOfTakerReturn = "an error of the taker of records comes back unchanged"
        /// A store that is gone is a failure, and the failure names nobody.
        case failureNamesNobody = "a store that is gone is a failure without an identifier in it"

        /// The rule as a sentence.
        public var description: String { rawValue }
    }

    let driver: any Driver
    let system: SystemDescription
    let context: DriverContext
    let known: Question
    let unknown: Question

    /// Makes the contract of a system whose store holds records of the known subject and none of the unknown one.
    ///
    /// The identifiers are of all the kinds that the system's collections need; collections that need another kind
    /// are left out.
    public init(
        driver: any Driver,
        system: SystemDescription,
        context: DriverContext = DriverContext(),
        known: [Identifier],
        unknown: [Identifier]
    ) {
        self.driver = driver
        self.system = system
        self.context = context
        self.known = Question(identifiers: known)
        self.unknown = Question(identifiers: unknown)
    }

    /// How a rule is broken, in sentences without personal data; none where it is kept.
    public func breaches(of rule: Rule) async throws -> [String] {
        switch rule {
        case .checkIsClean: await findings()
        case .knownIsFound: try await allRecords(known).isEmpty ? ["no collection holds anything of the known"] : []
        case .unknownYieldsNothing: try await recordsFound(by: unknown)
        case .emptyYieldsNothing: try await recordsFound(by: known.replacingValues { _ in [] })
        case .patternsYieldNothing: try await patternsThatFind()
        case .sameQuestionSameRecords: try await repeatsThatDiffer()
        case .cellForEachField: try await recordsOfWrongLength()
        case .recordsCarryTheirIdentifier: try await strangers()
        case .questionsDoNotMix: try await mixedQuestions()
        case .callsDoNotMix: try await mixedCalls()
        case .documentsCanBeRead: try await unreadableDocuments()
        case .cancellationStops: await readingsThatGoOn()
        case .errorsOfTakerReturn: await errorsThatChange()
        case .failureNamesNobody: await failuresThatTell()
        }
    }

    /// The collections that the known identifiers suffice for.
    var collections: [CollectionDescription] {
        system.collections.filter { !known.tuples(of: $0.needs).isEmpty }
    }
}

extension Question {
    /// The question with other values of the same kinds.
    func replacingValues(_ value: (Identifier) -> [UInt8]) -> Question {
        Question(
            tuples: tuples.map { tuple in
                IdentifierTuple(tuple.identifiers.map { Identifier(kind: $0.kind, value: value($0)) })
            }
        )
    }
}
