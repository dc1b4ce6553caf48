import Foundation
import Glibc

/// What a program started: whatever is in its session, and what has left that and still has the program's `HOME`.
///
/// A process that leaves the session and forgets its environment too is not found; Linux remembers nothing else of it.
struct Descendants {
    private let session: pid_t
    private let mark: [UInt8]

    init(ofSession session: pid_t, home: String) {
        self.session = session
        mark = Array("HOME=\(home)".utf8)
    }

    /// Ends them all; one that starts another at that moment is looked for again.
    func end() {
        for _ in 0..<8 {
            let found = processes()
            if found.isEmpty { return }
            for process in found { kill(process, SIGKILL) }
            usleep(2_000)
        }
    }

    private func processes() -> [pid_t] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { pid_t($0) }.filter {
            // The program itself has ended, and waits to be asked how.
            $0 != session && $0 != getpid() && (isInSession($0) || hasMark($0))
        }
    }

    private func isInSession(_ process: pid_t) -> Bool { getsid(process) == session && !isDead(process) }

    /// Whether it has ended, and only waits for whoever adopted it to notice.
    private func isDead(_ process: pid_t) -> Bool {
        reading("/proc/\(process)/stat") { text in
            // The state stands behind the name, which may hold anything, and is in brackets.
            guard let end = text.lastIndex(of: UInt8(ascii: ")")), end + 2 < text.count else { return false }
            return text[end + 2] == UInt8(ascii: "Z")
        }
    }

    /// Whether it has the environment; that of somebody else's process cannot be read, and has not.
    private func hasMark(_ process: pid_t) -> Bool {
        reading("/proc/\(process)/environ") { text in
            text.split(separator: 0).contains { $0.elementsEqual(mark) }
        }
    }

    private func reading(_ path: String, _ says: (Slice<UnsafeMutableRawBufferPointer>) -> Bool) -> Bool {
        let opened = open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { return false }
        let file = Descriptor(opened)
        return withUnsafeTemporaryAllocation(byteCount: 8 << 10, alignment: 16) { memory in
            guard case .moved(let count) = file.read(into: memory) else { return false }
            return says(memory[..<count])
        }
    }
}
