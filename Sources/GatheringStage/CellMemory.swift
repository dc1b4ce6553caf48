import ExporterKit
import Foundation
import Cases

/// What became of values that come again and again, so that each is worked out once.
///
/// Each hash has one place, and the newest value stays in it: the memory is bounded whatever comes, and a value that
/// was pushed out is only worked out again.
struct CellMemory<Outcome> {
    private struct Kept {
        let field: Int
        let kind: RecordBuffer.Kind
        let cell: [UInt8]
        let outcome: Outcome
    }

    private var kept: [Kept?]

    /// Makes a memory of so many places, which must be a power of two.
    init(places: Int = 1 << 10) { kept = Array(repeating: nil, count: places) }

    /// What is remembered of a record's cell.
    func recall(_ record: RecordBuffer, at field: Int) -> Outcome? {
        record.bytes.withUnsafeBytes { (bytes) -> Outcome? in
            let cell = UnsafeRawBufferPointer(rebasing: bytes[record.range(at: field)])
            guard cell.count <= Self.longestCell else { return nil }
            return known(at: place(of: cell, field), field, record.kind(at: field), cell)
        }
    }

    /// Remembers what became of a record's cell.
    mutating func keep(_ outcome: Outcome, of record: RecordBuffer, at field: Int) {
        let cell = record.cell(at: field)
        guard cell.count <= Self.longestCell else { return }
        let place = cell.withUnsafeBytes { self.place(of: $0, field) }
        kept[place] = Kept(field: field, kind: record.kind(at: field), cell: Array(cell), outcome: outcome)
    }

    private func place(of cell: UnsafeRawBufferPointer, _ field: Int) -> Int {
        Int(truncatingIfNeeded: Self.hash(cell, field)) & (kept.count - 1)
    }

    private func known(
        at place: Int,
        _ field: Int,
        _ kind: RecordBuffer.Kind,
        _ cell: UnsafeRawBufferPointer
    ) -> Outcome? {
        guard let kept = kept[place], kept.field == field, kept.kind == kind, kept.cell.count == cell.count else {
            return nil
        }
        guard let start = cell.baseAddress, !cell.isEmpty else { return kept.outcome }
        let isEqual = kept.cell.withUnsafeBytes { known in
            known.baseAddress.map { memcmp($0, start, cell.count) == 0 } ?? false
        }
        return isEqual ? kept.outcome : nil
    }

    private static func hash(_ cell: UnsafeRawBufferPointer, _ field: Int) -> UInt64 {
        var hash = UInt64(field) &* factor
        var offset = 0
        while offset + 8 <= cell.count {
            hash = mixed(hash ^ cell.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        while offset < cell.count {
            hash = mixed(hash ^ UInt64(cell[offset]))
            offset += 1
        }
        return hash
    }

    private static func mixed(_ hash: UInt64) -> UInt64 {
        let product = hash &* factor
        return product ^ product >> 32
    }

    private static var factor: UInt64 { 0x9E37_79B9_7F4A_7C15 }
    /// What is longer seldom comes twice.
    private static var longestCell: Int { 1024 }
}
