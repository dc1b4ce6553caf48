import ExporterKit
import Policy
import Groundwork

/// Reads who answers, whom people reach and where they complain.
enum PartySections {
    static func entities(_ map: YAMLMapping) -> [Entity] {
        let fix = "list the legal entities, the one that answers first"
        let items = map.required("entities", fix: fix)?.someItems(fix: fix) ?? []
        return items.enumerated().compactMap { index, item in
            guard let map = item.mapping(known: ["name", "country", "address", "phone"]) else { return nil }
            let name = map.required("name", fix: "write the name in the trade register")?.text()
            // A letter is signed by the first one alone.
            let silent = index == 0
            let country = silent ? map.silent("country", "the country is not given", fix: "write NL") : map["country"]
            let address = silent ? map.silent("address", "the address is not given", fix: "write it") : map["address"]
            return Entity(
                name: name ?? "",
                country: country?.country(),
                address: address?.text(),
                phone: map["phone"]?.text()
            )
        }
    }

    static func contact(_ map: YAMLMapping) -> Contact {
        let keys = [
            "title", "email", "officer", "phone", "post", "complaints_first_to", "mailboxes",
        ]
        let fix = "say by which e-mail address, telephone number or postal address people reach you"
        guard let section = map.required("contact", fix: fix),
            let contact = section.mapping(known: keys, statements: ["general_email"])
        else {
            return Contact()
        }
        if !["email", "phone", "post"].contains(where: { contact[$0] != nil }) {
            contact.note(.error, "email", "there is no way to reach anybody", fix: fix)
            return Contact(title: contact["title"]?.text())
        }
        func value(_ key: String, _ problem: String) -> YAMLValue? {
            contact.silent(key, problem, fix: "write it; letters that need it wait until then")
        }
        return Contact(
            title: value("title", "it is not said whom people reach")?.text(),
            email: value("email", "there is no e-mail address to reach")?.emailAddress(),
            officer: contact["officer"]?.emailAddress(),
            phones: value("phone", "there is no telephone number to reach")?.texts() ?? [],
            posts: value("post", "there is no postal address to reach")?.texts() ?? [],
            complaintsFirstTo: contact["complaints_first_to"]?.text(),
            mailboxes: (contact["mailboxes"]?.items() ?? []).compactMap(mailbox)
        )
    }

    private static func mailbox(_ value: YAMLValue) -> Mailbox? {
        guard let map = value.mapping(known: ["purpose", "address", "also"]),
            let purpose = map.required("purpose", fix: "say what the mailbox is for")?.word(of: "purpose"),
            let address = map.required("address", fix: "write the e-mail address")?.emailAddress()
        else { return nil }
        return Mailbox(purpose: purpose, address: address, also: map["also"]?.texts() ?? [])
    }

    static func supervisoryAuthorities(_ map: YAMLMapping) -> [SupervisoryAuthority] {
        let key = "supervisory_authority"
        let section = map.silent(key, "it is not said where people can complain", fix: "write name and website")
        return (section?.itemsOrOne() ?? []).compactMap(authority)
    }

    private static func authority(_ value: YAMLValue) -> SupervisoryAuthority? {
        guard let map = value.mapping(known: ["name", "country", "website", "post"]) else { return nil }
        let name = map.silent("name", "the authority has no name here, so letters wait", fix: "write its name")
        let authority = SupervisoryAuthority(
            name: name?.text(),
            country: map["country"]?.countryCode(),
            website: map["website"]?.webAddress(),
            post: map["post"]?.text()
        )
        if authority.isObsolete {
            name?.warning(
                "no authority bears this name any more, so letters wait",
                fix: "write today's name, such as Autoriteit Persoonsgegevens or Gegevensbeschermingsautoriteit"
            )
        }
        return authority
    }
}

extension YAMLValue {
    /// A web address from its scheme on.
    func webAddress() -> String? {
        guard let address = text() else { return nil }
        let isWeb = ["https://", "http://"].contains { address.utf8.starts(with: $0.utf8) }
        guard isWeb, address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
            error("\(shown(address)) is no web address", fix: "write it from https:// on")
            return nil
        }
        return address
    }

    /// A word that stands for something, such as `legal_claims`; which words there are is the policy's affair.
    func word(of what: String) -> String? {
        guard let text = text() else { return nil }
        if isIdentifierLike(text) { return text }
        error("\(shown(text)) is no word for a \(what)", fix: "use letters, digits, hyphen, dot and underscore")
        return nil
    }

    /// Words in a list, or one alone.
    func words(of what: String) -> [String] { (itemsOrOne() ?? []).compactMap { $0.word(of: what) } }
}
