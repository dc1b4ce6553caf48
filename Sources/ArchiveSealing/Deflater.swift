import CISAL
import COpenSSL

/// A stream of bytes being compressed by ISA-L.
///
/// Unchecked because of the pointer alone, which has this one owner.
@safe struct Deflater: ~Copyable, @unchecked Sendable {
    /// The level that compresses best before it becomes three times slower.
    private static let level: UInt32 = 1

    private let stream: UnsafeMutablePointer<isal_zstream>
    private let tokens: SecretBuffer

    /// Makes a compressor that has seen nothing.
    init() {
        unsafe stream = UnsafeMutablePointer.allocate(capacity: 1)
        tokens = SecretBuffer(count: Int(isal_level_1_buffer_size))
        restart()
    }

    /// Forgets everything, for another stream.
    mutating func restart() {
        unsafe isal_deflate_init(stream)
        unsafe stream.pointee.level = Self.level
        unsafe stream.pointee.level_buf = unsafe tokens.bytes.baseAddress
        unsafe stream.pointee.level_buf_size = UInt32(tokens.count)
    }

    /// Gives the next input, of less than 4 GiB, which must stay where it is until ``produce(into:)`` leaves room in its output.
    @unsafe mutating func feed(_ input: UnsafeBufferPointer<UInt8>, isLast: Bool) {
        unsafe stream.pointee.next_in = unsafe UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.pointee.avail_in = UInt32(input.count)
        unsafe stream.pointee.end_of_stream = isLast ? 1 : 0
        unsafe stream.pointee.flush = UInt16(NO_FLUSH)
    }

    /// Lets the next outputs end on a byte's edge, and what comes later know nothing of what came before: then bytes
    /// that are not compressed may stand between.
    mutating func flush() {
        unsafe stream.pointee.avail_in = 0
        unsafe stream.pointee.flush = UInt16(FULL_FLUSH)
    }

    /// Compresses into the output and returns how much of it was used; less than all means that the input is done.
    @unsafe mutating func produce(into output: UnsafeMutableBufferPointer<UInt8>) throws(ArchiveError) -> Int {
        unsafe stream.pointee.next_out = output.baseAddress
        unsafe stream.pointee.avail_out = UInt32(output.count)
        guard unsafe isal_deflate(stream) == COMP_OK else {
            throw ArchiveError(.cannotWrite, "the compressor refused its input")
        }
        return unsafe output.count - Int(stream.pointee.avail_out)
    }

    deinit {
        unsafe OPENSSL_cleanse(stream, MemoryLayout<isal_zstream>.size)
        unsafe stream.deallocate()
    }
}
