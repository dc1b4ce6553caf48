/// What one stage came to.
package enum Step<Done: Sendable>: Sendable {
    /// The stage is done; the next may begin.
    case done(Done)
    /// Somebody or something is waited for.
    case waiting(Waiting)
}

/// What is waited for.
package struct Waiting: Sendable {
    /// How the command ends.
    package let exit: ExitStatus
    /// What happened or is missing, one line each; no personal data.
    package let reasons: [String]
    /// What to do next, one command or act each.
    package let next: [String]

    package init(_ exit: ExitStatus, reasons: [String], next: [String]) {
        self.exit = exit
        self.reasons = reasons
        self.next = next
    }
}
