import Yams
import Groundwork
import Policy

/// A configuration file on its way from bytes to a tree that can be trusted to be small and without sharing.
package enum YAMLFile {
    /// No real configuration comes near this.
    package static let sizeLimit = 1 << 20
    /// Sharing multiplies: with as few places as this even a file made to explode stays harmless while it is parsed.
    static let sharingLimit = 40

    /// The file's root, or nil when it cannot be read at all, which is then noted.
    static func root(at path: String, notes: Notes) -> YAMLValue? {
        guard let text = text(at: path, notes: notes), !isBomb(text, notes: notes) else { return nil }
        do {
            let parser = try Parser(yaml: text)
            guard let node = try parser.singleRoot() else { return note("the file is empty", notes) }
            // The tree holds its anchors weakly; the parser is what keeps them.
            let shared = withExtendedLifetime(parser) { firstAnchor(in: node) }
            guard shared == nil else {
                return note("anchors and aliases are not taken", notes, line: shared?.mark?.line, fix: "write it out")
            }
            reportUnreadableText(in: node, path: "", notes: notes)
            return YAMLValue(node: node, line: node.mark?.line ?? 1, path: "", notes: notes)
        } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
            let problem = "the key \(shown(keys.first ?? "")) stands in this map twice"
            return note(problem, notes, line: context.mark.line, fix: "leave one out")
        } catch {
            let (line, problem) = describe(error, in: text)
            return note(problem, notes, line: line, fix: "look for a missing quote, colon or indent near this line")
        }
    }

    private static func note(
        _ problem: String,
        _ notes: Notes,
        line: Int? = nil,
        fix: String = "`inzage init` writes a commented one"
    ) -> YAMLValue? {
        notes.add(.error, line: line, field: "", problem, fix: fix)
        return nil
    }

    private static func text(at path: String, notes: Notes) -> String? {
        do throws(RegularFile.Problem) {
            let file = try RegularFile(at: path, limit: sizeLimit, followingLinks: true)
            // Editors on Windows put a byte order mark before the text, which the parser does not like.
            let hasMark = file.bytes.starts(with: [0xEF, 0xBB, 0xBF])
            if let text = String(validating: file.bytes.dropFirst(hasMark ? 3 : 0), as: UTF8.self) { return text }
            let line = lineOfInvalidText(in: file.bytes)
            _ = note("the text is not UTF-8", notes, line: line, fix: "save the file as UTF-8")
        } catch {
            let (problem, fix) = describe(error)
            _ = note(problem, notes, fix: fix)
        }
        return nil
    }

    private static func describe(_ problem: RegularFile.Problem) -> (String, String) {
        switch problem {
        case .missing: ("the file is missing", "`inzage init` writes a commented one")
        case .tooLarge: ("the file is larger than 1 MiB", "split it, or leave out what is no configuration")
        case .link, .notRegular: ("this is not a regular file", "put a text file here")
        case .refused(let number): ("the file cannot be read: \(sentence(for: number))", "check its owner and mode")
        }
    }

    /// A line break is never part of another character in UTF-8, so the first line that is not valid has the fault.
    package static func lineOfInvalidText(in bytes: [UInt8]) -> Int? {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        return lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
    }

    /// Keys that are shared collections are hashed before the tree is ours to refuse, so many are refused unparsed.
    private static func isBomb(_ text: String, notes: Notes) -> Bool {
        var places = 0
        var previous: UInt8 = 0x0A
        var sigil = false
        for byte in text.utf8 {
            if sigil, isNameByte(byte) { places += 1 }
            sigil = byte == UInt8(ascii: "*") && (previous <= 0x20 || "[{,:?-".utf8.contains(previous))
            previous = byte
        }
        guard places > sharingLimit, text.utf8.contains(UInt8(ascii: "&")) else { return false }
        _ = note("anchors and aliases are not taken", notes, fix: "write it out")
        return true
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }

    /// An anchor stands before its aliases, so the walk meets it before anything is there twice.
    private static func firstAnchor(in node: Node) -> Node? {
        if node.anchor != nil { return node }
        switch node {
        case .mapping(let mapping):
            for (key, value) in mapping {
                if let found = firstAnchor(in: key) ?? firstAnchor(in: value) { return found }
            }
        case .sequence(let sequence):
            for item in sequence {
                if let found = firstAnchor(in: item) { return found }
            }
        case .scalar, .alias: break
        }
        return nil
    }

    private static func describe(_ error: any Error, in text: String) -> (Int?, String) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (mark.line, "not valid YAML: \(problem)")
        case .reader(let problem, let offset, _, _):
            (offset.map { line(ofByte: $0, in: text) }, "not valid YAML: \(problem)")
        default: (nil, "not valid YAML")
        }
    }

    private static func line(ofByte offset: Int, in text: String) -> Int {
        1 + text.utf8.prefix(offset).count { $0 == 0x0A }
    }
}
