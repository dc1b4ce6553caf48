package import DriverParts
package import ExporterKit

/// The mails of a folder on a server, over IMAP.
///
/// The folder is opened to be read only: nothing is marked as read.
package final class ServerStore: MailStore {
    private let address: MailServerAddress
    private let limits: MailLimits
    /// The conversation, once something was asked; one that failed is not gone on with.
    private var connection: IMAPConnection?
    /// What says that the numbers of the mails still mean the same ones.
    private var validity: Int?
    /// The headers that were fetched together with the one at hand.
    private var headers: [Int: [UInt8]] = [:]

    /// How many headers are asked for at once.
    private static let batch = 50

    package init(_ system: SystemDescription, _ secret: Secret?, _ limits: MailLimits) throws(Problem) {
        address = try MailServerAddress(system, secret)
        self.limits = limits
    }

    package func visit(_ body: (MailPlace) throws -> Bool) throws {
        try open()
        var numbers: [Int] = []
        try ask("UID SEARCH ALL") { numbers += $0.found ?? [] }
        numbers.sort()
        var visited = 0
        for start in stride(from: 0, to: numbers.count, by: Self.batch) {
            let batch = numbers[start..<min(start + Self.batch, numbers.count)]
            let sizes = try fetchHeaders(batch)
            for number in batch {
                try Task.checkCancellation()
                // A mail that went meanwhile is none of the mailbox any more.
                guard let size = sizes[number] else { continue }
                visited += 1
                let name = Array(String(number).utf8)
                guard
                    try body(
                        MailPlace(number: visited, folder: address.folder, names: [name], piece: 0..<size)
                    )
                else { return }
            }
        }
    }

    package func header(of place: MailPlace) throws -> [UInt8] {
        guard let header = headers[Self.number(of: place)] else { throw Self.changed }
        guard header.count <= limits.header else { throw MailFault.headerTooLarge }
        return header
    }

    package func mail(at place: MailPlace) throws -> [UInt8] {
        guard place.piece?.count ?? 0 <= limits.message else { throw MailFault.messageTooLarge }
        let number = Self.number(of: place)
        var mail: [UInt8]?
        // What a server says of a mail's size need not be true: no more than the limit and one byte is taken.
        try ask("UID FETCH \(number) (UID BODY.PEEK[]<0.\(limits.message + 1)>)") { response in
            if response.isFetch, response.number(after: "UID") == number { mail = response.content ?? [] }
        }
        guard let mail else { throw Self.changed }
        return mail
    }

    /// Fetches headers, and gives the sizes of their mails.
    private func fetchHeaders(_ numbers: ArraySlice<Int>) throws -> [Int: Int] {
        headers.removeAll(keepingCapacity: true)
        let list = numbers.map(String.init).joined(separator: ",")
        var sizes: [Int: Int] = [:]
        try ask("UID FETCH \(list) (UID RFC822.SIZE BODY.PEEK[HEADER]<0.\(limits.header + 1)>)") { response in
            guard response.isFetch, let number = response.number(after: "UID") else { return }
            guard let size = response.number(after: "RFC822.SIZE") else { return }
            (headers[number], sizes[number]) = (response.content ?? [], max(size, 0))
        }
        return sizes
    }

    private func open() throws {
        let folder = address.folder.flatMap { [0x22, 0x5C].contains($0) ? [0x5C, $0] : [$0] }
        var now: Int?
        try ask(Array("EXAMINE \"".utf8) + folder + [0x22]) { response in
            now = response.number(after: "[UIDVALIDITY") ?? now
        }
        if let validity, validity != now { throw Self.changed }
        validity = now
    }

    private func ask(_ command: String, _ take: (IMAPResponse) throws -> Void) throws {
        try ask(Array(command.utf8), take)
    }

    private func ask(_ command: [UInt8], _ take: (IMAPResponse) throws -> Void) throws {
        let current = try connection ?? IMAPConnection(address)
        connection = nil
        try current.ask(command, take)
        connection = current
    }

    private static func number(of place: MailPlace) -> Int {
        Int(String(decoding: place.names.last ?? [], as: UTF8.self)) ?? 0
    }

    private static let changed = SourceFailure(
        .unreachable,
        "the mailbox changed while it was read",
        hint: "try again",
        retryable: true
    )
}
