import Groundwork
import GRDB
import Cases

/// The register's schema: constraints first, migrations only ever appended.
enum RegisterSchema {
    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 requests, evidence, ledger, outbox, audit") { database in
            for statement in first { try database.execute(sql: statement) }
        }
        migrator.registerMigration("2 letters, extensions, suspensions") { database in
            for statement in second { try database.execute(sql: statement) }
        }
        migrator.registerMigration("3 signatures") { database in
            for statement in third { try database.execute(sql: statement) }
        }
        migrator.registerMigration("4 keys of requests") { database in
            for statement in fourth { try database.execute(sql: statement) }
        }
        migrator.registerMigration("5 audit under a key") { database in
            for statement in fifth { try database.execute(sql: statement) }
        }
        migrator.registerMigration("6 words by which requests are found") { database in
            for statement in sixth { try database.execute(sql: statement) }
        }
        migrator.registerMigration("7 any kind of mail") { database in
            for statement in seventh { try database.execute(sql: statement) }
        }
        migrator.registerMigration("8 work lists") { database in
            for statement in eighth { try database.execute(sql: statement) }
        }
        migrator.registerMigration("9 restored from a backup") { database in
            for statement in restoring { try database.execute(sql: statement) }
        }
        migrator.registerMigration("10 mails taken in") { database in
            for statement in mails { try database.execute(sql: statement) }
        }
        migrator.registerMigration("11 redacted versions") { database in
            for statement in versions { try database.execute(sql: statement) }
        }
        return migrator
    }

    /// Brings a register up to date; one that a newer edition has written is refused.
    static func migrate(_ writer: any DatabaseWriter) throws {
        if try writer.read(isUpToDate) { return }
        try migrator.migrate(writer)
    }

    /// The newest migration there is, by which an edition of the register is named.
    static var edition: String { migrator.migrations.last ?? "none" }

    /// Whether nothing is left to do; a register that a newer edition has written is refused (exit 8).
    static func isUpToDate(_ database: Database) throws -> Bool {
        guard try !migrator.hasBeenSuperseded(database) else {
            throw InzageError(
                .integrityBroken,
                "the register was written by a newer edition of inzage",
                hint: "use that edition; this one could skip what it does not know"
            )
        }
        return try migrator.hasCompletedMigrations(database)
    }

    private static var first: [String] {
        [
            """
            CREATE TABLE request (
                id TEXT NOT NULL PRIMARY KEY,
                "right" TEXT NOT NULL,
                language TEXT NOT NULL,
                receivedOn TEXT NOT NULL CHECK (receivedOn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
                openedAt TEXT NOT NULL,
                state TEXT NOT NULL CHECK (
                    state IN (
                        'received', 'awaiting identity', 'verified', 'gathered', 'sealed', 'delivered', 'closed',
                        'refused', 'withdrawn', 'on hold'
                    )
                ),
                round INTEGER NOT NULL DEFAULT 1 CHECK (round >= 1),
                roundScope TEXT,
                follows TEXT REFERENCES request (id),
                claim BLOB NOT NULL,
                tries INTEGER NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 5),
                chosen BLOB,
                subject BLOB,
                releasedRound INTEGER NOT NULL DEFAULT 0,
                closedBecause TEXT,
                closedAt TEXT
            ) STRICT
            """,
            """
            CREATE TABLE challenge (
                id INTEGER PRIMARY KEY,
                request TEXT NOT NULL REFERENCES request (id),
                sentOn TEXT NOT NULL,
                validUntil TEXT NOT NULL,
                digest BLOB NOT NULL CHECK (length(digest) = 32),
                fate TEXT CHECK (fate IN ('used', 'voided'))
            ) STRICT
            """,
            """
            CREATE TABLE evidence (
                id INTEGER PRIMARY KEY,
                request TEXT NOT NULL REFERENCES request (id),
                method TEXT NOT NULL,
                checkedBy TEXT NOT NULL,
                checkedAt TEXT NOT NULL,
                detail TEXT,
                settles TEXT NOT NULL,
                outgrown INTEGER NOT NULL DEFAULT 0
            ) STRICT
            """,
            """
            CREATE TABLE package (
                request TEXT NOT NULL REFERENCES request (id),
                round INTEGER NOT NULL,
                packageID TEXT NOT NULL,
                collectedAt TEXT NOT NULL,
                secrets BLOB NOT NULL,
                identifiers BLOB,
                archiveName TEXT,
                archiveBytes INTEGER,
                archiveSHA256 TEXT,
                passphraseToldAt TEXT,
                deliveredAt TEXT,
                PRIMARY KEY (request, round)
            ) STRICT
            """,
            """
            CREATE TABLE gathered (
                request TEXT NOT NULL,
                round INTEGER NOT NULL,
                system TEXT NOT NULL,
                collection TEXT NOT NULL,
                line TEXT NOT NULL,
                sealed BLOB,
                PRIMARY KEY (request, round, system, collection),
                FOREIGN KEY (request, round) REFERENCES package (request, round)
            ) STRICT
            """,
            """
            CREATE TABLE decision (
                id INTEGER PRIMARY KEY,
                request TEXT NOT NULL REFERENCES request (id),
                round INTEGER NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('gap', 'withhold', 'addition', 'nothing', 'note')),
                target TEXT NOT NULL,
                detail BLOB NOT NULL,
                decidedAt TEXT NOT NULL,
                decidedBy TEXT NOT NULL
            ) STRICT
            """,
            """
            CREATE TABLE outbox (
                id INTEGER PRIMARY KEY,
                request TEXT NOT NULL REFERENCES request (id),
                round INTEGER NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('code', 'archive', 'nothing-held')),
                messageID TEXT NOT NULL UNIQUE,
                message BLOB,
                tries INTEGER NOT NULL DEFAULT 0,
                lastFailure TEXT,
                handedOverAt TEXT
            ) STRICT
            """,
            """
            CREATE TABLE audit (
                number INTEGER PRIMARY KEY,
                at TEXT NOT NULL,
                operator TEXT NOT NULL,
                action TEXT NOT NULL,
                request TEXT,
                purpose TEXT NOT NULL,
                counts TEXT NOT NULL,
                previous TEXT NOT NULL CHECK (length(previous) = 64),
                hash TEXT NOT NULL CHECK (length(hash) = 64)
            ) STRICT
            """,
            "CREATE INDEX outboxByRequest ON outbox (request, round)",
            "CREATE INDEX decisionByRequest ON decision (request, round)",
        ]
    }
}
