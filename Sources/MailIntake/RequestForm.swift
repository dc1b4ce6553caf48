import Cases
import Foundation
import Groundwork
import IntakeStage
import Policy
import RegisterStore
import RequestReading

/// What a company's own web form asks for a person: one JSON object.
///
/// Nothing in it is believed.
struct RequestForm: Sendable {
    var email: String?
    var name: String?
    var right: Right?
    var language: Language?
    var message = ""
    var received: String?
    var formID: String?
    var identifiers: [String] = []
    var requester: Representative?

    /// The fields that there are, with what each may hold.
    static let fields = [
        "email", "name", "right", "language", "identifiers", "message", "received", "form_id", "requester",
    ]

    init(_ bytes: [UInt8]) throws {
        guard bytes.count <= Self.most else { throw Self.wrong("a form has at most 1 MiB") }
        guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
            throw Self.wrong("this is not one JSON object")
        }
        for key in object.keys.sorted() where !Self.fields.contains(where: { isSame($0, key) }) {
            throw InzageError(
                .usage,
                "the form has a field \(shown(key)) that there is not",
                hint: suggestion(for: key, among: Self.fields)
            )
        }
        email = try Self.text("email", in: object)
        name = try Self.text("name", in: object)
        message = try Self.text("message", in: object) ?? ""
        received = try Self.text("received", in: object)
        formID = try Self.text("form_id", in: object)
        right = try Self.word("right", in: object)
        language = try Self.word("language", in: object)
        identifiers = try Self.identifiers(in: object)
        requester = try Self.requester(in: object)
        guard email != nil || name != nil || requester != nil else {
            throw Self.wrong("a form says who asks: `email`, or at least `name` or `requester`")
        }
    }

    /// The most bytes of a form.
    static let most = 1 << 20

    private static func wrong(_ sentence: String) -> InzageError {
        InzageError(.usage, sentence, hint: "the fields are \(fields.joined(separator: ", "))")
    }

    private static func text(_ key: String, in object: [String: Any]) throws -> String? {
        guard let value = object[key], !(value is NSNull) else { return nil }
        guard let text = value as? String else { throw wrong("`\(key)` is no text") }
        return isBlank(text) ? nil : text
    }

    private static func word<Word: RawRepresentable<String> & CaseIterable>(
        _ key: String,
        in object: [String: Any]
    ) throws -> Word? {
        guard let text = try text(key, in: object) else { return nil }
        if let word = Word.allCases.first(where: { isSame($0.rawValue, text) }) { return word }
        throw InzageError(
            .usage,
            "`\(key)` is no word that there is",
            hint: suggestion(for: text, among: Word.allCases.map(\.rawValue))
        )
    }

    private static func identifiers(in object: [String: Any]) throws -> [String] {
        guard let value = object["identifiers"], !(value is NSNull) else { return [] }
        guard let pairs = value as? [String: String] else {
            throw wrong("`identifiers` is no object with a text for each kind")
        }
        return pairs.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    }

    private static func requester(in object: [String: Any]) throws -> Representative? {
        guard let value = object["requester"], !(value is NSNull) else { return nil }
        guard let pairs = value as? [String: String], pairs.count == 2, let name = pairs["name"],
            let email = pairs["email"]
        else { throw wrong("`requester` is no object with `name` and `email`") }
        return Representative(name: name, email: email)
    }

    /// What tells a form from every other: its own id, or all that it says on one day.
    func content(on day: CivilDay) -> [UInt8] {
        if let formID { return Array("form \(formID)".utf8) }
        let parts: [String?] = [
            email, name, right?.rawValue, language?.rawValue, message, requester?.name, requester?.email,
        ]
        return Array((parts.map { $0 ?? "" } + identifiers + ["\(day)"]).joined(separator: "\u{0}").utf8)
    }
}

extension RequestForm: Redacted {}

extension MailDesk {
    /// How many bytes a form has at most.
    package static var formLimit: Int { RequestForm.most }

    /// Takes what a web form sent: one JSON object, whose fields `docs/operator.md` names.
    ///
    /// A right that it names was chosen by the person, and is no guess.
    package func take(form bytes: [UInt8]) throws -> TakenMail {
        let form = try RequestForm(bytes)
        let content = form.content(on: intake.today)
        let mark = try register.read { $0.mark(header: content, content: content, messageID: nil) }
        if let before = try register.read({ try $0.takenBefore(mark) }) {
            var taken = TakenMail(.takenBefore, id: before.request)
            taken.reasons = ["the same form was taken before\(before.request.map { ", as request \($0)" } ?? "")"]
            return taken
        }
        let guess = RequestGuess(subject: "", text: form.message, labels: labels)
        var opening = Opening(
            claim: Claim(
                email: form.email,
                name: form.name,
                representative: form.requester,
                identifiers: form.identifiers.isEmpty ? guess.identifiers : form.identifiers
            ),
            right: form.right,
            language: form.language,
            receivedOn: try intake.day(form.received),
            detail: ReceivedMailDetail(place: form.formID.map { "form \($0)" } ?? "a web form")
        )
        if form.right == nil { take(guess, into: &opening) }
        if let language = form.language { opening.language = language }
        opening.isGuess = form.right == nil
        opening.detail.right = opening.right
        opening.detail.language = opening.language
        return try open(opening, mark)
    }
}
