import Accountability
import ArchiveSealing
import Cases
import DeliveryStage
import Foundation
import Groundwork
import IntakeStage
import Inzage
import PackagingStage
import Policy
import RegisterStore
import TestSupport
import Testing

@Suite struct `A case file that is not right` {
    private func withCase(_ body: (House, Signer, CaseFile) async throws -> Void) async throws {
        try await withSignedHouse { house, signer in
            let id = try house.open("ada@example.org").id
            try await body(house, signer, house.caseFile(of: id))
        }
    }

    @Test func `is refused for every byte of it that was changed, somewhere or other`() async throws {
        try await withCase { _, signer, file in
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file.path)))
            let path = "\(file.folder)/changed.zip"
            #expect(file.ending(of: file.path, trusting: signer.certificate) == 0)
            let heads = Self.localHeaders(in: bytes)
            #expect(heads.count == 4)
            for place in stride(from: 40, to: bytes.count - 400, by: bytes.count / 29) {
                // What the head of an entry says, the directory says too; nothing is read from it.
                guard !heads.contains(where: { $0.contains(place) }) else { continue }
                var changed = bytes
                changed[place] ^= 0x10
                try Data(changed).write(to: URL(fileURLWithPath: path))
                // In the two bytes by which a passphrase is told, it is another passphrase's.
                #expect([2, 8].contains(file.ending(of: path)), "byte \(place)")
            }
            try Data(bytes.dropLast(30)).write(to: URL(fileURLWithPath: path))
            #expect(file.ending(of: path) == 8)
        }
    }

    /// Where the entries of a ZIP file have their heads, without what follows in them.
    private static func localHeaders(in bytes: [UInt8]) -> [Range<Int>] {
        (0..<bytes.count - 30).filter { bytes[$0..<$0 + 4].elementsEqual([0x50, 0x4B, 3, 4]) }.map { start in
            let lengths = [26, 28].map { Int(bytes[start + $0]) | Int(bytes[start + $0 + 1]) << 8 }
            return start..<start + 30 + lengths[0] + lengths[1]
        }
    }

    @Test func `is not opened by another passphrase`() async throws {
        try await withCase { _, _, file in
            let other = try #require(Passphrase("0000-0000-0000-0000-0000-0000"))
            let error = #expect(throws: ArchiveError.self) { try OpenedCase(opening: file.path, passphrase: other) }
            #expect(error?.code == .wrongPassphrase)
        }
    }

    private static let changes = [
        "page", "audit", "content", "signature removed", "signature of another", "file added", "file removed",
    ]

    @Test(arguments: changes)
    func `is found out when somebody with the passphrase packs it anew`(_ change: String) async throws {
        try await withCase { _, _, file in
            var files = try file.written.names.map { (name: $0, bytes: try file.bytes($0)) }
            func place(_ name: String) throws -> Int { try #require(files.firstIndex { $0.name == name }) }
            #expect(file.ending(of: try file.packed(files)) == 0)
            switch change {
            case "page": files[try place("case.html")].bytes.append(0x20)
            case "audit": files[try place("audit.jsonl")].bytes.removeLast(20)
            case "content": files[try place("case.json")].bytes.append(0x0A)
            case "signature removed": files.remove(at: try place("case.json.p7s"))
            case "signature of another":
                let json = files[try place("case.json")].bytes + [0x0A]
                files[try place("case.json")].bytes = json
                let seconds = Int(Date.now.timeIntervalSince1970)
                let other = try Signer(at: .now)
                files[try place("case.json.p7s")].bytes =
                    try DetachedSignature(of: json, by: other.identity, at: seconds).bytes
                #expect(
                    file.ending(of: try file.packed(files)) == 0,
                    "its own signer is found by the certificate alone"
                )
            case "file added": files.append(("extra.txt", [0x61]))
            default: files.remove(at: try place("audit.jsonl"))
            }
            let trusted = change == "signature of another" ? try Signer(at: .now).certificate : nil
            #expect(file.ending(of: try file.packed(files), trusting: trusted) == 8, "\(change)")
        }
    }

    @Test func `of another controller is no part of this register's audit`() async throws {
        try await withCase { house, _, file in
            #expect(file.ending(of: file.path, in: house.register) == 0)
            try await withTemporaryFolder { folder in
                let other = try House(in: folder)
                #expect(file.ending(of: file.path, in: other.register) == 8)
                _ = try other.open("ada@example.org")
                #expect(file.ending(of: file.path, in: other.register) == 8)
            }
        }
    }

    @Test(arguments: [
        "UPDATE audit SET action = 'nothing' WHERE number = 1", "DELETE FROM audit WHERE number = 1",
        "DELETE FROM audit",
    ])
    func `does not fit a register whose audit was changed`(_ statement: String) async throws {
        try await withCase { house, _, file in
            try house.tamper(statement)
            #expect(file.ending(of: file.path, in: house.register) == 8)
        }
    }

    @Test func `is not written over a file, behind a link, into a folder that is not there, or of no request`()
        async throws
    {
        try await withCase { house, _, file in
            let id = file.written.id
            let before = try house.actions(id)
            let link = "\(house.folder)/link.zip"
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/nonexistent/x")
            for (request, path) in [
                (id, file.path), (id, link), (id, "\(house.folder)/no/such.zip"), (id, "\(file.path)/case.zip"),
                ("ZZZZZZ", "\(house.folder)/new.zip"), ("../../x", "\(house.folder)/new.zip"),
            ] {
                #expect(await ending { _ = try house.caseDesk.write(request, to: path) } == 2, "\(request) \(path)")
            }
            #expect(!FileManager.default.fileExists(atPath: "\(house.folder)/new.zip"))
            #expect(try house.actions(id) == before)
        }
    }

    @Test func `is not written by an audit that was changed, nor while somebody else holds the request`() async throws {
        try await withCase { house, _, file in
            let path = "\(house.folder)/new.zip"
            let lease = try Lease(request: file.written.id, inFolder: house.folder)
            #expect(await ending { _ = try house.caseDesk.write(file.written.id, to: path) } == 7)
            withExtendedLifetime(lease) {}
            try house.tamper("UPDATE audit SET operator = 'somebody' WHERE number = 1")
            let other = try house.open("bob@example.org").id
            #expect(await ending { _ = try house.caseDesk.write(other, to: path) } == 8)
            #expect(!FileManager.default.fileExists(atPath: path))
            let left = try FileManager.default.contentsOfDirectory(atPath: house.archives)
            #expect(left.allSatisfy { !$0.contains("case") })
        }
    }

    @Test func `is no case file where the archive is an answer`() async throws {
        try await withSignedHouse { house, _ in
            let (id, archive) = try await house.answered()
            let file = try house.caseFile(of: id)
            let secret = try #require(Passphrase(house.pipeline.tellPassphrase(of: id).passphrase))
            let error = #expect(throws: InzageError.self) {
                try OpenedCase(opening: "\(house.archives)/\(archive.name)", passphrase: secret)
            }
            #expect(error?.ending == .integrityBroken && file.written.signature != nil)
        }
    }

    @Test func `shows what people wrote as text, whatever it is`() async throws {
        try await withSignedHouse { house, _ in
            let name = "<img src=x onerror=alert(1)>\u{202E}"
            let claim = Claim(email: "ada@example.org", name: name)
            let id = try house.intake.open(.init(right: .access, claim: claim)).id
            try house.intake.note(id, "</pre><script>alert(2)</script>")
            let page = try house.caseFile(of: id).text("case.html")
            #expect(!page.contains("<img") && !page.contains("<script") && page.contains("&lt;script&gt;"))
            #expect(page.contains("<bdi>&lt;img src=x onerror=alert(1)&gt;"))
        }
    }

    @Test func `is unsigned where nobody signs, says so, and a demand for a signer refuses it`() async throws {
        try await withSignedHouse { plain, signer in
            var house = plain
            house.signer = nil
            let file = try house.caseFile(of: house.open("ada@example.org").id)
            #expect(file.written.names == ["case.html", "case.json", "audit.jsonl"] && file.written.signature == nil)
            #expect(file.ending(of: file.path) == 0)
            #expect(file.ending(of: file.path, trusting: signer.certificate) == 8)
        }
    }
}
