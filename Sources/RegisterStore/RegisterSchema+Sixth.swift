extension RegisterSchema {
    /// By which words a request can be found, each under a key, so that none stands there in the clear.
    static let sixth = [
        """
        CREATE TABLE requestWord (
            word BLOB NOT NULL,
            request TEXT NOT NULL REFERENCES request (id),
            PRIMARY KEY (word, request)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX requestWordByRequest ON requestWord (request)",
    ]
}
