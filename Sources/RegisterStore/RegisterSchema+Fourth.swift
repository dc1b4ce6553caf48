extension RegisterSchema {
    /// A key for each request, so that who asked is forgotten when the key is destroyed.
    static let fourth = [
        """
        CREATE TABLE requestKey (
            request TEXT NOT NULL PRIMARY KEY REFERENCES request (id),
            key BLOB NOT NULL
        ) STRICT
        """,
        "ALTER TABLE request ADD COLUMN purgedAt TEXT",
    ]
}
