import Drivers
import ExporterKit
import SourceReading
import TestSupport
import Testing
import Foundation

/// A Singer tap of somebody else's, as it comes from PyPI: it knows no questions, and has columns of its own.
@Suite(.timeLimit(.minutes(2))) struct `A foreign tap` {
    @Test func `is read behind a filter: what is of others is dropped, what is of another sort is left out`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let rows = [
                ("ada@example.org", 1, "order"), ("bob@example.org", 2, "order"), ("ada@example.org", 3, "visit"),
            ]
            let lines = rows.map { #"{"email":"\#($0)","id":\#($1),"sort":"\#($2)"}"# }.joined(separator: "\n")
            try Data(lines.utf8).write(to: URL(fileURLWithPath: folder + "/people.jsonl"))
            let config = #"{"path":"\#(folder)/people.jsonl","stream_name":"people"}"#
            try Data(config.utf8).write(to: URL(fileURLWithPath: folder + "/config.json"))
            let system = Self.system(in: folder)
            var found: [String] = []
            let reader = SourceReader(SourceOpening(drivers: BuiltInDrivers.all), retries: .none)
            let ada = [IdentifierTuple([Identifier(kind: "email", "Ada@example.org")])]
            let reading = try await reader.read(system.collections[0], of: system, asking: ada) { record, _ in
                found.append(String(decoding: record.cell(at: 1), as: UTF8.self))
            }
            #expect(found == ["1"])
            #expect(reading.dropped == 1)
        }
    }

    private static func system(in folder: String) -> SystemDescription {
        let own = ["_sdc_last_modified", "_sdc_filename", "_sdc_stream"]
        let fields = [
            FieldDescription(name: "email", type: "string", title: "E-mail", matches: "email"),
            FieldDescription(name: "id", type: "integer", title: "Number"),
        ]
        return SystemDescription(
            id: "tap",
            title: "Tap",
            driver: "program",
            connection: "",
            settings: [
                "command": .list([.text(checkout + "/.venv/bin/tap-jsonl"), "--config", "config.json"])
            ],
            folder: folder,
            collections: [
                CollectionDescription(
                    id: "people",
                    title: "People",
                    category: "account",
                    origin: .provided,
                    needs: ["email"],
                    findsCandidates: true,
                    only: ["sort": "order"],
                    settings: ["stream": "people"],
                    fields: fields
                        + (["sort"] + own).map { FieldDescription(name: $0, type: "string", title: LocalizedText($0)) }
                )
            ]
        )
    }
}
