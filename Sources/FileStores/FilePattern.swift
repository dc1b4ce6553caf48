import DriverParts
import ExporterKit

/// A pattern of file names relative to a connection's folder: `*` and `?` stand for bytes within one component.
///
/// A wildcard at a name's start does not stand for a dot, so that a program's hidden files are not taken for data.
struct FilePattern: Sendable {
    struct Component: Sendable {
        let bytes: [UInt8]
        var text: String { String(decoding: bytes, as: UTF8.self) }
        var hasWildcard: Bool { bytes.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") } }
    }

    let text: String
    let components: [Component]

    /// Whether it may stand for several files.
    var hasWildcard: Bool { components.contains { $0.hasWildcard } }

    /// Takes a pattern apart; one that could lead out of the folder is refused (case 105).
    init(_ text: String, setting: String) throws(Problem) {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Array.init)
        guard parts.allSatisfy(Self.isPlain) else {
            throw Problem(
                .queryFailed,
                setting,
                "`\(setting)` is not a path within the folder of the connection",
                fix: "write a relative path without `.`, `..`, `**` and empty parts"
            )
        }
        self.text = text
        components = parts.map(Component.init)
    }

    static func isPlain(_ part: [UInt8]) -> Bool {
        !part.isEmpty && part != [0x2E] && part != [0x2E, 0x2E] && !part.contains(0)
            && part != [UInt8](repeating: UInt8(ascii: "*"), count: 2)
    }

    /// Whether a name fits a component.
    static func matches(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
        if name.first == UInt8(ascii: "."), pattern.first != UInt8(ascii: ".") { return false }
        var (index, position) = (0, 0)
        var retry: (pattern: Int, name: Int)?
        while position < name.count {
            if index < pattern.count, pattern[index] == UInt8(ascii: "*") {
                retry = (index, position)
                index += 1
            } else if index < pattern.count, pattern[index] == UInt8(ascii: "?") || pattern[index] == name[position] {
                index += 1
                position += 1
            } else if let last = retry {
                // The last star takes one byte more; no earlier star needs to be tried again.
                retry = (last.pattern, last.name + 1)
                index = last.pattern + 1
                position = last.name + 1
            } else {
                return false
            }
        }
        return pattern[index...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
