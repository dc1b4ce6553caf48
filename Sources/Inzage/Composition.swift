import Drivers
import ExporterKit
import Foundation
import Mail
import SourceReading
package import IdentityStage
import Policy
import IntakeStage
import DeliveryStage
import PackagingStage
package import ControllerFiles
import Cases
import GatheringStage
package import RegisterStore
package import Groundwork
package import Correspondence

/// The one place where concrete types meet: a controller's folder becomes a pipeline.
package struct Workplace: Sendable {
    package let configuration: Configuration
    package let register: Register
    package let pipeline: Pipeline
    package let codes: Challenges
    package let outbox: Outbox
    /// The days of requests.
    package var clock: RequestClock { RequestClock(policy: configuration.controller.deadline, register: register) }

    /// Opens a controller's folder; for writing, what is missing in it is made.
    ///
    /// - Throws: what keeps it from being used: a configuration with errors, a key that is missing or exposed, a
    ///   register that is locked or damaged.
    package init(
        folder: String,
        for access: RegisterAccess = .writing,
        surroundings: Surroundings,
        environment: [String: String]
    ) throws {
        let configuration = try Self.configuration(in: folder)
        let controller = configuration.controller
        let key = try RegisterKey(readingFrom: configuration.folder, isDemo: controller.isDemo)
        let register = try Register(
            inFolder: configuration.folder,
            for: access,
            vault: Vault(key: key.key(for: "vault")),
            surroundings: surroundings
        )
        let archives = try Self.folder("archives", in: configuration.folder, for: access)
        let postbox = try Self.postbox(
            controller.delivery,
            folder: configuration.folder,
            for: access,
            environment: environment
        )
        let outbox = Outbox(
            register: register,
            postbox: postbox,
            policy: controller.delivery,
            archives: archives
        )
        let codes = Challenges(
            controller: controller,
            templates: configuration.letters,
            register: register,
            outbox: outbox,
            key: key.key(for: "codes")
        )
        self.configuration = configuration
        self.register = register
        self.outbox = outbox
        self.codes = codes
        let signer = try PackageSigner(of: configuration)
        pipeline = Self.pipeline(configuration, register, outbox, codes, signer, archives)
    }

    private static func pipeline(
        _ configuration: Configuration,
        _ register: Register,
        _ outbox: Outbox,
        _ codes: Challenges,
        _ signer: PackageSigner?,
        _ archives: String
    ) -> Pipeline {
        let controller = configuration.controller
        let systems = configuration.systems
        let reader = SourceReader(SourceOpening(drivers: BuiltInDrivers.all, controller: configuration.folder))
        let gathering = Gathering(
            controller: controller,
            processing: configuration.processing,
            systems: systems,
            reader: reader,
            register: register,
            archives: archives
        )
        let intake = Intake(
            controller: controller,
            processing: configuration.processing,
            systems: systems,
            register: register,
            archives: archives
        )
        let verification = Verification(
            controller: controller,
            systems: systems,
            reader: reader,
            register: register,
            codes: codes
        )
        return Pipeline(
            intake: intake,
            verification: verification,
            gathering: gathering,
            sealing: Sealing(gathering: gathering, register: register, archives: archives, signer: signer),
            delivery: Delivery(
                controller: controller,
                templates: configuration.letters,
                register: register,
                outbox: outbox,
                archives: archives
            ),
            correspondence: LetterDesk(
                controller: controller,
                intake: intake,
                verification: verification,
                register: register,
                outbox: outbox,
                templates: configuration.letters
            ),
            folder: configuration.folder
        )
    }

    /// Reads the configuration; everything wrong is in the error's findings.
    package static func configuration(in folder: String) throws -> Configuration {
        let (configuration, findings) = ConfigurationReader(folder: folder, drivers: BuiltInDrivers.all).read()
        guard let configuration else {
            throw ConfigurationError(
                .invalid,
                "the configuration has errors",
                hint: "inzage check shows them all",
                findings: findings.filter { $0.severity == .error }
            )
        }
        return configuration
    }

    private static func folder(_ name: String, in folder: String, for access: RegisterAccess) throws -> String {
        let path = "\(folder)/\(name)"
        guard access == .writing else { return path }
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        return path
    }

    private static func postbox(
        _ policy: DeliveryPolicy,
        folder: String,
        for access: RegisterAccess,
        environment: [String: String]
    ) throws -> any Postbox {
        guard let server = policy.smtp else {
            return FolderPostbox(
                folder: try Self.folder("outbox", in: folder, for: access),
                sizeLimit: policy.mailLimit
            )
        }
        do {
            return SMTPPostbox(
                try MailServer(server, folder: folder, environment: environment),
                sizeLimit: policy.mailLimit
            )
        } catch let failure as MailFailure {
            throw InzageError(
                .configuration,
                "delivery.smtp in controller.yaml: \(failure.message)",
                hint: failure.hint
            )
        }
    }
}

extension MailServer {
    /// The mail server as `controller.yaml` describes it, with its password from where it is kept.
    fileprivate init(_ server: SMTPServer, folder: String, environment: [String: String]) throws {
        let login = try server.user.map { user in
            try MailLogin(
                user: user,
                password: server.password.map { try $0.secret(folder: folder, environment: environment) } ?? ""
            )
        }
        try self.init(
            host: server.host,
            port: server.port,
            security: server.implicitTLS ? .implicitTLS : .startTLS,
            login: login,
            trustFile: server.trust.map { $0.hasPrefix("/") ? $0 : "\(folder)/\($0)" }
        )
    }
}
