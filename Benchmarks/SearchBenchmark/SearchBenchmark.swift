import ExporterKit
import FileStores
import Foundation

/// What `make bench` runs for the search of files: asks the driver `files` for many people in one pass.
///
///     SearchBenchmark bytes|records FOLDER WANTED
///
/// FOLDER holds `events.jsonl`, WANTED is a file with an address on each line. `records` reads every record, as the driver
/// did before it searched bytes first. What is printed is how many records were found, and in how many seconds.
@main
struct SearchBenchmark {
    struct Figures: Encodable {
        var records: Int
        var seconds: Double
    }

    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, ["bytes", "records"].contains(arguments[1]) else {
            FileHandle.standardError.write(Data("usage: bytes|records FOLDER WANTED\n".utf8))
            exit(2)
        }
        let wanted = try String(contentsOfFile: arguments[3], encoding: .utf8).split(separator: "\n")
        let questions = wanted.map { Question(identifiers: [Identifier(kind: "email", String($0))]) }
        let driver = FilesDriver(searchesBytes: arguments[1] == "bytes")
        let system = system(in: arguments[2])
        let started = ContinuousClock.now
        var records = 0
        try await driver.using(system) { source in
            try await source.read(system.collections[0], for: questions) { _, _ in records += 1 }
        }
        let figures = Figures(records: records, seconds: (ContinuousClock.now - started) / .seconds(1))
        print(String(decoding: try JSONEncoder().encode(figures), as: UTF8.self))
    }

    private static func system(in folder: String) -> SystemDescription {
        let fields = [
            FieldDescription(name: "id", type: "integer", title: "Number"),
            FieldDescription(name: "at", type: "datetime", title: "When"),
            FieldDescription(name: "customer", type: "integer", title: "Customer"),
            FieldDescription(name: "sender", path: "sender.email", type: "string", title: "From", matches: "email"),
            FieldDescription(name: "name", path: "sender.name", type: "string", title: "Name"),
            FieldDescription(name: "text", type: "string", title: "What was written"),
        ]
        let events = CollectionDescription(
            id: "events",
            title: "Events",
            category: "events",
            origin: .observed,
            needs: ["email"],
            settings: ["file": .text("events.jsonl")],
            fields: fields
        )
        return SystemDescription(
            id: "log",
            title: "Log",
            driver: "files",
            connection: ".",
            folder: folder,
            collections: [events]
        )
    }
}
