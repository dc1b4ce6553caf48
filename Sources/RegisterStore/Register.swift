package import GRDB
import Cases
package import Groundwork

/// The store of requests, evidence, outbox and audit.
///
/// A value over any database writer, in memory in tests and a file in production. Personal data and secrets lie in
/// it sealed under the register key.
package struct Register: Sendable {
    let writer: any DatabaseWriter
    let vault: Vault
    package let surroundings: Surroundings
    /// The chain by which the audit is written and checked.
    package let auditChain: AuditChain

    /// Takes a database and brings its schema up to date.
    package init(_ writer: any DatabaseWriter, vault: Vault, surroundings: Surroundings) throws {
        try Self.translatingErrors { try RegisterSchema.migrate(writer) }
        self.init(ready: writer, vault: vault, surroundings: surroundings)
    }

    /// Takes a database whose schema is up to date already.
    init(ready writer: any DatabaseWriter, vault: Vault, surroundings: Surroundings) {
        self.writer = writer
        self.vault = vault
        self.surroundings = surroundings
        auditChain = AuditChain(key: vault.key(for: "audit"))
    }

    private func access(_ database: Database) -> RegisterTransaction {
        RegisterTransaction(database: database, vault: vault, auditChain: auditChain, surroundings: surroundings)
    }

    /// Runs one transaction: all of it happens or nothing.
    package func transaction<Value>(_ body: (RegisterTransaction) throws -> Value) throws -> Value {
        try Self.translatingErrors {
            try writer.write { try body(access($0)) }
        }
    }

    /// Runs one transaction that makes no trip to the disk of its own, but comes there with the next one.
    ///
    /// A power cut in between takes it back. It is for what is then done anew, and nobody notices.
    package func transactionBeforeAnother<Value>(_ body: (RegisterTransaction) throws -> Value) throws -> Value {
        try Self.translatingErrors {
            try writer.writeWithoutTransaction { database in
                try database.execute(cached: "PRAGMA synchronous = NORMAL")
                var value: Value?
                let outcome = Result {
                    try database.inTransaction(.immediate) {
                        value = try body(access(database))
                        return .commit
                    }
                }
                try database.execute(cached: "PRAGMA synchronous = FULL")
                try outcome.get()
                guard let value else { throw InzageError(.unexpected, "the register was not written") }
                return value
            }
        }
    }

    /// Reads at one moment; a body that writes is a mistake, and what it wrote is undone.
    package func read<Value>(_ body: (RegisterTransaction) throws -> Value) throws -> Value {
        try Self.translatingErrors {
            // Not GRDB's own `read`: it says so to SQLite, and SQLite then prepares every statement anew.
            try writer.unsafeRead { database in
                var value: Result<Value, any Error>?
                try database.inTransaction(.deferred) {
                    let before = database.totalChangesCount
                    value = Result { try body(access(database)) }
                    guard database.totalChangesCount == before else {
                        throw InzageError(.unexpected, "a reading of the register wrote into it")
                    }
                    return .rollback
                }
                guard let value else { throw InzageError(.unexpected, "the register was not read") }
                return try value.get()
            }
        }
    }

    static func translatingErrors<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw InzageError(register: error)
        }
    }
}

/// What can be read and written within one transaction of the register.
package struct RegisterTransaction {
    let database: Database
    let vault: Vault
    let auditChain: AuditChain
    package let surroundings: Surroundings
    let vaults = RequestVaults()
}

extension InzageError {
    /// Says what a failure of the register means to the person at the keyboard.
    init(register error: DatabaseError) {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                .heldBySomebodyElse,
                "the register is locked by another process",
                hint: "wait until the other command is done and try again"
            )
        case .SQLITE_FULL, .SQLITE_IOERR:
            self.init(
                .unexpected,
                "the register cannot be written (\(error.extendedResultCode))",
                hint: "is the disk full? nothing was changed"
            )
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            self.init(.integrityBroken, "the register is damaged", hint: "restore register.sqlite from a backup")
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            self.init(
                .configuration,
                "the register cannot be opened for writing",
                hint: "check the owner and the mode of register.sqlite and its folder"
            )
        default:
            self.init(.unexpected, "the register failed (\(error.extendedResultCode))")
        }
    }
}
