import Groundwork
import ArchiveSealing

/// The published example keys, known by their public keys, so that a new certificate for one is known too.
enum ExampleKeys {
    private static let publicKeys: Set = [
        "3fe7efad019923090a3c0a23d98c568b68b6f15b528c0135d3076aa84348efd6",
        "4cd930c70ba54b99068cf7d781186550789a01f6da485c72aa827d26f4e8eba7",
    ]

    /// Whether everybody has the private key of a certificate.
    static func hold(_ certificate: CertificateFacts) -> Bool {
        publicKeys.contains(certificate.publicKeyDigest.hexadecimal)
    }
}
