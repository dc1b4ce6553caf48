/// A ZIP file taken apart by hand, and put together again in another way.
///
/// Small archives only: no Zip64.
struct RawZip {
    /// One entry, with both of its headers.
    struct Entry {
        var name: [UInt8]
        var data: [UInt8]
        var local: Header
        var central: Header
        var externalAttributes: UInt32
        var madeBy: UInt16
        var comment: [UInt8]
    }

    /// What the local and the central header have in common.
    struct Header: Equatable {
        var flags: UInt16
        var method: UInt16
        var time: UInt16
        var date: UInt16
        var crc: UInt32
        var sealedSize: UInt32
        var size: UInt32
        var extra: [UInt8]
    }

    var entries: [Entry] = []
    var comment: [UInt8] = []

    init(_ bytes: [UInt8]) {
        guard let end = (0...(bytes.count - 22)).last(where: { bytes.number32(at: $0) == 0x0605_4b50 }) else { return }
        comment = Array(bytes[(end + 22)...])
        var place = Int(bytes.number32(at: end + 16))
        for _ in 0..<bytes.number16(at: end + 10) {
            let lengths = [28, 30, 32].map { Int(bytes.number16(at: place + $0)) }
            let next = place + 46 + lengths.reduce(0, +)
            entries.append(Self.entry(bytes, at: place, lengths))
            place = next
        }
    }

    private static func entry(_ bytes: [UInt8], at place: Int, _ lengths: [Int]) -> Entry {
        let nameEnd = place + 46 + lengths[0]
        let extraEnd = nameEnd + lengths[1]
        let start = Int(bytes.number32(at: place + 42))
        let localName = Int(bytes.number16(at: start + 26))
        let localExtra = Int(bytes.number16(at: start + 28))
        let dataStart = start + 30 + localName + localExtra
        let central = header(bytes, at: place + 8, extra: Array(bytes[nameEnd..<extraEnd]))
        return Entry(
            name: Array(bytes[(place + 46)..<nameEnd]),
            data: Array(bytes[dataStart..<(dataStart + Int(central.sealedSize))]),
            local: header(bytes, at: start + 6, extra: Array(bytes[(start + 30 + localName)..<dataStart])),
            central: central,
            externalAttributes: bytes.number32(at: place + 38),
            madeBy: bytes.number16(at: place + 4),
            comment: Array(bytes[extraEnd..<(extraEnd + lengths[2])])
        )
    }

    private static func header(_ bytes: [UInt8], at place: Int, extra: [UInt8]) -> Header {
        Header(
            flags: bytes.number16(at: place),
            method: bytes.number16(at: place + 2),
            time: bytes.number16(at: place + 4),
            date: bytes.number16(at: place + 6),
            crc: bytes.number32(at: place + 8),
            sealedSize: bytes.number32(at: place + 12),
            size: bytes.number32(at: place + 16),
            extra: extra
        )
    }

    /// The file again, with sizes that follow the data.
    var bytes: [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = UInt32(file.count)
            file +=
                [0x50, 0x4b, 3, 4] + little(51, 2) + serialized(entry.local, entry) + entry.name + entry.local.extra
            file += entry.data
            directory += [0x50, 0x4b, 1, 2] + little(UInt32(entry.madeBy), 2) + little(51, 2)
            directory += serialized(entry.central, entry) + [UInt8](repeating: 0, count: 6)
            directory += little(entry.externalAttributes, 4) + little(offset, 4) + entry.name + entry.central.extra
        }
        let count = little(UInt32(entries.count), 2)
        let end = [0x50, 0x4b, 5, 6, 0, 0, 0, 0] + count + count + little(UInt32(directory.count), 4)
        return file + directory + end + little(UInt32(file.count), 4) + [0, 0]
    }

    private func serialized(_ header: Header, _ entry: Entry) -> [UInt8] {
        little(UInt32(header.flags), 2) + little(UInt32(header.method), 2) + little(UInt32(header.time), 2)
            + little(UInt32(header.date), 2) + little(header.crc, 4) + little(UInt32(entry.data.count), 4)
            + little(header.size, 4) + little(UInt32(entry.name.count), 2) + little(UInt32(header.extra.count), 2)
    }

    private func little(_ number: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
    }
}

extension [UInt8] {
    func number16(at place: Int) -> UInt16 { UInt16(self[place]) | UInt16(self[place + 1]) << 8 }
    func number32(at place: Int) -> UInt32 { UInt32(number16(at: place)) | UInt32(number16(at: place + 2)) << 16 }

    func contains(sequence: [UInt8]) -> Bool {
        guard let first = sequence.first, count >= sequence.count else { return false }
        return indices.dropLast(sequence.count - 1).contains { place in
            self[place] == first && self[place..<(place + sequence.count)].elementsEqual(sequence)
        }
    }
}
