import ArgumentParser
import Inzage

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

    @Argument(help: "The request's id.")
    var id: String

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
        let quiet = options.json
        let progress = try await workplace.pipeline.advance(id, orders: orders) { stage in
            if !quiet { StageLines.print(stage, archives: options.folder + "/archives") }
        }
        try end(progress, in: workplace)
    }

    private func end(_ progress: Progress, in workplace: Workplace) throws {
        let state = try workplace.pipeline.intake.request(id).state
        if options.json {
            Terminal.printJSON(ExportReport(id: id, state: state, progress, folder: options.folder))
        } else {
            for reason in progress.waiting?.reasons ?? [] { Terminal.print("waiting", reason) }
            if progress.stage == .delivered, progress.receipt == nil {
                Terminal.print(state.rawValue, "nothing is left to send")
            }
            for (index, step) in next(progress).enumerated() { Terminal.print(index == 0 ? "next" : "", step) }
        }
        if let exit = progress.waiting?.exit { throw ExitCode(exit.rawValue) }
    }

    private func next(_ progress: Progress) -> [String] {
        ExportReport.next(progress, id: id)
    }
}
