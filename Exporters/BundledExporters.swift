import Foundation

/// The exporters that come with Inzage, to be copied into a controller's folder and adapted there.
package enum BundledExporters {
    /// The folders' names, sorted.
    package static var names: [String] { ["applications", "chat-logs", "crm", "mailbox", "orders"] }

    /// Copies an exporter's folder to `FOLDER/NAME`, which must not be there yet.
    package static func copy(_ name: String, into folder: String) throws {
        guard names.contains(name) else { throw UnknownExporter(name: name) }
        let source = Bundle.module.bundleURL.appendingPathComponent(name)
        let target = URL(fileURLWithPath: folder).appendingPathComponent(name)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: source, to: target)
    }
}

/// Somebody asked for an exporter that does not come with Inzage.
package struct UnknownExporter: Error, Hashable, CustomStringConvertible {
    /// The name that was asked for.
    package let name: String

    /// What is wrong.
    package var description: String { "there is no exporter '\(name)'" }
    /// What to do about it.
    package var hint: String { "choose one of \(BundledExporters.names.joined(separator: ", "))" }
}
