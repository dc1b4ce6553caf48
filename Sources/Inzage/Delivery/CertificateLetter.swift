/// The mail with an answer that is sealed to a certificate: no passphrase, and no program for people to install.
struct CertificateLetter {
    private let sender: LetterSender
    private let words: CertificateLetterWords

    init(controller: Controller, language: Language) {
        sender = LetterSender(controller)
        words = CertificateLetterWords(language)
    }

    /// The letter to the person, or to the organisation that the person named.
    func letter(
        about request: Request,
        attachmentName: String,
        signedBy fingerprint: [UInt8]?
    ) throws(LetterError) -> Letter {
        let name = try sender.nameForLetter()
        let contact = try sender.contactForLetter()
        var isForOrganisation = false
        if case .organisation = request.claim.destination { isForOrganisation = true }
        var parts: [LetterPart] = [
            .paragraph(words.greeting),
            .paragraph(
                isForOrganisation
                    ? words.organisation(request.id, attachmentName) : words.person(request.id, attachmentName)
            ), .paragraph(words.opening), .lines(Self.command(attachmentName)), .paragraph(words.content),
        ]
        if let fingerprint {
            parts += [.paragraph(words.signature), .lines(Self.lines(of: fingerprint))]
        }
        if isForOrganisation { parts.append(.paragraph(words.unexpected)) }
        let ways = [contact.email, contact.phone.map(LetterPart.unbroken), contact.post].compactMap(\.self)
        parts += [.paragraph(words.contact), .lines(ways), .paragraph(words.farewell), .paragraph(name)]
        return Letter(
            subject: isForOrganisation ? words.organisationSubject(request.id) : words.personSubject(request.id),
            body: LetterPart.text(of: parts)
        )
    }

    /// The command that opens it; its key is the recipient's, under a name that is theirs.
    private static func command(_ attachmentName: String) -> [String] {
        let zip = attachmentName.split(separator: ".").dropLast().joined(separator: ".")
        return ["openssl cms -decrypt -inform DER -inkey KEY.pem", "  -in \(attachmentName) -out \(zip)"]
    }

    private static func lines(of fingerprint: [UInt8]) -> [String] {
        let pairs = fingerprint.map { [$0].hexadecimal.uppercased() }
        return [pairs.prefix(16), pairs.dropFirst(16)].map { $0.joined(separator: ":") }
    }
}
