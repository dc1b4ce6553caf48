import IdentityMethods
import Policy

/// Something that a letter must print wherever it has it, whoever writes its template.
struct LetterDuty {
    let variable: String
    let severity: Finding.Severity
    /// Why, for the controller.
    let why: String

    private static func law(_ variable: String, _ why: String) -> LetterDuty {
        LetterDuty(variable: variable, severity: .error, why: why)
    }

    private static func advice(_ variable: String, _ why: String) -> LetterDuty {
        LetterDuty(variable: variable, severity: .warning, why: why)
    }

    /// What a template must print.
    static func of(_ name: LetterName) -> [LetterDuty] {
        own(name) + (name.isPart ? [] : [law("controller", "a letter is signed")])
    }

    private static func own(_ name: LetterName) -> [LetterDuty] {
        switch name {
        case .code: [law("code", "the person returns it")]
        case .archive:
            [
                law("call_number", "without it the passphrase cannot be told"),
                law("attachment", "it names the file"),
                advice("rest_by", "what is missing has a date"), advice("notice", "the policy promises it"),
            ]
        case .organisation: [law("attachment", "it names the file")]
        case .elsewhere:
            [
                law("request", "it is how people refer to it"), law("delivered_on", "it says when"),
                advice("call_number", "without it the passphrase cannot be told"),
            ]
        case .nothingHeld:
            [
                law("searched_title", "that nothing is held is true of what was searched only"),
                law("searched_on", "what was searched had a day"),
                law("not_searched_title", "what was not searched may hold something"),
                advice("notice", "the policy promises it"),
            ]
        case .acknowledgement: [law("request", "it is how people refer to it"), advice("due", "it states the period")]
        case .clarification: [law("request", "it is how people refer to it"), advice("due", "the period runs on")]
        case .identification: [law("request", "it is how people refer to it"), advice("due", "the period runs on")]
        case .extensionNotice:
            [law("reason", "Art. 12(3) demands the reasons"), law("due", "Art. 12(3) demands the new date")]
                + [remedy]
        case .refusal:
            [law("ground", "Art. 12(4) demands the reasons"), law("reason", "Art. 12(4) demands the reasons"), remedy]
        case .confirmation:
            [
                law("kept_title", "what is kept is not erased"), law("kept_ground", "Art. 12(4) demands the reasons"),
                remedy,
            ]
        case .complaint: [remedy]
        case .farewell: [law("controller", "a letter is signed")]
        case .notice: [law("notice", "the policy promises it")]
        case .contact:
            ["email", "phone", "post"].map { advice($0, "people can reach you by it") }
        case .opening, .decryption, .rights: []
        }
    }

    private static let remedy = law("authority_name", "people must be told where to complain")

    private static let identification = IdentificationMethods.all.map { $0.request == nil ? $0.flag : "further_ways" }

    /// The flags that a template must ask for, because each stands for words that nothing else says.
    static func flags(of name: LetterName) -> [String] {
        switch name {
        case .identification: identification
        case .clarification: ["asks_who", "asks_right"]
        case .confirmation: ["copy_follows"]
        case .archive: ["in_person", "other_way"]
        default: []
        }
    }

    /// How much it weighs that a template does not ask; what letters have learned later stops no older template.
    static func severity(ofFlagsIn name: LetterName) -> Finding.Severity { name == .archive ? .warning : .error }
}
