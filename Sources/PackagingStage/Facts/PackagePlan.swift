import Groundwork
package import ArchiveSealing

/// What goes into the archive under which name: the texts that packaging wrote, and the entries that gathering sealed.
package struct PackagePlan: Sendable {
    /// A text of the package, not yet sealed.
    package struct Text: Sendable {
        /// Its name in the archive.
        package let name: String
        /// Its bytes, the same for the same dossier.
        package let bytes: [UInt8]
    }

    /// A sealed file and the name it gets.
    package struct Placement: Sendable {
        /// Its name in the archive.
        package let name: String
        /// Where it lies in the spool.
        package let entry: SealedEntry
    }

    /// The descriptor's name: the file that the controller signs.
    package static let descriptorName = "datapackage.json"
    /// The name of the page that the person reads first.
    package static let overviewName = "01-overview.html"
    /// The name under which the signature over the descriptor stands.
    package static let signatureName = "datapackage.json.p7s"

    /// The texts; every one but the descriptor is described in it, with its hash.
    package let texts: [Text]
    /// Data, spreadsheets and documents.
    package let entries: [Placement]

    /// Every name in the order of the archive, with the place that the signature takes when there is one.
    package var names: [String] {
        let textNames = texts.map(\.name).flatMap { $0 == Self.descriptorName ? [$0, Self.signatureName] : [$0] }
        return textNames + entries.map(\.name)
    }

    /// The texts in the order of the archive, with the signature behind what it signs.
    func texts(signedBy signature: [UInt8]?) -> [Text] {
        guard let signature else { return texts }
        let text = Text(name: Self.signatureName, bytes: signature)
        return texts.flatMap { $0.name == Self.descriptorName ? [$0, text] : [$0] }
    }

    /// The bytes that the controller signs.
    package var descriptor: [UInt8] { texts.first { $0.name == Self.descriptorName }?.bytes ?? [] }
}

extension PackagePlan: Redacted {
    /// Counts alone: the package is personal data.
    package var description: String { "package of \(texts.count) texts and \(entries.count) entries <redacted>" }
}
