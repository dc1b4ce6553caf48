import Drivers
import ExporterKit
import Foundation
import GRDB
import TestSupport

/// A field without marks.
func field(_ name: String, _ type: String = "string", path: String? = nil, matches: String? = nil) -> FieldDescription {
    FieldDescription(name: name, path: path, type: type, title: LocalizedText(name), matches: matches)
}

/// A collection with the settings of a driver as texts.
func collection(
    named id: String = "things",
    needs: [String] = ["email"],
    key: [String] = [],
    _ settings: [String: String],
    _ fields: [FieldDescription]
) -> CollectionDescription {
    CollectionDescription(
        id: id,
        title: LocalizedText(id),
        category: "account",
        origin: .provided,
        needs: needs,
        settings: settings.mapValues { .text($0) },
        key: key,
        fields: fields
    )
}

/// A system in a folder.
func system(
    _ driver: String,
    in folder: String,
    connection: String = ".",
    _ collections: CollectionDescription...
) -> SystemDescription {
    SystemDescription(
        id: "sample",
        title: LocalizedText("Sample"),
        driver: driver,
        connection: connection,
        folder: folder,
        collections: collections
    )
}

/// Opens a system, asks one of its collections, and closes it.
func read(
    _ collection: CollectionDescription,
    of system: SystemDescription,
    for questions: [Question],
    yield: (RecordBuffer, Int) throws -> Void
) async throws {
    guard let driver = BuiltInDrivers.named(system.driver) else { throw SourceFailure(.unreachable, "no such driver") }
    try await driver.using(system) { try await $0.read(collection, for: questions, yield: yield) }
}

/// The driver of a system and one of its collections, asked for what it holds.
func ask(_ system: SystemDescription, _ collection: Int = 0, _ questions: [[Identifier]]) async throws -> [[[String]]] {
    var found: [[[String]]] = questions.map { _ in [] }
    let questions = questions.map(Question.init)
    try await read(system.collections[collection], of: system, for: questions) { record, question in
        found[question].append((0..<record.count).map { shown(record, $0) })
    }
    return found
}

/// What the first collection holds for one identifier.
func ask(_ system: SystemDescription, _ kind: String, _ value: String) async throws -> [[String]] {
    try await ask(system, 0, [[Identifier(kind: kind, value)]])[0]
}

/// A cell as its kind and its text, or its bytes where they are no text.
private func shown(_ record: RecordBuffer, _ index: Int) -> String {
    let cell = record.cell(at: index)
    let text = String(validating: cell, as: UTF8.self) ?? cell.map { String(format: "%02x", $0) }.joined()
    return record.kind(at: index) == .null ? "null" : "\(record.kind(at: index)) \(text)"
}

/// What goes wrong when a system is asked.
func failure(_ system: SystemDescription, _ kind: String, _ value: String) async throws -> SourceFailure? {
    do {
        _ = try await ask(system, kind, value)
        return nil
    } catch let failure as SourceFailure {
        return failure
    }
}

/// The fields that a check finds wrong, with the sentence.
func findings(_ system: SystemDescription) async -> [String] {
    await (BuiltInDrivers.named(system.driver)?.findings(about: system) ?? []).map {
        "\($0.isError ? "error" : "warning") \($0.field): \($0.problem)"
    }
}

/// Writes a file below a folder, and the folders it lies in.
func write(_ content: [UInt8], to path: String, in folder: String) throws {
    let file = URL(fileURLWithPath: folder).appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(content).write(to: file)
}

/// Writes a text file below a folder.
func write(_ content: String, to path: String, in folder: String) throws {
    try write(Array(content.utf8), to: path, in: folder)
}

/// Makes a database in a folder by statements.
func makeDatabase(in folder: String, _ sql: String) throws {
    let database = try DatabaseQueue(path: folder + "/store.sqlite")
    try database.write { try $0.execute(sql: sql) }
    try database.close()
}
