import Foundation

/// The header fields of a message, up to those of its content.
struct HeaderWriter {
    let addresses: EncodedMessage.AddressForm

    /// The fields, each ended by CR LF.
    ///
    /// Addresses stand bare but for the sender's name, which is the controller's own (case 86).
    func header(of message: MailMessage) throws(MailFailure) -> String {
        var fields = [("Date", Self.dateText(message.date)), ("From", try sender(of: message))]
        if let replyTo = message.replyTo { fields.append(("Reply-To", try text(of: replyTo))) }
        fields += [
            ("To", try text(of: message.to)),
            ("Message-ID", "<\(message.messageID)>"),
            ("Subject", EncodedWord.encode(message.subject, fieldName: "Subject")),
            ("Auto-Submitted", message.autoSubmitted.rawValue),
            ("MIME-Version", "1.0"),
        ]
        return fields.map { "\($0): \($1)\r\n" }.joined()
    }

    private func sender(of message: MailMessage) throws(MailFailure) -> String {
        let address = try text(of: message.from)
        guard let name = message.fromName else { return address }
        return "\(EncodedWord.phrase(name))\r\n <\(address)>"
    }

    private func text(of address: MailAddress) throws(MailFailure) -> String {
        switch addresses {
        case .asStored: address.text
        case .domainsAsALabels: try InternationalDomain.withALabels(address)
        }
    }

    /// RFC 5322 in UTC, by hand because a formatter follows the locale.
    private static func dateText(_ date: Date) -> String {
        let seconds = Int(date.timeIntervalSince1970.rounded(.down))
        var time = time_t(seconds)
        var parts = tm()
        gmtime_r(&time, &parts)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(days[Int(parts.tm_wday)]), \(parts.tm_mday) \(months[Int(parts.tm_mon)]) "
            + "\(1900 + Int(parts.tm_year)) \(clock.joined(separator: ":")) +0000"
    }
}
