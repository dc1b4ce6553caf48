import CISAL
import COpenSSL

/// A stream of bytes being expanded by ISA-L.
///
/// Unchecked because of the pointer alone, which has this one owner.
@safe struct Inflater: ~Copyable, @unchecked Sendable {
    private let state: UnsafeMutablePointer<inflate_state>

    /// Makes an expander that has seen nothing.
    init() {
        unsafe state = UnsafeMutablePointer.allocate(capacity: 1)
        unsafe isal_inflate_init(state)
    }

    /// Whether the last block has been expanded and handed out.
    var isFinished: Bool { unsafe state.pointee.block_state == ISAL_BLOCK_FINISH }

    /// Gives the next input, which must stay where it is until ``produce(into:)`` leaves room in its output.
    @unsafe mutating func feed(_ input: UnsafeMutableBufferPointer<UInt8>) {
        unsafe state.pointee.next_in = input.baseAddress
        unsafe state.pointee.avail_in = UInt32(input.count)
    }

    /// Expands into the output and returns how much of it was used.
    @unsafe mutating func produce(into output: UnsafeMutableBufferPointer<UInt8>) throws(ArchiveError) -> Int {
        unsafe state.pointee.next_out = output.baseAddress
        unsafe state.pointee.avail_out = UInt32(output.count)
        let outcome = unsafe isal_inflate(state)
        guard [ISAL_DECOMP_OK, ISAL_END_INPUT, ISAL_OUT_OVERFLOW].contains(outcome) else {
            throw ArchiveError(.damaged, "an entry's compressed bytes make no sense")
        }
        return unsafe output.count - Int(state.pointee.avail_out)
    }

    deinit {
        unsafe OPENSSL_cleanse(state, MemoryLayout<inflate_state>.size)
        unsafe state.deallocate()
    }
}
