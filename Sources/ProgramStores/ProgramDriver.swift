import DriverParts
public import ExporterKit

/// Reaches whatever a program reaches (`driver: program`): an executable in any language, such as a Singer tap.
///
/// `command` is the program and its arguments; there is no connection. It is started for each question to a collection,
/// in the exporter's folder, with `PATH`, `LANG`, an empty folder of its own as `HOME` and `TMPDIR`, the secret as
/// `INZAGE_SECRET`, and nothing else in its environment. On standard input it gets one JSON object
/// (``ProgramQuestion``) and the end; on standard output it writes Singer messages, one JSON object a line
/// (``SingerReader``). What it writes on standard error is counted and never shown, because it may hold data.
///
/// It and whatever it started end when it ends, is cancelled or passes a limit: of time, memory, output or the length
/// of a line. An exit status other than 0 and an end in the middle of a line are failures.
public struct ProgramDriver: Driver {
    /// The word in `exporter.yaml`.
    public let name = "program"

    /// It is started once for all.
    public let answersManyAtOnce = true
    /// The keys of a system and of a collection.
    public let settings = DriverSettings(
        system: [
            SettingDescription("command", .list, required: true, "the program and its arguments, each an item"),
            SettingDescription("memory_limit", .text, "how many MiB of address space each of its processes may take"),
            SettingDescription("output_limit", .text, "how many MiB it may write for one question"),
        ],
        collection: [
            SettingDescription("stream", .text, required: true, "the Singer stream whose records the collection takes")
        ]
    )
    /// The program knows where to look.
    public let needsConnection = false

    /// Makes the driver.
    public init() {}

    /// Starts nothing yet: the program is started for each question.
    public func open(_ system: SystemDescription, _ context: DriverContext) async throws -> any Source {
        ProgramSource(system: system, secret: context.secret)
    }
}
