import DriverParts
public import ExporterKit

/// Reaches what a chat service exported (`driver: slack`); the connection is Slack's export, a folder or a zip archive, or
/// with `flavour: mattermost` Mattermost's bulk export, which is a file of JSON Lines, alone or in a folder or an archive.
///
/// A collection says what its records are: messages, reactions, files, people (`users`) or conversations (`channels`).
/// The paths of the fields are what such a thing has (``ChatField``). A message is found by whatever fields carry
/// the kind that is asked for: who wrote it, to whom in a direct conversation, who is named in it, who reacted.
///
/// Everything is read message by message, once for all questions, and twice where the window around a message is asked
/// for. Where a key of the export is none that is known here, it stands in the field `rest`.
public struct SlackDriver: Driver {
    /// The word in `exporter.yaml`.
    public let name = "slack"
    /// The messages are looked at once for all.
    public let answersManyAtOnce = true
    /// A message has keys without end, and `rest` holds those that no field names.
    public let fieldsChooseWhatIsRead = true
    /// The keys of a system and of a collection.
    public let settings = DriverSettings(
        system: [
            SettingDescription("flavour", .text, "`slack`, or `mattermost` for its bulk export; `slack` if not given"),
            SettingDescription("unpacked_limit", .text, "how many MiB a zip archive may hold; 65536 if not given"),
        ],
        collection: [
            SettingDescription("records", .text, "`messages`, `reactions`, `files`, `users` or `channels`"),
            SettingDescription("search", .text, "`others`: what the person wrote or was written is left to others"),
            SettingDescription("context", .text, "how many messages before and behind one come too; none if not given"),
        ]
    )

    /// Makes the driver.
    public init() {}

    /// Opens nothing yet: the export is opened for each reading.
    public func open(_ system: SystemDescription, _ context: DriverContext) async throws -> any Source {
        CollectionsSource(system) { (collection) throws(Problem) in try ChatCollection(collection, of: system) }
    }
}
