import Cases
import ExporterKit
import GatheringStage
import Groundwork
import IntakeStage
import RegisterStore

extension Intake {
    /// Puts a redacted version in place of a record's document, on a stated ground.
    ///
    /// - Parameter inspect: what is looked at in the version before it is noted; it throws where it is not to go.
    func replace<Found>(
        _ target: String,
        with path: String,
        ground: String,
        reason: String?,
        in id: String,
        gathering: Gathering,
        inspecting inspect: (GatheredFile, Spool) throws -> Found
    ) throws -> Found {
        let request = try changeable(id)
        guard !isBlank(ground) else {
            throw InzageError(
                .usage,
                "a redacted version has its ground, which the person reads",
                hint: "give --ground"
            )
        }
        let target = try document(checked(target))
        try checkIsFree(target, request)
        let spool = try gathering.spool(of: request, gathering.begin(request))
        let mark = ReadableAlphabet.text(register.surroundings.randomBytes(8))
        let file = try AddedFile.seal(path, into: spool, mark: mark)
        guard MediaType.isDocument(file.fileExtension) else {
            throw InzageError(
                .usage,
                "what stands in the file is no document",
                hint: "give a PDF, a text, a picture, a recording or an office file without macros"
            )
        }
        let look = try inspect(file, spool)
        let place = target.collection
        let detail = DecisionDetail(ground: ground, reason: reason, file: file, target: target)
        let action = "replaced a document of \(place)"
        try decide(.replacement, target: "\(place)", detail, request, action: action) { transaction in
            try transaction.forgetGathered(request: id, round: request.round, only: place)
            if request.state == .gathered { try transaction.move(id, to: .verified) }
        }
        return look
    }

    /// A target as the one document that it means.
    private func document(_ target: CutTarget) throws -> CutTarget {
        guard case .keyed = target.records else {
            throw InzageError(
                .usage,
                "a redacted version stands in place of the document of one record",
                hint: "write SYSTEM/COLLECTION/KEY, as `\(.review(nil))` shows it"
            )
        }
        let collection = systems.first { isSame($0.id, target.collection.system) }?.collections
            .first { isSame($0.id, target.collection.collection) }
        let documents = collection?.fields.filter(\.file).map(\.name) ?? []
        guard let only = documents.first else {
            throw InzageError(
                .usage,
                "the collection has no documents",
                hint: "what is no document is cut as a record or a field"
            )
        }
        if let field = target.field, documents.contains(where: { isSame($0, field) }) { return target }
        guard target.field == nil, documents.count == 1 else {
            throw InzageError(
                .usage,
                "the target names no document of the record",
                hint: "write SYSTEM/COLLECTION/KEY/FIELD; documents: \(documents.joined(separator: ", "))"
            )
        }
        return CutTarget(target.collection, records: target.records, field: only)
    }

    /// Two decisions about one document would hide each other.
    private func checkIsFree(_ target: CutTarget, _ request: Request) throws {
        for (index, decision) in try undoable(request).enumerated() {
            guard let other = decision.detail.target, target.concerns(other.collection),
                other.records == target.records,
                let (field, own) = other.field.flatMap({ f in target.field.map { (f, $0) } }),
                isSame(field, own)
            else { continue }
            let verb = decision.kind == .replacement ? "replace" : "withhold"
            throw InzageError(
                .usage,
                decision.kind == .replacement ? "the document is replaced already" : "the document is withheld",
                hint: "inzage \(verb) \(request.id) --undo \(index + 1) takes that back"
            )
        }
    }
}
