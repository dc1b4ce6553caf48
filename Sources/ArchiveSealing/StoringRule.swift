/// Says which bytes are not worth compressing: those that follow on bytes which did not become fewer.
///
/// Pictures and PDFs are compressed already; to find that out again for each of their bytes takes as long as to
/// encrypt them. So a little is tried from time to time, and what lies between is stored.
struct StoringRule {
    static let longestBlock = 65_535

    private static let probe = 32 * 1024
    private static let longestPiece = 256 * 1024
    private static let window = 1024 * 1024
    private static let shortestStore = 1024 * 1024
    private static let longestStore = 16 * 1024 * 1024

    private var isProbing = true
    private var taken = 0
    private var made = 0
    private var storeLeft = 0
    private var nextStore = StoringRule.shortestStore

    /// How many bytes to take next, at most, so that no more are tried than a probe needs.
    var longestPiece: Int {
        if storeLeft > 0 { return min(storeLeft, Self.longestPiece) }
        return isProbing ? Self.probe - taken : Self.longestPiece
    }

    /// Whether the next bytes are to be stored; they are then counted as such.
    mutating func storesNext(_ count: Int) -> Bool {
        guard storeLeft > 0 else { return false }
        storeLeft -= count
        return true
    }

    /// Whether so many more bytes end a probe, so that all they became must be seen.
    func wantsFlush(after count: Int) -> Bool { isProbing && taken + count >= Self.probe }

    /// Takes what bytes became; says whether a flush must come before bytes are stored.
    mutating func mustFlush(after count: Int, made output: Int) -> Bool {
        taken += count
        made += output
        guard taken >= (isProbing ? Self.probe : Self.window) else { return false }
        let isPoor = made >= taken / 100 * 97
        let mustFlush = isPoor && !isProbing
        isProbing = isPoor
        storeLeft = isPoor ? nextStore : 0
        nextStore = isPoor ? min(nextStore * 2, Self.longestStore) : Self.shortestStore
        (taken, made) = (0, 0)
        return mustFlush
    }

    /// The header of a block that is not the last one: its kind, its length and the length's complement.
    static func header(of count: Int) -> [UInt8] {
        let length = UInt16(count)
        return [0] + [length, ~length].flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    }
}
