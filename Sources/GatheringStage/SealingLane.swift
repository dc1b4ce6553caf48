import Dispatch
package import ArchiveSealing
import Synchronization
import Cases

/// Seals on a thread of its own what another one writes, so that both cores work at one large collection.
///
/// A short entry never leaves the thread that wrote it.
package final class SealingLane: Sendable {
    /// How many buffers may wait; the writer then waits too, so that memory is bounded.
    private static let longestQueue = 2

    private let sealer: Mutex<EntrySealer?>
    private let failure = Mutex<ArchiveError?>(nil)
    private let waiting = Mutex<[[UInt8]]>([])
    private let spare = Mutex<[[UInt8]]>([])
    private let room = DispatchSemaphore(value: SealingLane.longestQueue)
    private let queue = DispatchQueue(label: "sealing")

    /// Takes an entry that was begun.
    package init(_ sealer: consuming EntrySealer) { self.sealer = Mutex(consume sealer) }

    /// Takes a full buffer, and gives an empty one for what comes next.
    package func write(_ bytes: consuming [UInt8]) throws -> [UInt8] {
        try throwFailure()
        room.wait()
        waiting.withLock { [bytes] in $0.append(bytes) }
        queue.async { [self] in
            sealNext()
            room.signal()
        }
        return spare.withLock { $0.popLast() } ?? []
    }

    /// Seals the rest and keeps the entry's file; it comes to the disk with others of its request.
    package func finish(_ rest: [UInt8]) throws -> SealedEntry {
        queue.sync {}
        try throwFailure()
        guard var open = sealer.withLock({ $0.take() }) else {
            throw InzageError(.unexpected, "an entry was finished twice")
        }
        try open.write(rest)
        return try open.finish(durably: false)
    }

    /// Drops the entry unless it is finished; its file is gone when this returns.
    package func abandon() {
        queue.sync {}
        sealer.withLock { $0 = nil }
    }

    private func sealNext() {
        var bytes = waiting.withLock { $0.removeFirst() }
        do throws(ArchiveError) {
            try sealer.withLock { (sealer) throws(ArchiveError) in try sealer?.write(bytes) }
        } catch {
            failure.withLock { $0 = $0 ?? error }
        }
        bytes.removeAll(keepingCapacity: true)
        spare.withLock { [bytes] in $0.append(bytes) }
    }

    private func throwFailure() throws(ArchiveError) {
        if let failure = failure.withLock({ $0 }) { throw failure }
    }
}
