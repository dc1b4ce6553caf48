import DriverParts
import ExporterKit
import MailReading

/// What a field of a collection says of a mail, by its path.
enum MailField: Sendable, Equatable {
    /// A name for the mail that only mails with the same content have.
    case id
    case messageID
    /// The message id of the mail with which its conversation began.
    case thread
    case inReplyTo, references
    case date, subject
    /// Addresses, or the names beside them.
    case people(MailPeople, names: Bool)
    case text, html
    /// All fields of the header, or those of one name.
    case headers, header(String)
    /// Where it lies, each place once.
    case folder
    /// The attachments by name, type and size.
    case attachments
    /// Those identifiers that are asked for and stand in its subject or text.
    case mentions
    /// What could not be kept as it was meant.
    case losses
    /// The mail in bytes, and the mail itself.
    case size, original
    /// Of an attachment its place among the parts, its name, type and content.
    case part, name, type, content

    private static let words: [(String, MailField)] =
        [
            ("id", .id), ("message_id", .messageID), ("thread", .thread), ("in_reply_to", .inReplyTo),
            ("references", .references), ("date", .date), ("subject", .subject), ("text", .text), ("html", .html),
            ("headers", .headers), ("folder", .folder), ("attachments", .attachments), ("mentions", .mentions),
            ("losses", .losses), ("size", .size), ("original", .original), ("part", .part), ("name", .name),
            ("type", .type), ("content", .content),
        ]
        + MailPeople.allCases.flatMap { people -> [(String, MailField)] in
            [
                (people.rawValue, .people(people, names: false)),
                (people.rawValue + "_name", .people(people, names: true)),
            ]
        }

    private static let headerPrefix = "headers."

    /// The paths that there are; those of an attachment alone where a record is a mail are none.
    static func paths(ofAttachments: Bool) -> [String] {
        words.filter { ofAttachments || !$0.1.isOfAttachment }.map(\.0) + [headerPrefix + "NAME"]
    }

    /// What a path means, or nil.
    init?(path: String, ofAttachments: Bool) {
        if let field = Self.words.first(where: { $0.0 == path })?.1, ofAttachments || !field.isOfAttachment {
            self = field
        } else if path.hasPrefix(Self.headerPrefix), path.utf8.count > Self.headerPrefix.utf8.count {
            self = .header(MailText.key(Array(path.utf8.dropFirst(Self.headerPrefix.utf8.count))))
        } else {
            return nil
        }
    }

    /// Whether it is said of one attachment.
    private var isOfAttachment: Bool { [.part, .name, .type, .content].contains(self) }

    /// Whether it is a document.
    var isDocument: Bool { self == .original || self == .content }

    /// Whether the header alone says it, so that a mail can be found by it without being read whole.
    var isInHeader: Bool {
        switch self {
        case .messageID, .thread, .inReplyTo, .references, .date, .subject, .people, .headers, .header: true
        default: false
        }
    }
}

extension CollectionDescription {
    /// What the fields mean, in their order.
    func mailFields(ofAttachments: Bool) throws(Problem) -> [MailField] {
        var known: [MailField] = []
        for field in fields {
            guard let meaning = MailField(path: field.path, ofAttachments: ofAttachments) else {
                throw Problem(
                    .missingField,
                    field.name,
                    "\(ofAttachments ? "an attachment" : "a mail") has no field `\(field.path)`",
                    fix: "use \(MailField.paths(ofAttachments: ofAttachments).joined(separator: ", "))"
                )
            }
            guard meaning.isDocument == field.file else {
                throw Problem(
                    .missingField,
                    field.name,
                    meaning.isDocument ? "`\(field.path)` is a document" : "`\(field.path)` is no document",
                    fix: meaning.isDocument ? "say `file: true`" : "leave `file` out"
                )
            }
            known.append(meaning)
        }
        return known
    }
}
