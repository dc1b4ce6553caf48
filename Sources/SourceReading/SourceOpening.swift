package import ExporterKit
import Synchronization

/// Opens systems: finds the driver, resolves the secret, and keeps the pace of each.
package final class SourceOpening: Sendable {
    private let drivers: [String: any Driver]
    private let secret: @Sendable (SystemDescription) throws -> Secret?
    private let paces = Mutex<[String: Pace]>([:])

    /// Makes an opening.
    ///
    /// - Parameter secret: what a system's `secret` names; it throws a ``SourceFailure`` where that cannot be had.
    package init(
        drivers: [any Driver],
        secret: @escaping @Sendable (SystemDescription) throws -> Secret? = { _ in nil }
    ) {
        self.drivers = Dictionary(drivers.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.secret = secret
    }

    /// The driver that a system names, or nil where there is none.
    package func driver(of system: SystemDescription) -> (any Driver)? { drivers[system.driver] }

    /// Opens a system.
    /// - Throws: a ``SourceFailure`` where it cannot be opened.
    package func open(_ system: SystemDescription) async throws -> any Source {
        guard let driver = driver(of: system) else { throw Self.noDriver(system) }
        return try await driver.open(system, context(of: system))
    }

    /// Opens a system, works with it and closes it, whatever happens.
    package func using<Result>(
        _ system: SystemDescription,
        _ body: (any Source) async throws -> Result
    ) async throws -> Result {
        guard let driver = driver(of: system) else { throw Self.noDriver(system) }
        return try await driver.using(system, context(of: system), body)
    }

    /// Everything that is wrong with a system, found without reading anybody's data.
    package func findings(about system: SystemDescription) async -> [DriverFinding] {
        guard let driver = driver(of: system) else { return [] }
        do {
            return try await driver.findings(about: system, context(of: system))
        } catch {
            let failure = error as? SourceFailure ?? SourceFailure(.refused, "the secret could not be read")
            return [DriverFinding(failure, field: "secret")]
        }
    }

    /// The pace at which a system may be asked, one for all who ask it.
    func pace(of system: SystemDescription) -> Pace {
        paces.withLock { paces in
            if let pace = paces[system.id] { return pace }
            let pace = Pace(perSecond: system.rateLimit)
            paces[system.id] = pace
            return pace
        }
    }

    private static func noDriver(_ system: SystemDescription) -> SourceFailure {
        SourceFailure(.unreachable, "no driver is called \(system.driver)")
    }

    /// What a system's driver gets beside its description.
    package func context(of system: SystemDescription) throws -> DriverContext {
        DriverContext(secret: try secret(system), pace: pace(of: system))
    }
}
