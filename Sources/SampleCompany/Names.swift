/// What random people are made of; no planted person has one of these family names.
enum Names {
    static let given = [
        "Aafke", "Bram", "Carlijn", "Daan", "Eline", "Fleur", "Gijs", "Hanna", "Ilse", "Joris", "Karin", "Lars", "Maud",
        "Niels", "Oscar", "Pleun", "Quinten", "Roos", "Sanne", "Teun", "Ursula", "Veerle", "Wouter", "Xander", "Yara",
        "Zoë", "Anouk", "Björn", "Chloé", "Dirk", "Esmée", "Femke", "Guus", "Hugo", "Iris", "Jasmijn", "Koen", "Lotte",
    ]
    static let family = [
        "van den Berg", "Bakker", "Visser", "Mulder", "de Groot", "Bos", "Vos", "Peters", "Hendriks", "van Leeuwen",
        "Dekker", "Brouwer", "de Wit", "Dijkstra", "Smeets", "de Graaff", "van der Meer", "Kok", "Jacobs", "de Haan",
        "Vermeulen", "van den Heuvel", "van der Veen", "Schouten", "Willems", "Hoekstra", "Koster", "Prins", "Blom",
        "Huisman", "Peeters", "de Jonge", "Kuipers", "Postma", "Veenstra", "Kramer", "van Vliet", "Scholten",
    ]
    static let streets = ["Voorbeeldlaan", "Proefweg", "Oefenpad", "Fictiestraat", "Verzonnen Kade", "Modelplein"]
    static let towns = ["Voorbeeldstad", "Proefdam", "Oefenhuizen", "Fictiemeer"]
    static let domains = ["example.org", "example.com", "example.net"]
    static let staff = ["Marije Loket", "Sjoerd Balie", "Tanja Servicedesk", "Umut Helpdesk", "Vera Klantenteam"]

    /// A full name.
    static func person(_ random: inout Randomness) -> String { "\(random.pick(given)) \(random.pick(family))" }

    /// A postal address on two lines; no Dutch postcode begins with 0.
    static func address(_ random: inout Randomness) -> String {
        let house = random.below(180) + 1
        let postcode = "0\(padded(random.below(900) + 100, to: 3)) \(random.text(2, from: capitals))"
        return "\(random.pick(streets)) \(house)\n\(postcode) \(random.pick(towns))"
    }

    /// A mobile number that the Dutch numbering plan gives to nobody, made from a person's own number.
    static func phone(_ number: Int) -> String { "+31600\(padded(number % 1_000_000, to: 6))" }

    /// An account number with right check digits at a bank that does not exist.
    static func iban(_ number: Int) -> String {
        let account = padded(number, to: 10)
        // VRBD, NL and 00 as ISO 13616 reads letters: A is 10.
        let remainder = "31271113\(account)232100".utf8.reduce(0) { ($0 * 10 + Int($1) - 0x30) % 97 }
        return "NL\(padded(98 - remainder, to: 2))VRBD\(account)"
    }

    /// What a bcrypt hash looks like.
    static func passwordHash(_ random: inout Randomness) -> String {
        "$2b$12$" + random.text(53, from: hashLetters)
    }

    /// The name as letters and dots that any mail system takes.
    static func mailbox(_ name: String) -> String {
        let plain = ["ë": "e", "é": "e", "ö": "o", " ": "."]
        return name.lowercased().map { plain[String($0)] ?? String($0) }.joined()
    }

    private static let capitals = Array("ABCDEFGHJKLMNPRSTUVWXZ")
    private static let hashLetters = Array("./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
}
