import CMailReading
import ExporterKit

/// The people whom a field of a header names.
package enum MailPeople: String, CaseIterable, Sendable {
    case from, sender, to, cc, bcc
    case replyTo = "reply_to"
    case deliveredTo = "delivered_to"

    /// Somebody in such a field.
    package struct Person: Equatable {
        /// The address without anything around it, its domain in small letters.
        package let address: [UInt8]
        /// The name beside it, or nil.
        package let name: [UInt8]?
    }

    /// The fields of a header that say so, in small letters.
    private var keys: [String] {
        switch self {
        case .replyTo: ["reply-to"]
        case .deliveredTo: ["delivered-to", "x-original-to", "envelope-to"]
        default: [rawValue]
        }
    }

    /// Everybody named in a mail, each address once.
    package func people(in mail: MailMessage) -> [Person] {
        var people: [Person] = []
        var seen: Set<[UInt8]> = []
        for person in keys.flatMap({ mail.raw($0) }).flatMap(Self.people)
        where seen.insert(person.address).inserted { people.append(person) }
        return people
    }

    /// What the library finds, and every address beside that a strict look at the field finds: one that is broken in
    /// one place must not hide those in another.
    private static func people(in raw: [UInt8]) -> [Person] {
        // On one line: where a field goes on in the next one, no address ends (RFC 5322, 2.2.3).
        let line = raw.filter { $0 != 0x0A && $0 != 0x0D }
        let handle = PeopleHandle(line)
        var people: [Person] = []
        for index in 0..<handle.count {
            if let person = handle.person(index) { people.append(person) }
        }
        AddressCell.forEachAddress(in: MailText.valid(line).text[...]) { address in
            let address = withSmallDomain(Array(address))
            guard address.contains(UInt8(ascii: "@")), !people.contains(where: { $0.address == address }) else {
                return
            }
            people.append(Person(address: address, name: nil))
        }
        return people
    }

    fileprivate static func withSmallDomain(_ address: [UInt8]) -> [UInt8] {
        guard let at = address.lastIndex(of: UInt8(ascii: "@")) else { return address }
        return address[...at] + address[at...].dropFirst().map(asciiFolded)
    }
}

/// The library's list of people, owned.
private struct PeopleHandle: ~Copyable {
    private let pointer: OpaquePointer

    init(_ raw: [UInt8]) { pointer = mail_people_open(raw.map { CChar(bitPattern: $0) } + [0]) }

    deinit { mail_people_close(pointer) }

    var count: Int { mail_people_count(pointer) }

    /// Somebody at a place, or nil where no address stands.
    func person(_ index: Int) -> MailPeople.Person? {
        let address = MailText.valid(MailText.bytes(mail_people_address(pointer, index))).text
        let name = MailText.valid(MailText.bytes(mail_people_name(pointer, index))).text
        guard !address.isEmpty else { return nil }
        return MailPeople.Person(address: MailPeople.withSmallDomain(address), name: name.isEmpty ? nil : name)
    }
}
