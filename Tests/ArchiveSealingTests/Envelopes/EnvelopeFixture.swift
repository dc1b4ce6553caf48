import Foundation
import ArchiveSealing
import TestSupport

/// An archive with an envelope of its content, for a certificate that `openssl` made.
struct EnvelopeFixture {
    static let contents: [(name: String, bytes: [UInt8])] = {
        var generator = SteadyGenerator(seed: 7)
        return [
            ("00-READ-ME.txt", Array("read me".utf8)), ("data/0001.json", Array("[1,2,3]".utf8)), ("data/empty", []),
            ("files/0001.bin", generator.bytes(300_000)), ("csv/0001.csv", [UInt8](repeating: 0x61, count: 2_000_000)),
        ]
    }()

    let openssl: OpenSSL
    let archive: SealedFixture
    let path: String
    let facts: SealedArchiveFacts

    init(in folder: String, _ kind: OpenSSL.Kind, contents: [(name: String, bytes: [UInt8])] = contents) throws {
        openssl = OpenSSL(in: folder)
        try openssl.makeRecipient("recipient", kind)
        archive = try SealedFixture(contents, in: folder)
        path = archive.path + Envelope.suffix
        facts = try Envelope.seal(
            contentOf: archive.path,
            keys: KeyRing(archive.passphrase),
            to: RecipientCertificate(parsing: openssl.bytes("recipient.crt")),
            at: path
        )
    }

    /// Opens an envelope with a key in the folder, as our own command does.
    func open(_ envelope: String, key: String = "recipient.key") throws -> [UInt8] {
        let target = "\(openssl.folder)/opened"
        try Envelope.open(envelope, key: openssl.bytes(key), into: target)
        defer { try? FileManager.default.removeItem(atPath: target) }
        return try fileBytes(target)
    }
}

/// The entries of an ordinary ZIP file as Python reads it: names and SHA-256, and how it calls the whole.
func pythonReads(_ path: String) throws -> String {
    let script = """
        import hashlib, sys, zipfile
        with zipfile.ZipFile(sys.argv[1]) as archive:
            print(archive.testzip())
            for entry in archive.infolist():
                print(entry.filename, hashlib.sha256(archive.read(entry)).hexdigest(), entry.date_time[0], entry.flag_bits)
        """
    let result = try runTool("/usr/bin/python3", ["-c", script, path])
    guard result.status == 0 else { throw UnexpectedEnd(description: result.errors) }
    return result.output
}
