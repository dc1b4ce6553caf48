import Foundation

/// The controller's folder while it is made: who answers, the record of processing, the example keys.
struct ControllerFolder {
    private let path: String

    /// Where the systems' folders go.
    var exporters: String { path + "/exporters" }

    /// The folder of one system.
    func exporter(_ name: String) -> String { "\(exporters)/\(name)" }

    /// Makes the folder, which must be empty or not there yet, and everything in it but the systems.
    init(creating path: String) throws {
        self.path = path
        let files = FileManager.default
        try files.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard try files.contentsOfDirectory(atPath: path).isEmpty else {
            throw SampleCompanyError(.folderNotEmpty)
        }
        try save(ControllerText.controller, as: "controller.yaml")
        try save(ControllerText.processing, as: "processing.yaml")
        let secret: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
        try files.createDirectory(atPath: path + "/keys", withIntermediateDirectories: true, attributes: secret)
        try saveSecret(ControllerText.exampleKey, as: "register.key")
        try saveSecret(ExampleSigningKey.key, as: "signing.key")
        try saveSecret(ExampleSigningKey.certificate, as: "signing.crt")
    }

    private func save(_ text: String, as name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }

    // Made with its mode: a key that is closed to others only afterwards was open for a moment.
    private func saveSecret(_ text: String, as name: String) throws {
        let mode: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard
            FileManager.default.createFile(atPath: "\(path)/keys/\(name)", contents: Data(text.utf8), attributes: mode)
        else { throw CocoaError(.fileWriteUnknown) }
    }
}
