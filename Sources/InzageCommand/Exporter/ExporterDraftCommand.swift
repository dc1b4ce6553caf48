import CommandParts
import ArgumentParser
import Cases
import ControllerFiles
import Drivers
import ExporterDrafts
import ExporterKit
import Foundation
import StoreSchemas

/// Drafts a first exporter.yaml.
struct ExporterDraftCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft",
        abstract: "Write a first exporter.yaml from what a store says of itself.",
        discussion: """
            Tables, columns, keys and remarks are read, and no person's data; of files, and of a sample that you hand over, \
            the first records are looked at for their members and types. Each line that was guessed says `# look:` and why. \
            A path in --connection is relative to the folder of --into.

            A password stands neither in the connection nor in an argument: name it as exporter.yaml does, --secret \
            env:NAME or --secret file:PATH.

            """ + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Option(help: ArgumentHelp("How the store is reached, such as sqlite.", valueName: "driver"))
    var driver: String

    @Option(help: ArgumentHelp("Where it is, as exporter.yaml says it.", valueName: "connection"))
    var connection: String = ""

    @Option(help: ArgumentHelp("Where its password is kept: env:NAME, or file:PATH.", valueName: "place"))
    var secret: String?

    @Option(help: ArgumentHelp("A table or a file; may be given several times (default: all).", valueName: "name"))
    var table: [String] = []

    @Option(
        help: ArgumentHelp(
            "An answer of a web service, or records of a program, as JSON; - reads it.",
            valueName: "file"
        )
    )
    var sample: String?

    @Option(
        help: ArgumentHelp("The exporter's folder, made where it is not there (default: print it).", valueName: "dir")
    )
    var into: String?

    func run() async throws {
        guard let reader = BuiltInDrivers.named(driver) as? any SchemaReader else {
            let names = BuiltInDrivers.all.filter { $0 is any SchemaReader }.map(\.name).joined(separator: ", ")
            throw InzageError(.usage, "there is no such driver that can be drafted for", hint: "one of \(names)")
        }
        let folder = into ?? "."
        let target = try place(in: folder)
        let system = try describe(reader, folder: folder)
        let opening = try DraftOpening(system, controller: controllerFolder)
        let schema = try await reader.schema(
            of: system,
            opening.context,
            SchemaWish(tables: table, sample: try readSample())
        )
        guard !schema.tables.isEmpty else {
            throw InzageError(
                .sourceFailed,
                "the store has no such table",
                hint: "look at the names given with --table"
            )
        }
        let draft = ExporterDraft(
            schema,
            for: ExporterDraft.Target(
                title: title(folder),
                driver: driver,
                connection: connection,
                secret: secret,
                categories: categories()
            )
        )
        if draft.count == 0 {
            Terminal.tell("no column looks like an e-mail address, so that nothing leads from a person to the tables")
        }
        if let target { try write(draft, to: target) }
        if options.json {
            struct Report: Encodable {
                let text: String
                let collections, looks: Int
            }
            return Terminal.printJSON(Report(text: draft.text, collections: draft.count, looks: draft.looks))
        }
        if into == nil { print(draft.text, terminator: "") }
        let collections = "\(draft.count) collection\(draft.count == 1 ? "" : "s")"
        Terminal.tell("\(collections), \(draft.looks) lines to look at; then inzage check and inzage exporter test")
    }

    // MARK: Where

    /// The file to be written, which must not be there.
    private func place(in folder: String) throws -> String? {
        guard into != nil else { return nil }
        let path = "\(folder)/exporter.yaml"
        guard !FileManager.default.fileExists(atPath: path) else {
            throw InzageError(.usage, "there is an exporter.yaml already", hint: "name another folder, or take it away")
        }
        return path
    }

    private func write(_ draft: ExporterDraft, to path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(draft.text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    }

    /// What people may call the system: the folder's name, or the store's.
    private func title(_ folder: String) -> String {
        let name = into.map { URL(fileURLWithPath: $0).lastPathComponent } ?? Self.name(of: connection)
        let words = name.split { $0 == "-" || $0 == "_" || $0 == "." }.joined(separator: " ")
        return words.isEmpty ? "A system" : words.prefix(1).uppercased() + words.dropFirst()
    }

    /// A service's host, a database, or a file without its ending.
    private static func name(of connection: String) -> String {
        if let host = URL(string: connection)?.host, connection.hasPrefix("http") { return host }
        return connection.split(separator: "/").last.map { String($0.prefix { $0 != "." && $0 != "?" }) } ?? ""
    }

    private var controllerFolder: String? {
        FileManager.default.fileExists(atPath: "\(options.folder)/controller.yaml") ? options.folder : nil
    }

    /// The categories of the controller's processing.yaml, also where something else in the folder is not right yet.
    private func categories() -> [String] {
        guard let folder = controllerFolder else { return [] }
        let settings = ConfigurationReader(folder: folder, drivers: BuiltInDrivers.all).settings()
        let paths = settings.filter { $0.file.hasSuffix("processing.yaml") }.map { $0.path.split(separator: ".") }
        var ids: [String] = []
        for path in paths where path.first == "categories" && path.count > 1 && !ids.contains(String(path[1])) {
            ids.append(String(path[1]))
        }
        return ids
    }

    // MARK: What

    private func describe(_ driver: any SchemaReader, folder: String) throws -> SystemDescription {
        if connection.isEmpty, driver.needsConnection, sample == nil {
            throw InzageError(.usage, "--connection is missing", hint: "say where the store is, as exporter.yaml would")
        }
        guard !DraftOpening.holdsPassword(connection) else {
            throw InzageError(
                .usage,
                "there is a password in the address, where every process on the machine can read it",
                hint: "take it out, change it, and name it by --secret env:NAME or file:PATH"
            )
        }
        return SystemDescription(
            id: "draft",
            title: "draft",
            driver: driver.name,
            connection: connection,
            secret: try secret.map(DraftOpening.reference),
            timeLimit: 60,
            folder: URL(fileURLWithPath: folder).standardizedFileURL.path,
            collections: []
        )
    }

    private func readSample() throws -> [UInt8]? {
        guard let sample else { return nil }
        let file = sample == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: sample)
        guard let data = try file?.readToEnd() ?? Data() as Data?, file != nil else {
            throw InzageError(.usage, "the sample is not there", hint: "name a file, or - for standard input")
        }
        guard data.count <= 16 << 20 else {
            throw InzageError(.usage, "the sample is too long", hint: "a few records do")
        }
        return Array(data)
    }
}
