import Cases
import Correspondence
import Groundwork
import IdentityStage
import PackagingStage
import Policy
import RegisterStore

extension Delivery {
    /// Puts a letter into the outbox for the address on file, where an answer went elsewhere.
    ///
    /// Whoever did not ask for that hears of it. It goes in the transaction that notes the delivery, so that neither is
    /// without the other.
    func tellOwner(of archive: SealedArchive, in transaction: RegisterTransaction) throws {
        let request = archive.verified.request
        let subject = archive.verified.subject
        guard !subject.isUnknown, let way = ElsewhereFacts.Way(request.claim.destination) else { return }
        if case .address(let other) = request.claim.destination, Array(other.utf8) == subject.address { return }
        let letter = try letters(request).elsewhere(
            ElsewhereFacts(
                requestID: request.id,
                right: request.right,
                way: way,
                deliveredOn: CivilDay.of(register.surroundings.now(), in: controller.deadline.zone),
                callNumber: archive.facts.isEnvelope ? nil : archive.callNumber,
                ways: subject.passphraseWays(controller.delivery)
            )
        )
        try outbox.put(letter, to: subject.address, kind: .elsewhere, for: request, in: transaction)
    }
}
