import CurlTransfers
import DriverParts
import ExporterKit
import JSONParts

/// A collection of a service, understood and ready to be asked.
struct ServiceCollection: Sendable {
    let description: CollectionDescription
    let records: RecordPath
    let paging: Paging
    /// Whether 404 and 204 say that nothing is held.
    let missingIsNothing: Bool
    private let base: String
    private let path: RequestTemplate
    private let query: [(name: String, value: RequestTemplate)]
    private let body: RequestTemplate?
    private let isPost: Bool
    let asked: AskedFields

    init(_ collection: CollectionDescription, in service: Service) throws(Problem) {
        if let problem = Self.problems(of: collection, in: service).first { throw problem }
        try self.init(reading: collection, in: service)
    }

    private init(reading collection: CollectionDescription, in service: Service) throws(Problem) {
        description = collection
        base = service.base.text
        let settings = collection.settings
        path = try Self.path(collection)
        query = try Self.query(collection)
        body = try Self.body(collection, in: service)
        isPost = try Self.isPost(collection, hasBody: body != nil)
        records = try RecordPath(collection)
        paging = try Paging(settings["next"], query: settings["query"]?.textMap ?? [:])
        asked = AskedFields(collection.fields)
        missingIsNothing = try Self.missingIsNothing(collection)
    }

    /// Everything that is wrong with the settings.
    static func problems(of collection: CollectionDescription, in service: Service) -> [Problem] {
        let known =
            [collection.needsProblem].compactMap(\.self) + collection.uncarriedNeeds
            + collection.fieldsOutsideRecords(hasAbove: true).filter { problem in
                !collection.fields.contains { $0.saysAsked && $0.name == problem.field }
            }
        do throws(Problem) {
            return known + (try ServiceCollection(reading: collection, in: service)).mismatches
        } catch {
            return known + [error]
        }
    }

    private var kinds: [String] {
        path.kinds + query.flatMap(\.value.kinds) + (body?.kinds ?? [])
    }

    private var mismatches: [Problem] {
        let kinds = kinds
        let unposted = paging.bodyKeys.map { keys in body.map { !$0.takes(keys) } ?? true } ?? false
        return AskedFields.problems(of: description, path) + (unposted ? [Self.unposted] : [])
            + kinds.filter { !description.needs.contains($0) }.map {
                Problem(.queryFailed, "path", "`{\($0)}` is no needed kind", fix: "add `\($0)` to `needs`")
            }
            + description.needs.filter { !kinds.contains($0) }.map {
                Problem(
                    .queryFailed,
                    "path",
                    "the service is not asked by `\($0)`",
                    fix: "use `{\($0)}` in `path`, `query` or `body`, or take `\($0)` out of `needs`"
                )
            }
    }

    /// A request for each tuple of a question that can be asked for.
    func requests(for question: Question) throws(Problem) -> [ServiceRequest] {
        var requests: [ServiceRequest] = []
        for values in description.askings(for: question, kinds: description.needs) {
            if let request = try request(for: values), !requests.contains(where: { $0.isSame(as: request) }) {
                requests.append(request)
            }
        }
        return requests
    }

    private func request(for values: [AskedValue]) throws(Problem) -> ServiceRequest? {
        guard let path = try path.filled(values) else { return nil }
        let slash = base.utf8.last == UInt8(ascii: "/") ? "" : "/"
        var request = ServiceRequest(address: base + slash + String(decoding: path, as: UTF8.self), isPost: isPost)
        for (name, template) in query {
            guard let value = try template.filled(values) else { return nil }
            request.query.append((Escaping.percent(name.utf8), value))
        }
        request.asked = values
        guard let body else { return paging.first(request) }
        guard let filled = try body.filled(values) else { return nil }
        request.body = filled
        return paging.first(request)
    }
}

extension ServiceCollection {
    private static let unposted = Problem(
        .queryFailed,
        "next",
        "`in: body` is said, and nothing is posted that could take the parameter",
        fix: "give a `body` that is an object of JSON, or take `in` out, so that the parameter stands in the query"
    )
}

/// The settings.
extension ServiceCollection {
    private static func path(_ collection: CollectionDescription) throws(Problem) -> RequestTemplate {
        let text = try collection.required("path")
        let template = RequestTemplate(text.utf8.first == UInt8(ascii: "/") ? String(text.dropFirst()) : text, .path)
        let isPlain = template.literal.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"?#{}\\".utf8.contains($0) }
        guard isPlain, !Escaping.leadsElsewhere(template.literal), template.literal.first != UInt8(ascii: "/"),
            !template.literal.contains(UInt8(ascii: ":"))
        else {
            throw Problem(
                .queryFailed,
                "path",
                "`path` is no path below the service's address",
                fix: "write names with `/` between them; what comes behind `?` goes into `query`"
            )
        }
        return template
    }

    private static func query(
        _ collection: CollectionDescription
    ) throws(Problem) -> [(name: String, value: RequestTemplate)] {
        guard let setting = collection.settings["query"] else { return [] }
        guard let map = setting.textMap else {
            throw Problem(.queryFailed, "query", "`query` is no map of texts", fix: "write `{NAME: VALUE}`")
        }
        return map.sorted { $0.key < $1.key }.map { ($0.key, RequestTemplate($0.value, .query)) }
    }

    private static func body(
        _ collection: CollectionDescription,
        in service: Service
    ) throws(Problem) -> RequestTemplate? {
        guard collection.settings["body"] != nil else { return nil }
        let template = RequestTemplate(try collection.required("body"), service.postsForm ? .form : .json)
        guard service.postsForm || template.isJSON else {
            throw Problem(
                .queryFailed,
                "body",
                "`body` is no JSON",
                fix: "mend it, or say `Content-Type: application/x-www-form-urlencoded` under `headers`"
            )
        }
        return template
    }

    private static func isPost(_ collection: CollectionDescription, hasBody: Bool) throws(Problem) -> Bool {
        switch collection.settings["method"]?.text {
        case nil: return hasBody
        case "POST"?: return true
        case "GET"? where !hasBody: return false
        default:
            throw Problem(
                .queryFailed,
                "method",
                "the service cannot be asked with this method",
                fix: "write `GET`, or `POST` where there is a `body`"
            )
        }
    }

    private static func missingIsNothing(_ collection: CollectionDescription) throws(Problem) -> Bool {
        guard let setting = collection.settings["not_found"] else { return false }
        if setting.text == "nothing" { return true }
        throw Problem(
            .queryFailed,
            "not_found",
            "`not_found` says what is not known",
            fix: "write `nothing`, or nothing"
        )
    }
}
