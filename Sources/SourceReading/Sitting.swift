import ExporterKit
import Synchronization

/// Sources that stay open from one question to the next, so that what a system says is said of one moment, and a
/// server is greeted once.
///
/// A source is asked one thing at a time: whoever takes one has it alone until they give it back.
final class Sitting: Sendable {
    private let idle = Mutex<[String: any Source]>([:])

    /// The source of a system, if one is open and nobody has it.
    func take(_ system: SystemDescription) -> (any Source)? {
        idle.withLock { $0.removeValue(forKey: system.id) }
    }

    /// Gives a source back for the next question.
    func keep(_ source: any Source, of system: SystemDescription) async {
        let surplus = idle.withLock { $0.updateValue(source, forKey: system.id) }
        await surplus?.close()
    }

    /// Closes them all.
    func close() async {
        let sources = idle.withLock { idle in
            defer { idle = [:] }
            return idle.values.map { $0 }
        }
        for source in sources { await source.close() }
    }
}
