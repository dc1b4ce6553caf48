import Cryptography
import Foundation
import Groundwork
import TestSupport
import Testing

@Suite struct `Cryptography` {
    private let key = SecretKey((0..<32).map { UInt8($0) })

    private static func random(_ count: Int) -> [UInt8] { (0..<count).map { _ in .random(in: .min ... .max) } }

    @Test(arguments: [0, 1, 55, 56, 63, 64, 65, 1000, 100_000])
    func `a digest and a code are what Python computes`(count: Int) throws {
        let bytes = Self.random(count)
        let script = """
            import hashlib, hmac, sys
            text = bytes.fromhex(sys.stdin.read())
            print(hashlib.sha256(text).hexdigest(), hmac.new(bytes(range(32)), text, 'sha256').hexdigest())
            """
        let expected = try runTool("/usr/bin/python3", ["-c", script], input: bytes.hexadecimal).output
        var running = RunningSHA256()
        for start in stride(from: 0, to: count, by: 37) { running.update(Array(bytes[start..<min(start + 37, count)])) }
        let digest = SHA256.digest(of: bytes)
        #expect(running.finish() == digest)
        #expect(SHA256.digest(of: bytes.lazy.map { $0 }) == digest)
        #expect(expected == "\(digest.hexadecimal) \(key.authenticationCode(for: bytes).hexadecimal)\n")
    }

    @Test func `a text is sealed and opened as NIST's test case 16 says`() throws {
        // McGrew and Viega, "The Galois/Counter Mode of Operation", test case 16.
        let key = SecretKey(
            try #require(Hexadecimal.bytes(of: "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308".utf8))
        )
        let sealed = """
            cafebabefacedbaddecaf888\
            522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662\
            76fc6ece0f4e1768cddf8853bb2d551b
            """
        let context = try #require(Hexadecimal.bytes(of: "feedfacedeadbeeffeedfacedeadbeefabaddad2".utf8))
        let plain = try AuthenticatedCipher.open(
            try #require(Hexadecimal.bytes(of: sealed.utf8)),
            key: key,
            context: context
        )
        #expect(
            plain.hexadecimal == "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
        )
    }

    @Test(arguments: [0, 1, 15, 16, 17, 5000])
    func `what was sealed is opened, and nothing that differs in one bit`(count: Int) throws {
        let plain = Self.random(count)
        let sealed = AuthenticatedCipher.seal(plain, key: key, context: [1, 2, 3])
        #expect(sealed.count == count + 28)
        #expect(try AuthenticatedCipher.open(sealed, key: key, context: [1, 2, 3]) == plain)
        for _ in 0..<40 {
            var changed = sealed
            changed[.random(in: changed.indices)] ^= 1 << UInt8.random(in: 0...7)
            #expect(throws: NotAuthentic.self) {
                try AuthenticatedCipher.open(changed, key: key, context: [1, 2, 3])
            }
        }
        #expect(throws: NotAuthentic.self) { try AuthenticatedCipher.open(sealed, key: key, context: [1, 2]) }
        #expect(throws: NotAuthentic.self) { try AuthenticatedCipher.open(sealed, key: .random(), context: [1, 2, 3]) }
        for short in 0..<28 {
            #expect(throws: NotAuthentic.self) {
                try AuthenticatedCipher.open(Array(sealed.prefix(short)), key: key, context: [1, 2, 3])
            }
        }
    }

    @Test func `no two seals of one text are alike`() {
        let seals = Set((0..<200).map { _ in AuthenticatedCipher.seal([1, 2, 3], key: key, context: []) })
        #expect(seals.count == 200)
    }

    @Test func `a key never prints`() {
        var text = ""
        dump(key, to: &text)
        for shown in [text, "\(key)", String(reflecting: key)] {
            #expect(!shown.contains("31") && !shown.contains("1f"))
        }
    }

    @Test func `digits are bytes again, in either case, and nothing else is`() {
        let bytes = Self.random(99)
        #expect(Hexadecimal.bytes(of: bytes.hexadecimal.utf8) == bytes)
        #expect(Hexadecimal.bytes(of: bytes.hexadecimal.uppercased().utf8) == bytes)
        for text in ["0", "0g", "0x", " 00", "é0"] { #expect(Hexadecimal.bytes(of: text.utf8) == nil) }
    }
}
