/// A mail as plain text, still without an address.
package struct Letter: Sendable {
    package let subject: String
    /// Lines that end in a line feed each.
    package let body: String
}

extension Letter: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Nothing of the letter: it may hold a code.
    package var description: String { "<redacted>" }
    /// Nothing of the letter: it may hold a code.
    package var debugDescription: String { "<redacted>" }
    /// Nothing of the letter, so that `dump` shows none either.
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Why a letter cannot be written.
package struct LetterError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong with the field.
    package enum Code: String, Sendable {
        /// The letter needs it and the controller's folder does not say it.
        case missing
        /// It names an authority that does not exist any more.
        case obsolete
    }

    package let code: Code
    /// The field of `controller.yaml`.
    package let field: String

    /// Makes the error about a field.
    package init(code: Code, field: String) {
        self.code = code
        self.field = field
    }

    /// What is wrong, in one sentence.
    package var description: String {
        switch code {
        case .missing: "the letter needs \(field), which controller.yaml leaves empty"
        case .obsolete: "\(field) names an authority that no longer exists under that name"
        }
    }

    /// What to do about it.
    package var hint: String {
        field == LetterSender.contactField
            ? "set contact.email in controller.yaml, or else contact.phone or contact.post"
            : "set \(field) in controller.yaml"
    }
}

/// What the mail with the sealed archive must tell.
package struct ArchiveFacts: Sendable {
    package var requestID: String
    /// The right that the archive answers.
    package var right: Right
    /// The name of the file as the mail carries it.
    package var attachmentName: String
    /// What the caller and the operator compare before the passphrase is told.
    package var callNumber: String
    /// The SHA-256 of the certificate that signed the package, where there is one.
    package var fingerprint: [UInt8]?
    /// Whether the archive holds only what was missing from an earlier one.
    package var isSupplement: Bool
    /// The day by which what is missing follows, where something is.
    package var restFollowsBy: CivilDay?

    /// Gathers what the letter tells.
    package init(
        requestID: String,
        right: Right = .access,
        attachmentName: String,
        callNumber: String,
        fingerprint: [UInt8]? = nil,
        isSupplement: Bool = false,
        restFollowsBy: CivilDay? = nil
    ) {
        self.requestID = requestID
        self.right = right
        self.attachmentName = attachmentName
        self.callNumber = callNumber
        self.fingerprint = fingerprint
        self.isSupplement = isSupplement
        self.restFollowsBy = restFollowsBy
    }
}

/// Writes the mails to the people who ask, in their language and the controller's form of address.
///
/// No letter holds a name, an address or a passphrase: whoever reads over a shoulder learns that somebody asked.
package struct LetterWriter: Sendable {
    private let sender: LetterSender
    private let texts: any LetterTexts
    private let language: Language

    /// Makes a writer for a controller.
    package init(controller: Controller, language: Language) {
        sender = LetterSender(controller)
        self.language = language
        texts =
            switch language {
            case .nl: LettersDutch(form: sender.formOfAddress)
            case .en: LettersEnglish()
            }
    }

    /// The mail that carries a one-time code; it is the same for people who are known and for those who are not.
    package func code(
        _ code: OneTimeCode,
        requestID: String,
        validUntil: CivilDay
    ) throws(LetterError) -> Letter {
        let name = try sender.nameForLetter()
        let parts = texts.code(
            code.reveal(),
            requestID: requestID,
            until: validUntil.inWords(language),
            phone: phone
        )
        return letter(texts.codeSubject(requestID), parts, signed: name)
    }

    /// The mail that carries the sealed archive, with how to open it and where the passphrase comes from.
    package func archive(_ facts: ArchiveFacts) throws(LetterError) -> Letter {
        let name = try sender.nameForLetter()
        let closing = try closing()
        let parts =
            texts.archiveContents(facts, restBy: facts.restFollowsBy?.inWords(language))
            + texts.opening()
            + texts.passphrase(
                callNumber: facts.callNumber,
                phone: phone,
                keptFor: ISOPeriod(days: sender.archiveDays).inWords(language)
            )
            + (facts.fingerprint.map { texts.signature(fingerprint: Self.lines(ofFingerprint: $0)) } ?? [])
        return letter(texts.archiveSubject(facts.requestID), parts + closing, signed: name)
    }

    /// The mail that carries the archive to an organisation that the person named; the passphrase is not theirs to ask.
    package func organisation(requestID: String, attachmentName: String) throws(LetterError) -> Letter {
        let name = try sender.nameForLetter()
        let parts = texts.organisation(requestID: requestID, attachmentName: attachmentName) + texts.opening()
        let contact = texts.contact(try sender.contactForLetter())
        return letter(texts.organisationSubject(requestID), parts + contact, signed: name)
    }

    /// The answer that nothing is held under the address, given once its code was returned.
    package func nothingHeld(
        requestID: String,
        right: Right,
        recordKeptFor period: ISOPeriod
    ) throws(LetterError) -> Letter {
        let name = try sender.nameForLetter()
        let parts = texts.nothingHeld(requestID: requestID, right: right, keptFor: period.inWords(language))
        return letter(texts.nothingHeldSubject(requestID), parts + (try closing()), signed: name)
    }
}

extension LetterWriter {
    private var phone: String? { sender.contact.reachable.phone.map(LetterPart.unbroken) }

    private func letter(_ subject: String, _ parts: [LetterPart], signed name: String) -> Letter {
        let whole = [.paragraph(texts.greeting)] + parts + [.paragraph(texts.farewell), .paragraph(name)]
        return Letter(subject: subject, body: LetterPart.text(of: whole))
    }

    /// The rights, and whom to reach about them.
    private func closing() throws(LetterError) -> [LetterPart] {
        let contact = try sender.contactForLetter()
        return texts.rights(authority: try sender.authorityForLetter()) + texts.contact(contact)
    }

    /// The fingerprint as OpenSSL prints it, in two lines that fit.
    private static func lines(ofFingerprint bytes: [UInt8]) -> [String] {
        let digits = Array("0123456789ABCDEF".utf8)
        let pairs = bytes.map { String(decoding: [digits[Int($0 >> 4)], digits[Int($0 & 15)]], as: UTF8.self) }
        return stride(from: 0, to: pairs.count, by: 16).map { start in
            pairs[start..<min(start + 16, pairs.count)].joined(separator: ":")
        }
    }
}
