import DriverParts
import ExporterKit

/// How a service is asked for the next page.
enum Paging: Sendable {
    /// There is one page.
    case none
    /// By the header `Link` with `rel="next"`.
    case link
    /// By the address that stands in the page.
    case url(JSONPlace)
    /// By a word that stands in the page and goes into the query; none ends it.
    case cursor(JSONPlace, parameter: String)
    /// By the page's number; a page without records ends it.
    case page(parameter: String, first: Int)
    /// By the number of records that came; a page without records ends it.
    case offset(parameter: String, first: Int)
    /// By a value of the last record, while the page says that there is more, or until one has no records.
    case after(JSONPlace, parameter: String, while: JSONPlace?)

    /// Reads `next`; where the query says the parameter too, it begins there.
    init(_ setting: Setting?, query: [String: String]) throws(Problem) {
        guard let setting else {
            self = .none
            return
        }
        if setting.text == "link" {
            self = .link
            return
        }
        guard let words = setting.textMap else { throw Self.unknown }
        func place(_ word: String) throws(Problem) -> JSONPlace {
            guard let place = words[word].flatMap(JSONPlace.init) else { throw Self.unknown }
            return place
        }
        func start(_ name: String, otherwise standard: Int) throws(Problem) -> Int {
            guard let text = query[name] else { return standard }
            guard let number = Int(text), number >= 0 else { throw Self.unknown }
            return number
        }
        switch (Set(words.keys), words["parameter"], words["page"] ?? words["offset"]) {
        case (["url"], _, _): self = .url(try place("url"))
        case (["cursor", "parameter"], let name?, _): self = .cursor(try place("cursor"), parameter: name)
        case (["page"], _, let name?): self = .page(parameter: name, first: try start(name, otherwise: 1))
        case (["offset"], _, let name?): self = .offset(parameter: name, first: try start(name, otherwise: 0))
        case (["after", "parameter"], let name?, _): self = .after(try place("after"), parameter: name, while: nil)
        case (["after", "parameter", "while"], let name?, _):
            self = .after(try place("after"), parameter: name, while: try place("while"))
        default: throw Self.unknown
        }
    }

    /// The request for the first page.
    func first(_ request: ServiceRequest) -> ServiceRequest {
        switch self {
        case .page(let parameter, let first), .offset(let parameter, let first):
            request.with(parameter, Array("\(first)".utf8))
        case .none, .link, .url, .cursor, .after: request
        }
    }

    private static let unknown = Problem(
        .queryFailed,
        "next",
        "`next` is none that there is",
        fix: "write `link`, `{url: PATH}`, `{cursor: PATH, parameter: NAME}`, `{page: NAME}`, `{offset: NAME}` or "
            + "`{after: FIELD, parameter: NAME, while: PATH}`"
    )
}
