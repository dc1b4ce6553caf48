extension RegisterSchema {
    /// What a mail may be is said by the program alone: each new kind would have to write the table anew.
    static let seventh = rebuilt(
        "outbox",
        columns: """
            id INTEGER PRIMARY KEY,
            request TEXT NOT NULL REFERENCES request (id),
            round INTEGER NOT NULL,
            kind TEXT NOT NULL,
            messageID TEXT NOT NULL UNIQUE,
            message BLOB,
            tries INTEGER NOT NULL DEFAULT 0,
            lastFailure TEXT,
            handedOverAt TEXT
            """,
        index: "outboxByRequest"
    )
}
