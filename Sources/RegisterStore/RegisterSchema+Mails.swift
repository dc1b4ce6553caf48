extension RegisterSchema {
    /// The mails that were taken in.
    ///
    /// By what a mail is known again lies there under a key; what it asked is sealed for its request.
    static let mails = [
        """
        CREATE TABLE takenMail (
            header BLOB NOT NULL PRIMARY KEY CHECK (length(header) = 32),
            content BLOB NOT NULL CHECK (length(content) = 32),
            messageID BLOB CHECK (length(messageID) = 32),
            takenAt TEXT NOT NULL,
            fate TEXT NOT NULL,
            request TEXT REFERENCES request (id)
        ) STRICT
        """,
        "CREATE INDEX takenMailByContent ON takenMail (content)",
        "CREATE INDEX takenMailByMessageID ON takenMail (messageID)",
        "CREATE INDEX takenMailByFate ON takenMail (fate, takenAt)",
        """
        CREATE TABLE receivedMail (
            id INTEGER PRIMARY KEY,
            request TEXT NOT NULL REFERENCES request (id),
            kind TEXT NOT NULL CHECK (kind IN ('opening', 'about')),
            takenAt TEXT NOT NULL,
            detail BLOB NOT NULL,
            heldBecause TEXT NOT NULL,
            settledAt TEXT,
            settledBy TEXT,
            CHECK ((settledAt IS NULL) = (settledBy IS NULL))
        ) STRICT
        """,
        "CREATE INDEX receivedMailByRequest ON receivedMail (request)",
    ]
}
