extension RegisterSchema {
    /// From here on the audit's hashes are made under a key; those that stand there already are not.
    static let fifth = ["ALTER TABLE audit ADD COLUMN keyed INTEGER NOT NULL DEFAULT 0 CHECK (keyed IN (0, 1))"]
}
