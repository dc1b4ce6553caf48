/// Whether two texts are the same bytes; `==` would take look-alikes for one.
package func isSame(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }

/// Whether a text is nothing but white space.
package func isBlank(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }

/// Whether a text can be the id of a thing: ASCII, so that it has one spelling, and good as a file name.
package func isIdentifierLike(_ text: String) -> Bool {
    guard let first = text.utf8.first, isAlphanumeric(first), text.utf8.count <= 100 else { return false }
    return text.utf8.allSatisfy { isAlphanumeric($0) || "_-.".utf8.contains($0) }
}

/// Whether a text is a language code such as `nl` or `pt-BR`.
package func isLanguageCode(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count) else { return false }
    return first.allSatisfy { (0x61...0x7A).contains($0) } && parts.allSatisfy { $0.allSatisfy(isAlphanumeric) }
}

/// Whether a text is a country code of ISO 3166: two capitals.
package func isCountryCode(_ text: String) -> Bool {
    text.utf8.count == 2 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
}

private func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
}

/// A text from a file in quotes, cut short and with nothing in it that a terminal would obey (case 69).
package func shown(_ text: String) -> String { "\"\(visible(text))\"" }

/// A text from a file with nothing in it that a terminal would obey.
package func visible(_ text: String, limit: Int = 60) -> String {
    var result = ""
    for scalar in text.unicodeScalars.prefix(limit) {
        if isInvisible(scalar) {
            result += "\\u{\(String(scalar.value, radix: 16))}"
        } else {
            result.unicodeScalars.append(scalar)
        }
    }
    return text.unicodeScalars.count > limit ? result + "..." : result
}

private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate: true
    default: false
    }
}

/// What to write instead of an unknown word: the nearest known one, and the list of all.
package func suggestion(for word: String, among known: [String]) -> String {
    let all = known.isEmpty ? "nothing is known here" : "one of \(known.joined(separator: ", "))"
    let near = known.map { ($0, distance(word, $0)) }.min { $0.1 < $1.1 }
    guard let (name, steps) = near, steps <= (name.utf8.count < 4 ? 1 : max(2, name.utf8.count / 3)) else { return all }
    return "did you mean \"\(name)\"; \(all)"
}

/// How many letters must be changed, added or taken to make one word the other (Levenshtein), whatever the case.
package func distance(_ one: String, _ other: String) -> Int {
    let (one, other) = (folded(one), folded(other))
    guard one.count <= 100 else { return .max }
    var row = Array(0...other.count)
    for (index, letter) in one.enumerated() {
        var diagonal = row[0]
        row[0] = index + 1
        for (column, target) in other.enumerated() {
            let replaced = diagonal + (letter == target ? 0 : 1)
            diagonal = row[column + 1]
            row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
        }
    }
    return row[other.count]
}

private func folded(_ word: String) -> [UInt8] { word.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } }
