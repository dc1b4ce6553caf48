import CISAL
import COpenSSL

/// A stream of bytes being compressed by ISA-L.
///
/// Unchecked because of the pointer alone, which has this one owner.
@safe struct Deflater: ~Copyable, @unchecked Sendable {
    /// The level that compresses best before it becomes three times slower.
    private static let level: UInt32 = 1
    /// ISA-L counts in 32 bits; a longer input is taken in parts.
    static let longestInput = 1 << 30

    private let stream: UnsafeMutablePointer<isal_zstream>
    private let tokens: SecretBuffer

    /// Makes a compressor that has seen nothing.
    init() {
        unsafe stream = UnsafeMutablePointer.allocate(capacity: 1)
        tokens = SecretBuffer(count: Int(isal_level_1_buffer_size))
        unsafe isal_deflate_init(stream)
        unsafe stream.pointee.level = Self.level
        unsafe stream.pointee.level_buf = unsafe tokens.bytes.baseAddress
        unsafe stream.pointee.level_buf_size = UInt32(tokens.count)
    }

    /// Gives the next input, which must stay where it is until ``produce(into:)`` leaves room in its output.
    @unsafe mutating func feed(_ input: UnsafeBufferPointer<UInt8>, isLast: Bool) {
        unsafe stream.pointee.next_in = unsafe UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe stream.pointee.avail_in = UInt32(input.count)
        unsafe stream.pointee.end_of_stream = isLast ? 1 : 0
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
