/// One cell of a register, cut into what it lists.
///
/// A line's end and a semicolon always part two things. A comma parts names alone, and only where no name is a sentence
/// (more than five words) or begins small, and it does not stand before a legal form (`Acme, Inc.`) or within a number:
/// `police, on demand` stays one text. Nothing within parentheses is parted.
struct RecordCell {
    let text: String

    /// What it lists, without the bullets before it.
    var items: [String] { cut { $0 == ";" || Self.isLineEnd($0) } }

    /// The names it lists.
    var names: [String] { items.flatMap(Self.parted) }

    /// Whether it says that there is nothing: `geen`, `n/a`, a dash.
    var saysNothing: Bool { Self.saysNothing(text) }

    static func saysNothing(_ text: String) -> Bool {
        let joined = FoldedWords(text).joined
        guard joined.isEmpty else { return nothing.contains(joined) }
        return text.unicodeScalars.allSatisfy { $0.properties.isWhitespace || "-–—/.?_".unicodeScalars.contains($0) }
    }

    /// Whether it begins by saying no: `Nee, er is geen profilering`.
    var beginsWithNo: Bool {
        saysNothing || FoldedWords(text).words.first.map(Self.negations.contains) == true
    }

    private static let nothing: Set<String> = [
        "geen", "nee", "nvt", "n v t", "niet van toepassing", "none", "no", "n a", "na", "not applicable", "nil",
        "keine",
        "kein", "nein", "entfallt", "nicht zutreffend", "aucun", "aucune", "non", "neant", "sans objet", "s o",
        "non applicable",
    ]

    /// Words that turn a sentence round, so that it is not understood by the words it holds.
    static let negations: Set<String> = [
        "geen", "niet", "nee", "zonder", "not", "no", "without", "none", "kein", "keine", "nicht", "nein", "ohne",
        "pas",
        "sans", "aucun", "aucune", "non",
    ]

    private static let legalForms: Set<String> = [
        "inc", "ltd", "limited", "llc", "llp", "plc", "corp", "co", "gmbh", "ag", "bv", "b v", "nv", "n v", "sa", "s a",
        "sarl", "sas", "vof", "kg",
    ]

    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        [0x0A, 0x0D, 0x2028, 0x85].contains(scalar.value)
    }

    private static func beginsSmall(_ text: String) -> Bool {
        text.unicodeScalars.first?.properties.generalCategory == .lowercaseLetter
    }

    private static func parted(_ item: String) -> [String] {
        var names: [String] = []
        for piece in RecordCell(text: item).cut(where: { $0 == "," }) {
            let isDigits = piece.utf8.first.map { (0x30...0x39).contains($0) } == true
            if let last = names.last, isDigits || legalForms.contains(FoldedWords(piece).joined) {
                names[names.count - 1] = "\(last), \(piece)"
            } else {
                names.append(piece)
            }
        }
        let areNames = names.allSatisfy { FoldedWords($0).words.count <= 5 && !beginsSmall($0) }
        return areNames ? names : [item]
    }

    /// The pieces between the marks that stand in no parentheses, without white space and bullets around them.
    private func cut(where isMark: (Unicode.Scalar) -> Bool) -> [String] {
        var pieces = [String.UnicodeScalarView()]
        var depth = 0
        for scalar in text.unicodeScalars {
            if scalar == "(" { depth += 1 }
            if scalar == ")" { depth = max(0, depth - 1) }
            // A parenthesis that is never closed must not swallow the next line.
            if Self.isLineEnd(scalar) { depth = 0 }
            if depth == 0, isMark(scalar) {
                pieces.append(String.UnicodeScalarView())
            } else {
                pieces[pieces.count - 1].append(scalar)
            }
        }
        return pieces.map { Self.trimmed(String($0)) }.filter { !$0.isEmpty }
    }

    /// The text without white space at its ends and without a bullet before it.
    static func trimmed(_ text: String) -> String {
        var scalars = Substring(text).unicodeScalars
        func trim() {
            while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
            while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        }
        trim()
        let isBulleted = scalars.first.map("-–—*•·▪◦".unicodeScalars.contains) == true
        if isBulleted, scalars.dropFirst().first?.properties.isWhitespace != false {
            scalars.removeFirst()
            trim()
        }
        return String(scalars)
    }
}
