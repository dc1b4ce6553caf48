import ExporterKit
import Glibc

/// Looks for many runs at once: at each place where one may stand, eight bytes are looked up.
///
/// A word of eight bytes is first asked of a table of bits, which stays in the processor's cache and says no to nearly
/// all; only then are the runs compared that have the word.
struct RunTable: Sendable {
    /// Where runs may stand.
    enum Places: Hashable, Sendable {
        /// Around each of a byte that all of them have.
        case around(UInt8)
        /// At the first digit of each number that is no zero.
        case numbers
        /// Anywhere.
        case everywhere
    }

    private struct Entry: Sendable {
        let run: CertainRun
        /// Where in the run the place is by which it is found.
        let offset: Int
    }

    private let places: Places
    /// Which of the eight bytes count, for each way in which a run may be shorter.
    private let masks: [UInt64]
    /// How many bytes of the word stand before the place.
    private let lead: Int
    private let bits: [UInt64]
    private let shift: UInt64
    private let entries: [UInt64: [Entry]]

    /// Makes a table of runs that may all stand at such places.
    init(_ runs: [CertainRun], _ places: Places) {
        self.places = places
        let lead = if case .around = places { Self.leading } else { 0 }
        let width = min(8, runs.map(\.bytes.count).min() ?? 8)
        let offsets = Self.offsets(of: runs, places, width: width)
        var masks: [UInt64] = []
        var entries: [UInt64: [Entry]] = [:]
        for (run, offset) in zip(runs, offsets) {
            let mask = Self.mask(of: run, at: offset, places, width: width)
            if !masks.contains(mask) { masks.append(mask) }
            let word = run.bytes.withUnsafeBytes { Self.anyWord(in: $0, at: offset - lead) }
            entries[Self.hash(word, mask), default: []].append(Entry(run: run, offset: offset))
        }
        let size = max(12, min(23, Int.bitWidth - (entries.count * 64).leadingZeroBitCount))
        shift = UInt64(64 - size)
        var bits = [UInt64](repeating: 0, count: 1 << (size - 6))
        for hash in entries.keys { bits[Int((hash >> shift) >> 6)] |= 1 << ((hash >> shift) & 63) }
        (self.masks, self.entries, self.bits, self.lead) = (masks, entries, bits, lead)
    }

    /// The first place from a start on, where no number stands before it, at which a run stands; the count where none
    /// does.
    func place(in text: UnsafeRawBufferPointer, from start: Int) -> Int {
        bits.withUnsafeBufferPointer { bits in
            switch places {
            case .around(let byte): place(around: byte, in: text, from: start, bits)
            case .numbers: placeOfNumber(in: text, from: start, bits)
            case .everywhere: placeAnywhere(in: text, from: start, bits)
            }
        }
    }
}

extension RunTable {
    private func place(
        around byte: UInt8,
        in text: UnsafeRawBufferPointer,
        from start: Int,
        _ bits: UnsafeBufferPointer<UInt64>
    ) -> Int {
        guard let base = text.baseAddress else { return text.count }
        var place = start
        while place < text.count, let found = memchr(base + place, Int32(byte), text.count - place) {
            place = UnsafeRawPointer(found) - base
            let word = Self.anyWord(in: text, at: place - lead)
            for mask in masks where mayStand(word, mask, bits) {
                if stands(word, mask, at: place, in: text) { return place }
            }
            place += 1
        }
        return text.count
    }

    private func placeOfNumber(
        in text: UnsafeRawBufferPointer,
        from start: Int,
        _ bits: UnsafeBufferPointer<UInt64>
    ) -> Int {
        var place = start
        while place < text.count {
            guard Mark.isDigit(text[place]) else {
                place += 1
                continue
            }
            while place + 1 < text.count, text[place] == Mark.zero, Mark.isDigit(text[place + 1]) { place += 1 }
            let first = place
            while place < text.count, Mark.isDigit(text[place]) { place += 1 }
            let mask = Self.mask(place - first)
            let word = Self.anyWord(in: text, at: first)
            if mayStand(word, mask, bits), stands(word, mask, at: first, in: text) { return first }
        }
        return text.count
    }

