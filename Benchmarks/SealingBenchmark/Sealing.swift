import Foundation
import ArchiveSealing
import Synchronization

/// Seals the files of a folder as the product does: two entries at once, hashed, spooled, put into an archive by
/// libzip, opened again and checked.
struct Sealing {
    /// How long the steps took, and what came of them.
    struct Figures: Encodable {
        var input: Int
        var output: UInt64
        /// Reading, hashing, compressing, encrypting, authenticating, spooling.
        var sealSeconds: Double
        /// Copying into the archive, opening it again and checking every entry.
        var archiveSeconds: Double
    }

    private static let pieceSize = 240 * 1024

    let files: [String]
    let spool: String
    let archive: String
    let threads: Int

    func run() throws -> Figures {
        var random = SystemRandomNumberGenerator()
        let keys = KeyRing(Passphrase(generatingWith: &random))
        try FileManager.default.createDirectory(atPath: spool, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: spool) }
        let started = ContinuousClock.now
        let entries = try sealAll(keys)
        let sealed = ContinuousClock.now
        let facts = try ArchiveBuilder.build(
            at: archive,
            from: spool,
            entries: entries.enumerated().map { (name: "files/\($0).bin", entry: $1) },
            keys: keys
        )
        return Figures(
            input: entries.reduce(0) { $0 + Int($1.size) },
            output: facts.bytes,
            sealSeconds: (sealed - started) / .seconds(1),
            archiveSeconds: (ContinuousClock.now - sealed) / .seconds(1)
        )
    }

    private func sealAll(_ keys: KeyRing) throws -> [SealedEntry] {
        let next = Atomic(0)
        let done = Mutex<[Int: Result<SealedEntry, any Error>]>([:])
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            while case let number = next.add(1, ordering: .relaxed).oldValue, number < files.count {
                let result = Result { try seal(number, keys) }
                done.withLock { $0[number] = result }
            }
        }
        return try done.withLock { $0 }.sorted { $0.key < $1.key }.map { try $0.value.get() }
    }

    private func seal(_ number: Int, _ keys: KeyRing) throws -> SealedEntry {
        var sealer = try EntrySealer(creating: "entry-\(number)", in: spool, keys: keys)
        let descriptor = open(files[number], O_RDONLY)
        defer { close(descriptor) }
        var piece = [UInt8](repeating: 0, count: Self.pieceSize)
        while true {
            let count = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            guard count >= 0 else { throw CocoaError(.fileReadUnknown) }
            if count == 0 { break }
            try sealer.write(piece[..<count])
        }
        return try sealer.finish(durably: true)
    }
}
