public import ExporterKit
public import StoreSchemas

extension ProgramDriver: SchemaReader {
    /// Takes records as the program writes them, or will write them; nothing is run.
    public func schema(
        of system: SystemDescription,
        _ context: DriverContext,
        _ wish: SchemaWish
    ) async throws -> StoreSchema {
        guard let sample = wish.sample else {
            throw SourceFailure(
                .queryFailed,
                "a program cannot be asked what it holds",
                hint: "hand over a record or a list of records as JSON: --sample FILE, or - for standard input"
            )
        }
        guard let answer = JSONSample(sample), answer.path.isEmpty else {
            throw SourceFailure(
                .malformed,
                "the sample is no JSON object and no list of them",
                hint: "hand over records"
            )
        }
        let name = wish.tables.first ?? "records"
        let settings = [DraftSetting("stream", name, look: "the stream that the program writes")]
        return StoreSchema(tables: [TableSchema(name: name, columns: answer.shape.columns, settings: settings)])
    }
}
