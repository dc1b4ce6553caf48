package import Groundwork
package import Cases
import DeliveryStage
import IntakeStage
import Policy
import RegisterStore

extension Pipeline {
    /// By which ways the person of a request can be told a passphrase, as soon as they are proven; nil where there is
    /// none to tell.
    package func passphraseWays(of request: Request) throws -> [PassphraseWay]? {
        let copyFollows = intake.controller.promise(of: request.right)?.sendsCopyWhenUpheld == true
        guard request.claim.certificate == nil, request.right.isAnsweredByArchive || copyFollows else { return nil }
        guard let subject = try intake.register.read({ try $0.subject(of: request.id) }), !subject.isUnknown else {
            return nil
        }
        return subject.passphraseWays(intake.controller.delivery)
    }

    /// What is to be done about a passphrase that nobody has told yet.
    package func passphraseStep(of request: Request) throws -> Advice {
        let ways = try passphraseWays(of: request) ?? [.telephone]
        let isReachable = ways.contains(.telephone) || ways.contains(.letter)
        let how = isReachable ? "by another way than the archive went" : ways.sentence
        return "\(.tellPassphrase(request.id)), to tell it \(how)"
    }
}
