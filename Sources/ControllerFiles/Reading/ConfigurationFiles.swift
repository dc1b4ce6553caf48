import ExporterKit
import Foundation
import Policy
import Correspondence
import Groundwork

/// All files of a controller's folder, each read as far as it can be, and then held against each other.
struct ConfigurationFiles {
    let controller: Controller?
    let processing: ProcessingFile?
    let systems: [SystemFile]
    let letters: LetterTemplates
    private let letterFindings: [Finding]
    private let notes: [Notes]
    /// Whether every system could be read; only then can be said what none of them has.
    private let isComplete: Bool

    init(folder: String, drivers: [any Driver]) {
        let (own, record) = (Notes(file: ControllerFile.name), Notes(file: ProcessingFile.name))
        controller = YAMLFile.root(at: "\(folder)/\(own.file)", notes: own).flatMap(ControllerFile.read)
        processing = YAMLFile.root(at: "\(folder)/\(record.file)", notes: record).flatMap { ProcessingFile($0) }
        var notes = [own, record]
        let ids = Self.systemIds(in: folder)
        systems = ids.compactMap { id in
            let file = Notes(file: "exporters/\(visible(id))/\(SystemFile.name)")
            notes.append(file)
            return Self.system(id, folder: "\(folder)/exporters/\(id)", drivers: drivers, notes: file)
        }
        self.notes = notes
        (letters, letterFindings) = LetterTemplates.read(folder: folder)
        isComplete = systems.count == ids.count && systems.allSatisfy { $0.description != nil }
        holdAgainstEachOther()
    }

    /// The folders under `exporters/`; hidden ones are left alone, because editors and mounts make them.
    private static func systemIds(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/exporters")) ?? []
        return names.filter { name in
            var isFolder: ObjCBool = false
            let path = "\(folder)/exporters/\(name)"
            return name.utf8.first != UInt8(ascii: ".")
                && FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
        }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func system(_ id: String, folder: String, drivers: [any Driver], notes: Notes) -> SystemFile? {
        guard isIdentifierLike(id) else {
            notes.add(
                .error,
                line: nil,
                field: "",
                "the folder's name cannot be the id of a system",
                fix: "use letters, digits, hyphen, dot and underscore"
            )
            return nil
        }
        return YAMLFile.root(at: "\(folder)/\(SystemFile.name)", notes: notes)
            .flatMap { SystemFile($0, id: id, folder: folder, drivers: drivers) }
    }

    /// The findings of all files: by file in reading order, then by line.
    var findings: [Finding] { Self.sorted(notes.flatMap(\.findings) + letterFindings) }

    /// Every setting that the sections which stand in the files take.
    var settings: [TakenSetting] { notes.flatMap(\.settings) }

    /// Sorted by file, in the order in which a person reads them, then by line and field.
    static func sorted(_ findings: [Finding]) -> [Finding] {
        func key(_ finding: Finding) -> (Int, String, Int, String, String) {
            let rank = [ControllerFile.name, ProcessingFile.name].firstIndex(of: finding.file) ?? 2
            return (rank, finding.file, finding.line ?? 0, finding.field, finding.problem)
        }
        return Array(Set(findings)).sorted { one, other in
            key(one) < key(other)
        }
    }

    // MARK: One file against the other

    private func holdAgainstEachOther() {
        if let processing {
            checkReferences(to: processing)
            if isComplete { warnOfCategoriesWithoutSystem(processing) }
            Contradictions(controller: controller, processing: processing, notes: notes[0]).report()
            ShortRetention(controller: controller, processing: processing, systems: systems).report()
            reportExcludedFields(processing)
        }
        if isComplete {
            warnOfIdentifiersNobodyYields()
            IdentifierPaths(systems: systems, whole: notes[0]).report()
        }
        for language in controller?.languages ?? [] {
            for file in notes { warnOfMissingTexts(in: file, language: language) }
        }
    }

    private func checkReferences(to processing: ProcessingFile) {
        let categories = processing.places.keys.sorted()
        let holders = ["controller"] + processing.processing.processors.map(\.id)
        for system in systems {
            _ = system.heldBy?.choice("holder", of: holders)
            for collection in system.collections { _ = collection.category?.choice("category", of: categories) }
        }
    }

    private func warnOfCategoriesWithoutSystem(_ processing: ProcessingFile) {
        let named = systems.flatMap(\.collections).map { $0.category?.word ?? "" }
        let fed = Set(named)
        // One that is misspelt may be any of those that seem to lack a system.
        guard fed.isSubset(of: processing.places.keys) else { return }
        for category in processing.processing.categories
        where category.processorFor == nil && !fed.contains(category.id) {
            processing.places[category.id]?.warning(
                "no system feeds this category, so people must look for it by hand",
                fix: "add an exporter, or put in by `inzage add` what people find"
            )
        }
    }

    /// A field that the record excludes from every export, such as a password, must be marked as a secret.
    private func reportExcludedFields(_ processing: ProcessingFile) {
        for collection in systems.flatMap(\.collections) {
            let category = processing.processing.category(collection.category?.word ?? "")
            for field in collection.fields {
                guard let description = field.description, !description.secret,
                    category?.excludes(description) == true
                else { continue }
                field.note(
                    "secret",
                    "the record excludes \(shown(description.name)) from every export, and it is no secret here",
                    fix: "mark it `secret: true`"
                )
            }
        }
    }

    private func warnOfIdentifiersNobodyYields() {
        let collections = systems.flatMap(\.collections)
        let yielded = Set(collections.flatMap(\.yields)).union(["email"])
        for need in collections.flatMap(\.needs) where !yielded.contains(need.kind) {
            need.place.warning(
                "no collection yields \(shown(need.kind)), so this one is never asked",
                fix: "mark the field of another system that has it `identifies: \(need.kind)`"
            )
        }
    }

    private func warnOfMissingTexts(in file: Notes, language: Language) {
        let missing = file.texts.filter { !$0.text.speaks(language.rawValue) }.sorted { $0.line < $1.line }
        guard let first = missing.first else { return }
        let count = missing.count == 1 ? "one text lacks" : "\(missing.count) texts lack"
        let names = missing.prefix(5).map(\.path).joined(separator: ", ")
        let rest = missing.count > 5 ? " and \(missing.count - 5) more" : ""
        file.add(
            .warning,
            line: first.line,
            field: first.path,
            "\(count) the language \(language.rawValue): \(names)\(rest)",
            fix: "write {\(language.rawValue): ...} beside the other languages"
        )
    }
}
