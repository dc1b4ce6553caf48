import ExporterKit
import Groundwork
import Policy

extension Configuration {
    /// The collections whose data may be deleted before an answer is due, and their shortest period.
    ///
    /// Each as `SYSTEM/COLLECTION`, in the order of systems and collections.
    package var collectionsThatMayVanish: [(collection: String, period: String)] {
        let time = controller.deadline.timeToAnswer
        return systems.flatMap { system in
            system.collections.compactMap { collection in
                guard let category = processing.category(collection.category), category.mayVanish(before: time) else {
                    return nil
                }
                let periods = category.retention.compactMap(\.duration).filter { period in
                    ISOPeriod(period).map { !$0.isLonger(than: time) } ?? false
                }
                return ("\(system.id)/\(collection.id)", periods.first ?? "a session")
            }
        }
    }
}
