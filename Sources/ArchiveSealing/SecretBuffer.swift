import COpenSSL
import Synchronization

/// Bytes outside the reach of copies, overwritten before their memory is given back.
///
/// Unchecked because of the pointer alone: it has this one owner, which cannot be copied, so only one thread at a
/// time can reach what it points to.
@safe struct SecretBuffer: ~Copyable, @unchecked Sendable {
    private let storage: UnsafeMutableBufferPointer<UInt8>

    /// Makes a buffer of zeros.
    init(count: Int) {
        if let spare = SpareMemory.take(count) {
            unsafe storage = UnsafeMutableBufferPointer(start: UnsafeMutablePointer(bitPattern: spare), count: count)
            return
        }
        unsafe storage = UnsafeMutableBufferPointer.allocate(capacity: count)
        unsafe storage.initialize(repeating: 0)
    }

    /// How many bytes it has.
    var count: Int { unsafe storage.count }

    /// The memory itself, which must not outlive the buffer.
    @unsafe var bytes: UnsafeMutableBufferPointer<UInt8> { unsafe storage }

    /// A part of the memory, which must not outlive the buffer.
    @unsafe subscript(range: Range<Int>) -> UnsafeMutableBufferPointer<UInt8> {
        unsafe UnsafeMutableBufferPointer(rebasing: storage[range])
    }

    deinit {
        unsafe OPENSSL_cleanse(storage.baseAddress, storage.count)
        if unsafe SpareMemory.keep(UInt(bitPattern: storage.baseAddress), storage.count) { return }
        unsafe storage.deallocate()
    }
}

/// Large buffers that were overwritten with zeros and wait for their next owner.
///
/// A short entry needs half a megabyte for a moment; from the system that memory comes page by page, each of them
/// cleared first.
private enum SpareMemory {
    private static let smallest = 64 * 1024
    private static let mostOfEachSize = 6
    /// Addresses, by size.
    private static let spare = Mutex<[Int: [UInt]]>([:])

    static func take(_ size: Int) -> UInt? {
        guard size >= smallest else { return nil }
        return spare.withLock { $0[size]?.popLast() }
    }

    static func keep(_ address: UInt, _ size: Int) -> Bool {
        guard size >= smallest else { return false }
        return spare.withLock { spare in
            guard spare[size, default: []].count < mostOfEachSize else { return false }
            spare[size, default: []].append(address)
            return true
        }
    }
}
