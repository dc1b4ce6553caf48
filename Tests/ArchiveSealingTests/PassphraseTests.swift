import ArchiveSealing
import Testing

@Suite struct PassphraseTests {
    @Test(arguments: 1...50)
    func `a generated passphrase is six groups of four digits joined by hyphens`(seed: UInt64) throws {
        let text = passphrase(seed: seed).reveal()
        #expect(text.wholeMatch(of: /[0-9]{4}(-[0-9]{4}){5}/) != nil)
        #expect(Passphrase(text) == passphrase(seed: seed))
    }

    @Test func `every digit is as likely as any other`() {
        var counts: [Character: Int] = [:]
        var generator = SteadyGenerator(seed: 7)
        for _ in 0..<1000 {
            for digit in Passphrase(generatingWith: &generator).reveal() where digit != "-" {
                counts[digit, default: 0] += 1
            }
        }
        #expect(counts.count == 10)
        #expect(counts.values.allSatisfy { (2200...2600).contains($0) })
    }

    @Test func `all twenty-four digits are drawn, each for itself (case 79)`() {
        var generator = SteadyGenerator(seed: 79)
        let drawn = (0..<2000).map { _ in
            Array(Passphrase(generatingWith: &generator).reveal().utf8.filter { $0 != UInt8(ascii: "-") })
        }
        // 10^24 is just under 2^80: every place takes every digit, and no place follows its neighbour.
        for place in 0..<24 {
            #expect(Set(drawn.map { $0[place] }).count == 10)
            #expect(drawn.count { $0[place] == $0[(place + 1) % 24] } < 300)
        }
    }

    @Test func `it is told in characters that nobody mistakes for others (case 81)`() {
        var generator = SteadyGenerator(seed: 81)
        for _ in 0..<200 {
            let text = Passphrase(generatingWith: &generator).reveal()
            #expect(text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") })
            // Without letters there is no O beside 0, no l beside 1, and no case or normal form to get wrong.
            #expect(text.lowercased() == text && text.uppercased() == text)
        }
    }

    @Test func `each archive gets a passphrase of its own (case 78)`() {
        var generator = SystemRandomNumberGenerator()
        let drawn = (0..<200).map { _ in Passphrase(generatingWith: &generator).reveal() }
        #expect(Set(drawn).count == 200)
    }

    @Test(arguments: [
        "", "1234", "1234-1234-1234-1234-1234-123", "1234-1234-1234-1234-1234-12345", "123412341234123412341234",
        "1234 1234 1234 1234 1234 1234", "1234-1234-1234-1234-1234-123O", "12345123451234512345123451234",
        "-1234-1234-1234-1234-1234-234", "1234-1234-1234-1234-1234-1234\n", "1234-1234-1234-1234-1234-123\u{0664}",
        "1234\u{2010}1234-1234-1234-1234-1", "１234-1234-1234-1234-1234-12", "1234-1234-1234-1234-1234-1234-1234",
    ])
    func `anything that has not the form of a passphrase is refused (case 81)`(text: String) {
        #expect(Passphrase(text) == nil)
    }

    @Test func `nothing that prints a passphrase shows a digit of it`() {
        let secret = passphrase()
        var dumped = ""
        dump([secret], to: &dumped)
        for shown in ["\(secret)", String(describing: secret), String(reflecting: secret), "\([secret])", dumped] {
            #expect(!secret.reveal().split(separator: "-").contains { shown.contains($0) })
            #expect(shown.contains("<redacted>"))
        }
    }
}
