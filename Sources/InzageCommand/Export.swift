import CommandParts
import ArgumentParser
import Groundwork
import Inzage
import Cases
import DeliveryStage
import GatheringStage
import IntakeStage

/// Takes a request as far as it can go.
struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Gather, pack, seal and mail the answer to a request, as far as it can go.",
        discussion: """
            Running it again continues where it stopped and changes nothing that was done. Where identity is not \
            proven, a code is mailed; a source that fails holds the answer.

            """ + "\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id; none with --due.", transform: ReadableAlphabet.meant)
    var id: String?

    @Flag(
        help:
            "Do whatever is owed in any request and needs nobody, the one due first on top; say what waits for people."
    )
    var due = false

    @Flag(help: "With --due: end with 4 where a request waits for people, too.")
    var strict = false

    @Flag(help: "Gather and show the ledger, but seal and send nothing.")
    var preview = false

    @Flag(help: "Let an answer go that waits for a look; does no harm where nothing waits.")
    var release = false

    @Option(help: ArgumentHelp("Send the rest though this system failed; the gap is disclosed.", valueName: "system"))
    var acceptGap: String?

    @Option(help: "Why the gap is accepted; the person reads it.")
    var reason: String?

    @Option(help: ArgumentHelp("Put the archive into a folder, for a hand-over or post.", valueName: "dir"))
    var handOver: String?

    @Option(help: "To whom the archive is handed over.")
    var to: PersonalValue?

    @Option(help: "How the archive is handed over.")
    var how: PersonalValue?

    func validate() throws {
        guard (id == nil) == due else { throw ValidationError("name a request, or say --due") }
        guard due || !strict else { throw ValidationError("--strict goes with --due") }
        guard !due || (acceptGap == nil && handOver == nil) else {
            throw ValidationError("--accept-gap and --hand-over are about one request, so they exclude --due")
        }
        guard (acceptGap == nil) == (reason == nil) else {
            throw ValidationError("--accept-gap and --reason go together")
        }
        guard !preview || (acceptGap == nil && handOver == nil) else {
            throw ValidationError("--preview sends nothing, so it excludes --accept-gap and --hand-over")
        }
        let handedOver = [handOver != nil, to != nil, how != nil]
        guard Set(handedOver).count == 1 else { throw ValidationError("--hand-over, --to and --how go together") }
    }

    func run() async throws {
        let workplace = try options.workplace()
        var orders = Orders()
        orders.previewOnly = preview
        orders.release = release
        if let acceptGap, let reason { orders.acceptGap = (acceptGap, reason) }
        if let handOver, let to = try to.value(), let how = try how.value() {
            orders.handOver = HandOver(folder: handOver, to: to, how: how)
        }
        let exporting = Exporting(
            pipeline: workplace.pipeline,
            folder: options.folder,
            orders: orders,
            json: options.json
        )
        if let id {
            let ending = try await exporting.export(id)
            if options.json { Terminal.printJSON(ending.report) }
            if ending.exit != .done { throw ExitCode(ending.exit.rawValue) }
        } else {
            try await ExportDue(exporting: exporting, workplace: workplace, isStrict: strict).run()
        }
    }
}

/// Exports requests by the same orders and tells on the terminal how it goes.
struct Exporting: Sendable {
    let pipeline: Pipeline
    let folder: String
    let orders: Orders
    let json: Bool

    /// How the export of one request ended.
    struct Ending: Sendable {
        let report: ExportReport
        let exit: ExitStatus
    }

    /// Exports one request.
    func export(_ id: String, after asked: AskedTogether = .none) async throws -> Ending {
        let progress = try await pipeline.advance(id, orders: orders, after: asked) { stage in
            guard !json else { return }
            StageLines.print(stage, archives: folder + "/archives")
            if case .verified = stage { printPassphraseWays(of: id) }
        }
        let state = try pipeline.intake.request(id).state
        let next = try ExportReport.next(progress, id: id, in: pipeline)
        if !json, orders.previewOnly, progress.stage == .gathered {
            try ReviewPages(review: pipeline.review(id), collection: nil, onlyMarked: false, most: 3).print()
        }
        if !json {
            for reason in progress.waiting?.reasons ?? [] { Terminal.print("waiting", reason) }
            if progress.stage == .delivered, progress.receipt == nil {
                Terminal.print(state.rawValue, "nothing is left to send")
            }
            for (index, step) in next.enumerated() { Terminal.print(index == 0 ? "next" : "", step) }
        }
        return Ending(
            report: ExportReport(id: id, state: state, progress, folder: folder, next: next),
            exit: progress.waiting?.exit ?? .done
        )
    }

    /// Says before anything is sealed how the passphrase will reach the person: in a preview always, and else where
    /// nobody can be rung.
    private func printPassphraseWays(of id: String) {
        guard let request = try? pipeline.intake.request(id), request.state.precedesSeal,
            let ways = try? pipeline.passphraseWays(of: request)
        else { return }
        if orders.previewOnly || !ways.contains(.telephone) { Terminal.print("passphrase", "told \(ways.sentence)") }
    }
}
