import Foundation
import TestSupport
import Testing
import Policy
import RegisterStore
import Cases
import IdentityStage
import DeliveryStage
import Inzage
import IntakeStage

/// An archive as the subject has it.
struct Answer {
    let request: String
    let path: String
    let passphrase: String
    /// The pipeline's own view of it.
    let archive: ArchiveRecord
}

extension House {
    /// Answers a request in a language, and tells the passphrase.
    func answered(in language: Language, right: Right = .access) async throws -> Answer {
        let claim = Claim(email: "ada@example.org")
        let id = try intake.open(Submission(right: right, claim: claim, language: language)).id
        _ = try await pipeline.advance(id)
        try #require(try await pipeline.perform(.code(mailedCode()), on: id).isVerified)
        let progress = try await pipeline.advance(id)
        let archive = try #require(progress.archive, "\(progress.waiting?.reasons ?? [])")
        return Answer(
            request: id,
            path: "\(archives)/\(archive.name)",
            passphrase: try pipeline.tellPassphrase(of: id).passphrase,
            archive: archive
        )
    }
}

/// The SHA-256 of every entry of an archive, as 7-Zip unpacks it.
func sevenZipDigests(_ archive: String, passphrase: String) async throws -> [String: String] {
    try await withTemporaryFolder { folder in
        let unpacked = try runTool("7z", ["x", "-p\(passphrase)", "-o\(folder)/out", archive])
        try #require(unpacked.status == 0, "\(unpacked.errors)")
        let list = try runTool("sh", ["-c", "find . -type f -exec sha256sum {} +"], in: folder + "/out")
        let lines = list.output.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1) }
        return Dictionary(uniqueKeysWithValues: lines.map { (String($0[1].dropFirst(3)), String($0[0])) })
    }
}
