import ExporterKit

/// A value that stands above a record: `^name` in the object that holds its list, `^^name` one further out, and
/// `@key`, the key of the map through which the path came.
package struct AbovePath: Sendable, Hashable {
    /// How many records-like objects further out, 0 for the record itself.
    package let level: Int
    /// The keys that lead to the value in that object, or nil where the object's own key is meant.
    package let parts: [[UInt8]]?

    /// Makes a path by its parts.
    package init(level: Int, parts: [[UInt8]]?) { (self.level, self.parts) = (level, parts) }

    /// Reads a field's path; nil where it leads into the record itself.
    package init?(_ path: String) {
        guard VirtualPath(rawValue: path) == nil else { return nil }
        let level = path.utf8.prefix { $0 == UInt8(ascii: "^") }.count
        let rest = Array(path.utf8.dropFirst(level))
        let isKey = rest.elementsEqual("@key".utf8)
        guard isKey || (level > 0 && !rest.isEmpty) else { return nil }
        self.level = level
        parts =
            isKey ? nil : rest.split(separator: Byte.point, omittingEmptySubsequences: false).map(Array.init)
    }
}
