extension RegisterSchema {
    /// Where an answer comes from and for whom it is, as far as hashes say it.
    static let third = ["descriptorSHA256", "certificateSHA256", "timestampedAt", "recipientSHA256"].map {
        "ALTER TABLE package ADD COLUMN \($0) TEXT"
    }
}
