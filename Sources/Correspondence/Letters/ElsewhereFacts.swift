package import Cases
package import Groundwork
package import Policy

/// What the owner of an address on file is told of an answer that went elsewhere.
package struct ElsewhereFacts: Sendable {
    /// How it went.
    package enum Way: Sendable {
        case address, organisation, hand, post

        /// The way of a destination; nil for the address on file.
        package init?(_ destination: Destination) {
            switch destination {
            case .addressOfRecord: return nil
            case .address: self = .address
            case .organisation: self = .organisation
            case .handOver: self = .hand
            case .post: self = .post
            }
        }
    }

    package var requestID: String
    package var right: Right
    package var way: Way
    package var deliveredOn: CivilDay
    /// What the caller reads out before the passphrase; nil where there is none.
    package var callNumber: String?
    /// By which ways the person can be told the passphrase.
    package var ways: [PassphraseWay]

    /// Gathers what the letter tells.
    package init(
        requestID: String,
        right: Right,
        way: Way,
        deliveredOn: CivilDay,
        callNumber: String? = nil,
        ways: [PassphraseWay] = [.telephone]
    ) {
        self.requestID = requestID
        self.right = right
        self.way = way
        self.deliveredOn = deliveredOn
        self.callNumber = callNumber
        self.ways = ways
    }
}
