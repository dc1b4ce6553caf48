import Foundation

/// A curriculum vitae in the JSON Resume form.
struct Resume: Encodable {
    struct Basics: Encodable {
        var name: String
        var label: String
        var email: String?
        var phone: String
        var summary: String
        var location: [String: String]
    }
    struct Work: Encodable {
        var name: String
        var position: String
        var startDate: String
        var endDate: String?
        var highlights: [String]
    }
    struct Education: Encodable {
        var institution: String
        var area: String
        var studyType: String
    }
    struct Skill: Encodable {
        var name: String
        var level: String
    }
    struct SpokenLanguage: Encodable {
        var language: String
        var fluency: String
    }
    struct Reference: Encodable {
        var name: String
        var reference: String
    }

    var basics: Basics
    var work: [Work]
    var education: [Education]
    var skills: [Skill]
    var languages: [SpokenLanguage]
    var references: [Reference]
    var meta: [String: String]

    init(of person: Population.Person, today: Day, _ random: inout Randomness) {
        let label = random.pick(["Magazijnmedewerker", "Inkoper", "Webontwikkelaar", "Medewerker klantenservice"])
        let town = person.address.split(separator: " ").last.map(String.init) ?? ""
        basics = Basics(
            name: person.name,
            label: label,
            email: person.email,
            phone: Names.phone(person.number),
            summary: random.pick(["Nauwkeurig en vrolijk.", "Tien jaar ervaring; \"altijd op tijd\"."]),
            location: ["city": town, "countryCode": "NL"]
        )
        work = (0..<random.below(4)).map { place in Self.work(place, today: today, &random) }
        education = [
            Education(institution: "ROC Voorbeeld", area: random.pick(["Logistiek", "ICT"]), studyType: "mbo-4")
        ]
        skills = [Skill(name: random.pick(["heftruck", "Swift", "voorraadbeheer"]), level: "gevorderd")]
        languages = [SpokenLanguage(language: "Nederlands", fluency: "moedertaal")]
        references = random.chance(50) ? [Reference(name: Names.person(&random), reference: "Een fijne collega.")] : []
        meta = ["version": "v1.0.0", "lastModified": (today - (random.below(300) + 3)).moment(second: 43_200)]
    }

    private static func work(_ place: Int, today: Day, _ random: inout Randomness) -> Work {
        let start = today - (900 * (place + 1) + random.below(400))
        return Work(
            name: random.pick(["Proefwinkel", "Oefenbedrijf", "Fictie & Co"]),
            position: "medewerker",
            startDate: start.text,
            endDate: place == 0 ? nil : (start + 800).text,
            highlights: ["voorraad geteld", "collega's ingewerkt"]
        )
    }

    /// The document; sorted keys, because the same seed must give the same bytes.
    func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self) + Data([0x0A])
    }

    /// The same for people, line by line.
    var lines: [String] {
        let places = work.map { "\($0.startDate)  \($0.position) bij \($0.name)" }
        let schools = education.map { "\($0.institution), \($0.area) (\($0.studyType))" }
        return ["Curriculum vitae", basics.name, basics.email ?? "", basics.phone, "", basics.summary, ""] + places
            + schools
    }
}
