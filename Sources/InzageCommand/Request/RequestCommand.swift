import CommandParts
import ArgumentParser

/// The requests that people make.
struct RequestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "request",
        abstract: "Open, look at and change requests.",
        discussion: ExitTable.text,
        subcommands: [
            RequestOpen.self, RequestList.self, RequestShow.self, RequestAmend.self, RequestNote.self,
            RequestExtend.self, RequestWorklist.self, RequestDone.self, RequestGrant.self, RequestRefuse.self,
            RequestClose.self, RequestReopen.self,
            RequestWithdraw.self, RequestLooked.self,
        ]
    )
}
