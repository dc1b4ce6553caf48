/// Whether the sealed size of an entry may tell how well its content compresses.
public enum EntryPadding: Sendable {
    /// The sealed size is that of what was compressed.
    case none
    /// The sealed size is rounded up to one of few, at the price of 12 % at most (the Padmé scheme of PURBs).
    ///
    /// The plaintext stays as it is; its own size stands in the archive's directory, where ZIP needs it.
    case buckets

    private static let smallest: UInt64 = 4096
    /// Every number from here on is a sum of fives and sixes.
    private static let shortestGap: UInt64 = 20

    /// How many bytes must be added to so many.
    func gap(after size: UInt64) -> Int {
        guard case .buckets = self else { return 0 }
        var bucket = Self.bucket(atLeast: size)
        while bucket != size, bucket - size < Self.shortestGap { bucket = Self.bucket(atLeast: bucket + 1) }
        return Int(bucket - size)
    }

    static func bucket(atLeast size: UInt64) -> UInt64 {
        guard size > smallest else { return smallest }
        let exponent = UInt64(63 - size.leadingZeroBitCount)
        let keptBits = UInt64(64 - exponent.leadingZeroBitCount)
        let mask = UInt64(1) << (exponent - keptBits) - 1
        return (size + mask) & ~mask
    }

    /// Blocks of DEFLATE that hold nothing, so many bytes of them; none is the last block.
    static func emptyBlocks(_ count: Int) -> [UInt8] {
        let sixes = count % 5
        let fives = (count - 6 * sixes) / 5
        // Stored without a byte; and with the fixed code, only its end, before another one that is stored.
        return Array(repeatElement([0x02, 0, 0, 0, 0xFF, 0xFF], count: sixes).joined())
            + Array(repeatElement([0, 0, 0, 0xFF, 0xFF], count: fives).joined())
    }
}
