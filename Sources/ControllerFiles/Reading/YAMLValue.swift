import ExporterKit
import Yams
import Policy
import Groundwork

/// A value in a configuration file, with the path that leads to it and the notes on what is wrong.
///
/// Scalars are taken as the text that was written, whatever YAML would make of it: Norway is `NO`, not false.
struct YAMLValue {
    private let node: Node
    let line: Int
    let path: String
    let notes: Notes

    init(node: Node, line: Int, path: String, notes: Notes) {
        self.node = node
        self.line = line
        self.path = path
        self.notes = notes
    }

    /// The text if it is one, without a word about it if it is not.
    var word: String? { isNull ? nil : node.scalar?.string }
    var isList: Bool { node.sequence != nil }
    var isMap: Bool { node.mapping != nil }
    /// Whether nothing is said here: nothing at all, or a list or map without anything in it.
    var isSilent: Bool { isNull || node.sequence?.isEmpty == true || node.mapping?.isEmpty == true }

    /// Whether nothing stands here: `null`, `~`, or no text at all.
    var isNull: Bool {
        guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    func error(_ problem: String, fix: String) { notes.add(.error, line: line, field: path, problem, fix: fix) }
    func warning(_ problem: String, fix: String) { notes.add(.warning, line: line, field: path, problem, fix: fix) }
    func null(_ problem: String, fix: String) { notes.add(.null, line: line, field: path, problem, fix: fix) }

    /// Notes that the policy promises less than the law, and that the law is done.
    func law(_ problem: String, article: String, fix: String) {
        notes.add(.law, line: line, field: path, "\(problem) (Art. \(article))", fix: fix)
    }

    private var shape: String { isMap ? "a map" : isList ? "a list" : "a text" }

    private func refuse<Value>(wanted: String, fix: String? = nil) -> Value? {
        error(isNull ? "nothing stands here" : "this is \(shape), not \(wanted)", fix: fix ?? "write \(wanted)")
        return nil
    }

    /// The text, exactly as written, be it nothing but white space.
    func anyText() -> String? {
        if let word { return word }
        return refuse(wanted: "a text")
    }

    /// The text, exactly as written.
    func text() -> String? {
        guard let text = anyText() else { return nil }
        guard !text.utf8.allSatisfy({ $0 <= 0x20 }) else {
            error("the text is empty", fix: "write something, or null")
            return nil
        }
        return text
    }

    /// The texts of a list, or one text alone.
    func texts() -> [String]? {
        guard isList else { return text().map { [$0] } }
        return items()?.compactMap { $0.text() }
    }

    /// The values of a list.
    func items() -> [YAMLValue]? {
        guard let sequence = node.sequence else { return refuse(wanted: "a list") }
        return sequence.enumerated().map { index, item in
            YAMLValue(node: item, line: item.mark?.line ?? line, path: "\(path)[\(index)]", notes: notes)
        }
    }

    /// The values of a list, or the one value that stands where a list may.
    func itemsOrOne() -> [YAMLValue]? { isList ? items() : [self] }

    /// The values of a list in which at least one must stand, or the one value that stands where a list may.
    func someItems(else problem: String = "the list is empty", fix: String) -> [YAMLValue] {
        let items = itemsOrOne() ?? []
        if items.isEmpty { error(problem, fix: fix) }
        return items
    }

    /// The values of a map with their keys, in the order of the file.
    func entries() -> [(key: String, value: YAMLValue)]? {
        guard let mapping = node.mapping else { return refuse(wanted: "a map") }
        return mapping.compactMap { key, value in
            let line = key.mark?.line ?? line
            guard let name = key.scalar?.string, !name.isEmpty else {
                notes.add(.error, line: line, field: path, "a key is not a text", fix: "write a name before the colon")
                return nil
            }
            let place = path.isEmpty ? visible(name) : "\(path).\(visible(name))"
            return (name, YAMLValue(node: value, line: line, path: place, notes: notes))
        }
    }

    /// The entries of a map whose keys are ids; a key that cannot be one is noted and left out.
    func entriesById(_ what: String) -> [(key: String, value: YAMLValue)] {
        (entries() ?? []).filter { id, value in
            if isIdentifierLike(id) { return true }
            value.error(
                "\(shown(id)) cannot be the id of a \(what)",
                fix: "use letters, digits, hyphen, dot and underscore"
            )
            return false
        }
    }

    /// What may stand in every map: the policy's own words, and a remark for colleagues; neither reaches the people.
    static let remarks = ["quote", "note"]

    /// The map with these keys; any other key is an error.
    ///
    /// - Parameters:
    ///   - known: the keys that something acts on.
    ///   - statements: the keys that are kept as what the policy says, which is noted where they say something.
    ///   - remarks: the keys of remarks for colleagues, beside those that every map may have.
    func mapping(known: [String], statements: [String] = [], remarks: [String] = []) -> YAMLMapping? {
        guard let entries = entries() else { return nil }
        let taken = known + statements + remarks + Self.remarks
        for (key, value) in entries where !taken.contains(where: { isSame($0, key) }) {
            value.error("unknown key \(shown(key))", fix: suggestion(for: key, among: taken))
        }
        notes.take(known, as: .actedOn, in: path)
        notes.take(statements, as: .statement, in: path)
        notes.take(remarks + Self.remarks, as: .remark, in: path)
        for (key, value) in entries where !value.isSilent && statements.contains(where: { isSame($0, key) }) {
            notes.keepStatement(path: value.path, line: value.line)
        }
        return YAMLMapping(whole: self, entries: entries)
    }

    /// One of a few words.
    func choice(_ what: String, of words: [String]) -> String? {
        guard let text = text() else { return nil }
        if words.contains(where: { isSame($0, text) }) { return text }
        error("unknown \(what) \(shown(text))", fix: suggestion(for: text, among: words))
        return nil
    }

    /// One of the cases of an enumeration.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ what: String,
        as type: Choice.Type = Choice.self
    ) -> Choice? {
        choice(what, of: type.allCases.map(\.rawValue)).flatMap(type.init(rawValue:))
    }

