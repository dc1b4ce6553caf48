import Foundation
import ArchiveSealing
import TestSupport
import Testing
import PackagingStage
import RegisterStore
import Groundwork
import Cases
import Inzage

/// The one who signs in these tests, valid on the day that the test's clock shows.
struct Signer {
    let identity: SigningIdentity
    let certificate: [UInt8]

    init(at moment: Date) throws {
        let seconds = Int(moment.timeIntervalSince1970)
        let made = try NewCertificate(
            for: .signing,
            name: "Fietsen en Zo B.V.",
            country: "NL",
            validFrom: seconds - 86_400,
            validUntil: seconds + 86_400
        )
        identity = try SigningIdentity(key: made.key, certificates: made.certificate)
        certificate = made.certificate
    }
}

/// Gives the body a house with one customer, who has a telephone.
func withOneCustomer(_ body: (House) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
        let shop = try Shop(in: folder)
        try shop.customer(1, "ada@example.org", phone: "+31205550142")
        // Certificates that openssl makes begin when they are made, and this clock stands still.
        let today = Surroundings.timestamp(.now + 3600)
        try await body(House(in: folder, at: today, systems: [shop.crm], processing: .withoutChat))
    }
}

/// Gives the body such a house whose answers are signed.
func withSignedHouse(_ body: (House, Signer) async throws -> Void) async throws {
    try await withOneCustomer { plain in
        var house = plain
        let signer = try Signer(at: house.clock.now)
        house.signer = PackageSigner(identity: signer.identity)
        try await body(house, signer)
    }
}

extension House {
    /// Answers a request and gives its id and archive.
    func answered() async throws -> (id: String, archive: ArchiveRecord) {
        let id = try await proven().id
        return (id, try #require(try await pipeline.advance(id).archive))
    }
}
