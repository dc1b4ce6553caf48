import CMailReading

/// Looks for words in memory.
package enum ByteSearch {
    /// The first place of a word at or after a start, or nil.
    package static func find(_ word: [UInt8], in memory: UnsafeRawBufferPointer, from start: Int) -> Int? {
        let bytes = memory.bindMemory(to: UInt8.self)
        let place = mail_find(bytes.baseAddress, bytes.count, start, word, word.count)
        return place < bytes.count ? place : nil
    }
}
