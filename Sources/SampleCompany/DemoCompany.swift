import BundledExporters
import Foundation

/// A fictional Dutch web shop, Voorbeeldwinkel B.V., with everything that a controller's folder has and all four of
/// its systems filled.
package struct DemoCompany: Sendable {
    /// How much of everything there is.
    package enum Scale: Sendable, CaseIterable {
        /// What the demo and the counts of the manual show: 2,000 customers, 20,000 orders, 100,000 messages.
        case full
        /// Enough for a test: every planted person, few others.
        case small
    }

    /// The seed of the demo.
    package static let defaultSeed: UInt64 = 2026

    private let seed: UInt64
    private let volume: Volume

    /// Makes the plan of a company; nothing is written yet.
    package init(seed: UInt64 = DemoCompany.defaultSeed, scale: Scale = .full) {
        self.seed = seed
        volume = scale == .full ? .full : .small
    }

    /// Writes the controller's folder; the same seed and day give the same company.
    ///
    /// - Parameter today: the day as `YYYY-MM-DD`, from which all others are counted.
    package func write(into folder: String, today: String) throws {
        try write(into: folder, today: today, messages: .community(volume.messages))
    }

    /// Writes a controller's folder for the benchmark, in which ``PlantedPeople/ada`` has so many chat messages.
    package func writeChat(messages: Int, into folder: String, today: String) throws {
        try write(into: folder, today: today, messages: .subject(messages))
    }

    private func write(into folder: String, today: String, messages: ChatVolume) throws {
        guard let today = Day(today) else { throw SampleCompanyError(.notADay) }
        let home = try ControllerFolder(creating: folder)
        let population = Population(seed: seed, volume: volume, today: today)
        // The sample company keeps no mail.
        for name in BundledExporters.names where name != "mailbox" {
            try BundledExporters.copy(name, into: home.exporters)
        }
        try CustomerAdministration(people: population.customers, today: today)
            .write(into: home.exporter("crm"), Randomness(seed: seed, stream: 2))
        try WebShop(customers: population.customers, orders: volume.orders, today: today)
            .write(into: home.exporter("orders"), Randomness(seed: seed, stream: 3))
        try Chat(people: population.chatters, volume: messages, today: today)
            .write(into: home.exporter("chat-logs"), Randomness(seed: seed, stream: 4))
        try Applications(people: population.applicants, today: today)
            .write(into: home.exporter("applications"), Randomness(seed: seed, stream: 5))
    }
}

/// How much of everything there is.
struct Volume: Sendable {
    var customers: Int
    var orders: Int
    var messages: Int
    var chatters: Int
    var applicants: Int

    static let full = Volume(customers: 2000, orders: 20_000, messages: 100_000, chatters: 700, applicants: 120)
    static let small = Volume(customers: 60, orders: 300, messages: 1000, chatters: 24, applicants: 12)
}

/// Why the sample company cannot be written.
package struct SampleCompanyError: Error, Hashable, CustomStringConvertible {
    /// What sort of failure it is.
    package enum Code: String, Sendable {
        /// The folder holds something already.
        case folderNotEmpty
        /// Today is not a day.
        case notADay
        /// The sample of an exporter makes no database.
        case notSQL
    }

    /// What sort of failure it is.
    package let code: Code

    init(_ code: Code) { self.code = code }

    /// What is wrong, in one sentence.
    package var description: String {
        switch code {
        case .folderNotEmpty: "the folder for the sample company is not empty"
        case .notADay: "today is not a day of the calendar"
        case .notSQL: "the sample's schema.sql is not SQL that SQLite takes"
        }
    }

    /// What to do about it.
    package var hint: String {
        switch code {
        case .folderNotEmpty: "name a folder that is empty or not there yet"
        case .notADay: "write it as YYYY-MM-DD"
        case .notSQL: "run it by hand: sqlite3 NEW.sqlite <sample/schema.sql"
        }
    }
}
