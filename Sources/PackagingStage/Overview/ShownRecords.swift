import ArchiveSealing
import ExporterKit
package import GatheringStage
import RecordFormats

extension Gathered {
    /// The dossier with the records that its overview shows.
    ///
    /// They are read from the faithful copy itself, as it lies sealed: a copy that was made for the purpose could differ.
    /// No more is read than a page has room for, whatever there is.
    package func withShownRecords() throws -> Dossier {
        var dossier = dossier
        let previews = try Room.parted(OverviewPage.budget, among: dossier.collections, need: Self.need) {
            collection,
            part in
            var rows = ShownRows(part)
            try rows.read(collection, from: spool)
            return (Preview(rows: rows.rows), rows.bytes)
        }
        for index in previews.indices { dossier.collections[index].preview = previews[index] }
        return dossier
    }

    /// About how many bytes the records to be shown have.
    private static func need(_ collection: GatheredCollection) -> Int {
        let size = Double(collection.json.size) / Double(max(1, collection.records))
        return Int(size * Double(min(collection.records, Preview.recordLimit)))
    }
}

/// The first records of a collection, as far as they fit into so many bytes.
private struct ShownRows {
    private struct Enough: Error {}

    /// One sign more than the overview shows, of the widest signs, so that it sees what it has to cut.
    private static let cellBytes = 4 * (Preview.textLimit + 1)

    private let room: Int
    private(set) var rows: [[String]] = []
    private(set) var bytes = 0

    init(_ room: Int) { self.room = room }

    mutating func read(_ collection: GatheredCollection, from spool: Spool) throws {
        var reader = JSONRecordReader(names: collection.exportedFields.map(\.name))
        do {
            try SpoolFolder.read(collection.json, in: spool.folder, keys: spool.keys) { piece in
                try reader.read(piece) { record in try take(record) }
            }
        } catch is Enough {
            // The rest is not read; that the entry is whole is checked when the archive is opened again.
        }
    }

    private mutating func take(_ record: RecordBuffer) throws {
        guard rows.count < Preview.recordLimit else { throw Enough() }
        let row = (0..<record.count).map { Self.text(of: record, at: $0) }
        let size = row.reduce(0) { $0 + $1.utf8.count }
        guard bytes + size <= room else { throw Enough() }
        bytes += size
        rows.append(row)
    }

    private static func text(of record: RecordBuffer, at index: Int) -> String {
        let cell = record.cell(at: index)
        switch record.kind(at: index) {
        case .null: return ""
        case .blob: return "(\(cell.count / 4 * 3 - cell.suffix(2).count { $0 == 0x3D }) bytes)"
        default: return String(decoding: cell.prefix(cellBytes), as: UTF8.self)
        }
    }
}
