import CZip
import Glibc

/// The file into which libzip writes an archive.
///
/// libzip's own way is a second file beside the first, which it then replaces, written in pieces of eight kilobytes.
/// Nobody knows this file yet, so it is written in place, and a small archive in one piece.
@safe final class ArchiveOutput: LibzipSource {
    private static let longestPiece = 256 * 1024

    private let descriptor: Int32
    /// What is not written yet, from ``start`` on.
    private var pending: [UInt8] = []
    private var start: UInt64 = 0
    private var position: UInt64 = 0
    private var length: UInt64 = 0

    /// Takes over an empty file that is open for writing.
    init(owning descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    override func answer(_ command: zip_source_cmd_t, _ data: UnsafeMutableRawBufferPointer) -> Int64 {
        switch command {
        case ZIP_SOURCE_STAT: unsafe describe(into: data)
        case ZIP_SOURCE_SUPPORTS: Self.supported
        case ZIP_SOURCE_OPEN, ZIP_SOURCE_CLOSE, ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_REMOVE: 0
        case ZIP_SOURCE_WRITE: unsafe write(UnsafeRawBufferPointer(data))
        case ZIP_SOURCE_SEEK_WRITE: unsafe seek(data)
        case ZIP_SOURCE_TELL_WRITE: Int64(position)
        case ZIP_SOURCE_COMMIT_WRITE: flush()
        default: unsafe super.answer(command, data)
        }
    }

    /// All that an archive which can be written must be able to do; what is empty is never read.
    private static let supported = supporting([
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
        ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS, ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_COMMIT_WRITE,
        ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_WRITE, ZIP_SOURCE_SEEK_WRITE, ZIP_SOURCE_TELL_WRITE, ZIP_SOURCE_REMOVE,
    ])

    private func describe(into data: UnsafeMutableRawBufferPointer) -> Int64 {
        guard let status = unsafe data.baseAddress?.assumingMemoryBound(to: zip_stat_t.self) else { return -1 }
        unsafe zip_stat_init(status)
        unsafe status.pointee.size = length
        unsafe status.pointee.valid = UInt64(ZIP_STAT_SIZE)
        return unsafe Int64(MemoryLayout<zip_stat_t>.size)
    }

    private func write(_ data: UnsafeRawBufferPointer) -> Int64 {
        let place = Int(position - start)
        let over = min(pending.count - place, data.count)
        if over > 0 {
            unsafe pending.withUnsafeMutableBytes { bytes in
                unsafe bytes[place..<place + over].copyBytes(from: data[..<over])
            }
        }
        unsafe pending.append(contentsOf: UnsafeRawBufferPointer(rebasing: data[over...]))
        position += UInt64(data.count)
        length = max(length, position)
        return pending.count >= Self.longestPiece && flush() < 0 ? -1 : Int64(data.count)
    }

    /// Goes back to a header, or on to the end; a header that is still pending is changed where it is.
    private func seek(_ data: UnsafeMutableRawBufferPointer) -> Int64 {
        let offset = unsafe offset(data, from: position, within: length)
        guard offset >= 0 else { return -1 }
        if !(start...start + UInt64(pending.count)).contains(UInt64(offset)) {
            guard flush() == 0 else { return -1 }
            start = UInt64(offset)
        }
        position = UInt64(offset)
        return 0
    }

    private func flush() -> Int64 {
        var done = 0
        while done < pending.count {
            let count = unsafe pending.withUnsafeBytes { bytes in
                unsafe pwrite(
                    descriptor,
                    bytes.baseAddress.map { unsafe $0 + done },
                    bytes.count - done,
                    off_t(start) + off_t(done)
                )
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return fail(ZIP_ER_WRITE, errno) }
            done += count
        }
        pending.removeAll(keepingCapacity: true)
        start = position
        return 0
    }
}
