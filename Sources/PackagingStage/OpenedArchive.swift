import Groundwork
import Cryptography
import Foundation
package import ArchiveSealing
import Cases

/// An archive that is opened as the one opens it who got it.
package struct OpenedArchive: Sendable {
    /// Whom the one who opens trusts; nobody at first.
    package struct Trust: Sendable {
        /// Certificates in PEM of which one must be the signer's, or vouch for it.
        package var certificates: [UInt8]?
        /// Certificates in PEM of which one must vouch for the timestamp's authority.
        package var authorities: [UInt8]?

        package init(certificates: [UInt8]? = nil, authorities: [UInt8]? = nil) {
            self.certificates = certificates
            self.authorities = authorities
        }
    }

    /// The names of the files.
    package let names: [String]
    /// What the signature says, or nil where there is none.
    package let signature: SignatureFacts?

    /// Puts every file into a new folder, and checks each against the descriptor and that against its signature.
    ///
    /// - Throws: an ``ArchiveError`` when the passphrase is wrong, an entry damaged or the signature not right;
    ///   integrity broken when a file is not as the descriptor says, or one of either is missing (case 77).
    package static func extract(
        _ path: String,
        passphrase: Passphrase,
        into folder: String,
        trust: Trust = Trust()
    ) throws -> OpenedArchive {
        try refuse(folder)
        var reader = try ArchiveReader(opening: path, passphrase: passphrase)
        return try fill(folder, reader.entries.map(\.name), trust) { index, piece in
            try reader.read(at: index, piece)
        }
    }

    /// The same for an envelope, opened with the private key of the certificate that it is sealed to.
    package static func extract(
        envelope path: String,
        key: [UInt8],
        into folder: String,
        trust: Trust = Trust()
    ) throws -> OpenedArchive {
        try refuse(folder)
        let content = folder + ".partial"
        defer { unlink(content) }
        try Envelope.open(path, key: key, into: content)
        let reader = try PlainArchiveReader(opening: content)
        return try fill(folder, reader.names, trust) { index, piece in try reader.read(at: index, piece) }
    }

    private static func refuse(_ folder: String) throws {
        guard !FileManager.default.fileExists(atPath: folder) else {
            throw InzageError(.usage, "\(folder) exists already", hint: "name a folder that does not exist")
        }
    }

    private static func fill(
        _ folder: String,
        _ names: [String],
        _ trust: Trust,
        _ read: (_ index: Int, _ piece: (Span<UInt8>) throws -> Void) throws -> Void
    ) throws -> OpenedArchive {
        // Which of two files of one name a program shows, nobody knows.
        guard Set(names.map { Array($0.utf8) }).count == names.count else {
            throw InzageError(.integrityBroken, "the archive holds two files of one name")
        }
        var digests: [String: String] = [:]
        do {
            for (index, name) in names.enumerated() {
                digests[name] = try extract(index, name, into: folder, read)
            }
            let signature = try OpenedDescriptor(in: folder).check(digests, trust)
            return OpenedArchive(names: names, signature: signature)
        } catch {
            try? FileManager.default.removeItem(atPath: folder)
            throw error
        }
    }

    private static func extract(
        _ index: Int,
        _ name: String,
        into folder: String,
        _ read: (_ index: Int, _ piece: (Span<UInt8>) throws -> Void) throws -> Void
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
        var hasher = RunningSHA256()
        try read(index) { piece in
            let bytes = piece.withUnsafeBufferPointer { Array($0) }
            hasher.update(bytes)
            try file.write(contentsOf: Data(bytes))
        }
        return hasher.finish().hexadecimal
    }
}
