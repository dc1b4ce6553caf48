/// Names for sheets: at most 31 UTF-16 units, without what formulas use, no two alike.
struct SheetNames {
    private static let longest = 31
    private static let forbidden = Set("[]:*?/\\".unicodeScalars)
    /// Names that Excel keeps for its own sheet of changes, in the languages of the answers.
    private static let reserved: Set<String> = ["history", "geschiedenis", "historique", "verlauf"]

    private var taken: Set<String> = SheetNames.reserved

    /// A name after a title that no sheet has yet, also where only capitals differ.
    mutating func name(after title: String) -> String {
        let plain = Self.trimmed(Self.cleaned(title))
        let base = plain.isEmpty ? "-" : plain
        var number = 1
        while true {
            let suffix = number == 1 ? "" : " (\(number))"
            let name = Self.trimmed(Self.cut(base, to: Self.longest - suffix.utf16.count)) + suffix
            if taken.insert(name.lowercased()).inserted { return name }
            number += 1
        }
    }

    private static func cleaned(_ title: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in title.unicodeScalars {
            let stays = !forbidden.contains(scalar) && scalar.properties.generalCategory != .control
            text.append(stays ? scalar : " ")
        }
        return String(text)
    }

    /// Without spaces and apostrophes at its ends, where a name must not have one.
    private static func trimmed(_ name: String) -> String {
        func isEdge(_ character: Character) -> Bool { character == "'" || character == " " }
        let start = name.drop(while: isEdge)
        return String(start.reversed().drop(while: isEdge).reversed())
    }

    private static func cut(_ name: String, to units: Int) -> String {
        var kept = name
        while kept.utf16.count > units { kept.removeLast() }
        return kept
    }
}
