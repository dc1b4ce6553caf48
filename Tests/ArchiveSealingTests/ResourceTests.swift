import Foundation
import Glibc
import ArchiveSealing
import Testing
import TestSupport

/// What happens where the disk is full, and how much memory the work takes.
///
/// Limits belong to a process, so each of these tests runs in one of its own.
@Suite struct ResourceTests {
    @Test func `a limit on files is a full disk, for the spool`() async {
        await #expect(processExitsWith: .success) {
            try await withTemporaryFolder { folder in
                limitFiles(to: 100_000)
                // Room that comes later does not mend an entry that lacks bytes.
                #expect(sealingNoise(in: folder) { limitFiles(to: 10_000_000) } == [.diskFull, .diskFull])
                let left = try names(in: folder)
                #expect(left.isEmpty)
            }
        }
    }

    @Test func `a limit on files is a full disk, for the archive, and the old one stays`() async {
        await #expect(processExitsWith: .success) {
            try await withTemporaryFolder { folder in
                try expectFullDisk(spool: folder, archive: folder) { limitFiles(to: 500_000) }
            }
        }
    }

    @Test(.enabled(if: TinyDisk.isAvailable, "mounting a small disk needs the rights to do so"))
    func `a full disk is told apart and nothing is left on it`() async throws {
        try await withTemporaryFolder { folder in
            let disk = try TinyDisk(at: "\(folder)/disk", kilobytes: 512)
            defer { disk.unmount() }
            #expect(sealingNoise(in: disk.path) {} == [.diskFull, .diskFull])
            let left = try names(in: disk.path)
            #expect(left.isEmpty)
            try expectFullDisk(spool: folder, archive: disk.path) {}
        }
    }

    @Test func `sealing and checking 64 MiB takes little memory`() async {
        await #expect(processExitsWith: .success) {
            try await withTemporaryFolder { folder in
                var generator = SteadyGenerator(seed: 1)
                let block = generator.bytes(1 << 20)
                let before = peakMemory()
                var sealer = try EntrySealer(creating: "a", in: folder, keys: KeyRing(passphrase()))
                for _ in 0..<64 { try sealer.write(block) }
                let entries = [(name: "a", entry: try sealer.finish(durably: false))]
                _ = try ArchiveBuilder.build(
                    at: "\(folder)/x.zip",
                    from: folder,
                    entries: entries,
                    keys: KeyRing(passphrase())
                )
                #expect(entries[0].entry.sealedSize > 64 << 20)
                #expect(before > 0)
                #expect(peakMemory() - before < 20_000, "kilobytes")
            }
        }
    }
}

/// Seals a megabyte that does not compress, goes on after that failed, and returns both failures.
private func sealingNoise(in folder: String, _ makeRoom: () -> Void) -> [ArchiveError.Code?] {
    var generator = SteadyGenerator(seed: 2)
    let noise = generator.bytes(1 << 20)
    var codes: [ArchiveError.Code?] = []
    _ = failureCode {
        var sealer = try EntrySealer(creating: "a", in: folder, keys: KeyRing(passphrase()))
        codes.append(failureCode { try sealer.write(noise) })
        makeRoom()
        do throws(ArchiveError) {
            _ = try sealer.finish(durably: false)
        } catch {
            codes.append(error.code)
        }
    }
    return codes
}

/// Builds an archive of a megabyte over an old one, where there is no room for it.
private func expectFullDisk(spool: String, archive: String, _ limit: () -> Void) throws {
    var generator = SteadyGenerator(seed: 3)
    let entry = try seal(generator.bytes(1 << 20), as: "spooled", in: spool, passphrase())
    let path = "\(archive)/x.zip"
    try write(Array("old".utf8), to: path)
    let before = try names(in: archive)
    limit()
    let code = failureCode {
        _ = try ArchiveBuilder.build(at: path, from: spool, entries: [("a", entry)], keys: KeyRing(passphrase()))
    }
    #expect(code == .diskFull)
    #expect(try names(in: archive) == before)
    #expect(try fileBytes(path) == Array("old".utf8))
}

private func limitFiles(to bytes: UInt) {
    signal(SIGXFSZ, SIG_IGN)
    var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t.max)
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
}

/// The most memory that this process has had so far, in kilobytes.
private func peakMemory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0
}

/// A disk in memory with little room.
private struct TinyDisk {
    let path: String

    static let isAvailable: Bool = {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("disk-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        guard let disk = try? TinyDisk(at: folder, kilobytes: 64) else { return false }
        disk.unmount()
        return true
    }()

    init(at path: String, kilobytes: Int) throws {
        struct NotMounted: Error {}
        self.path = path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let mounted = try runTool("mount", ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path])
        guard mounted.status == 0 else { throw NotMounted() }
    }

    /// Lazily, because a program that another test starts may hold the disk for a moment.
    func unmount() { _ = try? runTool("umount", ["--lazy", path]) }
}
