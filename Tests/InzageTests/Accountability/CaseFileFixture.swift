import CommandParts
import Accountability
import ArchiveSealing
import Cases
import Correspondence
import Foundation
import IntakeStage
import Inzage
import PackagingStage
import RegisterStore
import TestSupport
import Testing

extension House {
    /// The desk that writes case files of this house.
    var caseDesk: CaseDesk {
        CaseDesk(pipeline: pipeline, templates: .builtIn, signer: signer, folder: folder)
    }

    /// Writes the case file of a request, and opens it as 7-Zip does.
    func caseFile(of id: String, named name: String = "case.zip") throws -> CaseFile {
        let path = "\(folder)/\(name)"
        let written = try caseDesk.write(id, to: path)
        return try CaseFile(path: path, written: written, passphrase: #require(written.passphrase))
    }
}

/// A case file that 7-Zip opened.
struct CaseFile {
    let path: String
    let written: WrittenCase
    let passphrase: Passphrase
    let folder: String

    init(path: String, written: WrittenCase, passphrase: Passphrase) throws {
        self.path = path
        self.written = written
        self.passphrase = passphrase
        folder = path + ".opened"
        let result = try runTool("7z", ["x", "-y", "-p\(passphrase.reveal())", "-o\(folder)", path])
        try #require(result.status == 0, "\(result.output)\(result.errors)")
    }

    /// The bytes of a file in it.
    func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
    }

    /// A file in it as text.
    func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    /// What `case.json` says.
    func content() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(bytes("case.json"))) as? [String: Any])
    }

    /// Packs it anew with changes, as somebody could who has the passphrase.
    func packed(_ files: [(name: String, bytes: [UInt8])]) throws -> String {
        let spool = "\(folder)/\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: spool, withIntermediateDirectories: true)
        let keys = KeyRing(passphrase)
        let entries = try files.enumerated().map { index, file in
            var sealer = try EntrySealer(creating: "\(index).sealed", in: spool, keys: keys)
            try sealer.write(file.bytes)
            return (name: file.name, entry: try sealer.finish(durably: false))
        }
        _ = try ArchiveBuilder.build(at: "\(spool)/again.zip", from: spool, entries: entries, keys: keys)
        return "\(spool)/again.zip"
    }

    /// The exit code with which the check of a file ends; 0 is good.
    func ending(of path: String, trusting certificate: [UInt8]? = nil, in register: Register? = nil) -> Int32 {
        do {
            let opened = try OpenedCase(opening: path, passphrase: passphrase, trusting: certificate)
            if let register { try opened.check(against: register) }
            return 0
        } catch let error as InzageError {
            return error.ending.status
        } catch let error as ArchiveError {
            return [.wrongPassphrase, .unusableKey].contains(error.code) ? 2 : 8
        } catch {
            return 1
        }
    }
}
