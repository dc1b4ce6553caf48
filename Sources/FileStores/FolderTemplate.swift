import DriverParts
import ExporterKit

/// A path in which identifiers stand for names, such as `letters/{customer_id}`.
struct FolderTemplate: Sendable {
    private enum Piece: Sendable {
        case text([UInt8])
        case kind(String)
    }

    let text: String
    private let components: [[Piece]]

    /// Takes a template apart; one that could lead out of the folder is refused.
    init(_ text: String, setting: String) throws(Problem) {
        self.text = text
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Array.init)
        let isPlain = parts.allSatisfy { FilePattern.isPlain($0) && !$0.contains(UInt8(ascii: "*")) }
        let components = parts.compactMap(Self.pieces)
        guard isPlain, components.count == parts.count else {
            throw Problem(
                .queryFailed,
                setting,
                "`\(setting)` is not a path of names and `{kind}`",
                fix: "write a relative path such as `letters/{customer_id}`"
            )
        }
        self.components = components
    }

    /// The kinds that stand in it, each once.
    var kinds: [String] {
        components.joined().reduce(into: []) { kinds, piece in
            if case .kind(let kind) = piece, !kinds.contains(kind) { kinds.append(kind) }
        }
    }

    /// The names before the first in which an identifier stands.
    var fixedNames: [[UInt8]] {
        components.prefix { pieces in !pieces.contains { if case .kind = $0 { true } else { false } } }.map { pieces in
            pieces.flatMap { if case .text(let text) = $0 { text } else { [UInt8]() } }
        }
    }

    /// A name on the way to a folder.
    struct Name {
        var bytes: [UInt8] = []
        /// Whether an identifier stands in it.
        var isAsked = false
        /// Whether an address does, which is the same in capitals and in small letters.
        var isFolded = false

        /// Whether a folder that is called so is meant.
        func isOne(_ name: [UInt8]) -> Bool {
            isFolded ? name.lazy.map(asciiFolded).elementsEqual(bytes.lazy.map(asciiFolded)) : name == bytes
        }
    }

    /// The names with identifiers put in, or nil if one is no plain name: such a folder cannot have been meant.
    func names(with identifiers: [Identifier]) -> [Name]? {
        guard identifiers.allSatisfy({ Self.isPlainName($0.value) }) else { return nil }
        return components.map { pieces in
            var name = Name()
            for piece in pieces {
                switch piece {
                case .text(let text):
                    name.bytes += text
                case .kind(let kind):
                    name.bytes += identifiers.first { $0.kind == kind }?.value ?? []
                    name.isAsked = true
                    name.isFolded = name.isFolded || kind == "email"
                }
            }
            return name
        }
    }

    static func isPlainName(_ value: [UInt8]) -> Bool {
        !value.isEmpty && value.count <= 255 && value.first != UInt8(ascii: ".") && !value.contains(0)
            && !value.contains(UInt8(ascii: "/"))
    }

    private static func pieces(of part: [UInt8]) -> [Piece]? {
        var pieces: [Piece] = []
        var rest = part[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
            if open > rest.startIndex { pieces.append(.text(Array(rest[..<open]))) }
            guard let close = rest[open...].firstIndex(of: UInt8(ascii: "}")), close > open + 1 else { return nil }
            pieces.append(.kind(String(decoding: rest[(open + 1)..<close], as: UTF8.self)))
            rest = rest[(close + 1)...]
        }
        guard !rest.contains(UInt8(ascii: "}")) else { return nil }
        if !rest.isEmpty { pieces.append(.text(Array(rest))) }
        return pieces
    }
}
