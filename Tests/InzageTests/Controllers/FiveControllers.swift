import Drivers
import Foundation
import Inzage
import TestSupport
import Testing

/// The five controllers whose published policies are fixtures.
enum FiveControllers: String, CaseIterable, CustomTestStringConvertible {
    case hubs = "protolabs-network"
    case threeDConfig = "three-d-config"
    case bechtle
    case progressX = "progressx"
    case letsBuild = "letsbuild"

    var testDescription: String { rawValue }

    /// The folder as it is kept: what the policy says, and nothing that it leaves open.
    var fixture: String { "\(checkout)/Tests/Fixtures/controllers/\(rawValue)" }

    /// What a policy leaves open and its company would have to put in: old text, new text, file.
    private var openQuestions: [(old: String, new: String)] {
        switch self {
        case .hubs, .progressX: []
        case .threeDConfig:
            [
                ("  email: null\n", "  email: privacy@3dconfig.example\n"),
                ("  name: College Bescherming Persoonsgegevens\n", "  name: Gegevensbeschermingsautoriteit\n"),
            ]
        case .bechtle: [("supervisory_authority: null\n", "supervisory_authority: {name: LfDI Baden-Württemberg}\n")]
        case .letsBuild: [("name: null", "name: Gegevensbeschermingsautoriteit")]
        }
    }

    /// Copies the folder, with or without answers to what the policy leaves open.
    func copy(to folder: String, settled: Bool = true) throws {
        try FileManager.default.copyItem(atPath: fixture, toPath: folder)
        guard settled else { return }
        let file = URL(fileURLWithPath: "\(folder)/controller.yaml")
        var text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        for (old, new) in openQuestions {
            try #require(text.contains(old), "controller.yaml has no \(old)")
            text = text.replacingOccurrences(of: old, with: new)
        }
        try Data(text.utf8).write(to: file)
    }

    /// The configuration, read as the product reads it.
    func configuration(in folder: String, settled: Bool = true) throws -> Configuration {
        try copy(to: folder, settled: settled)
        let (configuration, findings) = ConfigurationReader(folder: folder, drivers: Drivers.all).read()
        return try #require(configuration, "\(findings.filter { $0.severity == .error })")
    }

    /// What `inzage check` says of the folder.
    func findings(in folder: String, settled: Bool) async throws -> [Finding] {
        try copy(to: folder, settled: settled)
        return await ConfigurationReader(folder: folder, drivers: Drivers.all).check()
    }
}

extension House {
    /// The house of one of the five controllers, at a moment.
    init(of controller: FiveControllers, in folder: String, at moment: String = "2026-06-15T12:00:00Z") throws {
        let configuration = try controller.configuration(in: folder + "/controller")
        try self.init(in: folder, at: moment, systems: configuration.systems, processing: configuration.processing)
        self.controller = configuration.controller
        self.controller.release = .direct
    }

    /// Opens a request of Eva's, proves it, and answers every category that no system feeds with nothing.
    func evaProven(_ right: Right = .access, received: String? = nil) async throws -> String {
        let request = try intake.open(
            Submission(right: right, claim: Claim(email: "eva.bakker@example.org"), receivedOn: received)
        )
        _ = try await pipeline.advance(request.id)
        try #require(try await pipeline.perform(.code(mailedCode()), on: request.id).isVerified)
        for category in try pipeline.categoriesPending(in: request.id) {
            try pipeline.addNothing(category: category, to: request.id)
        }
        return request.id
    }

    /// The files of the answer that a request came to.
    func answer(_ id: String) async throws -> [String: Data] {
        let progress = try await pipeline.advance(id)
        let archive = try #require(progress.archive, "\(progress.waiting?.reasons ?? [])")
        return try opened(archive, of: id)
    }

    /// The days of a request.
    func deadlines(_ id: String) throws -> Deadlines {
        try RequestClock(policy: controller.deadline, register: register).deadlines(of: intake.request(id))
    }
}