    /// True or false; `yes` and `on` are not taken, because they are easily meant as words.
    func truth() -> Bool? { choice("truth value", of: ["true", "false"]).map { $0 == "true" } }

    /// A text, or one for each language; its languages are looked at when all is read.
    func localized() -> LocalizedText? {
        guard let result = isMap ? byLanguage() : text().map({ LocalizedText($0) }) else { return nil }
        notes.add(result, path: path, line: line)
        return result
    }

    private func byLanguage() -> LocalizedText? {
        var texts: [String: String] = [:]
        for (language, value) in entries() ?? [] where !Self.remarks.contains(language) {
            guard isLanguageCode(language) else {
                value.error("\(shown(language)) is no language code", fix: "write a code such as nl or en")
                continue
            }
            if !value.isNull { texts[language] = value.text() }
        }
        if texts.isEmpty { error("there is no text in any language", fix: "write a text, or {nl: ..., en: ...}") }
        return texts.isEmpty ? nil : LocalizedText(byLanguage: texts)
    }
}

/// A map of a configuration file whose unknown keys have been noted.
struct YAMLMapping {
    let whole: YAMLValue
    let entries: [(key: String, value: YAMLValue)]

    /// The value of a key, or nil where the key is missing or its value is null.
    subscript(key: String) -> YAMLValue? { entries.first { isSame($0.key, key) && !$0.value.isNull }?.value }

    /// The value of a key that must be there.
    func required(_ key: String, fix: String) -> YAMLValue? {
        if let value = self[key] { return value }
        note(.error, key, "this is missing", fix: fix)
        return nil
    }

    /// The value of a key on which a policy may be silent.
    func silent(_ key: String, _ problem: String, fix: String) -> YAMLValue? {
        if let value = self[key] { return value }
        note(.null, key, problem, fix: fix)
        return nil
    }

    /// Notes something about a key, on its own line where it stands and on the map's otherwise.
    func note(_ severity: Finding.Severity, _ key: String, _ problem: String, fix: String) {
        let line = entries.first { isSame($0.key, key) }?.value.line ?? whole.line
        let path = whole.path.isEmpty ? key : "\(whole.path).\(key)"
        whole.notes.add(severity, line: line, field: path, problem, fix: fix)
    }
}
