import Groundwork

/// Looks at the tags of a controller's own template, one after the other.
struct LetterTagCheck {
    /// The template language goes as deep as a template does; letters need two.
    private static let depthLimit = 8

    private let name: LetterName
    private(set) var problems: [LetterTemplateCheck.Problem] = []
    private var open: [(tag: LetterTag, items: [LetterVariable])] = []

    /// Looks at all tags of a text.
    init(_ name: LetterName, text: String) {
        self.name = name
        let (tags, unclosed) = LetterTag.all(in: text)
        for tag in tags { look(at: tag) }
        if let unclosed { add(unclosed, "a tag is not closed", fix: "close it with }}") }
        for (tag, _) in open {
            add(tag.line, "the section \(shown(tag.name)) is not ended", fix: "end it with {{/\(visible(tag.name))}}")
        }
    }

    private mutating func add(_ line: Int, _ text: String, fix: String) {
        problems.append(LetterTemplateCheck.Problem(line: line, text: text, fix: fix))
    }

    private mutating func look(at tag: LetterTag) {
        switch tag.kind {
        case .comment: break
        case .other(let sigil):
            add(
                tag.line,
                "letters take no tag that begins with \(shown(sigil))",
                fix: "write {{name}}; nothing is escaped"
            )
        case .part: lookAtPart(tag)
        case .end: close(tag)
        case .value: lookAtValue(tag)
        case .section, .inverted: begin(tag)
        }
    }

    private mutating func lookAtValue(_ tag: LetterTag) {
        let fix = "write {{#\(visible(tag.name))}} and {{/\(visible(tag.name))}} around a text"
        switch variable(tag)?.kind {
        case nil: addUnknown(tag)
        case .text: break
        case .flag: add(tag.line, "\(shown(tag.name)) is a flag", fix: fix)
        case .list: add(tag.line, "\(shown(tag.name)) is a list", fix: fix)
        }
    }

    private mutating func lookAtPart(_ tag: LetterTag) {
        guard !name.parts.contains(where: { isSame($0.rawValue, tag.name) }) else { return }
        let fix =
            name.isPart ? "a part takes in no other" : suggestion(for: tag.name, among: name.parts.map(\.rawValue))
        add(tag.line, "\(shown(tag.name)) is no part of this letter", fix: fix)
    }

    private mutating func begin(_ tag: LetterTag) {
        if variable(tag) == nil { addUnknown(tag) }
        // What is inside is still looked at, as far as a template may go.
        var items: [LetterVariable] = []
        if case .section = tag.kind { items = variable(tag)?.items ?? [] }
        open.append((tag, items))
        if open.count == Self.depthLimit + 1 {
            add(tag.line, "sections stand too deep in each other", fix: "at most \(Self.depthLimit) of them")
        }
    }

    private mutating func close(_ tag: LetterTag) {
        guard let (begun, _) = open.last, isSame(begun.name, tag.name) else {
            let fix = open.last.map { "{{/\(visible($0.tag.name))}} is due here" } ?? "no section is open here"
            return add(tag.line, "\(shown(tag.name)) is not the section that ends here", fix: fix)
        }
        open.removeLast()
    }

    private mutating func addUnknown(_ tag: LetterTag) {
        let fix = suggestion(for: tag.name, among: known.map(\.name))
        add(tag.line, "this letter has no \(shown(tag.name))", fix: fix)
    }

    private var known: [LetterVariable] { open.flatMap(\.items) + name.variables }

    private func variable(_ tag: LetterTag) -> LetterVariable? { known.first { isSame($0.name, tag.name) } }
}
