import CurlTransfers
import DriverParts
import ExporterKit

/// The way from page to page: what is asked for next, and what was already.
struct Pages {
    /// More pages than this are no answer about one person.
    private static let most = 10_000

    /// The request for the next page, or nil behind the last one.
    private(set) var next: ServiceRequest?
    /// How many pages were read.
    private(set) var count = 0
    private let first: ServiceRequest
    private var asked: Set<String>
    private var bodies: Set<Mark> = []
    private var records = 0

    /// Two independent hashes of a page, so that pages need not be kept.
    private struct Mark: Hashable {
        let one: Int
        let other: Int

        init(_ bytes: [UInt8]) {
            var (one, other) = (Hasher(), Hasher())
            other.combine(1)
            one.combine(bytes)
            other.combine(bytes)
            (self.one, self.other) = (one.finalize(), other.finalize())
        }
    }

    init(_ first: ServiceRequest) {
        (self.first, next) = (first, first)
        asked = [first.mark]
    }

    /// There is nothing more.
    mutating func end() { next = nil }

    /// Goes on behind a page that was read.
    /// - Throws: a ``Problem`` where that would lead to a page that was read before.
    mutating func goOn(behind page: ServicePage, _ content: PageContent, _ paging: Paging) throws {
        count += 1
        records += content.count
        guard content.count == 0 || bodies.insert(Mark(page.bytes)).inserted else { throw Self.repeated }
        next = try request(behind: page, content, paging)
        guard let next else { return }
        guard asked.insert(next.mark).inserted else { throw Self.circle }
        guard count < Self.most else {
            throw SourceFailure(.tooLarge, "the service answers with more than \(Self.most) pages")
        }
    }

    private func request(
        behind page: ServicePage,
        _ content: PageContent,
        _ paging: Paging
    ) throws -> ServiceRequest? {
        func text(_ place: JSONPlace, in object: JSONScanner.Value?) throws(JSONProblem) -> [UInt8]? {
            try place.text(in: object, of: page.bytes.span)
        }
        func value(_ place: JSONPlace, in object: JSONScanner.Value?) throws(JSONProblem) -> PageValue? {
            guard let object, let text = try text(place, in: object) else { return nil }
            return PageValue(text, isText: try place.value(in: object, of: page.bytes.span)?.kind == .string)
        }
        switch paging {
        case .none:
            return nil
        case .link:
            return try page.links.lazy.compactMap(LinkHeader.next).first.map { try request(at: $0, from: page) }
        case .url(let place):
            return try text(place, in: content.whole).map { try request(at: $0, from: page) }
        case .cursor(let place, let parameter):
            return try value(place, in: content.whole).map { first.with(parameter, $0) }
        case .page(let parameter, let start):
            return content.count == 0 ? nil : first.with(parameter, PageValue(start + count))
        case .offset(let parameter, let start):
            return content.count == 0 ? nil : first.with(parameter, PageValue(start + records))
        case .after(let place, let parameter, let more):
            guard try more.map({ try text($0, in: content.whole) == Self.yes }) ?? (content.count > 0) else {
                return nil
            }
            guard let last = try value(place, in: content.last) else { throw Self.noLast }
            return first.with(parameter, last)
        }
    }

    private static let yes = Array("true".utf8)

    private func request(at address: [UInt8], from page: ServicePage) throws(Problem) -> ServiceRequest {
        guard let url = WebURL(String(decoding: address, as: UTF8.self), relativeTo: page.url),
            url.isSameService(as: page.url)
        else {
            throw Problem(
                .refused,
                "next",
                "the next page is none of the service's own",
                fix: "ask whoever runs it; nothing is asked of another host, port or scheme than the connection's"
            )
        }
        return ServiceRequest(address: url.text, body: first.body, isPost: first.isPost, asked: first.asked)
    }

    private static let circle = Problem(
        .malformed,
        "next",
        "the service's pages lead in a circle",
        fix: "check `next`; the word or the address for the next page does not change"
    )

    private static let repeated = Problem(
        .malformed,
        "next",
        "the service gives the same page again",
        fix: "check the parameter in `next`; the service seems not to know it"
    )

    private static let noLast = Problem(
        .malformed,
        "next",
        "the service says that there is more, and the last record does not say behind what",
        fix: "check `after` in `next`"
    )
}

extension ServiceRequest {
    /// What tells the request from others.
    fileprivate var mark: String { text + "\n" + String(decoding: body ?? [], as: UTF8.self) }
}
