import DriverParts
public import ExporterKit

/// Reaches a web service that answers in JSON (`driver: http`); the connection is its address, `https` unless it is on
/// this machine.
///
/// A collection says `path`, `query` and `body`, in which `{kind}` stands for an identifier and is escaped for the place
/// where it stands; `records` leads to the list in the answer, and `next` to the next page. The service is asked once
/// for each tuple of identifiers, and its records become cells as those of JSON files do. A field with `file: true`
/// holds the address of a document on the same service, which is fetched when it is read.
///
/// Nothing is sent to another host, port or scheme than the connection's: no redirect, no next page and no document
/// leads away from it. The certificate is always verified. 404 means that nothing is held where `not_found: nothing`
/// says so, and is a failure everywhere else.
public struct HTTPDriver: Driver {
    /// The word in `exporter.yaml`.
    public let name = "http"
    /// The keys of a system and of a collection.
    public let settings = DriverSettings(
        system: [
            SettingDescription("auth", .any, "`bearer`, `basic`, `{basic: USER}`, `{header: NAME}` or `{oauth2: ..}`"),
            SettingDescription("headers", .any, "what else is said with each request, by name"),
            SettingDescription("trust", .path, "a file of certificates to trust instead of the machine's (PEM)"),
        ],
        collection: [
            SettingDescription("path", .text, required: true, "where the records are, such as `customers/{id}/orders`"),
            SettingDescription("query", .any, "the query, by name, such as `{email: \"{email}\"}`"),
            SettingDescription("body", .text, "what is posted: JSON, or a form where `headers` say so"),
            SettingDescription("method", .text, "`GET` or `POST`; with a body it is `POST`"),
            SettingDescription("records", .text, "the path to the list of records in the answer, such as `data.items`"),
            SettingDescription("next", .any, "how the next page is asked for"),
            SettingDescription("not_found", .text, "`nothing`, where 404 and 204 mean that nothing is held"),
        ]
    )

    /// Makes the driver.
    public init() {}

    /// Connects to nothing yet.
    public func open(_ system: SystemDescription, _ context: DriverContext) async throws -> any Source {
        HTTPSource(system: system, context: context)
    }
}
