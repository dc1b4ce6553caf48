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
            "Would you rather call? Ring \($0), give the number of the request (\(requestID)) and read out the code."
        }
        return [
            .paragraph(
                """
                Somebody has asked us for personal data under this e-mail address (request \(requestID)). Before we \
                answer, we want to be sure that it was you.
                """
            ),
            .paragraph("Was it you? Then answer this mail and put this code in your answer:"),
            .lines([code]),
            .paragraph(
                """
                The code is valid until and including \(day), and works once. Please give it to nobody but us. \
                \(byPhone ?? "")
                """
            ),
            .paragraph(
                """
                If it was not you, you need not do anything. Without the code we send no data to anybody.
                """
            ),
            .paragraph(
                """
                Everybody who asks us for data gets this mail. So it does not tell whether we hold any data about you.
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
            .paragraph("With this mail comes \(what). The file is called \(facts.attachmentName). In it you find:"),
            .list([
                "an overview to read (01-overview.html): which data we hold about you, why, for how long, and who "
                    + "gets them from us;",
                "the data themselves, as tables (the folder csv) and for computers (the folder data);",
                "documents, if there are any (the folder files);",
                "an explanation of all the files (00-READ-ME.txt).",
            ]),
            .paragraph("What we could not or may not send is named in the overview, with the reason."),
        ] + (rest.map { [$0] } ?? [])
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
        let way =
            phone.map { "Please ring \($0) and give this call number:" }
            ?? "We will contact you to give it to you. Please have this call number ready then:"
        return [
            .paragraph(
                """
                The passphrase is 24 digits with hyphens between them; the hyphens are part of it. To stay safe it \
                comes by another way, never by mail. \(way)
                """
            ),
            .lines([callNumber]),
            .paragraph(
                """
                You can get the passphrase for \(period) after this mail; then we delete the file and the \
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

    func nothingHeld(requestID: String, keptFor period: String) -> [LetterPart] {
        [
            .paragraph(
                """
                You asked us which personal data we hold about you. This is our answer under Article 15 of the GDPR. \
                We have searched for the e-mail address at which this mail arrives. We hold nothing under this address.
                """
            ),
            .paragraph(
                """
                One thing we do hold now: your request itself. We keep it under the number \(requestID), with this \
                address and what we wrote to each other, so that we can show that we have answered. We delete that \
                \(period) after the request was closed.
                """
            ),
            .paragraph(
                """
                Have you used another e-mail address with us, or a customer number or an order number? Please tell \
                us by answering this mail. Then we search again; it costs nothing.
                """
            ),
        ]
    }

    func rights(authority: NamedAuthority) -> [LetterPart] {
        [
            .paragraph(
                """
                Is something wrong, or missing? Please answer this mail. You can also ask us to correct data, to erase \
                them or to use them less, or object to our using them.
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
