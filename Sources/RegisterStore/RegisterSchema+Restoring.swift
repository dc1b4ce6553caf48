extension RegisterSchema {
    /// Since when it is not certain how a request stands: when the backup was made that it was restored from.
    ///
    /// Nothing is mailed for it until a person has looked.
    static let restoring = ["ALTER TABLE request ADD COLUMN restoredFrom TEXT"]
}
