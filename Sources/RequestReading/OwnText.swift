import Foundation
import Groundwork

/// What somebody wrote themselves in a mail, without the mails that they quote.
package struct OwnText: Sendable {
    package let text: String
    /// Whether another mail is quoted.
    package let hasQuote: Bool

    /// Leaves out lines that begin with `>`, and everything behind a line that says that another mail follows.
    package init(of text: String) {
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        var (own, hasQuote, index): ([String], Bool, Int) = ([], false, 0)
        reading: while index < lines.count {
            switch Self.role(of: index, in: lines) {
            case .own: own.append(lines[index])
            case .quoted: hasQuote = true
            case .lastOwn:
                hasQuote = true
                break reading
            }
            index += 1
        }
        self.text = own.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
        self.hasQuote = hasQuote
    }

    private enum Role { case own, quoted, lastOwn }

    private static func role(of index: Int, in lines: [String]) -> Role {
        let line = lines[index].trimmingCharacters(in: .whitespaces)
        if line.utf8.first == UInt8(ascii: ">") { return .quoted }
        if isDivider(line) || beginsHeader(index, in: lines) { return .lastOwn }
        guard introduces(index, in: lines) else { return .own }
        // Where quoted lines are marked, what is not marked is the person's own, also below.
        let next = lines[(index + 1)...].first { !isBlank($0) && !introducesQuote($0) }
        return next?.trimmingCharacters(in: .whitespaces).utf8.first == UInt8(ascii: ">") ? .quoted : .lastOwn
    }

    /// `On Monday Ada wrote:`, which long names break into two lines.
    private static func introduces(_ index: Int, in lines: [String]) -> Bool {
        if introducesQuote(lines[index]) { return true }
        guard index + 1 < lines.count, introducesQuote(lines[index + 1]) else { return false }
        let words = FoldedText(lines[index]).words
        return words.first.map(openings.contains) == true
            && words.contains { $0.count == 4 && $0.starts(with: [0x32, 0x30]) }
    }

    private static let openings = RequestWords.words("on op le am den el il w dnia")
    private static let verbs = RequestWords.words("wrote schreef ecrit schrieb escribio scritto napisal napisala skrev")

    private static func introducesQuote(_ line: String) -> Bool {
        let line = line.trimmingCharacters(in: .whitespaces)
        guard line.utf8.last == UInt8(ascii: ":"), line.utf8.count < 300 else { return false }
        return FoldedText(line).words.contains(where: verbs.contains)
    }

    /// `-----Original Message-----` and its like.
    private static func isDivider(_ line: String) -> Bool {
        guard line.hasPrefix("---") || line.hasPrefix("___") else { return false }
        let words = FoldedText(line).words
        return words.contains(where: dividers.contains)
    }

    private static let dividers = RequestWords.words(
        """
        original oorspronkelijk doorgestuurd ursprungliche ursprunglichenachricht weitergeleitete forwarded transfere \
        origine originele
        """
    )

    /// The head of a mail as Outlook puts it over what it quotes: at least three of its fields, one below the other.
    private static func beginsHeader(_ index: Int, in lines: [String]) -> Bool {
        guard isField(lines[index], among: senders) else { return false }
        return lines[index...].prefix(8).count { isField($0, among: fields) } >= 3
    }

    private static let senders = RequestWords.words("from van von de expediteur afzender absender")
    private static let fields = senders.union(
        RequestWords.words(
            """
            sent to subject date cc verzonden aan onderwerp datum gesendet an betreff envoye a objet
            """
        )
    )

    private static func isField(_ line: String, among names: Set<[UInt8]>) -> Bool {
        guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let words = FoldedText(String(line[..<colon])).words
        return words.count == 1 && names.contains(words[0])
    }
}

extension OwnText: Redacted {}
