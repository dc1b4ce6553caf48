import Cryptography
import Foundation
import Groundwork
import TestSupport
import Testing
import Policy
import RegisterStore
import ControllerFiles

@Suite struct `Register key` {
    /// The published example, as `keys-example/README.md` explains it.
    private static let example = "\(checkout)/keys-example/register.key"

    private func write(_ text: String, mode: mode_t = 0o600, in folder: String) throws {
        try FileManager.default.createDirectory(atPath: "\(folder)/keys", withIntermediateDirectories: true)
        let path = "\(folder)/keys/register.key"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        try #require(chmod("\(folder)/keys", 0o700) == 0)
        try #require(chmod(path, mode) == 0)
    }

    private func code(_ folder: String, isDemo: Bool = false) -> ConfigurationError.Code? {
        #expect(throws: ConfigurationError.self) { try RegisterKey(readingFrom: folder, isDemo: isDemo) }?.code
    }

    private let digits = String(repeating: "0123456789abcdef", count: 4)

    @Test func `a new key is 64 digits for its owner alone and is read again`() async throws {
        try await withTemporaryFolder { folder in
            try RegisterKey.create(in: folder)
            let path = "\(folder)/keys/register.key"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(text.wholeMatch(of: /[0-9a-f]{64}\n/) != nil)
            #expect(try runTool("stat", ["-c", "%a", path, "\(folder)/keys"]).output == "600\n700\n")
            let (one, again) = (
                try RegisterKey(readingFrom: folder, isDemo: false), try RegisterKey(readingFrom: folder, isDemo: true)
            )
            #expect(one.key(for: "outbox") == again.key(for: "outbox"))
        }
    }

    @Test func `two new keys differ, and a key is never written over`() async throws {
        try await withTemporaryFolder { folder in
            for name in ["a", "b"] { try #require(mkdir("\(folder)/\(name)", 0o700) == 0) }
            try RegisterKey.create(in: "\(folder)/a")
            try RegisterKey.create(in: "\(folder)/b")
            let keys = try ["a", "b"].map {
                try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)/keys/register.key"))
            }
            #expect(keys[0] != keys[1])
            let error = #expect(throws: ConfigurationError.self) { try RegisterKey.create(in: "\(folder)/a") }
            #expect(error?.code == .keyExists)
            #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/a/keys/register.key")) == keys[0])
        }
    }

    @Test func `each purpose has the key that HKDF gives, computed by Python`() async throws {
        try await withTemporaryFolder { folder in
            try write(digits, in: folder)
            let key = try RegisterKey(readingFrom: folder, isDemo: false)
            let script = """
                import hmac, sys
                secret = bytes.fromhex(sys.argv[1])
                extracted = hmac.new(bytes(32), secret, 'sha256').digest()
                print(hmac.new(extracted, sys.argv[2].encode() + b'\\x01', 'sha256').hexdigest())
                """
            for purpose in ["codes", "outbox"] {
                let expected = try runTool(
                    "/usr/bin/python3",
                    ["-c", script, digits, "inzage register key: \(purpose)"]
                )
                let hex = key.key(for: purpose).bytes.hexadecimal
                #expect(expected.output == hex + "\n")
            }
            #expect(key.key(for: "codes") != key.key(for: "outbox"))
        }
    }

    @Test func `mode 0400, capitals and a missing line break are taken`() async throws {
        try await withTemporaryFolder { folder in
            try write(digits, in: folder)
            let small = try RegisterKey(readingFrom: folder, isDemo: false)
            try write(digits.uppercased() + "\n", mode: 0o400, in: folder)
            let capital = try RegisterKey(readingFrom: folder, isDemo: false)
            #expect(small.key(for: "x") == capital.key(for: "x"))
        }
    }

    @Test func `a missing key and a missing folder are the same error, with a way out`() async throws {
        try await withTemporaryFolder { folder in
            #expect(code(folder) == .keyMissing)
            try #require(mkdir("\(folder)/keys", 0o700) == 0)
            let error = #expect(throws: ConfigurationError.self) { try RegisterKey(readingFrom: folder, isDemo: false) }
            #expect(error?.code == .keyMissing)
            #expect(error?.hint?.contains("inzage keys new") == true)
        }
    }

