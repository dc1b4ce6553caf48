import ControllerFiles
import ExporterKit
package import MailIntake
import Policy

extension Workplace {
    /// Where mails are taken in.
    package var mailDesk: MailDesk {
        MailDesk(
            intake: pipeline.intake,
            verification: pipeline.verification,
            codes: codes,
            folder: configuration.folder
        )
    }

    /// The mailbox that `intake.mailbox` names; nil where it names none.
    package func mailbox(environment: [String: String]) throws -> MailboxPlace? {
        try configuration.controller.intake.mailbox.map { try mailbox($0, in: configuration.folder, environment) }
    }

    /// A mailbox that somebody names; a server lets in with the password of `intake.password`.
    package func mailbox(_ place: String, in folder: String, _ environment: [String: String]) throws -> MailboxPlace {
        let policy = configuration.controller.intake
        guard place.utf8.starts(with: "imaps://".utf8) else { return MailboxPlace(place, in: folder) }
        let password = try policy.password?.secret(folder: configuration.folder, environment: environment)
        return MailboxPlace(place, in: configuration.folder, secret: password.map { Secret($0) }, trust: policy.trust)
    }
}
