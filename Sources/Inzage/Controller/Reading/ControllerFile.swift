import ExporterKit
import Foundation

/// Reads `controller.yaml`; ``ControllerTemplate/controllerYAML`` shows every key with what it means.
struct ControllerFile {
    static let name = "controller.yaml"

    /// What stands in the file; what is wrong is noted and replaced by a default, so that the rest is read too.
    static func read(_ root: YAMLValue) -> Controller? {
        let keys = [
            "entities", "contact", "languages", "form_of_address", "supervisory_authority", "rights", "identity",
            "deadline", "delivery", "staff", "release", "demo",
        ]
        guard let map = root.mapping(known: keys) else { return nil }
        let languages = languages(map)
        return Controller(
            entities: entities(map),
            contact: contact(map),
            languages: languages,
            formOfAddress: formOfAddress(map, languages: languages),
            supervisoryAuthority: supervisoryAuthority(map),
            rights: rights(map),
            identity: IdentitySection.read(map),
            deadline: deadline(map),
            delivery: DeliverySection.read(map),
            redactStaff: map["staff"]?.choice("way to treat staff", of: ["named", "redacted"]) != "named",
            release: map["release"]?.choice("release policy") ?? .review,
            isDemo: map["demo"]?.truth() ?? false
        )
    }

    private static func entities(_ map: YAMLMapping) -> [Entity] {
        let fix = "list the legal entities, the one that answers first"
        let items = map.required("entities", fix: fix)?.someItems(fix: fix) ?? []
        return items.enumerated().compactMap { index, item in
            guard let map = item.mapping(known: ["name", "country", "address"]) else { return nil }
            let name = map.required("name", fix: "write the name in the trade register")?.text()
            // A letter is signed by the first one alone.
            let silent = index == 0
            let country = silent ? map.silent("country", "the country is not given", fix: "write NL") : map["country"]
            let address = silent ? map.silent("address", "the address is not given", fix: "write it") : map["address"]
            return Entity(name: name ?? "", country: country?.country(), address: address?.text())
        }
    }

    private static func contact(_ map: YAMLMapping) -> Contact {
        let fix = "say by which e-mail address, telephone number or postal address people reach you"
        guard let section = map.required("contact", fix: fix),
            let contact = section.mapping(known: ["title", "email", "phone", "post"])
        else { return Contact() }
        guard ["email", "phone", "post"].contains(where: { contact[$0] != nil }) else {
            section.error("there is no way to reach anybody", fix: fix)
            return Contact()
        }
        func text(_ key: String, _ problem: String) -> YAMLValue? {
            contact.silent(key, problem, fix: "write it; letters that need it wait until then")
        }
        return Contact(
            title: text("title", "it is not said whom people reach")?.text(),
            email: text("email", "there is no e-mail address to reach")?.emailAddress(),
            phone: text("phone", "there is no telephone number to reach")?.text(),
            post: text("post", "there is no postal address to reach")?.text()
        )
    }

    private static func languages(_ map: YAMLMapping) -> [Language] {
        let fix = "list the languages you answer in, such as [nl, en]"
        var languages: [Language] = []
        for item in map.required("languages", fix: fix)?.someItems(fix: fix) ?? [] {
            guard let language: Language = item.choice("language") else { continue }
            if languages.contains(language) {
                item.error("the language stands here twice", fix: "leave one out")
            } else {
                languages.append(language)
            }
        }
        return languages
    }

    private static func formOfAddress(_ map: YAMLMapping, languages: [Language]) -> FormOfAddress {
        guard languages.contains(.nl) else { return map["form_of_address"]?.choice("form of address") ?? .u }
        let form = map.silent("form_of_address", "it is not said how people are addressed", fix: "write u or je")
        return form?.choice("form of address") ?? .u
    }

    private static func supervisoryAuthority(_ map: YAMLMapping) -> SupervisoryAuthority? {
        let key = "supervisory_authority"
        guard
            let section = map.silent(key, "it is not said where people can complain", fix: "write name and website"),
            let authority = section.mapping(known: ["name", "website", "post"])
        else { return nil }
        return SupervisoryAuthority(
            name: authority.required("name", fix: "write the authority's name")?.text() ?? "",
            website: authority["website"]?.webAddress(),
            post: authority["post"]?.text()
        )
    }

    private static func rights(_ map: YAMLMapping) -> [Right] {
        let fix = "write [access, portability]; the law gives people both"
        let list = map.silent("rights", "it is not said which rights are offered", fix: fix)
        return list?.someItems(fix: fix).compactMap { $0.choice("right") } ?? Right.allCases
    }

    private static func deadline(_ map: YAMLMapping) -> DeadlinePolicy {
        let fallback = DeadlinePolicy(base: nil, holidays: "NL", timeZone: "Europe/Amsterdam")
        let fix = "write base, holidays and time_zone"
        guard let section = map.required("deadline", fix: fix),
            let deadline = section.mapping(known: ["base", "holidays", "time_zone"])
        else { return fallback }
        let base = deadline.silent(
            "base",
            "the policy has no number, so the law's month counts",
            fix: "write P30D or P1M if it has one"
        )
        let holidays = deadline.required("holidays", fix: "write whose public holidays count, such as NL")
        let zone = deadline.required("time_zone", fix: "write Europe/Amsterdam")
        return DeadlinePolicy(
            base: base?.datePeriod(),
            holidays: holidays?.countryCode() ?? fallback.holidays,
            timeZone: zone?.timeZone() ?? fallback.timeZone
        )
    }
}

extension YAMLValue {
    fileprivate func timeZone() -> String? {
        guard let name = text() else { return nil }
        if TimeZone(identifier: name) != nil { return name }
        error("unknown time zone \(shown(name))", fix: "write a name of the tz database, such as Europe/Amsterdam")
        return nil
    }

    fileprivate func webAddress() -> String? {
        guard let address = text() else { return nil }
        let isWeb = ["https://", "http://"].contains { address.utf8.starts(with: $0.utf8) }
        guard isWeb, address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
            error("\(shown(address)) is no web address", fix: "write it from https:// on")
            return nil
        }
        return address
    }
}
