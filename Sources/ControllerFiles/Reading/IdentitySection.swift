import IdentityMethods
import Policy
import Cases

/// Reads `identity` in `controller.yaml`.
enum IdentitySection {
    /// What makes a known address not enough.
    static let doubts = [
        "several-people", "another-destination", "address-recently-changed", "address-date-unclear", "representative",
    ]
    /// How a doubt can be settled.
    static let methods = IdentificationMethods.all.map(\.word)

    static func read(_ map: YAMLMapping) -> IdentityPolicy {
        var policy = IdentityPolicy(codeRequired: true, codeValidDays: 7, quietDays: 30, accepts: [:])
        let section = map.silent(
            "identity",
            "it is not said how people prove who they are, so a code to the known address does",
            fix: "write identity: {code: required}"
        )
        let known = ["rule", "methods", "code", "code_valid", "quiet_period", "accepts"]
        let statements = ["before", "purpose", "default_destination", "required_if", "known_email_rule"]
        guard let identity = section?.mapping(known: known, statements: statements) else { return policy }
        policy.rule = rule(identity)
        policy.codeRequired = identity["code"]?.choice("rule for the code", of: ["required", "off"]) != "off"
        policy.codeValidDays = identity["code_valid"]?.days(upTo: 90) ?? policy.codeValidDays
        policy.quietDays = identity["quiet_period"]?.days(upTo: 3650) ?? policy.quietDays
        policy.methods = used(identity["methods"])
        policy.accepts = accepts(identity["accepts"], among: policy.methods.isEmpty ? methods : policy.methods)
        warnOfDoubtsForGood(policy, identity)
        return policy
    }

    private static func rule(_ identity: YAMLMapping) -> IdentityPolicy.Rule {
        guard let rule: IdentityPolicy.Rule = identity["rule"]?.choice("rule of identity") else { return .notStated }
        if rule == .notStated {
            identity.note(
                .null,
                "rule",
                "the policy does not say how people prove who they are, so a code to the known address does "
                    + "(Art. 12(6))",
                fix: "write known_email_else_identify if that is what you do"
            )
        }
        return rule
    }

    private static func used(_ list: YAMLValue?) -> [String] {
        let items = list?.someItems(else: "no method is used", fix: "name at least one, or leave methods out") ?? []
        return items.compactMap { $0.choice("method", of: methods) }
    }

    /// Where methods are left out, nothing may be left that settles a doubt, and such a request is never answered.
    private static func warnOfDoubtsForGood(_ policy: IdentityPolicy, _ identity: YAMLMapping) {
        guard !policy.methods.isEmpty else { return }
        let stuck = Doubt.Kind.allCases.filter { kind in
            doubts.contains(kind.rawValue) && IdentificationMethods.words(settling: kind, policy: policy).isEmpty
        }
        guard !stuck.isEmpty else { return }
        identity["methods"]?.warning(
            "no method that is used settles \(stuck.map(\.rawValue).joined(separator: ", ")), so such a request waits for good",
            fix: "add a method, or let accepts name one of these for it"
        )
    }

    private static func accepts(_ section: YAMLValue?, among methods: [String]) -> [String: [String]] {
        var result: [String: [String]] = [:]
        for (doubt, list) in section?.mapping(known: doubts)?.entries ?? [] where doubts.contains(doubt) {
            guard !list.isNull else { continue }
            let problem = "no method is accepted, so nobody could ever settle this"
            let items = list.someItems(else: problem, fix: "name at least one method")
            result[doubt] = items.compactMap { $0.choice("method", of: methods) }
        }
        return result
    }
}
