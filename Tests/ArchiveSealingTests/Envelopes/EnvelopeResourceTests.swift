import Foundation
import Glibc
import ArchiveSealing
import TestSupport
import Testing

/// Limits and peaks belong to a process, so each of these tests runs in one of its own.
@Suite struct `Envelope of a large archive` {
    @Test func `sealing 100 MB to a certificate takes little memory`() async {
        await #expect(processExitsWith: .success) {
            try await withTemporaryFolder { folder in
                let (archive, recipient) = try largeArchive(in: folder, megabytes: 100)
                let before = peakMemory()
                let facts = try Envelope.seal(
                    contentOf: archive,
                    keys: KeyRing(passphrase()),
                    to: recipient,
                    at: archive + ".p7m"
                )
                #expect(facts.bytes > 100 << 20)
                #expect(before > 0)
                #expect(peakMemory() - before < 20_000, "kilobytes")
            }
        }
    }

    @Test func `a full disk is told apart, and leaves no half envelope`() async {
        await #expect(processExitsWith: .success) {
            try await withTemporaryFolder { folder in
                let (archive, recipient) = try largeArchive(in: folder, megabytes: 2)
                let before = try names(in: folder)
                signal(SIGXFSZ, SIG_IGN)
                var limit = rlimit(rlim_cur: 1_000_000, rlim_max: .max)
                setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
                let code = failureCode {
                    _ = try Envelope.seal(
                        contentOf: archive,
                        keys: KeyRing(passphrase()),
                        to: recipient,
                        at: archive + ".p7m"
                    )
                }
                #expect(code == .diskFull)
                #expect(try names(in: folder) == before)
            }
        }
    }
}

/// An archive of noise, which no compression makes smaller.
private func largeArchive(in folder: String, megabytes: Int) throws -> (path: String, recipient: RecipientCertificate) {
    var generator = SteadyGenerator(seed: 1)
    let block = generator.bytes(1 << 20)
    var sealer = try EntrySealer(creating: "a", in: folder, keys: KeyRing(passphrase()))
    for _ in 0..<megabytes { try sealer.write(block) }
    let path = "\(folder)/x.zip"
    let entry = try sealer.finish(durably: false)
    _ = try ArchiveBuilder.build(at: path, from: folder, entries: [("a", entry)], keys: KeyRing(passphrase()))
    let made = try NewCertificate(for: .receiving, name: "x", validFrom: now - 60, validUntil: now + 60)
    return (path, try RecipientCertificate(parsing: made.certificate))
}

/// The most memory that this process has had so far, in kilobytes.
private func peakMemory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0
}
