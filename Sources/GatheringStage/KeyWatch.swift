import ExporterKit

/// Whether a collection's key tells its records apart, as they are written.
///
/// A key that is not unique or has gaps is not claimed in the descriptor. So many keys are remembered that the memory
/// stays bounded; of more records, only a key that grows from one to the next is known to be unique.
struct KeyWatch {
    private static let keysKept = 1 << 14

    private let fields: [Int]
    private var seen: Set<Int> = []
    private var remembersAll = true
    private var newest: [UInt8] = []
    private var isGrowing = true
    private var isBroken = false

    init(_ collection: CollectionDescription, exported: [Int]) {
        let indices = collection.key.map(collection.index(ofField:))
        fields = indices.compactMap(\.self)
        // A key of which a part is left out tells nothing.
        isBroken = fields.isEmpty || fields.count < indices.count || !fields.allSatisfy(exported.contains)
    }

    /// Whether every record so far had a key of its own.
    var holds: Bool { !isBroken && (isGrowing || remembersAll) }

    /// Looks at a record as it is written.
    mutating func look(at record: RecordBuffer) {
        guard holds else { return }
        for field in fields where record.kind(at: field) == .null || record.range(at: field).isEmpty {
            isBroken = true
            return
        }
        if fields.count == 1 { isGrowing = isGrowing && grows(record) } else { isGrowing = false }
        guard remembersAll else { return }
        let digest = digest(record)
        if !seen.insert(digest).inserted { isBroken = true }
        if seen.count > Self.keysKept { (seen, remembersAll) = ([], false) }
    }

    /// Whether the key is a whole number or a text above the one before; shorter numbers are smaller.
    private mutating func grows(_ record: RecordBuffer) -> Bool {
        let (kind, cell) = (record.kind(at: fields[0]), record.cell(at: fields[0]))
        defer {
            newest.removeAll(keepingCapacity: true)
            newest.append(contentsOf: cell)
        }
        guard kind == .number else { return kind == .text && newest.lexicographicallyPrecedes(cell) }
        guard cell.allSatisfy(Byte.isDigit) else { return false }
        return newest.count == cell.count ? newest.lexicographicallyPrecedes(cell) : newest.count < cell.count
    }

    private func digest(_ record: RecordBuffer) -> Int {
        var hasher = Hasher()
        for field in fields {
            hasher.combine(record.range(at: field).count)
            record.bytes.withUnsafeBytes {
                hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: $0[record.range(at: field)]))
            }
        }
        return hasher.finalize()
    }
}
