import CommandParts
import ArgumentParser
import Inzage
import ArchiveSealing
import ControllerFiles
import Cases
import Policy

/// To whose certificate an answer is sealed, instead of under a passphrase.
struct CertificateOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Seal the answer to this certificate (default for an organisation: keys/organisations/NAME.crt).",
            valueName: "file"
        )
    )
    var certificate: String?

    /// The certificate in PEM, or nil for a passphrase; shows its fingerprint, so that the operator compares.
    func pem(for destination: Destination?, in options: ControllerOptions) throws -> String? {
        let isDemo = try Workplace.configuration(in: options.folder).controller.isDemo
        let found: RecipientCertificate? =
            switch (certificate, destination) {
            case (let path?, _): try OrganisationCertificates.read(path, isDemo: isDemo)
            case (nil, .organisation(let name, _)):
                try OrganisationCertificates.known(name, in: options.folder, isDemo: isDemo)
            default: nil
            }
        guard let found else { return nil }
        Terminal.tell("it will be sealed to a certificate; compare this SHA-256 with the one who owns it:")
        Terminal.tell(found.facts.shownFingerprint)
        return found.pem
    }
}
