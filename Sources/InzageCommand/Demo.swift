import CommandParts
import ArgumentParser
import Foundation
import SampleCompany
import Groundwork

/// Makes the sample company.
struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a sample company with four filled systems, to try everything out.",
        discussion: "The people in it are invented. " + "The same seed gives the same company.\n\n" + ExitTable.text
    )

    @Argument(help: "The folder to make.")
    var dir: String

    @Option(help: "From which number chance is drawn.")
    var seed: UInt64 = DemoCompany.defaultSeed

    @Option(
        help: ArgumentHelp(
            "Make a company whose one customer has so many chat messages, for measuring.",
            visibility: .hidden
        )
    )
    var chatMessages: Int?

    @Flag(name: .long, help: "Print one JSON object instead of text.")
    var json = false

    func run() throws {
        try NewFolder.make(dir)
        let today = CivilDay.of(Date(), in: TimeZone(identifier: "Europe/Amsterdam") ?? .gmt).description
        let company = DemoCompany(seed: seed)
        if let chatMessages {
            try company.writeChat(messages: chatMessages, into: dir, today: today)
        } else {
            try company.write(into: dir, today: today)
        }
        guard !json else { return printJSON() }
        Terminal.print(
            "made",
            "\(dir): a web shop with 2,000 customers, 20,000 orders, 100,000 chat messages and applicants"
        )
        Terminal.print("try", "export INZAGE_CONTROLLER=\(dir)")
        Terminal.print("", "inzage request open --right access --email ADDRESS, and then inzage export ID")
        guard chatMessages == nil else { return }
        Terminal.print("")
        Terminal.print("People who are worth a request, and what each shows:")
        let width = PlantedPeople.stories.map(\.email.count).max() ?? 0
        for story in PlantedPeople.stories {
            let email = story.email.padding(toLength: width, withPad: " ", startingAt: 0)
            Terminal.print("  \(email)  \(story.shows)")
        }
    }

    private func printJSON() {
        struct Person: Encodable {
            let email, shows: String
        }
        struct Report: Encodable {
            let folder: String
            let person: String?
            let people: [Person]
        }
        Terminal.printJSON(
            Report(
                folder: dir,
                person: PlantedPeople.ada.email,
                people: PlantedPeople.stories.map { Person(email: $0.email, shows: $0.shows) }
            )
        )
    }
}
