/// The second migration: what the letters beside an answer need, and the clock of a request.
extension RegisterSchema {
    static var second: [String] {
        [
            "ALTER TABLE request ADD COLUMN rightNamed INTEGER NOT NULL DEFAULT 1",
            // The edition of the holidays by which its days are counted, whatever editions come later.
            "ALTER TABLE request ADD COLUMN calendar TEXT",
            "ALTER TABLE request ADD COLUMN extendedOn TEXT",
            "ALTER TABLE request ADD COLUMN grantedOn TEXT",
            """
            CREATE TABLE suspension (
                id INTEGER PRIMARY KEY,
                request TEXT NOT NULL REFERENCES request (id),
                askedOn TEXT NOT NULL,
                answeredOn TEXT CHECK (answeredOn >= askedOn),
                credited INTEGER NOT NULL
            ) STRICT
            """,
        ] + rebuilt("decision", columns: decisionColumns, index: "decisionByRequest")
            + rebuilt("outbox", columns: outboxColumns, index: "outboxByRequest")
    }

    /// SQLite cannot change a constraint, so the table is written anew with everything that stands in it.
    static func rebuilt(_ table: String, columns: String, index: String) -> [String] {
        [
            "ALTER TABLE \(table) RENAME TO \(table)Before",
            "DROP INDEX \(index)",
            "CREATE TABLE \(table) (\(columns)) STRICT",
            "INSERT INTO \(table) SELECT * FROM \(table)Before",
            "DROP TABLE \(table)Before",
            "CREATE INDEX \(index) ON \(table) (request, round)",
        ]
    }

    private static let decisionColumns = """
        id INTEGER PRIMARY KEY,
        request TEXT NOT NULL REFERENCES request (id),
        round INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (
            kind IN ('gap', 'withhold', 'addition', 'nothing', 'note', 'waiver', 'extension', 'refusal', 'grant')
        ),
        target TEXT NOT NULL,
        detail BLOB NOT NULL,
        decidedAt TEXT NOT NULL,
        decidedBy TEXT NOT NULL
        """

    private static let outboxColumns = """
        id INTEGER PRIMARY KEY,
        request TEXT NOT NULL REFERENCES request (id),
        round INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (
            kind IN (
                'code', 'archive', 'nothing-held', 'acknowledgement', 'more-identification', 'extension', 'refusal',
                'confirmation'
            )
        ),
        messageID TEXT NOT NULL UNIQUE,
        message BLOB,
        tries INTEGER NOT NULL DEFAULT 0,
        lastFailure TEXT,
        handedOverAt TEXT
        """
}
