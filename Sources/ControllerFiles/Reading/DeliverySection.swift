import ExporterKit
import Policy
import Groundwork

/// Reads `delivery` in `controller.yaml`.
enum DeliverySection {
    private static let defaultLimit = 15_000_000

    static func read(_ map: YAMLMapping) -> DeliveryPolicy {
        let keys = [
            "from", "from_name", "reply_to", "mail_limit", "smtp", "archive_kept", "padding", "workbook_records",
            "passphrase_otherwise",
        ]
        let section = map.required("delivery", fix: "write at least from and reply_to")
        guard let delivery = section?.mapping(known: keys, statements: ["to", "alternatives", "third_party_direct"])
        else {
            return DeliveryPolicy(from: "", replyTo: "", smtp: nil, mailLimit: defaultLimit, archiveDays: 14)
        }
        lookAtOrganisations(delivery["third_party_direct"])
        let from = delivery.required("from", fix: "write the address that mail comes from")
        let replyTo = delivery.required("reply_to", fix: "write the mailbox to which people return the code")
        return DeliveryPolicy(
            from: from?.emailAddress() ?? "",
            fromName: delivery["from_name"]?.senderName(),
            replyTo: replyTo?.emailAddress() ?? "",
            smtp: delivery["smtp"].flatMap(server),
            mailLimit: delivery["mail_limit"]?.byteCount() ?? defaultLimit,
            archiveDays: delivery["archive_kept"]?.days(upTo: 365) ?? 14,
            isPadded: delivery["padding"]?.choice("padding", of: ["none", "buckets"]) == "buckets",
            workbookRecords: delivery["workbook_records"]?.recordCount() ?? DeliveryPolicy.usualWorkbookRecords,
            passphraseOtherwise: delivery["passphrase_otherwise"]?.localized()
        )
    }

    private static func lookAtOrganisations(_ isDirect: YAMLValue?) {
        guard isDirect?.truth() == false else { return }
        isDirect?.law(
            "the policy sends nothing to another organisation; a person who names one gets it there all the same",
            article: "20(2)",
            fix: "nothing is needed; it is refused only where it is technically impossible"
        )
    }

    private static func server(_ section: YAMLValue) -> SMTPServer? {
        let keys = ["host", "port", "tls", "user", "password", "trust"]
        guard let map = section.mapping(known: keys) else { return nil }
        let host = map.required("host", fix: "write the mail server's name")?.host()
        let port = map["port"]?.port()
        let tls = map["tls"]?.choice("way to begin TLS", of: ["implicit", "starttls"])
        let isImplicit = tls.map { $0 == "implicit" } ?? (port == 465)
        let user = map["user"]?.text()
        let password = map["password"]?.secretReference()
        if user != nil, map["password"] == nil {
            map.note(.error, "password", "the user has no password", fix: "write env:NAME or file:PATH")
        }
        return SMTPServer(
            host: host ?? "",
            port: port ?? (isImplicit ? 465 : 587),
            implicitTLS: isImplicit,
            user: user,
            password: password,
            trust: map["trust"]?.pathInFolder()
        )
    }
}

extension YAMLValue {
    fileprivate func host() -> String? {
        guard let name = text() else { return nil }
        let isName = name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"/@\"<>\\".utf8.contains($0) }
        if isName, !name.utf8.starts(with: "-".utf8) { return name }
        error("\(shown(name)) is no host name", fix: "write the name alone, such as mail.example.org")
        return nil
    }

    /// A name that can stand before an address: one line, and none that could be taken for an address itself.
    fileprivate func senderName() -> String? {
        guard let name = text() else { return nil }
        let isSafe = name.unicodeScalars.allSatisfy { scalar in
            ![.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
                && !"@<>".unicodeScalars.contains(scalar)
        }
        if isSafe, name.utf8.count <= 45 { return name }
        error(
            "\(shown(name)) cannot stand before an address",
            fix: "write the company's name, without @, < and >, in at most 45 bytes"
        )
        return nil
    }

    fileprivate func port() -> Int? {
        guard let text = text() else { return nil }
        if let port = Int(text), (1...65535).contains(port) { return port }
        error("\(shown(text)) is no port", fix: "write 465 or 587")
        return nil
    }

    /// A number of records, which may be none.
    fileprivate func recordCount() -> Int? {
        guard let text = text() else { return nil }
        if let number = Int(text), (0...10_000_000).contains(number) { return number }
        error(
            "\(shown(text)) is no number of records",
            fix: "write a whole number up to 10000000, or 0 for no workbook"
        )
        return nil
    }

    /// A number of bytes: `15000000`, `15 MB` or `15 MiB`.
    func byteCount() -> Int? {
        guard let text = text() else { return nil }
        let digits = text.utf8.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") }
        let number = Int(String(decoding: digits.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self))
        let unit = String(decoding: text.utf8.dropFirst(digits.count).filter { $0 != 0x20 }, as: UTF8.self)
        let units = ["": 1, "B": 1, "kB": 1000, "KiB": 1 << 10, "MB": 1_000_000, "MiB": 1 << 20]
        guard let number, number <= 1_000_000_000, let factor = units[unit] else {
            error("\(shown(text)) is no size", fix: "write 15000000, 15 MB or 15 MiB")
            return nil
        }
        let (count, overflows) = number.multipliedReportingOverflow(by: factor)
        guard !overflows, (100_000...1_000_000_000).contains(count) else {
            error("no mail server has a limit of \(shown(text))", fix: "write something like 15 MB")
            return nil
        }
        return count
    }
}
