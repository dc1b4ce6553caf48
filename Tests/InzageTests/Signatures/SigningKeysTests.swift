import Foundation
import ArchiveSealing
import TestSupport
import Testing
import Policy
import ControllerFiles
import Cases

@Suite struct `Signing key of a controller` {
    private static let example = "\(checkout)/keys-example"

    private func code(_ folder: String, isDemo: Bool = false) -> ConfigurationError.Code? {
        #expect(throws: ConfigurationError.self) { _ = try SigningKeys.read(from: folder, isDemo: isDemo) }?.code
    }

    private func put(_ file: String, as name: String, in folder: String, mode: mode_t = 0o600) throws {
        try FileManager.default.createDirectory(
            atPath: "\(folder)/keys",
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        let target = "\(folder)/keys/\(name)"
        try Data(contentsOf: URL(fileURLWithPath: file)).write(to: URL(fileURLWithPath: target))
        try #require(chmod(target, mode) == 0)
    }

    private func severities(_ folder: String, _ controller: Controller, at moment: Date) -> [Finding.Severity] {
        SigningKeys.findings(in: folder, controller: controller, at: moment).map(\.severity)
    }

    @Test func `without one nothing is signed, and the check says so as a null`() async throws {
        try await withTemporaryFolder { folder in
            let none = try SigningKeys.read(from: folder, isDemo: false)
            #expect(none == nil)
            let findings = SigningKeys.findings(in: folder, controller: .small, at: .now)
            #expect(findings.map(\.severity) == [.null])
            #expect(findings.first?.problem == "answers are not signed")
        }
    }

    @Test func `a new pair is the controller's, closed to others, and never written over`() async throws {
        try await withTemporaryFolder { folder in
            let paths = try NewKeys.sign(for: .small, in: folder, at: .now)
            #expect(paths == ["keys/signing.key", "keys/signing.crt"])
            let identity = try #require(try SigningKeys.read(from: folder, isDemo: false))
            #expect(identity.certificate.subject.contains("CN = Fietsen en Zo B.V."))
            #expect(try runTool("stat", ["-c", "%a", "\(folder)/keys/signing.key"]).output == "600\n")
            let before = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/keys/signing.key"))
            for name in ["signing.crt", "signing.key"] {
                let error = #expect(throws: ConfigurationError.self) {
                    _ = try NewKeys.sign(for: .small, in: folder, at: .now)
                }
                #expect(error?.code == .keyExists)
                #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/keys/signing.key")) == before)
                // One of the two is enough to keep the hands off.
                if name == "signing.crt" { try FileManager.default.removeItem(atPath: "\(folder)/keys/\(name)") }
            }
        }
    }

    @Test(arguments: [0o640, 0o604, 0o644, 0o666] as [mode_t])
    func `a key that others may read is refused`(_ mode: mode_t) async throws {
        try await withTemporaryFolder { folder in
            _ = try NewKeys.sign(for: .small, in: folder, at: .now)
            try #require(chmod("\(folder)/keys/signing.key", mode) == 0)
            #expect(code(folder) == .keyExposed)
            #expect(severities(folder, .small, at: .now) == [.error])
        }
    }

    @Test func `a key without its certificate, or with another one, is refused`() async throws {
        try await withTemporaryFolder { folder in
            for name in ["a", "b"] {
                try #require(mkdir("\(folder)/\(name)", 0o700) == 0)
                _ = try NewKeys.sign(for: .small, in: "\(folder)/\(name)", at: .now)
            }
            try put("\(folder)/b/keys/signing.crt", as: "signing.crt", in: "\(folder)/a")
            #expect(code("\(folder)/a") == .keyMalformed)
            for name in ["signing.crt", "signing.key"] {
                let path = "\(folder)/b/keys/\(name)"
                try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
                #expect(code("\(folder)/b") == .keyMissing)
                try FileManager.default.moveItem(atPath: path + ".away", toPath: path)
            }
        }
    }

    @Test func `the example is known by its public key, under any certificate, and taken in a demo alone`() async throws
    {
        try await withTemporaryFolder { folder in
            for name in ["signing.key", "signing.crt"] { try put("\(Self.example)/\(name)", as: name, in: folder) }
            #expect(code(folder) == .keyIsExample)
            let taken = try SigningKeys.read(from: folder, isDemo: true)
            #expect(taken != nil)
            let openssl = OpenSSL(in: "\(folder)/keys")
            try openssl(
                "req",
                "-x509",
                "-key",
                "signing.key",
                "-subj",
                "/CN=mine",
                "-days",
                "9",
                "-out",
                "signing.crt",
                "-addext",
                "keyUsage=digitalSignature"
            )
            #expect(code(folder) == .keyIsExample)
        }
    }

    @Test func `a certificate that expires soon is warned of, and one that is not valid is an error`() async throws {
        try await withTemporaryFolder { folder in
            _ = try NewKeys.sign(for: .small, in: folder, at: .now)
            let day = TimeInterval(86_400)
            #expect(severities(folder, .small, at: .now) == [])
            #expect(severities(folder, .small, at: .now.addingTimeInterval(710 * day)) == [.warning])
            #expect(severities(folder, .small, at: .now.addingTimeInterval(740 * day)) == [.error])
            #expect(severities(folder, .small, at: .now.addingTimeInterval(-2 * day)) == [.error])
        }
    }

    @Test func `an authority's certificates that are not there, or are none, are an error`() async throws {
        try await withTemporaryFolder { folder in
            _ = try NewKeys.sign(for: .small, in: folder, at: .now)
            var controller = Controller.small
            controller.signature.timestamp = TimestampPolicy(url: "http://tsa.example/", trust: "keys/tsa.pem")
            #expect(severities(folder, controller, at: .now) == [.error])
            try put("\(folder)/keys/signing.key", as: "tsa.pem", in: folder)
            #expect(severities(folder, controller, at: .now) == [.error])
            try put("\(folder)/keys/signing.crt", as: "tsa.pem", in: folder)
            #expect(severities(folder, controller, at: .now) == [])
        }
    }

    @Test func `an organisation's pair lies among the known ones, and an example is refused as one`() async throws {
        try await withTemporaryFolder { folder in
            let paths = try NewKeys.organisation(named: "Other-Shop", in: folder, at: .now)
            #expect(paths == ["keys/organisations/Other-Shop.key", "keys/organisations/Other-Shop.crt"])
            #expect(try OrganisationCertificates.known("Other-Shop", in: folder, isDemo: false) != nil)
            for name in ["other-shop", "../signing", "", "Other Shop"] {
                #expect(try OrganisationCertificates.known(name, in: folder, isDemo: false) == nil)
            }
            #expect(throws: InzageError.self) { try NewKeys.organisation(named: "../x", in: folder, at: .now) }
            let example = "\(Self.example)/organisation.crt"
            #expect(throws: InzageError.self) { try OrganisationCertificates.read(example, isDemo: false) }
            #expect(try OrganisationCertificates.read(example, isDemo: true).facts.subject.contains("Andere Winkel"))
        }
    }
}
