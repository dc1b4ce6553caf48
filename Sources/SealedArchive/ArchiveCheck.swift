import Dispatch
import Glibc
import Synchronization

/// An archive that was written, opened again to see that it holds what was put there.
struct ArchiveCheck: Sendable {
    private let path: String
    private let keys: KeyRing
    private let expected: [(name: String, entry: SealedEntry)]

    init(path: String, keys: KeyRing, expected: [(name: String, entry: SealedEntry)]) {
        self.path = path
        self.keys = keys
        self.expected = expected
    }

    /// Whether a second thread would take longer to open the archive than to read its share.
    var isShort: Bool { expected.reduce(0) { $0 + $1.entry.sealedSize } < Self.shortest }

    /// Checks all entries, with a reader for each core.
    func run() throws(ArchiveError) {
        if isShort {
            var next = -1
            return try check {
                next += 1
                return next
            }
        }
        let next = Atomic(0)
        let failure = Mutex<ArchiveError?>(nil)
        DispatchQueue.concurrentPerform(iterations: readers) { _ in
            do throws(ArchiveError) {
                try check { next.add(1, ordering: .relaxed).oldValue }
            } catch {
                failure.withLock { $0 = $0 ?? error }
            }
        }
        if let failure = failure.withLock({ $0 }) { throw failure }
    }

    private func check(_ next: () -> Int) throws(ArchiveError) {
        var reader = try ArchiveReader(opening: path, keys: keys)
        try reader.checkCount(expected.count)
        while case let index = next(), index < expected.count { try reader.check(index, against: expected[index]) }
    }

    private var readers: Int { max(1, min(expected.count, sysconf(Int32(_SC_NPROCESSORS_ONLN)), Self.mostReaders)) }
    /// Each has buffers of its own, and memory is bounded.
    private static let mostReaders = 4
    private static let shortest: UInt64 = 1024 * 1024
}
