import CZstd
import DriverParts
import ExporterKit

/// Unpacks zstd, whose frames hold a checksum where what packed them wrote one.
final class ZstdUnpacker: Unpacker {
    /// The largest window that is taken, as a power of two: 32 MiB, which `zstd -19` stays far below.
    private static let window: Int32 = 25

    private let context: OpaquePointer
    private var piece: PackedPiece
    private var growth: Growth
    /// Whether a frame ended and no other one has begun.
    private var isBetween = true
    /// Whether more may come out before more goes in.
    private var mayHoldMore = false

    init(beginning: [UInt8], _ demands: UnpackingDemands) throws {
        piece = PackedPiece(beginning: beginning)
        growth = Growth(.zstd, limit: demands.limit)
        guard let context = ZSTD_createDCtx() else { throw Problem.broken(.zstd) }
        ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Self.window)
        self.context = context
    }

    deinit { ZSTD_freeDCtx(context) }

    func read(
        into memory: UnsafeMutableRawBufferPointer,
        from file: (UnsafeMutableRawBufferPointer) throws -> Int
    ) throws -> Int {
        while true {
            if !mayHoldMore, try !piece.fill(from: file) {
                guard isBetween else { throw Problem.cut(.zstd) }
                return 0
            }
            let count = try unpackPiece(into: memory)
            if count > 0 {
                try growth.add(count)
                return count
            }
        }
    }

    private func unpackPiece(into memory: UnsafeMutableRawBufferPointer) throws(Problem) -> Int {
        var output = ZSTD_outBuffer(dst: memory.baseAddress, size: memory.count, pos: 0)
        let before = piece.left.count
        var result = 0
        piece.use { bytes in
            var input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
            result = ZSTD_decompressStream(context, &output, &input)
            return bytes.count - input.pos
        }
        if ZSTD_isError(result) != 0 { throw problem(ZSTD_getErrorCode(result)) }
        let taken = before - piece.left.count
        growth.packed += taken
        // A call that neither took nor gave anything changes nothing.
        if taken > 0 || output.pos > 0 { isBetween = result == 0 }
        mayHoldMore = output.pos == output.size
        return output.pos
    }

    private func problem(_ code: ZSTD_ErrorCode) -> Problem {
        guard code == ZSTD_error_frameParameter_windowTooLarge else { return .broken(.zstd) }
        return .packed(
            .zstd,
            " and needs more than \((1 << Self.window) >> 20) MiB of memory to be unpacked",
            fix: "pack it without `--long` and `--ultra`",
            code: .tooLarge
        )
    }
}
