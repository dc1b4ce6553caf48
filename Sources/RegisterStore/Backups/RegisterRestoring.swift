import Cases
import Foundation
import GRDB
package import Groundwork

/// Puts a backup in a register's place, once it is found whole.
package struct RegisterRestoring {
    private let folder: String
    private let vault: Vault
    private let surroundings: Surroundings

    /// What came of it.
    package struct Restored: Sendable {
        /// When the backup was made.
        package let madeAt: String
        /// How many requests are in it.
        package let requests: Int
        /// Those that wait until a person has looked.
        package let held: [String]
        /// How many open codes were voided.
        package let codes: Int
        /// The name under which the register lies that was there, beside the new one.
        package let kept: String?
    }

    /// Restores in a controller's folder.
    package init(inFolder folder: String, vault: Vault, surroundings: Surroundings) {
        (self.folder, self.vault, self.surroundings) = (folder, vault, surroundings)
    }

    private var path: String { folder + "/register.sqlite" }
    private var draft: String { path + ".restoring" }
    private var isThere: Bool { FileManager.default.fileExists(atPath: path) }

    /// Restores a backup; until it is found whole, the register that is there stays what it is.
    ///
    /// - Parameter replacing: whether a register that is there is put aside.
    /// - Throws: exit 8 for a backup that is not whole, of another key or of a newer edition; exit 9 for a register in
    ///   its place; exit 7 while others work.
    package func restore(_ backup: String, replacing: Bool) throws -> Restored {
        let reader = try BackupReader(at: backup, vault: vault)
        let door = try RegisterDoor(ofFolder: folder)
        guard replacing || !isThere else {
            throw InzageError(
                .notInThisState,
                "there is a register in this folder",
                hint: "--replace puts it aside and the backup in its place"
            )
        }
        let leases = try Lease.all(inFolder: folder)
        defer { removeDraft() }
        let restored = try write(reader)
        if isThere { try settleRegister() }
        let kept = try putInPlace()
        withExtendedLifetime(leases) {}
        withExtendedLifetime(door) {}
        return Restored(
            madeAt: reader.header.madeAt,
            requests: restored.requests,
            held: restored.held,
            codes: restored.codes,
            kept: kept
        )
    }

    /// Brings the register that is there into one file; nobody else may have it open.
    ///
    /// One that is damaged cannot do that, and is put aside with what lies beside it.
    private func settleRegister() throws {
        do {
            let queue = try DatabaseQueue(
                path: path,
                configuration: Register.configuration("PRAGMA temp_store = MEMORY")
            )
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try queue.close()
        } catch let error as DatabaseError {
            guard [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode) else { return }
            throw InzageError(
                .heldBySomebodyElse,
                "another command has the register open",
                hint: "stop inzage work and wait until other commands are done"
            )
        }
    }

    private func write(_ reader: BackupReader) throws -> (requests: Int, held: [String], codes: Int) {
        removeDraft()
        do {
            var file = try NewFile(at: draft)
            try reader.forEachPiece { try file.append($0) }
            try file.keep(replacing: true)
        } catch NewFile.Problem.refused(let number) {
            throw InzageError(
                .unexpected,
                "the register cannot be written: \(sentence(for: number))",
                hint: "nothing was changed"
            )
        }
        return try Register.translatingErrors { try prepare(reader.header.madeAt) }
    }

    /// Checks the register that came out of the backup, brings it up to date, and holds what is uncertain in it.
    private func prepare(_ madeAt: String) throws -> (requests: Int, held: [String], codes: Int) {
        let queue = try DatabaseQueue(path: draft, configuration: Register.writing)
        let verdict = try queue.inDatabase { try String.fetchAll($0, sql: "PRAGMA integrity_check(1)") }
        guard verdict == ["ok"] else { throw InzageError.damagedBackup }
        let register = try Register(queue, vault: vault, surroundings: surroundings)
        let result = try register.transaction { transaction in
            let distrusted = try transaction.distrust(since: madeAt)
            return (requests: try transaction.requests().count, held: distrusted.requests, codes: distrusted.codes)
        }
        // Its last connection takes the write-ahead log along: one file is left.
        try queue.close()
        return result
    }

    /// Puts what is there aside and the restored register in its place, so that there is one at every moment.
    private func putInPlace() throws -> String? {
        let name = unusedName
        let aside = "\(folder)/\(name)"
        let wasThere = isThere
        if wasThere, link(path, aside) != 0, rename(path, aside) != 0 { throw cannotBeMoved }
        // What belongs to the old one would be read as the new one's.
        for suffix in ["-wal", "-shm", "-journal"] where FileManager.default.fileExists(atPath: path + suffix) {
            guard rename(path + suffix, aside + suffix) == 0 else { throw cannotBeMoved }
        }
        guard rename(draft, path) == 0 else { throw cannotBeMoved }
        try? NewFile.bringToDisk(folderOf: path)
        return wasThere ? name : nil
    }

    private var cannotBeMoved: InzageError {
        InzageError(
            .unexpected,
            "the register cannot be put in its place: \(sentence(for: errno))",
            hint: "look at the owner and the mode of the controller's folder"
        )
    }

    /// A name that says when the register was put aside.
    private var unusedName: String {
        let moment = surroundings.timestamp.filter { $0 != "-" && $0 != ":" }
        let names = sequence(first: 1) { $0 + 1 }.lazy
            .map { "register-replaced-\(moment)\($0 == 1 ? "" : "-\($0)").sqlite" }
        return names.first { !FileManager.default.fileExists(atPath: "\(folder)/\($0)") } ?? ""
    }

    private func removeDraft() {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft + suffix) }
    }
}
