import ExporterKit
import Synchronization

/// A document that stands in a column: read where SQLite holds it, without a copy, and gone with its row.
final class ColumnContent: DocumentContent {
    private struct Place {
        let address: UInt
        let count: Int
    }

    private let place: Mutex<Place?>

    init(_ bytes: UnsafeRawBufferPointer) {
        place = Mutex(Place(address: UInt(bitPattern: bytes.baseAddress), count: bytes.count))
    }

    /// Forgets where the document stood; a reader that comes later gets a failure and no stranger's memory.
    func invalidate() { place.withLock { $0 = nil } }

    func read(_ piece: (UnsafeRawBufferPointer) throws -> Void) throws {
        try place.withLock { place in
            guard let place else {
                throw SourceFailure(.unreachable, "the document was read after its record had ended")
            }
            let start = UnsafeRawPointer(bitPattern: place.address)
            for offset in stride(from: 0, to: place.count, by: 64 << 10) {
                let count = min(64 << 10, place.count - offset)
                try piece(UnsafeRawBufferPointer(start: start.map { $0 + offset }, count: count))
            }
        }
    }
}
