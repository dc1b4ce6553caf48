import Cases
import Groundwork
import Mail
import MailReading

/// Who a mail says that it is from.
///
/// It proves nothing: anybody may write any From.
enum MailSender: Sendable {
    /// One plain address, and the name beside it.
    case one(address: String, name: String?)
    /// None, or none that a mail can be sent to (case 11, 12).
    case none
    /// More than one, in one field or in several (cases 3 and 4).
    case several

    /// Reads From; neither Sender nor Reply-To is asked (case 1).
    init(of mail: IncomingMail) {
        guard let message = mail.message, !message.raw("from").isEmpty else {
            self = .none
            return
        }
        let people = MailPeople.from.people(in: message)
        guard message.raw("from").count == 1, people.count < 2 else {
            self = .several
            return
        }
        guard let person = people.first, let address = try? MailAddress(parsing: person.address) else {
            self = .none
            return
        }
        self = .one(address: address.text, name: person.name.flatMap(Self.name))
    }

    /// A name that could be one: no address (case 2), nothing invisible, and not too long.
    private static func name(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        let isName = text.unicodeScalars.allSatisfy { scalar in
            ![.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
        }
        guard isName, !isBlank(text), bytes.count <= 200, !bytes.contains(UInt8(ascii: "@")) else { return nil }
        return text
    }

    /// The address, where there is one.
    var address: String? {
        guard case .one(let address, _) = self else { return nil }
        return address
    }
}

extension MailSender: Redacted {}
