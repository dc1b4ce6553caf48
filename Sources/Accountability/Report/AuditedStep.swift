import RegisterStore

/// What an entry of the audit says that the yearly report counts.
///
/// It is read from the audit and not from what proved who asks, because that is forgotten in time and the audit is not.
enum AuditedStep: Sendable, Hashable {
    case codeMailed
    case codeReturned
    case codeWrong
    /// The letter that nothing is held went; that it was delivered is the next entry.
    case nothingHeldMailed
    /// An answer went, or what people carried out was confirmed.
    case answered
    /// It was refused, on a ground by its word.
    case refused(ground: String)
    case reopened
    /// Evidence was taken, by a method's word.
    case evidence(method: String)

    /// What stands for every ground that an operator put into words of their own.
    static let ownGround = "own-ground"

    /// The step that an action is, or nil for one that is not counted.
    init?(_ action: String) {
        switch action {
        case "mailed \(OutgoingMail.Kind.code.rawValue)": self = .codeMailed
        case "mailed \(OutgoingMail.Kind.nothingHeld.rawValue)": self = .nothingHeldMailed
        case "code returned": self = .codeReturned
        case "wrong code": self = .codeWrong
        case "verification waived": self = .evidence(method: Evidence.waived)
        case "reopened": self = .reopened
        case "handed over", "delivered", "delivered to another address", "delivered to an organisation":
            self = .answered
        case "refused on an own ground": self = .refused(ground: Self.ownGround)
        default:
            if action.utf8.starts(with: "granted ".utf8) {
                self = .answered
            } else if let found = action.wholeMatch(of: /evidence ([^,]+), checked by .*/) {
                self = .evidence(method: String(found.1))
            } else if action.utf8.starts(with: "refused ".utf8) {
                self = .refused(ground: String(decoding: action.utf8.dropFirst(8), as: UTF8.self))
            } else {
                return nil
            }
        }
    }
}
