/// The bytes of a packed file that have been read and not yet been unpacked.
struct PackedPiece {
    private static let room = 64 << 10

    private(set) var bytes: [UInt8]
    /// Where the bytes stand that are left.
    private(set) var left: Range<Int>
    private var isAtEnd = false

    init(beginning: [UInt8]) {
        bytes = beginning
        left = 0..<beginning.count
    }

    /// Reads more of the file where nothing is left; false at its end.
    mutating func fill(from file: (UnsafeMutableRawBufferPointer) throws -> Int) throws -> Bool {
        if !left.isEmpty { return true }
        if isAtEnd { return false }
        if bytes.count < Self.room { bytes += [UInt8](repeating: 0, count: Self.room - bytes.count) }
        let count = try bytes.withUnsafeMutableBytes(file)
        left = 0..<count
        isAtEnd = count == 0
        return count > 0
    }

    /// Hands out the bytes that are left to what takes some of them and says how many it left.
    mutating func use(_ body: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
        let range = left
        let rest = bytes.withUnsafeMutableBufferPointer { body(UnsafeMutableBufferPointer(rebasing: $0[range])) }
        left = left.upperBound - rest..<left.upperBound
    }

    /// Leaves out the zeros that come next, with which some programs fill up a block.
    mutating func dropZeros() {
        while let first = left.first, bytes[first] == 0 { left = first + 1..<left.upperBound }
    }
}
