package import Policy

extension RefusalGround {
    /// The ground as half a sentence that addresses nobody.
    package func words(in language: Language) -> String { language.vocabulary.words(for: self) }

    /// A policy's word or an operator's text as letters print it: without a full stop, which the letter sets.
    package static func words(for ground: String, in language: Language) -> String {
        if let known = RefusalGround(word: ground) { return known.words(in: language) }
        let space: (UInt8) -> Bool = { $0 <= 0x20 }
        var bytes = Array(ground.utf8)
        while let last = bytes.last, space(last) || last == UInt8(ascii: ".") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
