import CurlTransfers
import DriverParts
import ExporterKit
import JSONParts

/// The fields that say by what was asked (`@asked`), where the answer does not repeat it (docs/decisions/053).
///
/// What comes then is taken for the person's because the service says so, by giving it at an address that is about one
/// thing alone. So the identifier must be a whole name in `path`, which a service cannot overlook as it does a parameter
/// that it does not know, and every page must come from that very address.
struct AskedFields: Sendable {
    private let kinds: [(field: Int, kind: String)]

    init(_ fields: [FieldDescription]) {
        kinds = fields.enumerated().compactMap { index, field in
            field.saysAsked ? field.matches.map { (field: index, kind: $0) } : nil
        }
    }

    var isEmpty: Bool { kinds.isEmpty }

    /// What each of the fields says of a request.
    func values(of request: ServiceRequest) -> [Int: [UInt8]] {
        var values: [Int: [UInt8]] = [:]
        for (field, kind) in kinds {
            values[field] = request.asked.first { $0.identifier.kind == kind }?.identifier.value
        }
        return values
    }

    /// Refuses a page that does not stand where it was asked for.
    func check(_ page: ServicePage, of request: ServiceRequest) throws(Problem) {
        guard isEmpty || WebURL(request.address).map({ $0.path == page.url.path }) == true else {
            throw Problem(
                .refused,
                "path",
                "the service leads to another path, and the records do not say whose they are",
                fix: "take `@asked` out, and match a field of the record"
            )
        }
    }

    /// Everything that keeps such a field from meaning what it says.
    static func problems(of collection: CollectionDescription, _ path: RequestTemplate) -> [Problem] {
        collection.fields.filter(\.saysAsked).compactMap { field in
            problem(of: field, in: collection, path).map { text, fix in
                Problem(.missingField, field.name, text, fix: fix)
            }
        }
    }

    private static func problem(
        of field: FieldDescription,
        in collection: CollectionDescription,
        _ path: RequestTemplate
    ) -> (text: String, fix: String)? {
        guard let kind = field.matches, field.carriedKinds == [kind] else {
            return ("`@asked` says by what was asked, and yields nothing new", "say `matches` alone, and no other mark")
        }
        if !path.wholeNames.contains(kind) {
            return (
                "`{\(kind)}` is no whole name in `path`, so that what comes may be about anybody",
                "ask by it in `path`, as in `customers/{\(kind)}/notes`, or match a field of the record"
            )
        }
        if collection.findsCandidates {
            return (
                "what is searched for roughly may be about others", "take `finds` out, or match a field of the record"
            )
        }
        guard collection.fieldsCarrying(kind).count == 1 else {
            return ("another field carries `\(kind)`, and would not be looked at any more", "take `@asked` out")
        }
        return nil
    }
}
