import Groundwork
import PackagingStage

extension CasePage {
    /// What people decided.
    var decided: StaticPage.Section {
        let rows = content.decisions.map { decision -> [HTML] in
            let why = [decision.ground, decision.reason].compactMap(\.self).joined(separator: ": ")
            return [
                Self.cell(Self.moment(decision.at)), Self.cell(decision.by),
                Self.cell(decision.kind == decision.target ? decision.kind : "\(decision.kind): \(decision.target)"),
                Self.cell(why),
            ]
        }
        return .init(
            id: "decided",
            heading: "What was decided",
            content: Self.table("Decisions", ["When", "By", "What", "Why"], rows, "Nothing was decided by people.")
        )
    }

    /// The letters, each folded.
    var letters: StaticPage.Section {
        let parts = content.letters.map { letter -> HTML in
            let went =
                letter.mailedAt.map { "mailed \(Self.moment($0))" }
                ?? letter.lastFailure.map { "not mailed: \($0)" } ?? "not mailed"
            let note: HTML =
                letter.isRewritten
                ? """
                <p class="small">Written anew from the register: what was mailed is not kept. In place of a code or a \
                call number stands a form of one.</p>
                """ : .nothing
            let text: HTML =
                letter.text.map { body in
                    "\(note)<p><strong>\(letter.subject ?? "")</strong></p>\n<pre class=\"letter\">\(text: body)</pre>"
                } ?? "<p class=\"small\">Its text is not kept.</p>"
            return """
                <details><summary><span>\(text: Self.words(letter.kind))</span> <span class="count">\(text: went)</span>\
                </summary>
                \(text)</details>

                """
        }
        return .init(
            id: "letters",
            heading: "What was written",
            content: parts.isEmpty ? "<p>No letter was written.</p>" : "<div class=\"folded\">\(parts)</div>"
        )
    }

    /// Each step with who took it and when.
    var steps: StaticPage.Section {
        let rows = content.steps.map { step -> [HTML] in
            let counts = step.counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            return [
                "\(text: Self.moment(step.at))", "\(step.by)",
                "\(step.what)\(text: counts.isEmpty ? "" : ": \(counts.joined(separator: ", "))")",
                "\(text: String(step.number))",
            ]
        }
        let head = content.audit.head
        return .init(
            id: "steps",
            heading: "Each step",
            content: """
                \(Self.table("The audit of this request", ["When", "By", "What", "Entry"], rows, "", mark: "steps"))
                <p class="small">The last entry of the whole audit was number \(text: String(head.number)):</p>
                <p class="hash">\(text: head.hash)</p>
                """
        )
    }

    /// A value in a table; nothing where there is none.
    static func cell(_ text: String?) -> HTML { text.map { $0.isEmpty ? .nothing : "\($0)" } ?? .nothing }

    /// A heading and a table, or a sentence where there are no rows; a column in which nothing stands is left out.
    static func table(
        _ caption: String,
        _ columns: [String],
        _ rows: [[HTML]],
        _ nothing: String,
        mark: String = ""
    ) -> HTML {
        guard !rows.isEmpty else { return nothing.isEmpty ? .nothing : "<p>\(text: nothing)</p>" }
        let filled = columns.indices.filter { column in rows.contains { !$0[column].bytes.isEmpty } }
        let table = PageTable(
            caption: caption,
            columns: filled.map { columns[$0] },
            rows: rows.map { row in filled.map { row[$0] } },
            mark: mark
        )
        return """
            <h3>\(text: caption)</h3>
            \(table.html)
            """
    }

    /// A moment of the register as it is read: `2026-03-05 12:00`.
    static func moment(_ text: String) -> String {
        String(decoding: text.utf8.prefix(16).map { $0 == UInt8(ascii: "T") ? 0x20 : $0 }, as: UTF8.self)
    }

    /// A word of the program as people read it.
    static func words(_ word: String) -> String {
        String(decoding: word.utf8.map { [0x5F, 0x2D].contains($0) ? 0x20 : $0 }, as: UTF8.self)
    }
}
