import PackagingStage

/// Between its own tags an escaped value holds no byte of markup, and it reads as what it was.
enum HTMLTarget {
    static func run(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let page = HTMLEscaping.value(text)
        let (opening, closing) = (Array("<bdi>".utf8), Array("</bdi>".utf8))
        precondition(
            page.starts(with: opening) && page.suffix(closing.count) == closing[...],
            "the value is not isolated"
        )
        let inside = page.dropFirst(opening.count).dropLast(closing.count)
        precondition(!inside.contains { [0x3C, 0x3E, 0x22, 0x27, 0x00, 0x7F].contains($0) }, "markup got through")
        precondition(String(validating: inside, as: UTF8.self) != nil, "the page is no UTF-8")
        let shown = text.unicodeScalars.map { isForbidden($0) ? "\u{FFFD}" : $0 }
        precondition(scalars(of: inside) == shown, "the value reads otherwise")
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.value < 0x20 && ![0x09, 0x0A, 0x0D].contains(scalar.value)) || scalar.value == 0x7F
    }

    /// What a browser makes of text with the five references.
    private static func scalars(of text: ArraySlice<UInt8>) -> [Unicode.Scalar] {
        let references = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]
        var scalars: [Unicode.Scalar] = []
        var rest = String(decoding: text, as: UTF8.self).unicodeScalars[...]
        while let next = rest.first {
            guard next == "&" else {
                scalars.append(rest.removeFirst())
                continue
            }
            guard let end = rest.firstIndex(of: ";"), let meant = references[String(rest[...end])] else {
                preconditionFailure("an ampersand got through")
            }
            scalars += meant.unicodeScalars
            rest = rest[rest.index(after: end)...]
        }
        return scalars
    }
}
