import ArgumentParser
import Foundation
import Inzage

/// Makes a controller's folder.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a new controller folder, with commented files.",
        discussion: ExitTable.text
    )

    @Argument(help: "The folder to make; it may exist if it is empty.")
    var dir: String

    @Flag(name: .long, help: "Print one JSON object instead of text.")
    var json = false

    func run() throws {
        try NewFolder.make(dir)
        let files = [
            "controller.yaml": ControllerTemplate.controllerYAML, "processing.yaml": ControllerTemplate.processingYAML,
        ]
        for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: "\(dir)/\(name)")) }
        for folder in ["exporters", "archives"] { try NewFolder.make("\(dir)/\(folder)") }
        try RegisterKey.create(in: dir)
        guard !json else { return Terminal.printJSON(["folder": dir]) }
        Terminal.print("made", dir)
        Terminal.print("next", "fill in controller.yaml and processing.yaml")
        Terminal.print("", "copy a system's folder into \(dir)/exporters/ (inzage exporter list shows the ready ones)")
        Terminal.print("", "inzage check --controller \(dir)")
        Terminal.print("keep safe", "\(dir)/\(RegisterKey.path): without it the register cannot be read")
    }
}

/// Makes folders that only their owner may enter.
enum NewFolder {
    static func make(_ path: String) throws {
        let manager = FileManager.default
        if let content = try? manager.contentsOfDirectory(atPath: path), !content.isEmpty {
            throw InzageError(
                .usage,
                "\(path) is not empty",
                hint: "name a folder that does not exist; nothing was changed"
            )
        }
        try manager.createDirectory(
            atPath: path,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }
}