    @Test(arguments: [0o640, 0o604, 0o644, 0o666, 0o660, 0o700, 0o4600] as [mode_t])
    func `a key that others may read is refused`(_ mode: mode_t) async throws {
        try await withTemporaryFolder { folder in
            try write(digits, mode: mode, in: folder)
            #expect(code(folder) == .keyExposed)
        }
    }

    @Test(arguments: [0o777, 0o770, 0o722] as [mode_t])
    func `a folder in which others may put another key is refused`(_ mode: mode_t) async throws {
        try await withTemporaryFolder { folder in
            try write(digits, in: folder)
            try #require(chmod("\(folder)/keys", mode) == 0)
            #expect(code(folder) == .keyExposed)
        }
    }

    @Test(arguments: [
        "", "\n", "0123", String(repeating: "0", count: 63) + "g", String(repeating: "0", count: 65),
        String(repeating: "0", count: 64) + "\r\n", String(repeating: "0", count: 64) + "\n\n",
        " " + String(repeating: "0", count: 63), String(repeating: "0", count: 5000),
        String(repeating: "\u{FF10}", count: 64),
    ])
    func `a key that is not 64 digits is refused and never repeated`(_ text: String) async throws {
        try await withTemporaryFolder { folder in
            try write(text, in: folder)
            let error = #expect(throws: ConfigurationError.self) { try RegisterKey(readingFrom: folder, isDemo: true) }
            #expect(error?.code == .keyMalformed)
            #expect(error?.description.contains("000") == false)
        }
    }

    @Test func `a link in the key's or the folder's place is refused`() async throws {
        try await withTemporaryFolder { folder in
            try write(digits, in: folder)
            let (path, files) = ("\(folder)/keys/register.key", FileManager.default)
            try files.moveItem(atPath: path, toPath: "\(folder)/elsewhere")
            try files.createSymbolicLink(atPath: path, withDestinationPath: "\(folder)/elsewhere")
            #expect(code(folder) == .keyNotAFile)
            try files.removeItem(atPath: path)
            try files.moveItem(atPath: "\(folder)/elsewhere", toPath: path)
            try files.moveItem(atPath: "\(folder)/keys", toPath: "\(folder)/other")
            try files.createSymbolicLink(atPath: "\(folder)/keys", withDestinationPath: "other")
            #expect(code(folder) == .keyNotAFile)
        }
    }

    @Test func `a new key is not written through a dangling link`() async throws {
        try await withTemporaryFolder { folder in
            try #require(mkdir("\(folder)/keys", 0o700) == 0)
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder)/keys/register.key",
                withDestinationPath: "\(folder)/stolen"
            )
            let error = #expect(throws: ConfigurationError.self) { try RegisterKey.create(in: folder) }
            #expect(error?.code == .keyExists)
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/stolen"))
        }
    }

    @Test func `a pipe in the key's place is refused and waits for nobody`() async throws {
        try await withTemporaryFolder { folder in
            try #require(mkdir("\(folder)/keys", 0o700) == 0)
            try #require(mkfifo("\(folder)/keys/register.key", 0o600) == 0)
            #expect(code(folder) == .keyNotAFile)
        }
    }

    @Test func `the example key is known by its value, and taken in a demo alone`() async throws {
        let text = try String(contentsOfFile: Self.example, encoding: .utf8)
        let sum = try runTool("sha256sum", [], input: "inzage example key, never use it").output.prefix(64)
        #expect(text == sum + "\n")
        try await withTemporaryFolder { folder in
            for form in [text, text.uppercased()] {
                try write(form, in: folder)
                #expect(code(folder) == .keyIsExample)
                _ = try RegisterKey(readingFrom: folder, isDemo: true)
            }
        }
    }

    @Test func `a key never prints`() async throws {
        try await withTemporaryFolder { folder in
            try write(digits, in: folder)
            let key = try RegisterKey(readingFrom: folder, isDemo: false)
            var dumped = ""
            dump(key, to: &dumped)
            for text in ["\(key)", String(reflecting: key), dumped, "\([key])"] {
                #expect(text.contains("<redacted>"))
                #expect(!text.contains("0123"))
            }
        }
    }
}
