public import ExporterKit
public import StoreSchemas

extension HTTPDriver: SchemaReader {
    /// Takes an answer of the service, which cannot be asked about nobody.
    public func schema(
        of system: SystemDescription,
        _ context: DriverContext,
        _ wish: SchemaWish
    ) async throws -> StoreSchema {
        guard let sample = wish.sample else {
            throw SourceFailure(
                .queryFailed,
                "a service cannot be asked what it holds",
                hint:
                    "ask it for a person of your own by hand, and hand over its answer: --sample FILE, or - for standard "
                    + "input"
            )
        }
        guard let answer = JSONSample(sample) else {
            throw SourceFailure(.malformed, "the sample is no JSON with records in it", hint: "save the answer alone")
        }
        var settings = [
            DraftSetting("path", wish.tables.first ?? "customers", look: "where the service has them"),
            DraftSetting("query", "{email: \"{email}\"}", look: "how it is asked"),
        ]
        if !answer.path.isEmpty { settings.append(DraftSetting("records", "\"\(answer.path)\"")) }
        settings.append(DraftSetting("finds", "candidates", look: "take it out where the search is exact"))
        let name = wish.tables.first ?? "records"
        return StoreSchema(tables: [TableSchema(name: name, columns: answer.shape.columns, settings: settings)])
    }
}
