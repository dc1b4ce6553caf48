import CommandParts
import Cryptography
import Foundation
import ArchiveSealing
import TestSupport
import Testing
import RegisterStore
import Cases
import PackagingStage
import DeliveryStage
import Inzage

/// A signed answer that somebody who even has the passphrase packs anew, with changes.
struct TamperedPackage {
    let folder: String
    let passphrase: Passphrase
    var files: [(name: String, bytes: [UInt8])]

    /// Unpacks the answer of a request.
    init(_ house: House, _ id: String, _ archive: ArchiveRecord) throws {
        folder = "\(house.folder)/tampering"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let secret = try #require(Passphrase(house.pipeline.tellPassphrase(of: id).passphrase))
        passphrase = secret
        let path = "\(house.archives)/\(archive.name)"
        let opened = try OpenedArchive.extract(path, passphrase: secret, into: "\(folder)/whole")
        files = try opened.names.map { name in
            (name, Array(try Data(contentsOf: URL(fileURLWithPath: "\(house.folder)/tampering/whole/\(name)"))))
        }
    }

    /// The place of a file.
    func place(_ name: String) throws -> Int { try #require(files.firstIndex { $0.name == name }) }

    /// Makes the descriptor say what the files are now, as somebody would who hides a change.
    mutating func makeDescriptorAgree() throws {
        let place = try place("datapackage.json")
        var descriptor = try #require(
            try JSONSerialization.jsonObject(with: Data(files[place].bytes)) as? [String: Any]
        )
        let resources = try #require(descriptor["resources"] as? [[String: Any]])
        descriptor["resources"] = resources.compactMap { old -> [String: Any]? in
            guard let file = files.first(where: { $0.name == old["path"] as? String }) else { return nil }
            var new = old
            new["hash"] = "sha256:" + SHA256.digest(of: file.bytes).map { String(format: "%02x", $0) }.joined()
            new["bytes"] = file.bytes.count
            return new
        }
        files[place].bytes = Array(try JSONSerialization.data(withJSONObject: descriptor))
    }

    /// Packs it and opens it as the person does; the exit code, or nil where it opens.
    func ending(trusting certificate: [UInt8]? = nil) throws -> Int32? {
        let entries = try files.enumerated().map { index, file in
            var sealer = try EntrySealer(creating: "\(index).sealed", in: folder, keys: KeyRing(passphrase))
            try sealer.write(file.bytes)
            return (name: file.name, entry: try sealer.finish(durably: false))
        }
        let path = "\(folder)/again.zip"
        _ = try ArchiveBuilder.build(at: path, from: folder, entries: entries, keys: KeyRing(passphrase))
        let target = "\(folder)/\(UUID().uuidString)"
        do {
            _ = try OpenedArchive.extract(
                path,
                passphrase: passphrase,
                into: target,
                trust: OpenedArchive.Trust(certificates: certificate)
            )
            return nil
        } catch let error as InzageError {
            #expect(!FileManager.default.fileExists(atPath: target))
            return error.ending.status
        } catch let error as ArchiveError {
            #expect(!FileManager.default.fileExists(atPath: target))
            return error.code == .badSignature || error.code == .damaged ? 8 : 1
        }
    }
}
