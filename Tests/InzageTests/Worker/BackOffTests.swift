import Foundation
import Inzage
import TestSupport
import Testing

@Suite("The worker's patience") struct BackOffTests {
    @Test("doubles with each try, give or take a quarter, up to an hour")
    func doubles() {
        var random = Seeded(state: 7)
        var backOff = BackOff(first: 300)
        let now = Date(timeIntervalSince1970: 0)
        for whole in [300.0, 600, 1200, 2400, 3600, 3600] + Array(repeating: 3600, count: 60) {
            let seconds = backOff.wait("R1", at: now, random: &random)
            #expect((whole * 0.75...whole * 1.25).contains(seconds))
            #expect(!backOff.mayTry("R1", at: now.addingTimeInterval(seconds - 1)))
            #expect(backOff.mayTry("R1", at: now.addingTimeInterval(seconds)))
        }
        #expect(backOff.mayTry("R2", at: now))
        backOff.settle("R1")
        #expect(backOff.mayTry("R1", at: now))
        #expect(backOff.wait("R1", at: now, random: &random) <= 375)
    }

    @Test("is not the same for what began together")
    func isJittered() {
        var random = Seeded(state: 7)
        var backOff = BackOff(first: 300)
        let waits = (0..<50).map { backOff.wait("R\($0)", at: .now, random: &random) }
        #expect(Set(waits).count > 40)
    }

    @Test("is an hour at most from the beginning")
    func isNeverLonger() {
        var random = Seeded(state: 7)
        var backOff = BackOff(first: 86_400)
        #expect(backOff.wait("R1", at: .now, random: &random) <= 4500)
    }
}

@Suite("The worker's note") struct WorkerNoteTests {
    @Test("is read as it was written, over the one before")
    func isRead() async throws {
        try await withTemporaryFolder { folder in
            #expect(WorkerNote(in: folder) == nil)
            for count in 1...2 {
                let note = WorkerNote(ranAt: "2026-06-15T12:00:00Z", done: count, failed: 0)
                note.write(in: folder)
                #expect(WorkerNote(in: folder) == note)
            }
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(names == ["worker.ran"])
        }
    }

    @Test(
        "is none where something else stands there",
        arguments: [
            "", "\n", "2026-06-15T12:00:00Z", "2026-06-15T12:00:00Z 1", "2026-06-15T12:00:00Z 1 -1", "yesterday 1 1",
            "2026-06-15T12:00:00Z one 1", "2026-06-15T12:00:00Z 1 1 1", "\u{1B}[2J 1 1",
            String(repeating: "9", count: 300),
        ]
    )
    func isNone(text: String) async throws {
        try await withTemporaryFolder { folder in
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/worker.ran"))
            #expect(WorkerNote(in: folder) == nil)
        }
    }

    @Test("keeps nobody from working where it cannot be written")
    func isOptional() {
        WorkerNote(ranAt: "2026-06-15T12:00:00Z", done: 0, failed: 0).write(in: "/nonexistent")
    }
}
