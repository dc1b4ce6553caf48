import ArgumentParser
package import Inzage
package import Cases
package import Correspondence
package import Groundwork

/// What a command says of a letter that it wrote.
package struct LetterReport: Encodable {
    package let id: String
    package let state: String
    package let due: CivilDay?
    /// Where the letter went, or nil where people must post it or the mail server did not take it.
    package let mailed: String?
    package let waitingFor: [String]
    package let next: [String]
    /// The letter itself where people must post it.
    package let subject, body: String?
    private let letter: Letter
    private let isForThePost: Bool
    private let exit: ExitStatus

    private enum CodingKeys: String, CodingKey {
        case id, state, due, mailed, waitingFor, next, subject, body
    }

    package init(id: String, _ sent: SentLetter, state: State, due: CivilDay? = nil) {
        self.id = id
        self.state = state.rawValue
        self.due = due
        mailed = sent.handedOver
        waitingFor = sent.waiting?.reasons ?? []
        next = sent.waiting?.next ?? []
        letter = sent.letter
        isForThePost = sent.isForThePost
        subject = isForThePost ? sent.letter.subject : nil
        body = isForThePost ? sent.letter.body : nil
        exit = sent.waiting?.exit ?? .done
    }

    /// Prints what was done and where the letter is; one that nobody could be mailed is printed for the post.
    package func print(_ done: String, _ what: String, json: Bool) throws {
        if json {
            Terminal.printJSON(self)
        } else {
            Terminal.print(done, what)
            if let mailed { Terminal.print("mailed", Terminal.path(mailed)) }
            for reason in waitingFor { Terminal.print("waiting", reason) }
            for step in next { Terminal.print("next", step) }
            if isForThePost {
                if waitingFor.isEmpty { Terminal.print("next", "post this letter") }
                Self.print(letter)
            }
        }
        if exit != .done { throw ExitCode(exit.rawValue) }
    }

    /// Prints a letter as it is read.
    package static func print(_ letter: Letter) {
        Terminal.print("")
        Terminal.print(letter.subject)
        Terminal.print("")
        for line in letter.body.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            Terminal.print(String(line))
        }
    }
}
