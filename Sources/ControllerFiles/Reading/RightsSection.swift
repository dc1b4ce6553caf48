import ExporterKit
import Policy

/// Reads `rights` in `controller.yaml`: words, or maps that say how the policy gives them.
enum RightsSection {
    static func read(_ map: YAMLMapping) -> [RightPromise] {
        let fix = "write [access, portability]; the law gives people both, and the others"
        let list = map.silent("rights", "it is not said which rights are offered, so the law's count", fix: fix)
        guard let list else { return Right.allCases.map { RightPromise($0, stated: .no) } }
        let items = list.someItems(fix: fix)
        let promises = items.compactMap(promise)
        // One that could not be read may be the one that seems to be missing.
        guard promises.count == items.count else { return promises }
        for right in [Right.access, .portability] where !promises.contains(where: { $0.right == right }) {
            list.law(
                "the policy does not name the right \(right.rawValue), which people have all the same",
                article: right.article ?? "12",
                fix:
                    "add \(right.rawValue), or {id: \(right.rawValue), stated: no} where the policy is silent on purpose"
            )
        }
        return promises
    }

    private static func promise(_ value: YAMLValue) -> RightPromise? {
        guard value.isMap else { return (value.choice("right") as Right?).map { RightPromise($0) } }
        let keys = [
            "id", "stated", "data", "notice", "scope", "self_service", "recipients", "when_upheld", "until",
            "confirmed_to_known_email",
        ]
        guard let map = value.mapping(known: keys, statements: ["grounds", "items", "covers"], remarks: ["article"]),
            let right: Right = map.required("id", fix: "name the right, such as access")?.choice("right")
        else { return nil }
        let promise = RightPromise(
            right,
            stated: map["stated"]?.choice("way to state a right") ?? .yes,
            portsAllData: map["data"]?.choice("scope of data", of: ["all", "art20"]) == "all",
            notice: map["notice"]?.localized(),
            scope: map["scope"]?.localized(),
            selfService: map["self_service"]?.localized(),
            recipients: map["recipients"]?.words(of: "recipient") ?? [],
            whenUpheld: map["when_upheld"]?.words(of: "consequence") ?? [],
            until: map["until"]?.localized(),
            isConfirmedToKnownEmail: map["confirmed_to_known_email"]?.truth() ?? false
        )
        if promise.stated == .no, let article = right.article {
            value.law(
                "the policy does not give the right \(right.rawValue); requests are answered by law",
                article: article,
                fix: "nothing is needed; the policy would be clearer if it named the right"
            )
        }
        return promise
    }
}
