import Cases
import Foundation

/// Looks for a one-time code in what somebody wrote.
///
/// A wrong code counts as a try, so that an ordinary word of eight letters must not be taken for one.
package enum CodesInText {
    /// The codes in a text, each once; those that are written with their hyphen alone, where there are any.
    package static func codes(in text: String) -> [String] {
        var (certain, possible): ([String], [String]) = ([], [])
        for line in text.utf8.prefix(50_000).split(separator: 0x0A) {
            let words = words(of: String(decoding: line, as: UTF8.self))
            if words.count == 2, words.allSatisfy({ $0.utf8.count == 4 }) {
                append("\(words[0])-\(words[1])", isAlone: true, to: &certain)
            }
            for word in words {
                if word.utf8.count == 9 { append(word, isAlone: words.count == 1, to: &certain) }
                if word.utf8.count == 8 { append(word, isAlone: words.count == 1, to: &possible) }
            }
        }
        return certain.isEmpty ? possible : certain
    }

    private static func append(_ word: String, isAlone: Bool, to codes: inout [String]) {
        let bytes = Array(word.utf8)
        let hasHyphen = bytes.count == 9
        if hasHyphen, bytes[4] != UInt8(ascii: "-") { return }
        guard bytes.allSatisfy({ $0 < 0x80 }), OneTimeCode(typed: word) != nil else { return }
        let hasDigit = bytes.contains { (0x30...0x39).contains($0) }
        let hasSmall = bytes.contains { (0x61...0x7A).contains($0) }
        let hasLetter = hasSmall || bytes.contains { (0x41...0x5A).contains($0) }
        // `long-term` is a word, and 20260315 is a day.
        guard hasHyphen ? hasDigit || !hasSmall || isAlone : isAlone && (hasDigit || !hasSmall) || hasDigit && hasLetter
        else { return }
        let code = word.uppercased()
        if !codes.contains(where: { $0.utf8.elementsEqual(code.utf8) }) { codes.append(code) }
    }

    /// The words of a line without what stands around them; programs make longer dashes of a hyphen.
    private static func words(of line: String) -> [String] {
        var plain = ""
        for scalar in line.unicodeScalars {
            let isDash = (0x2010...0x2015).contains(scalar.value) || scalar.value == 0x2212
            plain.unicodeScalars.append(isDash ? "-" : scalar)
        }
        let around = CharacterSet(charactersIn: ".,;:!?()<>[]{}\"'*_`“”‘’=|")
        return plain.components(separatedBy: .whitespaces).map { $0.trimmingCharacters(in: around) }
            .filter { !$0.isEmpty }
    }
}
