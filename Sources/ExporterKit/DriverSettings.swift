/// What a driver lets `exporter.yaml` say: from this come reading, unknown keys, help and the table in the docs.
public struct DriverSettings: Sendable {
    /// What stands beside `driver` and `connection`.
    public let system: [SettingDescription]
    /// What stands in a collection, such as `query`.
    public let collection: [SettingDescription]

    /// Makes the settings.
    public init(system: [SettingDescription] = [], collection: [SettingDescription] = []) {
        self.system = system
        self.collection = collection
    }
}

/// One key of `exporter.yaml` that belongs to a driver.
public struct SettingDescription: Sendable, Hashable {
    /// What stands behind the key.
    public enum Kind: String, Sendable, CaseIterable {
        /// One text, or a list of one.
        case text
        /// A path that stays in the system's folder, or a list of them.
        case path
        /// A list of texts.
        case list
        /// A text, a list or a map, which may hold lists and maps.
        case any
    }

    /// The key.
    public let key: String
    /// What stands behind it.
    public let kind: Kind
    /// Whether it must be there.
    public let isRequired: Bool
    /// What it is for, in one sentence.
    public let sentence: String

    /// Describes a key.
    public init(_ key: String, _ kind: Kind, required: Bool = false, _ sentence: String) {
        self.key = key
        self.kind = kind
        isRequired = required
        self.sentence = sentence
    }
}
