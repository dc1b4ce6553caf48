import CommandParts
import Cryptography
import Drivers
import ExporterKit
import Foundation
import GRDB
import Inzage
import Mail
import ArchiveSealing
import Testing
import Cases
import SourceReading
import IdentityStage
import DeliveryStage
import PackagingStage
import Policy
import IntakeStage
import GatheringStage
import RegisterStore
import Correspondence

/// A whole controller in a temporary folder: real register, real pipeline, a clock and a postbox of the test's.
struct House {
    let folder: String
    let clock: TestClock
    let postbox = RecordingPostbox()
    let key: SecretKey
    let register: Register
    var controller: Controller
    var processing: Processing
    var systems: [SystemDescription]
    var drivers: [any Driver]
    /// Who signs; nobody unless a test says so.
    var signer: PackageSigner?

    init(
        in folder: String,
        at moment: String = "2026-06-15T12:00:00Z",
        systems: [SystemDescription] = [],
        processing: Processing = .small,
        drivers: [any Driver] = BuiltInDrivers.all,
        seed: UInt64? = nil,
        key: SecretKey = .random()
    ) throws {
        self.folder = folder
        clock = try TestClock(at: moment)
        self.key = key
        register = try Register(inFolder: folder, vault: Vault(key: key), surroundings: clock.surroundings(seed: seed))
        controller = .small
        self.processing = processing
        self.systems = systems
        self.drivers = drivers
        try FileManager.default.createDirectory(atPath: archives, withIntermediateDirectories: true)
    }

    var archives: String { folder + "/archives" }
    var reader: SourceReader { SourceReader(SourceOpening(drivers: drivers), retries: .none) }
    var outbox: Outbox {
        Outbox(register: register, postbox: postbox, policy: controller.delivery, archives: archives)
    }
    var codes: Challenges { Challenges(controller: controller, register: register, outbox: outbox, key: key) }
    var intake: Intake {
        Intake(
            controller: controller,
            processing: processing,
            systems: systems,
            register: register,
            archives: archives
        )
    }
    var verification: Verification {
        Verification(controller: controller, systems: systems, reader: reader, register: register, codes: codes)
    }
    var gathering: Gathering {
        Gathering(
            controller: controller,
            processing: processing,
            systems: systems,
            reader: reader,
            register: register,
            archives: archives
        )
    }
    var delivery: Delivery {
        Delivery(controller: controller, register: register, outbox: outbox, archives: archives)
    }
    var correspondence: LetterDesk {
        LetterDesk(
            controller: controller,
            intake: intake,
            verification: verification,
            register: register,
            outbox: outbox,
            templates: .builtIn
        )
    }
    var sealing: Sealing { Sealing(gathering: gathering, register: register, archives: archives, signer: signer) }
    var pipeline: Pipeline {
        Pipeline(
            intake: intake,
            verification: verification,
            gathering: gathering,
            sealing: sealing,
            delivery: delivery,
            correspondence: correspondence,
            folder: folder
        )
    }

    /// A connection to the register's file that goes past the register, as somebody with the file would.
    var rawRegister: DatabaseQueue {
        get throws { try DatabaseQueue(path: folder + "/register.sqlite") }
    }

    /// Writes into the register's file past the register, as somebody with the file could.
    ///
    /// - Returns: how many rows the last statement changed.
    @discardableResult
    func tamper(_ sql: String) throws -> Int {
        try rawRegister.write { database in
            try database.execute(sql: sql)
            return database.changesCount
        }
    }

    /// Opens a request about an address.
    func open(
        _ email: String = "ada@example.org",
        right: Right = .access,
        destination: Destination = .addressOfRecord,
        representative: Representative? = nil,
        identifiers: [String] = []
    ) throws -> Request {
        let claim = Claim(
            email: email,
            representative: representative,
            identifiers: identifiers,
            destination: destination
        )
        return try intake.open(Submission(right: right, claim: claim, language: .en))
    }

    /// The code in the newest mail.
    func mailedCode() throws -> String { try #require(postbox.mails.last { $0.code != nil }?.code) }

    /// Opens a request and proves it by a returned code.
    func proven(_ email: String = "ada@example.org", right: Right = .access) async throws -> Request {
        let request = try open(email, right: right)
        _ = try await pipeline.advance(request.id)
        let report = try await pipeline.perform(.code(mailedCode()), on: request.id)
        try #require(report.isVerified)
        return try intake.request(request.id)
    }

    /// Opens a request, proves it and gathers.
    func gathered(
        _ email: String = "ada@example.org",
        right: Right = .access
    ) async throws -> (id: String, step: Step<Dossier>) {
        let request = try await proven(email, right: right)
        return (request.id, try await gather(request.id))
    }

    /// Gathers for a request that is proven.
    func gather(_ id: String) async throws -> Step<Dossier> {
        switch try await gathering.gather(verified(id)) {
        case .done(let gathered): .done(try gathered.withShownRecords())
        case .waiting(let waiting): .waiting(waiting)
        }
    }

    /// The request with its proof.
    func verified(_ id: String) async throws -> VerifiedRequest {
        try await verification.verify(intake.request(id), mailingCode: false).done()
    }

    /// The actions in the audit about a request.
    func actions(_ id: String) throws -> [String] {
        try register.read { try $0.auditEntries(request: id) }.map(\.action)
    }

    /// The files of an archive, opened as the subject opens it.
    func opened(_ archive: ArchiveRecord, of id: String) throws -> [String: Data] {
        let told = try pipeline.tellPassphrase(of: id)
        let target = "\(folder)/opened-\(UUID().uuidString)"
        let opened = try OpenedArchive.extract(
            "\(archives)/\(archive.name)",
            passphrase: #require(Passphrase(told.passphrase)),
            into: target
        )
        return try opened.names.reduce(into: [:]) { files, name in
            files[name] = try Data(contentsOf: URL(fileURLWithPath: "\(target)/\(name)"))
        }
    }
}

extension Step {
    /// What was done; a test that expected it fails where somebody is waited for.
    func done() throws -> Done {
        switch self {
        case .done(let done): return done
        case .waiting(let waiting):
            Issue.record("waiting: \(waiting.reasons)")
            throw InzageError(.unexpected, "waiting")
        }
    }

    /// What is waited for; a test that expected it fails where it was done.
    func waiting() throws -> Waiting {
        switch self {
        case .waiting(let waiting): return waiting
        case .done:
            Issue.record("it was done")
            throw InzageError(.unexpected, "done")
        }
    }
}

extension Dossier {
    /// A line of the ledger.
    func line(_ system: String, _ collection: String) throws -> LedgerLine {
        try ledger.line(system, collection)
    }

    /// The records of a collection as the overview shows them.
    func rows(_ system: String, _ collection: String) -> [[String]] {
        collections.first { $0.system.id == system && $0.collection.id == collection }?.preview.rows ?? []
    }
}

extension Ledger {
    func line(_ system: String, _ collection: String) throws -> LedgerLine {
        try #require(lines.first { $0.system == system && $0.collection == collection })
    }
}

/// The code with which a piece of work ends, as the command would end; 0 is done.
func ending(_ work: () async throws -> Void) async -> Int32 {
    do {
        try await work()
        return 0
    } catch let error as InzageError {
        return error.ending.status
    } catch {
        return 1
    }
}
