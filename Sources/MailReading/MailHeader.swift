/// The header of a mail as it stands there.
package enum MailHeader {
    /// Where the header ends, the empty line behind it included; nil where none is there.
    package static func end(in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBytes { memory in
            var line = 0
            while line < memory.count {
                if memory[line] == 0x0A { return line + 1 }
                if memory[line] == 0x0D, line + 1 < memory.count, memory[line + 1] == 0x0A { return line + 2 }
                guard let end = ByteSearch.find([0x0A], in: memory, from: line) else { return nil }
                line = end + 1
            }
            return nil
        }
    }

    /// Whether a line begins a field: printable ASCII and a colon (RFC 5322, 2.2).
    static func isField(_ line: ArraySlice<UInt8>) -> Bool {
        let name = line.prefix { $0 != UInt8(ascii: ":") }
        return !name.isEmpty && name.count < line.count && name.allSatisfy { (0x21...0x7E).contains($0) }
    }

    /// The message ids in a field, without their brackets; a value without brackets is one by itself.
    package static func messageIDs(in value: [UInt8]) -> [[UInt8]] {
        let ids = value.split(separator: UInt8(ascii: "<")).dropFirst(value.first == UInt8(ascii: "<") ? 0 : 1)
            .compactMap { piece in piece.firstIndex(of: UInt8(ascii: ">")).map { Array(piece[..<$0]) } }
            .map { $0.filter { $0 > 0x20 } }.filter { !$0.isEmpty }
        if !ids.isEmpty { return ids }
        return value.split { $0 <= 0x20 }.first.map { [Array($0)] } ?? []
    }
}
