import CZlib
import DriverParts

/// Unpacks gzip by zlib, which compares each member's CRC and length at its end.
final class GzipUnpacker: Unpacker {
    /// In memory of its own, because zlib remembers where it stands.
    private let stream: UnsafeMutablePointer<z_stream>
    private var piece: PackedPiece
    private var growth: Growth
    /// Whether a member ended and no other one has begun.
    private var isBetween = false

    init(beginning: [UInt8], _ demands: UnpackingDemands) throws {
        piece = PackedPiece(beginning: beginning)
        growth = Growth(.gzip, limit: demands.limit)
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // The largest window, and 16 for gzip's own frame around what is packed.
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(stream, 15 + 16, ZLIB_VERSION, size) == Z_OK else {
            stream.deallocate()
            throw Problem.broken(.gzip)
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    func read(
        into memory: UnsafeMutableRawBufferPointer,
        from file: (UnsafeMutableRawBufferPointer) throws -> Int
    ) throws -> Int {
        while true {
            if isBetween { piece.dropZeros() }
            guard try piece.fill(from: file) else {
                guard isBetween else { throw Problem.cut(.gzip) }
                return 0
            }
            let count = try inflatePiece(into: memory)
            if count > 0 {
                try growth.add(count)
                return count
            }
        }
    }

    private func inflatePiece(into memory: UnsafeMutableRawBufferPointer) throws(Problem) -> Int {
        // What was left of the zeros may end with the piece.
        if isBetween, piece.left.isEmpty { return 0 }
        isBetween = false
        let before = piece.left.count
        var result = Z_OK
        stream.pointee.next_out = memory.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(clamping: memory.count)
        let room = Int(stream.pointee.avail_out)
        piece.use { bytes in
            stream.pointee.next_in = bytes.baseAddress
            stream.pointee.avail_in = UInt32(bytes.count)
            result = inflate(stream, Z_NO_FLUSH)
            return Int(stream.pointee.avail_in)
        }
        growth.packed += before - piece.left.count
        switch result {
        case Z_STREAM_END:
            isBetween = true
            guard inflateReset(stream) == Z_OK else { throw .broken(.gzip) }
        case Z_OK, Z_BUF_ERROR: break
        default: throw .broken(.gzip)
        }
        return room - Int(stream.pointee.avail_out)
    }
}
