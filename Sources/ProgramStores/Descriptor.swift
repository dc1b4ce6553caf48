import CSpawning
import ExporterKit
import Glibc

/// A file descriptor, owned: dropped is closed.
struct Descriptor: ~Copyable {
    /// The number, or -1 when it was closed.
    private(set) var number: Int32

    init(_ number: Int32) { self.number = number }

    deinit { if number >= 0 { Glibc.close(number) } }

    /// Closes it before its time.
    mutating func close() {
        if number >= 0 { Glibc.close(number) }
        number = -1
    }

    /// Makes reading and writing return at once where there is nothing to do.
    func neverWait() {
        let flags = fcntl(number, F_GETFL)
        _ = fcntl(number, F_SETFL, flags | O_NONBLOCK)
    }

    /// What came of reading or writing.
    enum Outcome {
        /// So many bytes were moved.
        case moved(Int)
        /// Nothing can be moved at the moment.
        case later
        /// The other end is closed.
        case ended
    }

    /// Reads what is there.
    func read(into memory: UnsafeMutableRawBufferPointer) -> Outcome {
        let count = Glibc.read(number, memory.baseAddress, memory.count)
        if count > 0 { return .moved(count) }
        return count < 0 && (errno == EAGAIN || errno == EINTR) ? .later : .ended
    }

    /// Writes as much as goes.
    func write(_ bytes: ArraySlice<UInt8>) -> Outcome {
        let count = bytes.withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
        if count >= 0 { return .moved(count) }
        return errno == EAGAIN || errno == EINTR ? .later : .ended
    }
}

/// Two descriptors, of which one reads what the other writes.
struct Channel: ~Copyable {
    let reading: Descriptor
    let writing: Descriptor

    init() throws(SourceFailure) {
        var (reading, writing) = (Int32(-1), Int32(-1))
        guard inzage_pipe(&reading, &writing) == 0 else {
            throw SourceFailure(.unreachable, "no more files can be opened", retryable: true)
        }
        self.reading = Descriptor(reading)
        self.writing = Descriptor(writing)
    }
}
