import Groundwork
import Inzage
import PackagingStage
import RegisterStore

/// The case file for people: the same as `case.json`, in an order in which it is read.
struct CasePage: Sendable {
    let content: CaseContent

    init(_ content: CaseContent) { self.content = content }

    /// The page's bytes.
    var bytes: [UInt8] {
        StaticPage(
            title: "Request \(content.request.id)",
            sender: content.controller.name,
            lead: """
                <p class="lead">\(text: lead)</p>
                <p class="small">Written on \(text: Self.moment(content.writtenAt)) by \(content.writtenBy). What is signed \
                is case.json, which holds the same and names this page by its hash.</p>
                """,
            sections: [asked, deadlines, identity, answers, decided, letters, steps],
            footer: "This file says what was asked and what was done. It does not hold what the answer held, nor a "
                + "passphrase or a code. Times are in UTC."
        ).bytes
    }

    private var lead: String {
        let request = content.request
        let article = request.article.map { " (Article \($0) GDPR)" } ?? ""
        let because = request.closedBecause.map { ", \($0)" } ?? ""
        return Self.words(request.right).capitalizedFirst + "\(article), received on \(request.receivedOn); "
            + "now \(request.state)\(because)."
    }

    private var asked: StaticPage.Section {
        let request = content.request
        var facts = PageFacts()
        if let at = request.forgottenAt {
            facts.add("Who asked", "forgotten on \(at.prefix(10)): finished requests are kept no longer")
        }
        facts.add("Name", request.name)
        facts.add("Address", request.email)
        facts.add("Asked by", request.representative.map { "\($0.name), \($0.email)" })
        facts.add("Also named", lines: request.identifiers)
        facts.add("Right", Self.words(request.right) + (request.rightWasNamed ? "" : ", as the request names none"))
        facts.add("Answer to", request.destination)
        facts.add("Certificate", request.certificateSHA256)
        facts.add("Language", request.language)
        facts.add("Received", "\(request.receivedOn)")
        facts.add("Entered", request.enteredAt.map(Self.moment))
        facts.add("Follows", request.follows)
        facts.add("Ended", request.endedAt.map(Self.moment))
        facts.add("Controller", lines: content.controller.entities)
        facts.add("Contact", content.controller.contact)
        return .init(id: "asked", heading: "What was asked", content: facts.html)
    }

    private var deadlines: StaticPage.Section {
        let days = content.deadlines
        let rows = days.steps.map { step -> [HTML] in ["\(text: "\(step.day)")", "\(text: step.because)"] }
        let pauses = days.pauses.map { pause -> HTML in
            let answer = pause.answeredOn.map { "answered on \($0)" } ?? "not answered"
            let clock = pause.isCredited ? "the clock stood still in between" : "the clock ran on"
            return "<li>Asked on \(text: "\(pause.askedOn)"), \(text: answer); \(text: clock).</li>\n"
        }
        let holidays = days.holidays
        let counted =
            holidays.isKnown
            ? "Weekends and the public holidays of \(holidays.country) (edition \(holidays.edition)) are free days."
            : "Weekends alone are free days."
        return .init(
            id: "deadlines",
            heading: "By when it was to be answered",
            content: """
                \(PageTable(caption: "How the days were counted", columns: ["Day", "How it comes about"], rows: rows, mark: "steps").html)
                \(pauses.isEmpty ? .nothing : "<ul class=\"rules\">\(pauses)</ul>")
                <p class="small">\(text: counted)</p>
                """
        )
    }

    private var identity: StaticPage.Section {
        let evidence = content.evidence.map { item -> [HTML] in
            let counts = item.counts ? "" : " (outgrown by a change of the request)"
            return [
                "\(text: Self.moment(item.checkedAt))", "\(item.method)\(text: counts)",
                "\(item.checkedBy)", Self.cell(item.settles.joined(separator: ", ")), Self.cell(item.detail),
            ]
        }
        let codes = content.codes.map { code -> [HTML] in
            ["\(text: "\(code.sentOn)")", "\(text: "\(code.validUntil)")", "\(text: code.fate ?? "open")"]
        }
        return .init(
            id: "identity",
            heading: "How it was proven who asks",
            content: Self.table(
                "Evidence",
                ["When", "How", "Checked by", "Can settle", "Of what"],
                evidence,
                "No evidence is kept."
            ) + Self.table("Codes that were mailed", ["Mailed", "Valid until", "Became"], codes, "No code is kept.")
        )
    }

    private var answers: StaticPage.Section {
        let parts = content.answers.map { answer -> HTML in
            var facts = PageFacts()
            facts.add("Begun", Self.moment(answer.begunAt))
            facts.add("Known by", answer.identifiers.joined(separator: ", "))
            facts.add("Archive", answer.archiveSHA256.map { "SHA-256 \($0)" })
            facts.add("Signed by", answer.origin?.certificateSHA256.map { "SHA-256 \($0)" })
            facts.add("Delivered", answer.deliveredAt.map(Self.moment))
            facts.add("Passphrase told", answer.passphraseToldAt.map(Self.moment))
            let rows = answer.searched.map(Self.row)
            let columns = ["System", "Outcome", "Records", "Withheld", "Why"]
            return """
                <h3>Answer \(text: String(answer.answer))</h3>
                \(facts.html)
                \(Self.table("What was searched", columns, rows, "Nothing was searched."))
                """
        }
        let places = content.places.map { place -> [HTML] in
            let done = place.doneAt.map { "done \(Self.moment($0)) by \(place.doneBy ?? "")" }
            return ["\(place.place)", "\(text: place.needed ? done ?? "not done" : "nothing found")"]
        }
        let none: HTML = "<p>No archive was begun.</p>"
        return .init(
            id: "answers",
            heading: "What was searched and answered",
            content: (parts.isEmpty ? none : HTML(parts))
                + (places.isEmpty ? .nothing : Self.table("What people carried out", ["Place", "Done"], places, ""))
        )
    }

    private static func row(_ search: AnswerReceipt.Search) -> [HTML] {
        [
            "\(search.system)/\(search.collection)", "\(text: search.outcome)", "\(text: String(search.records))",
            "\(text: String(search.withheld))", Self.cell(search.reason),
        ]
    }
}
