import ExporterKit
import StoreSchemas

/// What a column's name says of what stands in it: a guess, so that each line it marks is to be looked at.
enum ColumnSense: Sendable, Hashable {
    case email, phone, post
    case secret
    case birth
    /// A person's name.
    case name
    /// Somebody who works for the controller.
    case staff
    /// Text in which others may be named.
    case freeText
    /// What tells one person or device from others: an address of the network, a number of a document, an account.
    case identifying
    /// What the law protects more than other data.
    case special

    /// - Parameter table: the words of the table's own name, which columns often begin with and which say nothing of them.
    init?(_ column: ColumnSchema, in table: [String] = []) {
        let words = NameWords(column.name).without(table)
        let isText = column.type == .string || column.type == .any
        guard let sense = Self.sense(of: words, column.type, isText: isText) else { return nil }
        self = sense
    }

    private static func sense(of words: NameWords, _ type: FieldType, isText: Bool) -> ColumnSense? {
        func holds(_ runs: [String]) -> Bool { runs.contains(where: words.holds) }
        if isText, holds(secrets) { return .secret }
        if isText, holds(emails), !words.hasAny(aboutMails) { return .email }
        if isText || type == .integer, holds(phones), !words.hasAny(aboutMails) { return .phone }
        if holds(births) { return .birth }
        if holds(staffs) { return .staff }
        if isText, holds(identifyings) { return .identifying }
        if isText, holds(names), !words.hasAny(notPeople) { return .name }
        if isText, holds(posts) { return .post }
        if holds(specials) { return .special }
        return isText && holds(texts) ? .freeText : nil
    }

    private static let secrets = [
        "password", "passwd", "passphrase", "pass", "pwd", "wachtwoord", "passwort", "kennwort", "mot de passe", "hash",
        "token", "secret", "salt", "api key", "private key", "activation key", "session", "otp", "pin", "cvv", "cvc",
    ]
    private static let emails = ["email", "e mail", "mail", "emailadres", "mailadres", "courriel", "mailaddress"]
    /// Words of columns about a message or a switch, in which no address stands.
    private static let aboutMails: Set<String> = [
        "subject", "body", "template", "sent", "verified", "confirmed", "count", "host", "server", "format", "type",
        "status", "newsletter", "language", "hash", "extension",
    ]
    private static let phones = [
        "phone", "telephone", "telefoon", "telefon", "tel", "mobile", "mobiel", "handy", "gsm", "fax", "telnr",
        "phonenumber",
    ]
    private static let births = [
        "birth", "birthdate", "birthday", "dob", "geboortedatum", "geburtsdatum", "geburtstag", "naissance",
        "date of birth",
    ]
    private static let staffs = [
        "staff", "employee", "agent", "assignee", "rep", "manager", "medewerker", "mitarbeiter", "handled by",
        "approved by", "created by", "updated by", "reports to",
    ]
    private static let identifyings = [
        "ip", "ip address", "user agent", "agent", "iban", "bic", "bsn", "ssn", "passport", "licence", "license plate",
        "device", "cookie", "vat", "tax", "account number", "card", "mac address", "fingerprint", "kenteken",
    ]
    private static let names = [
        "first name", "last name", "surname", "full name", "display name", "nicename", "nick name", "nickname", "name",
        "login", "username", "user name", "voornaam", "achternaam", "naam", "vorname", "nachname", "prenom", "nom",
        "author", "sender", "recipient", "contact", "signature",
    ]
    /// Words of names that are a thing's.
    private static let notPeople: Set<String> = [
        "file", "product", "item", "table", "column", "domain", "host", "class", "type", "country", "city", "company",
        "meta", "option", "term", "taxonomy", "store", "shop", "field", "key", "template", "url", "link", "status",
    ]
    private static let posts = [
        "address", "street", "straat", "strasse", "adres", "adresse", "postal", "postcode", "zip", "plz",
        "house number",
        "huisnummer", "city", "woonplaats", "district", "latitude", "longitude",
    ]
    private static let specials = [
        "gender", "sex", "religion", "health", "medical", "diagnosis", "ethnicity", "race", "nationality", "union",
        "geslacht", "geschlecht", "salary", "salaris",
    ]
    private static let texts = [
        "note", "notes", "comment", "remark", "remarks", "message", "body", "text", "content", "description", "reason",
        "opmerking", "bemerkung", "notiz", "notities", "bericht", "subject", "value", "excerpt",
    ]
}
