import CMailReading
import MailReading

/// Which mails are the same one in several places.
///
/// Two are where the message id, what people wrote at their head and every byte of their text are equal; what mail
/// servers and programs write into the header on the way is not looked at. A mail that a list put a line below is
/// another one. For each question on its own: one person's answer is the same whoever else is asked for with them.
struct MailCopies {
    private struct Group {
        let first: Int
        var folders: [[UInt8]]
    }

    private var groups: [[[UInt8]: Group]]
    /// The number of each mail's content.
    private var ids: [Int: [UInt8]] = [:]

    init(questions: Int) { groups = Array(repeating: [:], count: questions) }

    /// Takes note of a mail that answers some questions.
    mutating func note(_ number: Int, _ mail: MailMessage, in folder: [UInt8], for questions: [Int]) {
        let id = Self.id(of: mail)
        ids[number] = id
        for question in questions {
            var group = groups[question][id] ?? Group(first: number, folders: [])
            if !group.folders.contains(folder) { group.folders.append(folder) }
            groups[question][id] = group
        }
    }

    /// The id of a mail that was noted.
    func id(of number: Int) -> [UInt8]? { ids[number] }

    /// Where the mail and its copies lie, if it is the first of them for a question; nil otherwise.
    func folders(of number: Int, for question: Int) -> [[UInt8]]? {
        guard let id = ids[number], let group = groups[question][id], group.first == number else { return nil }
        return group.folders
    }

    /// What a mail is called by what it is: 32 digits of SHA-256.
    static func id(of mail: MailMessage) -> [UInt8] {
        let digest = Digest()
        for key in ["message-id", "date", "from", "to", "cc", "subject"] {
            for raw in mail.raw(key) { digest.add(Array(key.utf8) + [0x3A] + raw.filter { $0 > 0x20 } + [0x0A]) }
        }
        let body = MailHeader.end(in: mail.bytes) ?? mail.bytes.count
        var text = MailText.withPlainLines(Array(mail.bytes[body...]))
        // Whoever puts a mail into an mbox may end it with one more empty line.
        while text.last == 0x0A { text.removeLast() }
        digest.add([0x0A])
        digest.add(text)
        return digest.hex(16)
    }
}

/// A digest of the library, owned.
private struct Digest: ~Copyable {
    private let pointer: OpaquePointer = mail_digest_open()

    func add(_ bytes: [UInt8]) { mail_digest_add(pointer, bytes, bytes.count) }

    /// The first bytes of it as digits; it is over then.
    consuming func hex(_ count: Int) -> [UInt8] {
        var sum = [UInt8](repeating: 0, count: 32)
        mail_digest_close(pointer, &sum)
        discard self
        let digits = Array("0123456789abcdef".utf8)
        return sum.prefix(count).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }

    deinit {
        var sum = [UInt8](repeating: 0, count: 32)
        mail_digest_close(pointer, &sum)
    }
}
