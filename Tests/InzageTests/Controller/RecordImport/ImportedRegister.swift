import ExporterKit
import Foundation
import TestSupport
import Testing
import Policy
import SpreadsheetImport
import Cases
import ControllerFiles

/// A register that was read the whole way: from CSV to a configuration that the reader takes.
struct ImportedRegister {
    let register: RegisterFile
    let columns: ColumnMatching
    let record: RecordImport
    let processing: Processing
    let findings: [Finding]

    /// Reads a register's text; the file it becomes must hold no error.
    static func reading(
        _ text: String,
        name: String = "register.csv",
        naming columns: [String] = [],
        language: String? = nil
    ) async throws -> ImportedRegister {
        let named = try columns.map { try #require(NamedColumn($0)) }
        let register = try RegisterFile(Array(text.utf8), name: name, naming: named)
        let matching = try ColumnMatching(register, naming: named)
        try #require(matching.questions.isEmpty, "\(matching.questions)")
        let record = try RecordImport(register, columns: matching, language: language)
        var folder = ControllerFolder()
        folder.files = ["controller.yaml": ControllerFolder.controllerYAML, "processing.yaml": record.yaml]
        let (configuration, findings) = try await folder.read()
        let errors = findings.filter { $0.severity == .error && $0.file == "processing.yaml" }
        #expect(errors.isEmpty, "\(errors)\n\(record.yaml)")
        return ImportedRegister(
            register: register,
            columns: matching,
            record: record,
            processing: try #require(configuration, "\(findings)").processing,
            findings: findings
        )
    }

    /// Reads one of the registers under `Tests/Fixtures/records`.
    static func fixture(_ name: String, language: String? = nil) async throws -> ImportedRegister {
        try await reading(String(decoding: bytes(of: name), as: UTF8.self), name: name, language: language)
    }

    /// Reads one activity, told as header and cell.
    static func activity(
        _ cells: KeyValuePairs<String, String>,
        language: String? = nil
    ) async throws -> (category: Policy.Category, processing: Processing, yaml: String) {
        let cells = [("Verwerkingsactiviteit", "Verkoop"), ("Doel", "verkopen")] + cells.map { ($0, $1) }
        let text = [cells.map(\.0), cells.map(\.1)].map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
        let read = try await reading(text, language: language)
        return (try #require(read.processing.categories.first), read.processing, read.record.yaml)
    }

    /// Reads a register that must be refused, and gives the error.
    static func refusal(of bytes: some Sequence<UInt8>, naming columns: [String] = []) throws -> InzageError {
        let named = try columns.map { try #require(NamedColumn($0)) }
        return try #require(throws: InzageError.self) {
            let register = try RegisterFile(Array(bytes), name: "register.csv", naming: named)
            _ = try RecordImport(register, columns: ColumnMatching(register, naming: named))
        }
    }

    /// A cell as CSV writes it when in doubt.
    static func quoted(_ cell: String) -> String {
        "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }

    static func path(of name: String) -> String { "\(checkout)/Tests/Fixtures/records/\(name)" }

    static func bytes(of name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path(of: name))))
    }
}
