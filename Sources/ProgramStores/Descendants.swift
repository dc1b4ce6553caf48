import Foundation
import Glibc

/// What a program started, also where it has left the program's session: all have the program's `HOME`.
struct Descendants {
    private let mark: [UInt8]

    init(of home: String) { mark = Array("HOME=\(home)".utf8) }

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
        return names.compactMap { pid_t($0) }.filter { $0 != getpid() && isOne($0) }
    }

    /// Whether a process is one; what belongs to somebody else cannot be read, and is none.
    private func isOne(_ process: pid_t) -> Bool {
        let opened = open("/proc/\(process)/environ", O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { return false }
        let file = Descriptor(opened)
        return withUnsafeTemporaryAllocation(byteCount: 8 << 10, alignment: 16) { memory in
            guard case .moved(let count) = file.read(into: memory) else { return false }
            return memory[..<count].split(separator: 0).contains { $0.elementsEqual(mark) }
        }
    }
}
