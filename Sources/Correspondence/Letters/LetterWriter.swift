import ExporterKit
package import Cases
package import Policy
package import Groundwork
import Languages

/// Writes the mails to the people who ask, in their language and the controller's form of address.
///
/// No letter holds a name, an address or a passphrase: whoever reads over a shoulder learns that somebody asked.
package struct LetterWriter: Sendable {
    private let controller: Controller
    private let templates: LetterTemplates
    private let voice: LetterVoice

    /// Makes a writer for a controller.
    package init(controller: Controller, templates: LetterTemplates = .builtIn, language: Language) {
        self.controller = controller
        self.templates = templates
        voice = LetterVoice(language: language, form: controller.formOfAddress)
    }

    /// The mail that carries a one-time code; it is the same for people who are known and for those who are not.
    package func code(
        _ code: OneTimeCode,
        requestID: String,
        validUntil: CivilDay
    ) throws(LetterError) -> Letter {
        try letter(
            .code,
            requestID,
            ["code": .text(code.reveal()), "valid_until": .text(validUntil.inWords(language))]
        )
    }

    /// The mail that carries the sealed archive, with how to open it and where the passphrase comes from.
    package func archive(_ facts: ArchiveFacts) throws(LetterError) -> Letter {
        let fingerprint = facts.fingerprint.map(Self.lines(ofFingerprint:)) ?? []
        let values: LetterValues = [
            "attachment": .text(facts.attachmentName),
            "call_number": .text(facts.isSealedToCertificate ? nil : facts.callNumber),
            "kept_for": .text(ISOPeriod(days: sender.archiveDays).inWords(language)),
            "rest_by": .text(facts.restFollowsBy?.inWords(language)),
            "is_supplement": .flag(facts.isSupplement), "is_portability": .flag(facts.right == .portability),
            "is_signed": .flag(!fingerprint.isEmpty),
            "fingerprint": .list(fingerprint.map { ["fingerprint_line": .text($0)] }),
        ]
        let sealed = Self.decryption(of: facts.attachmentName, facts.isSealedToCertificate)
        let all = values.and(sealed).and(telling(facts.ways)).and(notice(facts.right)).and(try sender.complaint())
        return try letter(.archive, facts.requestID, all)
    }

    /// The mail that carries the archive to an organisation that the person named; the passphrase is not theirs to ask.
    package func organisation(
        requestID: String,
        attachmentName: String,
        isSealedToCertificate: Bool = false
    ) throws(LetterError) -> Letter {
        let values: LetterValues = ["attachment": .text(attachmentName)]
        return try letter(
            .organisation,
            requestID,
            values.and(Self.decryption(of: attachmentName, isSealedToCertificate))
        )
    }

    /// The mail to the address on file that an answer went elsewhere, so that whoever did not ask for that hears of it.
    package func elsewhere(_ facts: ElsewhereFacts) throws(LetterError) -> Letter {
        let values: LetterValues = [
            "delivered_on": inWords(facts.deliveredOn),
            "to_address": .flag(facts.way == .address), "to_organisation": .flag(facts.way == .organisation),
            "by_hand": .flag(facts.way == .hand), "by_post": .flag(facts.way == .post),
            "call_number": .text(facts.way == .organisation ? facts.callNumber : nil),
        ]
        let all = values.and(telling(facts.ways)).and(inWords(facts.right))
        return try letter(.elsewhere, facts.requestID, all)
    }

    /// How the passphrase is told where nothing is on file by which the person could be reached.
    private func telling(_ ways: [PassphraseWay]) -> LetterValues {
        let own = ways.contains(.otherwise) ? controller.delivery.passphraseOtherwise : nil
        return [
            "in_person": .flag(ways.contains(.inPerson)), "other_way": .text(own?.text(in: language.rawValue)),
        ]
    }

    /// How an archive that is sealed to a certificate opens; what comes out has its name without the last ending.
    private static func decryption(of attachmentName: String, _ isSealed: Bool) -> LetterValues {
        let content = attachmentName.split(separator: ".").dropLast().joined(separator: ".")
        return [
            "is_sealed": .flag(isSealed), "envelope": .text(isSealed ? attachmentName : nil),
            "content": .text(isSealed ? content : nil),
        ]
    }

    /// The answer that nothing is held under the address, given once its code was returned and all that could be
    /// searched was.
    package func nothingHeld(_ facts: NothingHeldFacts) throws(LetterError) -> Letter {
        let values: LetterValues = [
            "is_portability": .flag(facts.right == .portability),
            "kept_for": .text(facts.recordKeptFor.inWords(language)),
            "has_searched": .flag(!facts.search.searched.isEmpty),
            "searched": .list(
                facts.search.searched.map { ["searched_title": .text($0.title), "searched_on": inWords($0.day)] }
            ),
            "has_not_searched": .flag(!facts.search.notSearched.isEmpty),
            "not_searched": .list(facts.search.notSearched.map { ["not_searched_title": .text($0)] }),
        ]
        return try letter(.nothingHeld, facts.requestID, values.and(notice(facts.right)).and(sender.complaint()))
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

// What all letters have.
extension LetterWriter {
    /// The language in which the writer writes.
    package var language: Language { voice.language }

    var sender: LetterSender { LetterSender(controller) }

    func letter(_ name: LetterName, _ requestID: String, _ values: LetterValues) throws(LetterError) -> Letter {
        let signature = try sender.signature()
        let ways = name.parts.contains(.contact) ? try sender.ways() : [:]
        let common: LetterValues = ["request": .text(requestID)]
        return templates.letter(name, in: voice, common.and(signature).and(ways).and(values))
    }

    package func inWords(_ day: CivilDay) -> LetterValue { .unbroken(day.inWords(language)) }

    package func inWords(_ right: Right) -> LetterValues {
        ["right": .text(right.name(in: language)), "citation": .unbroken(right.citation(in: language))]
    }

    /// What the controller promises to tell along with an answer.
    private func notice(_ right: Right) -> LetterValues {
        ["notice": .text(controller.promise(of: right)?.notice?.text(in: language.rawValue))]
    }
}
