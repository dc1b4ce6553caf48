/// Reads `identity` in `controller.yaml`.
enum IdentitySection {
    /// What makes a known address not enough.
    static let doubts = [
        "several-people", "another-destination", "address-recently-changed", "address-date-unclear", "representative",
    ]
    /// How a doubt can be settled.
    static let methods = ["call-back", "known-facts", "letter-code", "in-person", "video", "mandate"]

    static func read(_ map: YAMLMapping) -> IdentityPolicy {
        var policy = IdentityPolicy(codeRequired: true, codeValidDays: 7, quietDays: 30, accepts: [:])
        let section = map.silent(
            "identity",
            "it is not said how people prove who they are, so a code to the known address does",
            fix: "write identity: {code: required}"
        )
        let known = [
            "rule", "before", "purpose", "default_destination", "required_if", "known_email_rule", "methods", "code",
            "code_valid", "quiet_period", "accepts",
        ]
        guard let identity = section?.mapping(known: known) else { return policy }
        policy.rule = rule(identity)
        policy.purpose = identity["purpose"]?.text()
        policy.identificationRequiredIf = identity["required_if"]?.texts() ?? []
        policy.codeRequired = identity["code"]?.choice("rule for the code", of: ["required", "off"]) != "off"
        policy.codeValidDays = identity["code_valid"]?.days(upTo: 90) ?? policy.codeValidDays
        policy.quietDays = identity["quiet_period"]?.days(upTo: 3650) ?? policy.quietDays
        policy.accepts = accepts(identity["accepts"])
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
        _ = identity["known_email_rule"]?.truth()
        _ = identity["before"]?.word(of: "moment")
        _ = identity["default_destination"]?.word(of: "destination")
        return rule
    }

    private static func accepts(_ section: YAMLValue?) -> [String: [String]] {
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
