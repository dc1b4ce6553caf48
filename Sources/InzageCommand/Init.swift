import CommandParts
import ArgumentParser
import Foundation
import ControllerFiles
import Cases
import SpreadsheetImport

/// Makes a controller's folder.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a new controller folder, with commented files.",
        discussion: """
            A company that keeps its record of processing (Art. 30) in a spreadsheet saves it as CSV and need not \
            type it again: its columns are found by their names, in Dutch, English, German or French.

              inzage init acme --from-record register.csv --column purpose="Waarom"

            COLUMN is one of \(RecordColumn.allCases.map(\.rawValue).joined(separator: ", ")).

            \(ExitTable.text)
            """
    )

    @Argument(help: "The folder to make; it may exist if it is empty.")
    var dir: String

    @OptionGroup(title: "From a record of processing") var record: RecordOptions

    @Flag(name: .long, help: "Print one JSON object instead of text.")
    var json = false

    func run() throws {
        try NewFolder.requireEmpty(dir)
        // Read whole before anything is written: a register that is refused leaves nothing behind.
        let read = try record.read()
        try NewFolder.make(dir)
        let files = [
            "controller.yaml": ControllerTemplate.controllerYAML,
            "processing.yaml": read?.record.yaml ?? ControllerTemplate.processingYAML,
        ]
        for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: "\(dir)/\(name)")) }
        for folder in ["exporters", "archives"] { try NewFolder.make("\(dir)/\(folder)") }
        try RegisterKey.create(in: dir)
        report(read)
    }

    private func report(_ read: RecordOptions.Reading?) {
        guard !json else { return Terminal.printJSON(InitReport(dir, read)) }
        Terminal.print("made", dir)
        if let read { Terminal.print("read", "\(read.counts); inzage check says what is missing") }
        Terminal.print("next", "fill in controller.yaml and processing.yaml")
        Terminal.print("", "copy a system's folder into \(dir)/exporters/ (inzage exporter list shows the ready ones)")
        Terminal.print("", "inzage check --controller \(dir)")
        Terminal.print("keep safe", "\(dir)/\(RegisterKey.path): without it the register cannot be read")
    }
}

/// What `init --json` prints.
private struct InitReport: Encodable {
    let folder: String
    let activities, recipients: Int?
    let columns: [String: [String]]?
    let notes, remarks: [String]?

    init(_ folder: String, _ read: RecordOptions.Reading?) {
        self.folder = folder
        activities = read?.record.activities
        recipients = read?.record.recipients
        columns = read.map { read in
            Dictionary(
                read.columns.matched.map { ($0.rawValue, $1.map { read.register.headers[$0] }) },
                uniquingKeysWith: +
            )
        }
        notes = read.map { read in read.columns.noted.map { read.register.headers[$0] } }
        remarks = read?.record.remarks
    }
}

/// Makes folders that only their owner may enter.
enum NewFolder {
    static func requireEmpty(_ path: String) throws {
        if let content = try? FileManager.default.contentsOfDirectory(atPath: path), !content.isEmpty {
            throw InzageError(
                .usage,
                "\(path) is not empty",
                hint: "name a folder that does not exist; nothing was changed"
            )
        }
    }

    static func make(_ path: String) throws {
        try requireEmpty(path)
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }
}
