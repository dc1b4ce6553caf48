import CSpawning
import Glibc

/// A file that lies in memory alone, for programs that read nothing but files; dropped, it is gone.
struct MemoryFile: ~Copyable {
    let descriptor: Int32

    /// Makes one with these bytes in it; nil where the machine has no memory left for it.
    init?(_ bytes: [UInt8]) {
        let made = inzage_memory_file()
        guard made >= 0 else { return nil }
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(made, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else {
                close(made)
                return nil
            }
            rest = rest.dropFirst(written)
        }
        lseek(made, 0, SEEK_SET)
        descriptor = made
    }

    deinit { close(descriptor) }
}
