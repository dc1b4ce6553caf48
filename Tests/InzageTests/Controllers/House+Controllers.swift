import Foundation
import Testing
import IntakeStage
import Policy
import Cases
import Calendars
import RegisterStore
import Inzage
import ControllerFiles
import IdentityStage

extension House {
    /// The house of one of the five controllers, at a moment.
    init(of controller: ControllerFixture, in folder: String, at moment: String = "2026-06-15T12:00:00Z") throws {
        let configuration = try controller.configuration(in: folder + "/controller")
        try self.init(in: folder, at: moment, systems: configuration.systems, processing: configuration.processing)
        self.controller = configuration.controller
        self.controller.release = .direct
    }

    /// Opens a request of Eva's, proves it, and answers every category that no system feeds with nothing.
    func evaProven(_ right: Right = .access, received: String? = nil) async throws -> String {
        let request = try intake.open(
            Submission(
                right: right,
                claim: Claim(email: "eva.bakker@example.org"),
                receivedOn: received,
                lateEntry: received.map { _ in "a day of the test's" }
            )
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
