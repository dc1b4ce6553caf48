import ExporterKit
import Glibc

/// Looks for one run by one of its bytes, with the C library's `memchr`: the fastest way there is while the byte is rare.
struct RunSearch: Sendable {
    private let run: CertainRun
    /// Where the byte stands in the run.
    private let anchor: Int
    /// The byte as it is looked for: a letter is looked for as a small one and as a capital, by a search each.
    private let byte: UInt8

    /// The searches that together find a run, by the byte of which a text like the one to be searched has the fewest.
    ///
    /// - Parameter counts: How often each byte stands in such a text.
    static func searches(for run: CertainRun, counts: [Int]) -> [RunSearch] {
        let costs = run.bytes.map { byte in spellings(of: byte).reduce(0) { $0 + counts[Int($1)] } }
        guard let least = costs.min(), let anchor = costs.firstIndex(of: least) else { return [] }
        return spellings(of: run.bytes[anchor]).map { RunSearch(run: run, anchor: anchor, byte: $0) }
    }

    private static func spellings(of byte: UInt8) -> [UInt8] {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? [byte, byte & 0xDF] : [byte]
    }

    /// The first place from a start on where the run stands, by the place of the byte; the count where it does not.
    func place(in text: UnsafeRawBufferPointer, from start: Int) -> Int {
        guard let base = text.baseAddress else { return text.count }
        var place = start
        while place < text.count, let found = memchr(base + place, Int32(byte), text.count - place) {
            let offset = UnsafeRawPointer(found) - base
            if run.stands(at: offset - anchor, in: text) { return offset }
            place = offset + 1
        }
        return text.count
    }
}
