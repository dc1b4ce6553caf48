package import Groundwork

/// What one stage came to.
package enum Step<Done: Sendable>: Sendable {
    /// The stage is done; the next may begin.
    case done(Done)
    /// Somebody or something is waited for.
    case waiting(Waiting)
}

/// What is waited for.
package struct Waiting: Sendable {
    /// How what was asked ends.
    package let ending: Ending
    /// What happened or is missing, one line each; no personal data.
    package let reasons: [String]
    /// What to do next, one act each.
    package let next: [Advice]

    package init(_ ending: Ending, reasons: [String], next: [Advice]) {
        self.ending = ending
        self.reasons = reasons
        self.next = next
    }
}