    private func placeAnywhere(
        in text: UnsafeRawBufferPointer,
        from start: Int,
        _ bits: UnsafeBufferPointer<UInt64>
    ) -> Int {
        guard let mask = masks.first else { return text.count }
        var place = start
        while place + 8 <= text.count {
            let word = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            if mayStand(word, mask, bits), stands(word, mask, at: place, in: text) { return place }
            place += 1
        }
        while place < text.count {
            let word = Self.anyWord(in: text, at: place)
            if mayStand(word, mask, bits), stands(word, mask, at: place, in: text) { return place }
            place += 1
        }
        return place
    }

    @inline(__always)
    private func mayStand(_ word: UInt64, _ mask: UInt64, _ bits: UnsafeBufferPointer<UInt64>) -> Bool {
        let place = Self.hash(word, mask) >> shift
        return (bits[Int(place >> 6)] >> (place & 63)) & 1 == 1
    }

    private func stands(_ word: UInt64, _ mask: UInt64, at place: Int, in text: UnsafeRawBufferPointer) -> Bool {
        entries[Self.hash(word, mask)]?.contains { $0.run.stands(at: place - $0.offset, in: text) } ?? false
    }
}

extension RunTable {
    /// How many bytes are looked at before a byte around which runs stand.
    private static let leading = 4

    /// A number for the bytes of a word that count, in which a letter is the same small or capital.
    @inline(__always)
    private static func hash(_ word: UInt64, _ mask: UInt64) -> UInt64 {
        (((word | 0x2020_2020_2020_2020) & mask) &+ mask) &* 0x9E37_79B9_7F4A_7C15
    }

    /// The mask of so many bytes, at most eight.
    @inline(__always)
    private static func mask(_ count: Int) -> UInt64 { count >= 8 ? .max : (1 << UInt64(8 * count)) - 1 }

    /// The eight bytes at a place; a zero for each that lies outside the text.
    @inline(__always)
    private static func anyWord(in text: UnsafeRawBufferPointer, at place: Int) -> UInt64 {
        if place >= 0, place + 8 <= text.count {
            return UInt64(littleEndian: text.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        }
        var word: UInt64 = 0
        for offset in 0..<8 where text.indices.contains(place + offset) {
            word |= UInt64(text[place + offset]) << UInt64(8 * offset)
        }
        return word
    }

    /// Where in each run the place is by which it is found.
    private static func offsets(of runs: [CertainRun], _ places: Places, width: Int) -> [Int] {
        switch places {
        case .around(let byte): return runs.map { $0.bytes.lastIndex(of: byte) ?? 0 }
        case .numbers: return runs.map { _ in 0 }
        case .everywhere: break
        }
        // The part that fewest others share: what all begin or end with tells nothing.
        func words(of run: CertainRun) -> [UInt64] {
            run.bytes.withUnsafeBytes { bytes in
                (0...(bytes.count - width)).map { anyWord(in: bytes, at: $0) & mask(width) }
            }
        }
        var counts: [UInt64: Int] = [:]
        for run in runs { for word in Set(words(of: run)) { counts[word, default: 0] += 1 } }
        return runs.map { run in
            let shared = words(of: run).map { counts[$0] ?? 0 }
            return shared.lastIndex(of: shared.min() ?? 0) ?? 0
        }
    }

    private static func mask(of run: CertainRun, at offset: Int, _ places: Places, width: Int) -> UInt64 {
        switch places {
        case .everywhere: return mask(width)
        case .numbers: return mask(run.bytes.count)
        case .around:
            let before = min(leading, offset)
            let behind = min(8 - leading, run.bytes.count - offset)
            return mask(before + behind) << UInt64(8 * (leading - before))
        }
    }
}
