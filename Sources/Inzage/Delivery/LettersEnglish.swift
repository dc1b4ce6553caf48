/// The letters in English.
struct LettersEnglish: LetterTexts {
    var greeting: String { "Hello," }
    var farewell: String { "Kind regards," }
}

// The code.
extension LettersEnglish {
    func codeSubject(_ requestID: String) -> String { "Request \(requestID): please send back the code" }

    func code(_ code: String, requestID: String, until day: String, phone: String?) -> [LetterPart] {
        let byPhone = phone.map {
            "Would you rather call? Ring \($0), give the request number (\(requestID)) and read out the code."
        }
        return [
            .paragraph(
                """
                Somebody has used this e-mail address to ask us for personal data (request \(requestID)). Before we \
                answer, we want to be sure that it was you.
                """
            ),
            .paragraph("Was it you? Then reply to this e-mail and put this code in your reply:"),
            .lines([code]),
            .paragraph(
                """
                The code is valid until and including \(day), and works once. Please give it to nobody but us. \
                \(byPhone ?? "")
                """
            ),
            .paragraph(
                """
                If it was not you, you need not do anything. Without the code we send no data to anyone.
                """
            ),
            .paragraph(
                """
                Everyone who asks us for data gets this e-mail, so it does not show whether we hold any data about you.
                """
            ),
        ]
    }
}

// The archive.
extension LettersEnglish {
    func archiveSubject(_ requestID: String) -> String { "The answer to your request \(requestID)" }

    func archiveContents(_ facts: ArchiveFacts, restBy day: String?) -> [LetterPart] {
        let what =
            facts.isSupplement
            ? "an addition to our answer: what was still missing for your request \(facts.requestID)"
            : "our answer to your request \(facts.requestID)"
        let rest = day.map { LetterPart.paragraph("Our answer is not complete yet. The rest follows by \($0).") }
        return [
            .paragraph(
                "Attached to this e-mail is \(what). The file is called \(facts.attachmentName). In it you will find:"
            ),
            .list([
                "an overview to read (01-overview.html): \(overviewTells(facts.right));",
                "the data itself, as tables for a program such as Excel (the folder csv) and in a form for "
                    + "computers (the folder data);",
                "documents, if there are any (the folder files);",
                "an explanation of all the files (00-READ-ME.txt).",
            ]),
            .paragraph("What we could not or may not send is named in the overview, with the reason."),
        ] + (rest.map { [$0] } ?? [])
    }

    private func overviewTells(_ right: Right) -> String {
        switch right {
        case .portability: "which data you can take to another organisation, and which not and why"
        default: "which data we hold about you, why, for how long, and who gets it from us"
        }
    }

    func opening() -> [LetterPart] {
        [
            .paragraph(
                """
                The file is encrypted. A double click will not work: it takes a free program. First save the file on \
                your computer or telephone, then open it like this:
                """
            ),
            .list([
                "Windows: install 7-Zip (www.7-zip.org). Click on the file with the right mouse button, in Windows 11 "
                    + "choose 'Show more options' first, choose 7-Zip and then 'Extract to'.",
                "Mac: install Keka (www.keka.io), open it and drag the file onto it.",
                "iPhone or iPad: install iZip from the App Store. Hold a finger on the file, choose 'Share' and then "
                    + "iZip.",
                "Android: install ZArchiver from the Play Store. Find the file in it, tap it and choose 'Extract'.",
            ]),
            .paragraph("The program asks for the passphrase. After that, begin with 01-overview.html."),
        ]
    }

    func passphrase(callNumber: String, phone: String?, keptFor period: String) -> [LetterPart] {
        let callBack =
            phone == nil
            ? ""
            : "If we have a telephone number of yours on file, we will call you back on it, so that nobody else gets "
                + "the passphrase. "
        let way =
            phone.map { "Please ring \($0) and give this call number:" }
            ?? "We will contact you to give it to you. You will know that it is us by this call number, which we say first:"
        return [
            .paragraph(
                """
                The passphrase is 24 digits with hyphens between them; the hyphens are part of it. For your safety \
                it reaches you another way, never by e-mail. \(way)
                """
            ),
            .lines([callNumber]),
            .paragraph(
                """
                \(callBack)You can get the passphrase for \(period) after this e-mail; then we delete the file and the \
                passphrase. Please keep both safe and apart from each other, and do not pass them on.
                """
            ),
        ]
    }

    func signature(fingerprint: [String]) -> [LetterPart] {
        [
            .paragraph(
                """
                We have signed the answer, so that it can be seen that nobody has changed it. 00-READ-ME.txt says \
                how to check that. Our certificate has this fingerprint (SHA-256):
                """
            ),
            .lines(fingerprint),
        ]
    }
}

// Nothing held, and what every answer ends with.
extension LettersEnglish {
    func nothingHeldSubject(_ requestID: String) -> String { "The answer to your request \(requestID)" }

    func nothingHeld(requestID: String, right: Right, keptFor period: String) -> [LetterPart] {
        [
            .paragraph(
                """
                \(asked(right)) We searched for the e-mail address to which this e-mail was sent. We hold nothing \
                under this address.
                """
            ),
            .paragraph(
                """
                One thing we do hold now: your request itself. We keep it under the number \(requestID), with this \
                address and what we wrote to each other, so that we can show that we have answered. We delete it \
                \(period) after the request has been closed.
                """
            ),
            .paragraph(
                """
                Have you used another e-mail address with us, or a customer number or an order number? Please tell \
                us by replying to this e-mail. We will then search again, free of charge.
                """
            ),
        ]
    }

    private func asked(_ right: Right) -> String {
        switch right {
        case .portability:
            "You asked us for your personal data, to take it to another organisation. This is our answer under "
                + "Article 20 of the GDPR."
        default:
            "You asked us which personal data we hold about you. This is our answer under Article 15 of the GDPR."
        }
    }

    func rights(authority: NamedAuthority) -> [LetterPart] {
        [
            .paragraph(
                """
                Is something wrong, or missing? Please reply to this e-mail. You can also ask us to correct data, to \
                erase it or to stop using it for a time, and you can object to our using it.
                """
            ),
            .paragraph(
                """
                If you do not agree with us, you have the right to go to court or to lodge a complaint with the \
                supervisory authority:
                """
            ),
            .lines([authority.name, authority.website, authority.post].compactMap(\.self)),
        ]
    }

    func organisationSubject(_ requestID: String) -> String { "Data sent at a person's request (\(requestID))" }

    func organisation(requestID: String, attachmentName: String) -> [LetterPart] {
        [
            .paragraph(
                """
                A person asked us to send you their data, under the right to data portability (Article 20 GDPR, our \
                request \(requestID)). The file \(attachmentName) is attached. The folder data holds it as JSON and \
                datapackage.json describes it (Data Package v2).
                """
            ),
            .paragraph(
                """
                We give the passphrase to that person alone, who can pass it on to you. Please do not ask us for it. \
                If you do not expect this data, delete this e-mail and tell us.
                """
            ),
        ]
    }

    func contact(_ ways: Reachable) -> [LetterPart] {
        let labelled = [("E-mail", ways.email), ("Telephone", ways.phone), ("Post", ways.post)]
        return [
            .paragraph("This is how you reach us:"),
            .lines(
                (ways.title.map { [$0] } ?? []) + labelled.compactMap { label, way in way.map { "\(label): \($0)" } }
            ),
        ]
    }
}
