/// What can be done now, as a value: the command says it as a command line, a page as a button.
///
/// The first value of a step that is about a request is the request's id.
package enum NextStep: Sendable, Hashable {
    // MARK: A request

    /// Open a request.
    case openRequest
    /// See every request.
    case listRequests
    /// See one, with what was decided about it.
    case showRequest(String)
    /// Keep a remark about one.
    case noteRemark
    /// Change what a request says.
    case amend(String, Amendment?)
    /// Close a request of which nobody was heard again.
    case closeSilent(String)
    /// Close what is no request.
    case closeSpam(String)
    /// Say that the mails of a request were read, so that what was guessed of them holds.
    case confirmRead(String)
    /// Begin another answer, with a reason.
    case reopen(String)
    /// Confirm that what was asked is done.
    case grant(String)
    /// Refuse it on a ground.
    case refuse(String)
    /// Say that a restored request was looked at, and whether its answer had gone out.
    case acknowledgeRestored(String, wentOut: Bool)

    /// What is changed in a request.
    package enum Amendment: Sendable, Hashable {
        /// The address of the person.
        case address
        /// What it asks.
        case right
        /// Both.
        case rightAndAddress
        /// That the answer is handed over.
        case handOver
        /// The certificate to which the answer is sealed.
        case certificate
    }

    // MARK: Who asks

    /// See what proves who asks.
    case verify(String)
    /// Mail a code.
    case sendCode(String)
    /// Type the code that came back.
    case enterCode(String)
    /// Record evidence by one of some methods; of several people the one whom it is about is named, too.
    case recordEvidence(String, methods: [String], namesSubject: Bool)
    /// Ask the requester in a letter who they are.
    case askForIdentification(String)
    /// Say that this letter was posted.
    case confirmPosted(String)

    // MARK: The answer

    /// Go on with the answer as far as it goes.
    case export(String)
    /// Gather it without packing it.
    case preview(String)
    /// Let it go.
    case release(String)
    /// Hand it over.
    case handOver(String)
    /// Send it without what a system does not give, with a reason.
    case acceptGap(String, system: String)
    /// Look at what will go.
    case review(String?)
    /// Put in what a colleague found, or that there is nothing.
    case addFound(String, category: String)
    /// Take a cut back.
    case undoCut(String)
    /// Take a redacted version back.
    case undoVersion(String)
    /// Open an archive.
    case openArchive
    /// Tell the passphrase.
    case tellPassphrase(String)

    // MARK: What people carry out

    /// See where the person is held.
    case workList(String)
    /// Look anew where the person is held.
    case lookAgain(String)
    /// Tick a place off.
    case tickOff(String, place: String)

    // MARK: The folder

    /// See where the audit was changed.
    case verifyAudit
}
