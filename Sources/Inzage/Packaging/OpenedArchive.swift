import Crypto
import Foundation
package import SealedArchive

/// An archive that is opened as the subject opens it.
package enum OpenedArchive {
    /// Puts every file into a new folder and checks each against the descriptor.
    ///
    /// - Returns: the names of the files.
    /// - Throws: an ``ArchiveError`` when the passphrase is wrong or an entry damaged; integrity broken when a file is
    ///   not as the descriptor says, or one of either is missing (case 77).
    package static func extract(
        _ path: String,
        passphrase: Passphrase,
        into folder: String
    ) throws -> [String] {
        guard !FileManager.default.fileExists(atPath: folder) else {
            throw InzageError(.usage, "\(folder) exists already", hint: "name a folder that does not exist")
        }
        var reader = try ArchiveReader(opening: path, passphrase: passphrase)
        let names = reader.entries.map(\.name)
        var digests: [String: String] = [:]
        do {
            for name in names { digests[name] = try extract(name, from: &reader, into: folder) }
            try compare(digests, withDescriptorIn: folder)
        } catch {
            try? FileManager.default.removeItem(atPath: folder)
            throw error
        }
        return names
    }

    private static func extract(
        _ name: String,
        from reader: inout ArchiveReader,
        into folder: String
    ) throws -> String {
        guard EntryName.isSafe(name) else {
            throw InzageError(.integrityBroken, "the archive holds a name that leads elsewhere")
        }
        let target = URL(fileURLWithPath: "\(folder)/\(name)")
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(),
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        guard FileManager.default.createFile(atPath: target.path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw InzageError(.unexpected, "a file cannot be written into \(folder)", hint: "is the disk full?") }
        let file = try FileHandle(forWritingTo: target)
        defer { try? file.close() }
        var hasher = SHA256()
        try reader.read(name) { piece in
            let data = piece.withUnsafeBufferPointer { Data($0) }
            hasher.update(data: data)
            try file.write(contentsOf: data)
        }
        return hasher.finalize().hexadecimal
    }

    private struct Descriptor: Decodable {
        struct Resource: Decodable {
            let path: String
            let hash: String
        }
        let resources: [Resource]
    }

    private static func compare(_ digests: [String: String], withDescriptorIn folder: String) throws {
        let own: Set = [PackagePlan.descriptorName, PackagePlan.signatureName]
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(PackagePlan.descriptorName)"),
            let descriptor = try? JSONDecoder().decode(Descriptor.self, from: data)
        else {
            throw InzageError(.integrityBroken, "the archive holds no descriptor that can be read")
        }
        var expected: [String: String] = [:]
        for resource in descriptor.resources { expected[resource.path] = resource.hash }
        let found = digests.filter { !own.contains($0.key) }.mapValues { "sha256:" + $0 }
        guard found == expected else {
            throw InzageError(
                .integrityBroken,
                "the files are not those that the descriptor names",
                hint: "ask for the archive again"
            )
        }
    }
}
