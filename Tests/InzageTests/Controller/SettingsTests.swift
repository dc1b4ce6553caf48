import Drivers
import Foundation
import TestSupport
import Testing
import Yams
import ControllerFiles
import Policy

/// A promise that nothing keeps is worse than none: every setting is acted on, or `inzage check` says that it is not.
@Suite(.timeLimit(.minutes(5))) struct `Every setting` {
    @Test func `that is said to be acted on changes what the program knows`() async throws {
        try await withTemporaryFolder { folder in
            var (untried, tried): (Set<String>, Set<String>) = ([], [])
            for place in try Self.folders(in: folder) {
                let before = try Self.knowledge(place)
                // Where there is no configuration, nothing could be seen to change.
                try #require(before.isGood, "\(place): \(before.said)")
                for setting in before.settings where setting.fate == .actedOn {
                    let name = Self.name(of: setting)
                    guard !tried.contains(name) else { continue }
                    guard let changed = try Self.without(setting, in: place) else {
                        untried.insert(name)
                        continue
                    }
                    tried.insert(name)
                    let file = "\(place)/\(setting.file)"
                    let text = try String(contentsOfFile: file, encoding: .utf8)
                    try changed.write(toFile: file, atomically: true, encoding: .utf8)
                    let isRead = try Self.knowledge(place).said != before.said
                    #expect(isRead, "\(setting.file): nothing reads \(setting.path)")
                    try text.write(toFile: file, atomically: true, encoding: .utf8)
                }
            }
            #expect(untried.subtracting(tried).sorted() == [], "say each of these in Everything.swift")
            #expect(tried.count > 120)
        }
    }

    @Test func `that is a statement is told to be one`() async throws {
        try await withTemporaryFolder { folder in
            var told: Set<String> = []
            for place in try Self.folders(in: folder) {
                let reader = ConfigurationReader(folder: place, drivers: BuiltInDrivers.all)
                let findings = reader.read().1.filter { $0.problem == "kept as a statement; nothing acts on it" }
                for setting in reader.settings() where setting.fate == .statement {
                    let stands = try Self.without(setting, in: place) != nil
                    if stands, findings.contains(where: { $0.field == setting.path }) { told.insert(setting.path) }
                }
            }
            for path in ["requests", "fee", "answer", "delivery.alternatives", "identity.purpose"] {
                #expect(told.contains(path), "\(path)")
            }
        }
    }

    /// What a file says is a property of the model; a property that only its own initialiser names is read by nothing.
    @Test func `has somebody who reads what it became`() throws {
        let sources = try Self.sources()
        for (path, text) in sources where Self.isModel(path) {
            let type = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
            for property in text.matches(of: /(?m)^    (?:package|public) (?:let|var) (\w+): [^{\n]*$/) {
                let name = String(property.output.1)
                let isRead = sources.contains { other, text in
                    guard !other.contains("/Reading/"), !other.contains("/RecordImport/") else { return false }
                    return other == path || text.contains("extension \(type) {")
                        ? text.split(separator: "\n").contains { Self.reads(name, $0) }
                        : text.contains(".\(name)")
                }
                #expect(isRead, "\(path): nothing reads \(name)")
            }
        }
    }

    /// Whether a line of its own file does more with a property than declare it and take it in.
    private static func reads(_ name: String, _ line: Substring) -> Bool {
        guard line.contains(name) else { return false }
        let isTakenIn =
            line.contains("self.\(name) = ") || line.contains("var \(name): ")
            || line.contains("let \(name): ") || line.contains("        \(name): ") || line.contains("///")
        return !isTakenIn && line.split { !$0.isLetter && !$0.isNumber }.contains(name[...])
    }

    private static func isModel(_ path: String) -> Bool {
        path.contains("/Policy/Promises/") || path.contains("/Policy/Record/")
            || path.hasSuffix("/Policy/Controller.swift") || path.hasSuffix("/FieldDescription.swift")
            || path.hasSuffix("/SystemDescription.swift") || path.hasSuffix("/FieldType.swift")
    }

    private static func sources() throws -> [String: String] {
        let root = checkout + "/Sources"
        let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return try names.filter { $0.hasSuffix(".swift") && !$0.contains("/Languages/") }.reduce(into: [:]) {
            $0["\(root)/\($1)"] = try String(contentsOfFile: "\(root)/\($1)", encoding: .utf8)
        }
    }

    // MARK: The folders

    private static func folders(in folder: String) throws -> [String] {
        let everything = folder + "/everything"
        try Everything.write(to: everything)
        let fixtures = try ControllerFixture.allCases.map { fixture in
            let place = "\(folder)/\(fixture.rawValue)"
            try fixture.copy(to: place)
            return place
        }
        let small = folder + "/small"
        try ControllerFolder().write(to: small)
        return [everything, small] + fixtures
    }

    private static func knowledge(
        _ folder: String
    ) throws -> (settings: [TakenSetting], said: String, isGood: Bool) {
        let reader = ConfigurationReader(folder: folder, drivers: BuiltInDrivers.all + [TableDriver()])
        let (configuration, findings) = reader.read()
        var said = findings.map { "\($0.file) \($0.field) \($0.problem)" }.joined(separator: "\n")
        if let configuration { dump(configuration, to: &said) }
        return (reader.settings(), said, configuration != nil)
    }

    /// The setting's name, the ids and numbers on its way left out.
    private static func name(of setting: TakenSetting) -> String {
        var parts = setting.path.replacing(/\[[0-9]+\]/, with: "[]").split(separator: ".").map(String.init)
        let maps = ["categories", "processors", "collections", "events", "transfers", "retention", "recipients"]
        if parts.count > 1, maps.contains(parts[0]) { parts[1] = "ID" }
        return "\(setting.file.split(separator: "/").last ?? "") \(parts.joined(separator: "."))"
    }

    // MARK: Taking a setting out

    /// The file without a setting; nil where it does not stand there.
    private static func without(_ setting: TakenSetting, in folder: String) throws -> String? {
        let text = try String(contentsOfFile: "\(folder)/\(setting.file)", encoding: .utf8)
        guard let root = try Yams.compose(yaml: text) else { return nil }
        let path = setting.path.replacing("[", with: ".[").split(separator: ".").map(String.init)
        guard let changed = removing(path[...], from: root) else { return nil }
        return try Yams.serialize(node: changed, allowUnicode: true)
    }

    private static func removing(_ path: ArraySlice<String>, from node: Node) -> Node? {
        guard let first = path.first else { return nil }
        if first.hasPrefix("["), let index = Int(first.dropFirst().dropLast()), var items = node.sequence {
            guard items.indices.contains(index), let item = removing(path.dropFirst(), from: items[index]) else {
                return nil
            }
            items[index] = item
            return .sequence(items)
        }
        guard let map = node.mapping else { return nil }
        var pairs = map.map { ($0.key, $0.value) }
        guard let place = pairs.firstIndex(where: { $0.0.string == first }) else { return nil }
        if path.count == 1 {
            pairs.remove(at: place)
        } else {
            guard let value = removing(path.dropFirst(), from: pairs[place].1) else { return nil }
            pairs[place].1 = value
        }
        return .mapping(Node.Mapping(pairs, map.tag, map.style))
    }
}
