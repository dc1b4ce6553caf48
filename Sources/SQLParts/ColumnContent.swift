import ExporterKit
import Synchronization

/// A document that stands in a column: gone with its row, and read without a copy where the database's library holds it.
package final class ColumnContent: DocumentContent {
    private enum Place {
        case borrowed(address: UInt, count: Int)
        case held([UInt8])
    }

    private let place: Mutex<Place?>

    /// A document in memory that belongs to somebody else, until it is invalidated.
    package init(_ bytes: UnsafeRawBufferPointer) {
        place = Mutex(.borrowed(address: UInt(bitPattern: bytes.baseAddress), count: bytes.count))
    }

    /// A document that was worked out of what the database sent.
    package init(holding bytes: [UInt8]) { place = Mutex(.held(bytes)) }

    /// Forgets where the document stood; a reader that comes later gets a failure and no stranger's memory.
    package func invalidate() { place.withLock { $0 = nil } }

    package func read(_ piece: (UnsafeRawBufferPointer) throws -> Void) throws {
        try place.withLock { place in
            switch place {
            case .borrowed(let address, let count):
                let start = UnsafeRawPointer(bitPattern: address)
                try Self.pieces(UnsafeRawBufferPointer(start: start, count: count), piece)
            case .held(let bytes):
                try bytes.withUnsafeBytes { try Self.pieces($0, piece) }
            case nil:
                throw SourceFailure(.unreachable, "the document was read after its record had ended")
            }
        }
    }

    private static func pieces(
        _ bytes: UnsafeRawBufferPointer,
        _ piece: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        for offset in stride(from: 0, to: bytes.count, by: 64 << 10) {
            try piece(UnsafeRawBufferPointer(rebasing: bytes[offset..<min(offset + (64 << 10), bytes.count)]))
        }
    }
}
