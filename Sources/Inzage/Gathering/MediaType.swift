/// What a document is, by its first bytes; never by its name (case 70).
package struct MediaType: Sendable, Hashable {
    /// The media type.
    package let name: String
    /// An extension from a safe list, without a dot.
    package let fileExtension: String

    /// Tells a document's type from its first bytes.
    package static func of(_ start: [UInt8]) -> MediaType {
        for (signature, type) in signatures where start.starts(with: signature) { return type }
        return isText(start) ? MediaType(name: "text/plain", fileExtension: "txt") : unknown
    }

    /// Opaque bytes: what is not on the list opens in no program by a double click (case 72).
    private static let unknown = MediaType(name: "application/octet-stream", fileExtension: "bin")

    private static let signatures: [([UInt8], MediaType)] = [
        (Array("%PDF-".utf8), MediaType(name: "application/pdf", fileExtension: "pdf")),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], MediaType(name: "image/png", fileExtension: "png")),
        ([0xFF, 0xD8, 0xFF], MediaType(name: "image/jpeg", fileExtension: "jpg")),
        (Array("GIF8".utf8), MediaType(name: "image/gif", fileExtension: "gif")),
    ]

    private static func isText(_ start: [UInt8]) -> Bool {
        guard !start.isEmpty, start.allSatisfy({ $0 >= 0x20 || [0x09, 0x0A, 0x0D].contains($0) }) else { return false }
        // The last character may have been cut; three bytes back it is whole.
        return (0...min(3, start.count - 1)).contains { String(validating: start.dropLast($0), as: UTF8.self) != nil }
    }
}
