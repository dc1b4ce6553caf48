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
    private var isShort: Bool { expected.reduce(0) { $0 + $1.entry.sealedSize } < Self.shortest }

    /// Checks all entries, with a reader for each core, while another thread does what needs none of them.
    ///
    /// All are iterations of one loop: a loop within a loop would have the readers go one after the other.
    func run<Result: Sendable>(
        beside other: @Sendable () throws(ArchiveError) -> Result
    ) throws(ArchiveError) -> Result {
        if isShort {
            var next = -1
            try check {
                next += 1
                return next
            }
            return try other()
        }
        let next = Atomic(0)
        let outcome = Mutex<Outcome<Result>>(Outcome())
        DispatchQueue.concurrentPerform(iterations: 1 + readers) { number in
            do throws(ArchiveError) {
                if number == 0 {
                    let result = try other()
                    outcome.withLock { $0.result = result }
                } else {
                    try check { next.add(1, ordering: .relaxed).oldValue }
                }
            } catch {
                outcome.withLock { $0.failure = $0.failure ?? error }
            }
        }
        let ended = outcome.withLock { $0 }
        if let failure = ended.failure { throw failure }
        guard let result = ended.result else { throw ArchiveError(.cannotRead, "the archive was not measured") }
        return result
    }

    private struct Outcome<Result: Sendable>: Sendable {
        var result: Result?
        var failure: ArchiveError?
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
