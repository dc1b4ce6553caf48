import ExporterKit
import Groundwork

/// Reads one system's `exporter.yaml`.
struct SystemFile {
    static let name = "exporter.yaml"
    private static let longestWait = 7 * 86_400
    private static let ownKeys = [
        "system", "held_by", "driver", "connection", "secret", "time_limit", "rate_limit", "canary", "collections",
    ]

    /// The folder's name.
    let id: String
    let root: YAMLValue
    /// The system, or nil where too little could be read to look at it with its driver.
    let description: SystemDescription?
    let collections: [CollectionSection]
    /// Who holds the data, where it is not the controller.
    let heldBy: YAMLValue?

    init?(_ root: YAMLValue, id: String, folder: String, drivers: [any Driver]) {
        let named = root.entries()?.first { $0.key == "driver" }?.value.word
        let described = drivers.first { $0.name == named }?.settings.system ?? []
        guard let map = root.mapping(known: Self.ownKeys + described.map(\.key)) else { return nil }
        self.id = id
        self.root = root
        heldBy = map["held_by"].flatMap { $0.word == "controller" ? nil : $0 }
        let title = map.required("system", fix: "say what people call the system")?.localized()
        let driver = Self.driver(map, among: drivers)
        let connection = Self.connection(map, of: driver)
        collections = Self.collections(map, driver: driver)
        for collection in collections { collection.checkReferences(among: collections) }
        let secret = map["secret"]?.secretReference()
        let settings = map.settings(described)
        let rateLimit = map["rate_limit"]?.wholeNumber(upTo: 10_000, of: "questions a second")
        let timeLimit = map["time_limit"]?.seconds(upTo: Self.longestWait)
        var canary: [Identifier] = []
        if let value = map["canary"] { canary = Self.canary(value, collections) }
        let readable = collections.compactMap { $0.description }
        guard let driver, let connection, let settings, readable.count == collections.count, !readable.isEmpty else {
            description = nil
            return
        }
        description = SystemDescription(
            id: id,
            title: title ?? LocalizedText(id),
            heldBy: heldBy?.word ?? "controller",
            driver: driver.name,
            connection: connection,
            secret: secret,
            timeLimit: timeLimit ?? 300,
            rateLimit: rateLimit,
            settings: settings,
            canary: canary,
            folder: folder,
            collections: readable
        )
    }

    /// Where the store is; empty for a driver that needs no such thing, whose own check refuses one that is there.
    private static func connection(_ map: YAMLMapping, of driver: (any Driver)?) -> String? {
        guard driver?.needsConnection ?? true else { return map["connection"]?.connection() ?? "" }
        return map.required("connection", fix: "write a path in this folder or a server's address")?.connection()
    }

    private static func driver(_ map: YAMLMapping, among drivers: [any Driver]) -> (any Driver)? {
        let names = drivers.map(\.name).sorted()
        let fix = suggestion(for: "", among: names)
        guard let value = map.required("driver", fix: fix), let name = value.text() else { return nil }
        if let driver = drivers.first(where: { isSame($0.name, name) }) { return driver }
        let page = "docs/exporters.md says how to reach a store that none of them reaches"
        value.error("unknown driver \(shown(name))", fix: "\(suggestion(for: name, among: names)); \(page)")
        return nil
    }

    /// A person of the controller's own, by kinds of identifier; by at least one of them a collection must be asked.
    private static func canary(_ value: YAMLValue, _ collections: [CollectionSection]) -> [Identifier] {
        let identifiers = (value.entries() ?? []).compactMap { kind, value in
            value.text().map { Identifier(kind: kind, $0) }
        }
        let named = Set(identifiers.map(\.kind))
        if !collections.contains(where: { !$0.needs.isEmpty && named.isSuperset(of: $0.needs.map(\.kind)) }) {
            value.error(
                "no collection of the system can be asked by this, so the canary would never be looked for",
                fix: "name it by what a collection needs, such as {email: canary@example.org}"
            )
        }
        return identifiers
    }

    private static func collections(_ map: YAMLMapping, driver: (any Driver)?) -> [CollectionSection] {
        let fix = "say which tables or files are to be exported"
        guard let section = map.required("collections", fix: fix) else { return [] }
        let entries = section.entriesById("collection")
        if section.isMap, entries.isEmpty { section.error("there is no collection", fix: fix) }
        return entries.map { CollectionSection($1, id: $0, driver: driver) }
    }

    /// Where a driver's finding stands: the key or the field that it names, the collection, or the whole file.
    func place(of finding: DriverFinding) -> (line: Int, path: String) {
        guard let id = finding.collection else {
            let value = root.entries()?.first { isSame($0.key, finding.field) }?.value
            return (value?.line ?? root.line, finding.field)
        }
        guard let collection = collections.first(where: { isSame($0.id, id) }) else {
            return (root.line, "collections.\(visible(id)).\(visible(finding.field))")
        }
        return collection.place(of: finding.field)
    }
}

extension YAMLValue {
    /// A server's address without a password in it, or a path that stays in the folder.
    fileprivate func connection() -> String? {
        guard let text = text() else { return nil }
        guard let scheme = text.utf8.firstRange(of: "://".utf8), scheme.lowerBound != text.utf8.startIndex else {
            return text.utf8.starts(with: "file:".utf8) ? refuseFileAddress() : pathInFolder()
        }
        if text.utf8[..<scheme.lowerBound].elementsEqual("file".utf8) { return refuseFileAddress() }
        let authority = text.utf8[scheme.upperBound...].prefix { !"/?#".utf8.contains($0) }
        if let at = authority.lastIndex(of: UInt8(ascii: "@")), authority[..<at].contains(UInt8(ascii: ":")) {
            error("there is a password in the address", fix: "take it out, change it, and name it by secret: env:NAME")
            return nil
        }
        return text
    }

    private func refuseFileAddress() -> String? {
        error("a file is not connected to by an address", fix: "write a path relative to this folder")
        return nil
    }
}
