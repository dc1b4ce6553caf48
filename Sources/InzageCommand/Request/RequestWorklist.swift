import CommandParts
import ArgumentParser
import Cases
import Groundwork
import Inzage
import IntakeStage

/// Shows where a person is held, for who carries out what they ask.
struct RequestWorklist: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worklist",
        abstract: "Show where a person is held, system by system, for what people carry out.",
        discussion: """
            For rectification, erasure, restriction and objection, once who asks is proven. The systems are asked as for \
            an answer; what could not be looked at stands on the list, to be looked at by hand. After the work, --again \
            shows what is still there.

            """ + "\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The request's id.", transform: ReadableAlphabet.meant)
    var id: String

    @Flag(help: "Look again; a tick is dropped where something is found that was not known before.")
    var again = false

    func run() async throws {
        let workplace = try options.workplace()
        let pipeline = workplace.pipeline
        var items = try pipeline.workList(of: pipeline.intake.request(id))
        if items.isEmpty || again { items = try await pipeline.lookForWork(id) }
        let request = try pipeline.intake.request(id)
        let report = try WorkReport(request, items, in: workplace)
        options.json ? Terminal.printJSON(report) : report.print()
    }
}
