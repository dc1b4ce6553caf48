import CommandParts
import Accountability
import ArgumentParser
import ControllerFiles
import Inzage

/// The requests of a year in numbers.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Count the requests of a year: for the yearly report, on a page, or as JSON.",
        discussion: """
            It counts what was received in the year: by right, by outcome, how long answers took, extensions, refusals, \
            codes, what proved who asks, and what is still open. It names nobody, and no number stands for a person. \
            docs/operator.md says what counts where.

            """ + "\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Option(help: "The year in which the requests were received, in four digits.")
    var year: Int

    @Option(help: ArgumentHelp("Also write it as a page with pictures into a new file (.html).", valueName: "file"))
    var page: String?

    func run() throws {
        let workplace = try options.workplaceToRead()
        let report = try YearReport(
            of: year,
            in: workplace.register,
            for: workplace.configuration.controller
        )
        if let page { try ChosenFile.write(YearPage(report).bytes, to: page) }
        if options.json { return Terminal.printJSON(report) }
        for line in report.lines { Terminal.print(line.label, line.text) }
        if let page { Terminal.print("page", page) }
    }
}
