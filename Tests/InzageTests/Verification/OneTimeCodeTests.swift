import Groundwork
import IdentityStage
import Cryptography
import Testing
import Cases

@Suite struct `One-time code` {
    private let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    @Test func `a code is shown as two groups of four from the alphabet`() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let shown = Array(OneTimeCode(generatingWith: &generator).reveal())
            #expect(shown.count == 9)
            #expect(shown[4] == "-")
            #expect((shown[..<4] + shown[5...]).allSatisfy(alphabet.contains))
        }
    }

    @Test func `every character is equally likely in every place`() {
        var generator = Stepping()
        var counts = Array(repeating: [Character: Int](), count: 8)
        // The five bits of each place run through all 32 values equally often.
        for _ in 0..<1024 {
            for (place, character) in OneTimeCode(generatingWith: &generator).reveal().filter({ $0 != "-" })
                .enumerated()
            {
                counts[place][character, default: 0] += 1
            }
        }
        for place in counts { #expect(place == Dictionary(uniqueKeysWithValues: alphabet.map { ($0, 32) })) }
    }

    @Test func `a generator whose every bit is set does not stop the program`() {
        var generator = Constant(value: .max)
        #expect(OneTimeCode(generatingWith: &generator).reveal() == "ZZZZ-ZZZZ")
    }

    @Test func `codes are not drawn twice (case 33)`() {
        var generator = SystemRandomNumberGenerator()
        let codes = (0..<2000).map { _ in OneTimeCode(generatingWith: &generator).reveal() }
        #expect(Set(codes).count == codes.count)
    }

    @Test(arguments: ["7K2Q-09XZ", "7k2q-09xz", "7k2Q09xZ", "  7K2Q-09XZ ", "7K2Q09XZ  "])
    func `a code is taken in any case, with or without the hyphen`(typed: String) throws {
        #expect(try #require(OneTimeCode(typed: typed)).reveal() == "7K2Q-09XZ")
    }

    @Test(arguments: ["1K2Q-091Z", "IK2Q-O9LZ", "lk2q-o9iz"])
    func `what looks like a digit is taken for the digit that was printed`(typed: String) throws {
        #expect(try #require(OneTimeCode(typed: typed)).reveal() == "1K2Q-091Z")
    }

    @Test(arguments: [
        "", " ", "-", "7K2Q-09X", "7K2Q-09XZZ", "7K2-Q09XZ", "7K2Q--09XZ", "-7K2Q09XZ", "7K2Q 09XZ", "7K2Q-09XU",
        "7K2Q-09XZ\n", "\t7K2Q-09XZ", "7K2Q\u{2010}09XZ",
        "7K2Q\u{2D}\u{301}09XZ",
        "7\u{212A}2Q-09XZ", "7K2Q-09X\u{17F}", "\u{FF17}K2Q-09XZ", "7K2Q-09XZ\u{200B}", "\u{A0}7K2Q-09XZ",
        "7K2Q-09XZ\u{0}", "7\u{41A}2Q-09XZ", "7K2Q-09X\u{661}",
    ])
    func `anything else is no code, a Kelvin sign among it`(typed: String) {
        #expect(OneTimeCode(typed: typed) == nil)
    }

    @Test func `the hash is HMAC-SHA256 as another program computes it`() throws {
        // printf 'inzage one-time code\0R-1\0007K2Q09XZ' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0b0b...(32)
        let key = SecretKey([UInt8](repeating: 0x0B, count: 32))
        let digest = try #require(OneTimeCode(typed: "7K2Q-09XZ")).digest(boundTo: "R-1", key: key)
        let hex = digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        #expect(hex == "8140c5e5ccc56147afedce2610069b3ea215ff28a36bd40fad8e913f38204f65")
    }

    @Test func `a code is good for one request under one key (case 34)`() throws {
        let key = SecretKey.random()
        let code = try #require(OneTimeCode(typed: "7K2Q-09XZ"))
        let stored = code.digest(boundTo: "R-1", key: key)
        let retyped = try #require(OneTimeCode(typed: "7k2q09xz")).digest(boundTo: "R-1", key: key)
        let other = try #require(OneTimeCode(typed: "7K2Q-09XY"))
        #expect(OneTimeCode.matches(stored, retyped))
        #expect(!OneTimeCode.matches(stored, other.digest(boundTo: "R-1", key: key)))
        #expect(!OneTimeCode.matches(stored, code.digest(boundTo: "R-2", key: key)))
        #expect(!OneTimeCode.matches(stored, code.digest(boundTo: "R-1", key: SecretKey.random())))
        // Canonically equal text is not the same request.
        #expect(
            !OneTimeCode.matches(code.digest(boundTo: "\u{E9}", key: key), code.digest(boundTo: "e\u{301}", key: key))
        )
    }

    @Test func `hashes of other lengths, and none at all, never match`() {
        #expect(!OneTimeCode.matches([], []))
        #expect(!OneTimeCode.matches([1, 2], [1]))
        #expect(!OneTimeCode.matches([1], [1, 2]))
        #expect(!OneTimeCode.matches([1, 2, 3], [1, 2, 0x83]))
        #expect(!OneTimeCode.matches([0x81, 2], [1, 2]))
        #expect(OneTimeCode.matches([1, 2, 3], [1, 2, 3]))
    }

    @Test func `a code never prints`() throws {
        let code = try #require(OneTimeCode(typed: "7K2Q-09XZ"))
        var dumped = ""
        dump([code], to: &dumped)
        let printed = "\(code) \(String(reflecting: code)) \([code]) \(dumped)"
        #expect(code.description == "<redacted>")
        #expect(!printed.contains("7K2Q"))
        // The bytes of the characters are not printed either: 55 is "7".
        #expect(!printed.contains("55"))
    }
}

/// Numbers of which each group of five bits runs through all values.
private struct Stepping: RandomNumberGenerator {
    private var step: UInt64 = 0

    mutating func next() -> UInt64 {
        defer { step += 1 }
        return (0..<8).reduce(0) { $0 | ((step &+ UInt64($1) * 7) & 31) << UInt64($1 * 5) }
    }
}

/// Always the same number.
private struct Constant: RandomNumberGenerator {
    let value: UInt64

    mutating func next() -> UInt64 { value }
}
