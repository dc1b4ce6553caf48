/// The records of a ZIP file (APPNOTE 6.3.3), with Zip64 only where a number does not fit.
enum PlainZipRecords {
    private static let most32 = UInt64(UInt32.max)
    private static let most16 = UInt64(UInt16.max)
    /// 1980-01-01, the first day that ZIP knows: an entry tells nothing of when it was made (case 76).
    private static let date: UInt16 = 0x21
    private static let regularFile: UInt32 = 0o100644 << 16
    private static let unix: UInt16 = 3 << 8

    /// What stands before an entry's bytes.
    static func header(_ entry: PlainEntry) -> [UInt8] {
        let isLarge = max(entry.size, entry.storedSize) >= most32
        var extra: [UInt8] = []
        // Here both sizes stand together or not at all.
        if isLarge { extra = zip64([entry.size, entry.storedSize]) }
        var bytes = words([0x0403_4B50])
        bytes += halves([version(isLarge)])
        bytes +=
            entry.isStreamed
            ? halves([flags(entry), 8, 0, date]) + words([0, 0, 0]) : common(entry, isLarge ? most32 : nil)
        bytes += halves([UInt16(entry.name.utf8.count), UInt16(extra.count)])
        return bytes + entry.name.utf8 + extra
    }

    /// What stands behind the bytes of an entry that is streamed, which must be shorter than 4 GiB.
    static func descriptor(_ entry: PlainEntry) -> [UInt8] {
        words([0x0807_4B50, entry.checksum, UInt32(entry.storedSize), UInt32(entry.size)])
    }

    /// What stands in the directory.
    static func directoryEntry(_ entry: PlainEntry, at offset: UInt64) -> [UInt8] {
        let sizesAreLarge = max(entry.size, entry.storedSize) >= most32
        let large = (sizesAreLarge ? [entry.size, entry.storedSize] : []) + (offset >= most32 ? [offset] : [])
        let extra = large.isEmpty ? [] : zip64(large)
        let version = version(!large.isEmpty)
        var bytes = words([0x0201_4B50])
        bytes += halves([unix | version, version])
        bytes += common(entry, sizesAreLarge ? most32 : nil)
        bytes += halves([UInt16(entry.name.utf8.count), UInt16(extra.count), 0, 0, 0])
        bytes += words([regularFile, UInt32(min(offset, most32))])
        return bytes + entry.name.utf8 + extra
    }

    /// What stands at the end: how many entries there are, and where the directory begins.
    static func end(count: UInt64, size: UInt64, at offset: UInt64) -> [UInt8] {
        var bytes: [UInt8] = []
        if count >= most16 || size >= most32 || offset >= most32 {
            bytes += words([0x0606_4B50]) + longs([44]) + halves([unix | version(true), version(true)])
            bytes += words([0, 0]) + longs([count, count, size, offset])
            bytes += words([0x0706_4B50, 0]) + longs([offset + size]) + words([1])
        }
        let shown = UInt16(min(count, most16))
        bytes += words([0x0605_4B50]) + halves([0, 0, shown, shown])
        return bytes + words([UInt32(min(size, most32)), UInt32(min(offset, most32))]) + halves([0])
    }

    private static func version(_ isLarge: Bool) -> UInt16 { isLarge ? 45 : 20 }

    private static func flags(_ entry: PlainEntry) -> UInt16 { entry.isStreamed ? 1 << 3 : 0 }

    /// Flags, method, time, date, checksum and both sizes.
    private static func common(_ entry: PlainEntry, _ placeholder: UInt64?) -> [UInt8] {
        halves([flags(entry), entry.isStored ? 0 : 8, 0, date])
            + words([
                entry.checksum, UInt32(placeholder ?? entry.storedSize), UInt32(placeholder ?? entry.size),
            ])
    }

    private static func zip64(_ numbers: [UInt64]) -> [UInt8] {
        halves([1, UInt16(numbers.count * 8)]) + longs(numbers)
    }

    private static func halves(_ numbers: [UInt16]) -> [UInt8] { numbers.flatMap { littleEndian($0) } }
    private static func words(_ numbers: [UInt32]) -> [UInt8] { numbers.flatMap { littleEndian($0) } }
    private static func longs(_ numbers: [UInt64]) -> [UInt8] { numbers.flatMap { littleEndian($0) } }

    private static func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
        stride(from: 0, to: number.bitWidth, by: 8).map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
