import ExporterKit
import Foundation
package import GatheringStage
import Cases
import Groundwork
import RegisterStore
import IntakeStage
import Policy

extension Intake {
    /// Takes a source's silence, so that the rest can go; the gap is disclosed.
    func acceptGap(_ target: String, reason: String, of request: Request) throws {
        guard systems.contains(where: { $0.id == target }) || processing.category(target) != nil else {
            throw InzageError(
                .usage,
                "--accept-gap: no system is called so",
                hint: "systems: \(systems.map(\.id).joined(separator: ", "))"
            )
        }
        try decide(.gap, target: target, DecisionDetail(reason: reason), request, action: "gap accepted \(target)")
    }

    /// Lets an answer go that waits for a look; does nothing where nothing waits, because nobody has looked then.
    func release(_ request: Request) throws {
        guard request.state == .gathered else { return }
        try register.transaction { transaction in
            guard try !transaction.isReleased(round: request.round, of: request.id) else { return }
            try transaction.release(round: request.round, of: request.id)
            try transaction.audit("released", request: request.id)
        }
    }

    /// Cuts a collection, a record or a field on a stated ground.
    package func withhold(_ target: String, ground: String, reason: String, from id: String) throws {
        let request = try changeable(id)
        guard !isBlank(ground) else {
            throw InzageError(.usage, "what is withheld has its ground, which the person reads", hint: "give --ground")
        }
        let target = try checked(target)
        let place = target.collection
        let detail = DecisionDetail(ground: ground, reason: reason, target: target)
        try decide(.withhold, target: "\(place)", detail, request, action: "withheld \(place)") { transaction in
            try transaction.forgetGathered(request: id, round: request.round, only: place)
            if request.state == .gathered { try transaction.move(id, to: .verified) }
        }
    }

    /// What an operator wrote, as what it names in the configuration.
    func checked(_ text: String) throws -> CutTarget {
        guard let target = CutTarget(text) else {
            throw InzageError(.usage, "the target names nothing", hint: "write \(CutTarget.form). \(CutTarget.keyForm)")
        }
        let collection = systems.flatMap { system in
            system.collections.filter { target.concerns(CollectionID(system: system.id, collection: $0.id)) }
        }.first
        guard let collection else {
            throw InzageError(.usage, "no collection is called so", hint: "write \(CutTarget.form)")
        }
        if let field = target.field, collection.index(ofField: field) == nil {
            throw InzageError(.usage, "the collection has no such field", hint: collection.fieldNames)
        }
        if case .keyed(let parts) = target.records, parts.count != collection.key.count {
            throw collection.isNotNamed(byParts: parts.count)
        }
        return target
    }

    /// Notes that a colleague looked for a category and found nothing.
    package func addNothing(category: String, to id: String) throws {
        let request = try changeable(id)
        try check(category: category)
        try decide(.nothing, target: category, DecisionDetail(), request, action: "nothing found by hand \(category)")
    }

    /// Adds files that a colleague found; each is sealed before it is noted.
    package func add(files: [String], category: String, title: String, to id: String, gathering: Gathering) throws {
        let request = try changeable(id)
        try check(category: category)
        let spool = try gathering.spool(of: request, gathering.begin(request))
        for path in files {
            let file = try AddedFile.seal(
                path,
                category: category,
                title: title,
                into: spool,
                mark: ReadableAlphabet.text(register.surroundings.randomBytes(8))
            )
            try decide(.addition, target: category, DecisionDetail(file: file), request, action: "added \(category)") {
                try $0.release(round: 0, of: id)
            }
        }
    }

    /// The decisions about the answer in hand that can be taken back, oldest first.
    func undoable(_ request: Request) throws -> [Decision] {
        try register.read { try $0.decisions(request: request.id, round: request.round) }.filter(\.canBeUndone)
    }

    /// Takes a decision back, and whatever was gathered under it.
    func undo(_ number: Int, _ kind: Decision.Kind, of id: String) throws -> Decision {
        let request = try changeable(id)
        let decisions = try undoable(request)
        let kinds: [Decision.Kind] = kind == .addition ? [.addition, .nothing] : [kind]
        guard decisions.indices.contains(number - 1), kinds.contains(decisions[number - 1].kind) else {
            let numbers = decisions.indices.filter { kinds.contains(decisions[$0].kind) }.map { String($0 + 1) }
            throw InzageError(
                .usage,
                "--undo: no such decision has this number",
                hint: numbers.isEmpty ? "there is none to take back" : "there are \(numbers.joined(separator: ", "))"
            )
        }
        let decision = decisions[number - 1]
        try register.transaction { transaction in
            try transaction.remove(decision)
            if let place = decision.detail.target?.collection {
                try transaction.forgetGathered(request: id, round: request.round, only: place)
            }
            // Whoever released the answer released another one.
            try transaction.release(round: 0, of: id)
            if request.state == .gathered { try transaction.move(id, to: .verified) }
            try transaction.audit("undone: \(decision.kind.rawValue) \(decision.target)", request: id)
        }
        return decision
    }

    private func check(category: String) throws {
        guard processing.category(category) != nil else {
            throw InzageError(
                .usage,
                "--category: processing.yaml has no such category",
                hint: processing.categories.map(\.id).joined(separator: ", ")
            )
        }
    }

    func changeable(_ id: String) throws -> Request {
        let request = try request(id)
        guard request.state.precedesSeal else {
            throw InzageError(
                .notInThisState,
                "request \(id) is \(request.state.rawValue)",
                hint: "\(.reopen(id)) starts another answer"
            )
        }
        return request
    }

    func decide(
        _ kind: Decision.Kind,
        target: String,
        _ detail: DecisionDetail,
        _ request: Request,
        action: String,
        along: (RegisterTransaction) throws -> Void = { _ in }
    ) throws {
        try register.transaction { transaction in
            try transaction.insert(kind, target: target, detail: detail, request: request.id, round: request.round)
            try along(transaction)
            try transaction.audit(action, request: request.id)
        }
    }
}

extension CollectionDescription {
    /// The fields' names, for a hint.
    var fieldNames: String { "fields: \(fields.map(\.name).joined(separator: ", "))" }

    /// The error that says how many parts the key of a record has.
    fileprivate func isNotNamed(byParts count: Int) -> InzageError {
        guard !key.isEmpty else {
            return InzageError(.usage, "the collection has no key by which a record could be named", hint: "use KEY *")
        }
        let names = key.joined(separator: ",")
        return InzageError(
            .usage,
            "the key has \(count) \(count == 1 ? "part" : "parts"), but the collection's is \(names)",
            hint: CutTarget.keyForm
        )
    }
}
