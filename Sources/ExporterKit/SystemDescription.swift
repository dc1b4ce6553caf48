/// One source system, as its `exporter.yaml` describes it.
public struct SystemDescription: Sendable {
    /// The folder's name under `exporters/`: the system's id in ledgers, options and errors.
    public let id: String
    /// What people call the system.
    public let title: LocalizedText
    /// `controller`, or the id of the processor that holds the data.
    public let heldBy: String
    /// The name of the driver that reaches the store.
    public let driver: String
    /// A path relative to ``folder``, or a server's address.
    public let connection: String
    /// Where a secret stands, if the connection needs one.
    public let secret: SecretReference?
    /// The longest that gathering may wait for the system, in seconds.
    public let timeLimit: Int
    /// How many questions a second it may be asked, or nil for as many as come.
    public let rateLimit: Int?
    /// The driver's own settings, such as `headers`.
    public let settings: [String: Setting]
    /// A person of the controller's own, by the kinds by which the system must find them at every export; empty where
    /// none is named.
    public let canary: [Identifier]
    /// The folder that holds `exporter.yaml`, as an absolute path.
    public var folder: String
    /// The collections in the order in which the file lists them.
    public var collections: [CollectionDescription]

    /// Makes a description.
    public init(
        id: String,
        title: LocalizedText,
        heldBy: String = "controller",
        driver: String,
        connection: String,
        secret: SecretReference? = nil,
        timeLimit: Int = 300,
        rateLimit: Int? = nil,
        settings: [String: Setting] = [:],
        canary: [Identifier] = [],
        folder: String,
        collections: [CollectionDescription]
    ) {
        self.id = id
        self.title = title
        self.heldBy = heldBy
        self.driver = driver
        self.connection = connection
        self.secret = secret
        self.timeLimit = timeLimit
        self.rateLimit = rateLimit
        self.settings = settings
        self.canary = canary
        self.folder = folder
        self.collections = collections
    }
}

/// Where a secret is found; the secret itself never stands in YAML.
public enum SecretReference: Sendable, Hashable {
    /// An environment variable, written `env:NAME`.
    case environment(String)
    /// A file, written `file:PATH`.
    case file(String)
}

/// One table-like thing that an exporter yields; it belongs to one category.
public struct CollectionDescription: Sendable {
    /// Where data comes from, as the gate of the right to portability asks.
    public enum Origin: String, Sendable, CaseIterable, Codable {
        /// The person gave it.
        case provided
        /// It was seen of the person's use of a service.
        case observed
        /// The controller made it from other data.
        case derived
        /// Somebody else gave it.
        case thirdParty = "third_party"
    }

    /// The key under `collections`.
    public let id: String
    /// What people call it.
    public let title: LocalizedText
    /// The category of the record of processing.
    public let category: String
    /// Where the data comes from.
    public let origin: Origin
    /// Whether the records are about others than the subject (`about: others`): they yield no identifiers.
    public let aboutOthers: Bool
    /// The kinds of identifier it is asked by; all of them must be known, and from one record.
    public let needs: [String]
    /// Whether it is no failure that the store holds no record at all, of anybody.
    public let mayBeEmpty: Bool
    /// Whether the source only finds candidates (`finds: candidates`): a record of somebody else is dropped and counted
    /// there, and a failure everywhere else.
    public let findsCandidates: Bool
    /// What fields must say for a record to be one of the collection's (`where`); others are left out.
    public let only: [String: String]
    /// The driver's own settings: `query`, `file`, `match`, `folder` and the like.
    public let settings: [String: Setting]
    /// The names of the fields that tell one record from another.
    public let key: [String]
    /// Fields that, when they carry the subject's identifier, make the record one that the subject sent or received:
    /// then only fields marked `redact: always` are redacted.
    public let ownWhen: [String]
    /// The fields, in order.
    public var fields: [FieldDescription]

    /// Makes a description.
    public init(
        id: String,
        title: LocalizedText,
        category: String,
        origin: Origin,
        aboutOthers: Bool = false,
        needs: [String],
        mayBeEmpty: Bool = false,
        findsCandidates: Bool = false,
        only: [String: String] = [:],
        settings: [String: Setting],
        key: [String] = [],
        ownWhen: [String] = [],
        fields: [FieldDescription]
    ) {
        self.id = id
        self.title = title
        self.category = category
        self.origin = origin
        self.aboutOthers = aboutOthers
        self.needs = needs
        self.mayBeEmpty = mayBeEmpty
        self.findsCandidates = findsCandidates
        self.only = only
        self.settings = settings
        self.key = key
        self.ownWhen = ownWhen
        self.fields = fields
    }
}
