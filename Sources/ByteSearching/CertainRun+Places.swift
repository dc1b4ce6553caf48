import ExporterKit

extension CertainRun {
    /// Whether the run stands at a place of a text, in small letters or capitals.
    func stands(at place: Int, in text: UnsafeRawBufferPointer) -> Bool {
        guard place >= 0, place + bytes.count <= text.count else { return false }
        for offset in bytes.indices where asciiFolded(text[place + offset]) != bytes[offset] { return false }
        return !isNumber || isAlone(at: place, in: text)
    }

    /// Whether nothing but zeros stands before the number, and no digit behind it.
    private func isAlone(at place: Int, in text: UnsafeRawBufferPointer) -> Bool {
        let end = place + bytes.count
        if end < text.count, Mark.isDigit(text[end]) { return false }
        var before = place - 1
        while before >= 0, text[before] == Mark.zero { before -= 1 }
        return before < 0 || !Mark.isDigit(text[before])
    }
}
