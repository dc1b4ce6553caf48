import Cases
import DocumentTexts
import GatheringStage
import Groundwork
import NamesInText
import RegisterStore

/// What was found in a document that somebody should look at.
package struct DocumentLook: Sendable {
    /// Somebody else whom it names.
    package struct Person: Sendable, Encodable {
        /// As a system holds it, or the words of the document where several people may be meant.
        package let name: String
        package let count: Int
    }

    /// Who is named in it or in its name, who stands there most often first.
    package let others: [Person]
    /// How many words lie in its text that its pages do not show.
    package let hidden: Int
    /// Why it, or a part of it, was not read.
    package let unread: String?

    init(_ content: [UInt8], name: String, fileExtension: String, for known: KnownValues) {
        let reading = DocumentReading(content, fileExtension: fileExtension)
        var counts: [String: Int] = [:]
        for text in [Array(name.utf8), reading.text ?? []] {
            known.forEachMatch(in: text[...]) { place, found in
                counts[String(decoding: known.value(of: found) ?? Array(text[place]), as: UTF8.self), default: 0] += 1
            }
        }
        others = counts.map { Person(name: $0.key, count: $0.value) }
            .sorted { one, other in
                one.count != other.count
                    ? one.count > other.count : one.name.utf8.lexicographicallyPrecedes(other.name.utf8)
            }
        hidden = reading.hidden.count
        unread = reading.unread
    }

    /// Whether nothing in it speaks against giving it.
    package var isClean: Bool { others.isEmpty && hidden == 0 }

    /// What speaks against giving it, for who decides.
    package var sentences: [String] {
        var sentences: [String] = []
        if !others.isEmpty {
            let shown = others.prefix(Self.most).map { "\($0.name) (\($0.count))" }.joined(separator: ", ")
            let more = others.count > Self.most ? " and \(others.count - Self.most) more" : ""
            sentences.append("others in it: \(shown)\(more)")
        }
        if hidden > 0 {
            let words = hidden == 1 ? "1 word lies" : "\(hidden) words lie"
            sentences.append("\(words) in its text that its pages do not show, as under a black box")
        }
        if let unread { sentences.append("not read: \(unread)") }
        return sentences
    }

    private static let most = 8
}

extension DocumentLook: Redacted {}
