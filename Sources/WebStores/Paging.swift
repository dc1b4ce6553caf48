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
    case cursor(JSONPlace, parameter: PageParameter)
    /// By the page's number; a page without records ends it.
    case page(parameter: PageParameter, first: Int)
    /// By the number of records that came; a page without records ends it.
    case offset(parameter: PageParameter, first: Int)
    /// By a value of the last record, while the page says that there is more, or until one has no records.
    case after(JSONPlace, parameter: PageParameter, while: JSONPlace?)

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
        guard words["in"].map({ $0 == "body" }) ?? true else { throw Self.unknown }
        let isInBody = words["in"] != nil
        // What is posted begins at the first page; a query may say another one.
        let query = isInBody ? [:] : query
        func place(_ word: String) throws(Problem) -> JSONPlace {
            guard let place = words[word].flatMap(JSONPlace.init) else { throw Self.unknown }
            return place
        }
        func start(_ name: String, otherwise standard: Int) throws(Problem) -> Int {
            guard let text = query[name] else { return standard }
            guard let number = Int(text), number >= 0 else { throw Self.unknown }
            return number
        }
        func parameter(_ name: String) throws(Problem) -> PageParameter {
            let parameter = PageParameter(name, isInBody: isInBody)
            guard !name.isEmpty, parameter.keys?.contains([]) != true else { throw Self.unknown }
            return parameter
        }
        let keys = Set(words.keys).subtracting(isInBody && words["url"] == nil ? ["in"] : [])
        switch (keys, words["parameter"], words["page"] ?? words["offset"]) {
        case (["url"], _, _): self = .url(try place("url"))
        case (["cursor", "parameter"], let name?, _):
            self = .cursor(try place("cursor"), parameter: try parameter(name))
        case (["page"], _, let name?):
            self = .page(parameter: try parameter(name), first: try start(name, otherwise: 1))
        case (["offset"], _, let name?):
            self = .offset(parameter: try parameter(name), first: try start(name, otherwise: 0))
        case (["after", "parameter"], let name?, _):
            self = .after(try place("after"), parameter: try parameter(name), while: nil)
        case (["after", "parameter", "while"], let name?, _):
            self = .after(try place("after"), parameter: try parameter(name), while: try place("while"))
        default: throw Self.unknown
        }
    }

    /// The request for the first page.
    func first(_ request: ServiceRequest) -> ServiceRequest {
        switch self {
        case .page(let parameter, let first), .offset(let parameter, let first):
            request.with(parameter, PageValue(first))
        case .none, .link, .url, .cursor, .after: request
        }
    }

    /// Where in what is posted the next page is asked for; nil where it is not.
    var bodyKeys: [[UInt8]]? {
        switch self {
        case .cursor(_, let parameter), .page(let parameter, _), .offset(let parameter, _), .after(_, let parameter, _):
            parameter.keys
        case .none, .link, .url: nil
        }
    }

    private static let unknown = Problem(
        .queryFailed,
        "next",
        "`next` is none that there is",
        fix: "write `link`, `{url: PATH}`, `{cursor: PATH, parameter: NAME}`, `{page: NAME}`, `{offset: NAME}` or "
            + "`{after: FIELD, parameter: NAME, while: PATH}`, with `in: body` where the name stands in what is posted"
    )
}
