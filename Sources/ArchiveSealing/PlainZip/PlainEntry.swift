/// What an ordinary ZIP file says of an entry.
struct PlainEntry: Sendable {
    let name: String
    let isStored: Bool
    let checksum: UInt32
    /// How many bytes it takes in the file.
    let storedSize: UInt64
    let size: UInt64
    /// Whether its checksum and sizes stand behind its bytes, because nobody knew them before.
    var isStreamed = false
}
