/// How a kind of store is reached: SQLite, files, a folder of documents, a server, a program.
///
/// A driver is a stateless value; it opens sources, as many at once as it is asked for.
public protocol Driver: Sendable {
    /// The word that `exporter.yaml` uses for it.
    var name: String { get }

    /// What `exporter.yaml` may say beside what every system and every collection says.
    var settings: DriverSettings { get }

    /// Whether `exporter.yaml` must say a `connection`; where it need not, it must not.
    var needsConnection: Bool { get }

    /// Whether its sources answer many questions in little more time than one: requests that are due are then asked for
    /// together.
    var answersManyAtOnce: Bool { get }

    /// Whether the fields say what is read, as of a mail, whose headers are without end: then there is no column that they
    /// could have forgotten.
    var fieldsChooseWhatIsRead: Bool { get }

    /// Opens a system: its store at one moment, where the store can give one.
    ///
    /// Nothing of anybody is read yet. It MUST throw a ``SourceFailure`` for a store that is not there or lets nobody
    /// in, unless the source's own ``Source/check()`` says so; the secret MUST stand in none of its errors.
    func open(_ system: SystemDescription, _ context: DriverContext) async throws -> any Source
}

/// What a source gets beside its description.
public struct DriverContext: Sendable {
    /// The password or token that the system's `secret` names, resolved; nil where it names none.
    public let secret: Secret?
    /// How often the system may be asked; a source that asks its store more than once for a question waits here.
    public let pace: Pace

    /// Makes a context.
    public init(secret: Secret? = nil, pace: Pace = Pace()) {
        self.secret = secret
        self.pace = pace
    }
}

extension Driver {
    /// Most stores stand somewhere.
    public var needsConnection: Bool { true }

    /// Most stores have columns of their own.
    public var fieldsChooseWhatIsRead: Bool { false }

    /// A service is asked about one person at a time.
    public var answersManyAtOnce: Bool { false }

    /// Opens a system, works with it and closes it, whatever happens.
    public func using<Result>(
        _ system: SystemDescription,
        _ context: DriverContext = DriverContext(),
        _ body: (any Source) async throws -> Result
    ) async throws -> Result {
        let source = try await open(system, context)
        do {
            let result = try await body(source)
            await source.close()
            return result
        } catch {
            await source.close()
            throw error
        }
    }

    /// Everything that is wrong with a system, found without reading anybody's data.
    public func findings(
        about system: SystemDescription,
        _ context: DriverContext = DriverContext()
    ) async -> [DriverFinding] {
        do {
            return try await using(system, context) { await $0.check() }
        } catch let failure as SourceFailure {
            return [DriverFinding(failure, field: "connection")]
        } catch {
            return [DriverFinding(SourceFailure(.unreachable, "the system could not be opened"), field: "connection")]
        }
    }
}
