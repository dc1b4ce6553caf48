package import ExporterKit

/// A path that no file holds: what a field can say about the file itself.
package enum VirtualPath: String, CaseIterable, Sendable {
    /// The name of the folder in which the file lies.
    case folder = "@folder"
    /// The name of the folder in which that one lies, for folders named by two identifiers.
    case folderAbove = "^@folder"
    /// The file's name.
    case name = "@name"
    /// The file's size in bytes.
    case size = "@size"
    /// The file itself, as a document.
    case content = "@content"
}

extension FieldDescription {
    /// Whether the field's value is no member of a record in a file.
    package var isVirtual: Bool { path.utf8.first == UInt8(ascii: "@") || virtualPath != nil }
    /// The virtual path, or nil where the path is of another sort or unknown.
    package var virtualPath: VirtualPath? { VirtualPath(rawValue: path) }
}
