package import DriverParts
import ExporterKit

/// Why a mail cannot be read; which one it is says its number alone.
package enum MailFault: Error, CaseIterable {
    case headerTooLarge
    case messageTooLarge
    case tooManyParts
    case tooDeep
    case noHeader
    case zeroInHeader

    fileprivate var words: String {
        switch self {
        case .headerTooLarge: "the header has more than 1 MiB"
        case .messageTooLarge: "the mail is larger than `message_limit`"
        case .tooManyParts: "the mail has more parts than `part_limit`, or as many lines of headers"
        case .tooDeep: "its parts stand in one another more than 50 deep"
        case .noHeader: "it has no header"
        case .zeroInHeader: "its header holds a zero byte"
        }
    }

    fileprivate var code: SourceFailure.Code {
        switch self {
        case .headerTooLarge, .messageTooLarge, .tooManyParts, .tooDeep: .tooLarge
        case .noHeader, .zeroInHeader: .malformed
        }
    }
}

/// The mails that could not be read, counted: nobody knows whose they are, so that "found nothing" would say nothing.
package struct MailFaults {
    package init() {}

    private var counts: [MailFault: Int] = [:]
    private var first: (number: Int, fault: MailFault)?

    /// Counts one, by the number of the mail in the order of the mailbox.
    package mutating func note(_ fault: MailFault, _ number: Int) {
        counts[fault, default: 0] += 1
        if first == nil { first = (number, fault) }
    }

    /// Fails where there was any.
    package func finish() throws(Problem) {
        guard let first else { return }
        let count = counts.values.reduce(0, +)
        let kinds = MailFault.allCases.filter { counts[$0] != nil }
        let words = kinds.map { kinds.count > 1 ? "\($0.words) (\(counts[$0] ?? 0))" : $0.words }
        throw Problem(
            first.fault.code,
            "connection",
            "\(count == 1 ? "a mail" : "\(count) mails") cannot be read, the first is mail \(first.number):"
                + " \(words.joined(separator: "; "))",
            fix: "look at it, and move it out of the mailbox or raise the limit"
        )
    }
}
