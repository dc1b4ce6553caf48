package import Groundwork

extension Advice {
    /// The sentence with each step as a command line.
    package var text: String { said(\.commandLine) }
}

extension NextStep {
    /// What is typed to do it; what only the one who types knows stands in capitals.
    var commandLine: String { "inzage " + words }

    // A table, in which the compiler misses what is left out.
    private var words: String {
        switch self {
        case .openRequest: "request open"
        case .listRequests: "request list"
        case .showRequest(let id): "request show \(id)"
        case .noteRemark: "request note ID"
        case .amend(let id, let amendment): "request amend \(id)" + (amendment?.options ?? "")
        case .closeSilent(let id): "request close \(id) --reason silent"
        case .closeSpam(let id): "request close \(id) --reason spam"
        case .confirmRead(let id): "request looked \(id)"
        case .reopen(let id): "request reopen \(id) --reason TEXT"
        case .grant(let id): "request grant \(id)"
        case .refuse(let id): "request refuse \(id) --ground G --reason TEXT"
        case .acknowledgeRestored(let id, let wentOut): "request looked \(id)" + (wentOut ? " --went-out" : "")

        case .verify(let id): "verify \(id)"
        case .sendCode(let id): "verify \(id) --send-code"
        case .enterCode(let id): "verify \(id) --code CODE"
        case .recordEvidence(let id, let methods, let namesSubject):
            "verify \(id) --evidence \(methods.joined(separator: "|")) --checked-by NAME"
                + (namesSubject ? " --subject N" : "")
        case .askForIdentification(let id): "letter \(id) more-identification"
        case .confirmPosted(let id): "letter \(id) more-identification --posted"

        case .export(let id): "export \(id)"
        case .preview(let id): "export \(id) --preview"
        case .release(let id): "export \(id) --release"
        case .handOver(let id): "export \(id) --hand-over DIR --to NAME --how TEXT"
        case .acceptGap(let id, let system): "export \(id) --accept-gap \(system) --reason TEXT"
        case .review(let id): "review" + (id.map { " \($0)" } ?? "")
        case .addFound(let id, let category): "add \(id) --category \(category) --title T FILE..., or --nothing"
        case .undoCut(let id): "withhold \(id) --undo N"
        case .undoVersion(let id): "replace \(id) --undo N"
        case .openArchive: "open"
        case .tellPassphrase(let id): "passphrase \(id)"

        case .workList(let id): "request worklist \(id)"
        case .lookAgain(let id): "request worklist \(id) --again"
        case .tickOff(let id, let place): "request done \(id) \(place)"

        case .verifyAudit: "audit verify"
        }
    }
}

extension NextStep.Amendment {
    fileprivate var options: String {
        switch self {
        case .address: " --email ADDR"
        case .right: " --right RIGHT"
        case .rightAndAddress: " --right RIGHT --email ADDR"
        case .handOver: " --destination hand-over"
        case .certificate: " --certificate FILE"
        }
    }
}
