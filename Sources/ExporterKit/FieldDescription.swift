/// One field of a collection: a Frictionless Table Schema field and Inzage's marks on it.
public struct FieldDescription: Sendable {
    /// Who a name, an address or a number is about.
    public enum Person: String, Sendable, CaseIterable, Codable {
        /// The data subject.
        case subject
        /// Somebody else, who becomes a pseudonym.
        case other
        /// Somebody who works for the controller.
        case staff
    }

    /// A way by which the controller knows how to reach a person.
    public enum Channel: String, Sendable, CaseIterable, Codable {
        /// An e-mail address.
        case email
        /// A telephone number.
        case phone
        /// A postal address.
        case post
    }

    /// The result's column label, or the name in the JSON object.
    public let name: String
    /// Where the value stands in a nested object (`basics.email`); the name where the file does not say.
    public let path: String
    /// The Table Schema type: `string`, `integer`, `number`, `boolean`, `date`, `datetime`, `array`, `object`, ...
    public let type: String
    /// The Table Schema format, such as `email`.
    public let format: String?
    /// How the values are written in the source.
    public let values: ValueProperties
    /// What people call the field.
    public let title: LocalizedText
    /// What the value means.
    public let description: LocalizedText?
    /// Where the value comes from, where it differs from its collection.
    public let origin: CollectionDescription.Origin?
    /// The labels of coded values: a raw code without an explanation is not an answer.
    public let categories: [String: LocalizedText]
    /// The kind of identifier by which the record was asked and which it must carry.
    public let matches: String?
    /// The kind of identifier that the value yields to other exporters.
    public let identifies: String?
    /// How values become alike before they are compared with identifiers, one step after the other.
    public let shape: [IdentifierShape]
    /// The collection of the same system whose key the value is, such as the order of an item.
    public let refersTo: String?
    /// The channel whose address of record this is.
    public let addressOfRecord: Channel?
    /// The field that says since when the address of record is known.
    public let knownSince: String?
    /// Who the value is about.
    public let person: Person?
    /// Whether a person named here is redacted even in what the subject sent or received (`redact: always`).
    public let redactAlways: Bool
    /// Whether the value is a password, a hash or a token, which is never exported.
    public let secret: Bool
    /// Whether the value is a document.
    public let file: Bool
    /// Whether the value is the subject's date of birth, by which a child is noticed.
    public let dateOfBirth: Bool
    /// What a number means that is an amount of money.
    public let money: Money?

    /// Makes a description.
    public init(
        name: String,
        path: String? = nil,
        type: String,
        format: String? = nil,
        values: ValueProperties = ValueProperties(),
        title: LocalizedText,
        description: LocalizedText? = nil,
        origin: CollectionDescription.Origin? = nil,
        categories: [String: LocalizedText] = [:],
        matches: String? = nil,
        identifies: String? = nil,
        shape: [IdentifierShape] = [],
        refersTo: String? = nil,
        addressOfRecord: Channel? = nil,
        knownSince: String? = nil,
        person: Person? = nil,
        redactAlways: Bool = false,
        secret: Bool = false,
        file: Bool = false,
        dateOfBirth: Bool = false,
        money: Money? = nil
    ) {
        self.name = name
        self.path = path ?? name
        self.type = type
        self.format = format
        self.values = values
        self.title = title
        self.description = description
        self.origin = origin
        self.categories = categories
        self.matches = matches
        self.identifies = identifies
        self.shape = shape
        self.refersTo = refersTo
        self.addressOfRecord = addressOfRecord
        self.knownSince = knownSince
        self.person = person
        self.redactAlways = redactAlways
        self.secret = secret
        self.file = file
        self.dateOfBirth = dateOfBirth
        self.money = money
    }

    /// The kinds of identifier for which this field is checked against what was asked: `identifies` and an e-mail
    /// address of record imply `matches`.
    public var carriedKinds: [String] {
        var kinds: [String] = []
        for kind in [matches, identifies, addressOfRecord.map(\.rawValue)] {
            if let kind, !kinds.contains(kind) { kinds.append(kind) }
        }
        return kinds
    }
}
