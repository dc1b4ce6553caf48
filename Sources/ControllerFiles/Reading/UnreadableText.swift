import Yams
import Groundwork
import Policy

/// Warns of every text in which characters were lost or read in a wrong encoding on the way into the file.
func reportUnreadableText(in node: Node, path: String, notes: Notes) {
    switch node {
    case .scalar(let scalar):
        guard let problem = unreadable(scalar.string, path: path) else { return }
        notes.add(
            .warning,
            line: scalar.mark?.line,
            field: path,
            "\(problem): \(shown(scalar.string))",
            fix: "look at the original and type the text again as UTF-8"
        )
    case .sequence(let sequence):
        for (index, item) in sequence.enumerated() {
            reportUnreadableText(in: item, path: "\(path)[\(index)]", notes: notes)
        }
    case .mapping(let mapping):
        for (key, value) in mapping {
            let name = visible(key.scalar?.string ?? "")
            let place = path.isEmpty ? name : "\(path).\(name)"
            reportUnreadableText(in: key, path: place, notes: notes)
            reportUnreadableText(in: value, path: place, notes: notes)
        }
    case .alias: break
    }
}

private func unreadable(_ text: String, path: String) -> String? {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
    let scalars = Array(text.unicodeScalars)
    if scalars.contains("\u{FFFD}") { return "the text has lost characters (U+FFFD)" }
    if scalars.contains(where: isNoCharacter) { return "the text has characters that do not exist" }
    if hasLatinMojibake(scalars) { return "the text looks like UTF-8 read as Latin-1" }
    if !isEastAsian(path), scalars.contains(where: isIdeographic) {
        return "the text mixes in Chinese, Japanese or Korean characters"
    }
    return nil
}

private func isNoCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .unassigned, .privateUse: true
    case .control: (0x80...0x9F).contains(scalar.value)
    default: false
    }
}

/// `Ã«` for `ë` and `â€™` for an apostrophe are what is left when each byte became a character.
private func hasLatinMojibake(_ scalars: [Unicode.Scalar]) -> Bool {
    zip(scalars, scalars.dropFirst()).contains { first, second in
        switch first.value {
        case 0xC2, 0xC3: (0xA0...0xBF).contains(second.value)
        case 0xE2: second.value == 0x20AC
        default: false
        }
    }
}

private func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x11FF, 0x2E80...0x2FDF, 0x3040...0x30FF, 0x3100...0x312F, 0x3400...0x4DBF, 0x4E00...0x9FFF,
        0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x323AF:
        true
    default: false
    }
}

/// Whether the text is the translation for a language that is written with these characters.
private func isEastAsian(_ path: String) -> Bool {
    [".zh", ".ja", ".ko", ".yue"].contains { path.utf8.suffix($0.utf8.count).elementsEqual($0.utf8) }
}
