import DriverParts
import Dispatch
import Synchronization
import Testing

@Suite struct `Threads for what blocks` {
    @Test(.timeLimit(.minutes(1)))
    func `however many jobs wait for each other, each has a thread`() async {
        let count = 60
        let arrived = Counter()
        let everybody = DispatchSemaphore(value: 0)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<count {
                group.addTask(executorPreference: SourceThread.shared) {
                    if arrived.up() == count {
                        for _ in 0..<count { everybody.signal() }
                    }
                    block(on: everybody)
                }
            }
        }
        #expect(arrived.count == count)
    }

    @Test(.timeLimit(.minutes(1)))
    func `jobs that come one after the other are all done`() async {
        let done = Counter()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask(executorPreference: SourceThread.shared) {
                    for _ in 0..<200 {
                        await Task.yield()
                        done.up()
                    }
                }
            }
        }
        #expect(done.count == 4000)
    }
}

/// A task may not wait for a semaphore by itself, and that is what is tried here.
private func block(on semaphore: DispatchSemaphore) { semaphore.wait() }

private final class Counter: Sendable {
    private let value = Atomic(0)

    var count: Int { value.load(ordering: .sequentiallyConsistent) }

    @discardableResult
    func up() -> Int { value.add(1, ordering: .sequentiallyConsistent).newValue }
}
