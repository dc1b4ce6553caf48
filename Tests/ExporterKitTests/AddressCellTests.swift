import ExporterKit
import Testing

@Suite struct `The addresses in a cell` {
    @Test(arguments: [
        ("ada@example.org", ["ada@example.org"]),
        (" ada@example.org\u{A0}", ["ada@example.org"]),
        ("Ada Jansen <ada@example.org>", ["ada@example.org"]),
        ("ada@example.org; kim@example.org", ["ada@example.org", "kim@example.org"]),
        ("ada@example.org (Ada, at home)", ["ada@example.org"]),
        ("\"bob@example.org\" <ada@example.org>", ["ada@example.org"]),
        ("mailto:ada@example.org", ["ada@example.org"]),
        ("MAILTO:ada@example.org", ["ada@example.org"]),
        ("<mailto:ada@example.org>", ["ada@example.org"]),
        ("Ada mailto:ada@example.org", ["ada@example.org"]),
        // What a directory holds in proxyAddresses, and a group of RFC 5322, 3.4.
        ("SMTP:ada@example.org", ["ada@example.org"]),
        ("smtp:ada@example.org,smtp:a.jansen@example.org", ["ada@example.org", "a.jansen@example.org"]),
        ("team: ada@example.org, kim@example.org;", ["ada@example.org", "kim@example.org"]),
        ("team:ada@example.org", ["ada@example.org"]),
        ("ada@[IPv6:2001:db8::1]", ["ada@[IPv6:2001:db8::1]"]),
    ]) func `are found however systems write them`(cell: String, addresses: [String]) {
        #expect(found(cell) == addresses)
    }

    @Test(arguments: [
        "mailto:", ":", "@", "a@", "@b", "mailto:@b", "a@b@c d", "\"", "<", "<ada@example.org <",
        "Ada (ada@example.org",
        "::", "\u{0}ada@", "\"ada@example.org\" Jansen",
    ]) func `are none where none stands`(cell: String) {
        // What is one word without a mark is taken as it stands, and is equal to no address but itself.
        #expect(found(cell).allSatisfy { $0 == cell && !cell.contains(":") } || found(cell).isEmpty)
    }

    @Test func `are what an address of record is compared with`() {
        for cell in ["mailto:Ada@example.org", "SMTP:ada@example.org"] {
            let bytes = Array(cell.utf8)
            #expect(Identifier(kind: "email", "ada@example.org").matches(bytes[...]))
            #expect(!Identifier(kind: "email", "da@example.org").matches(bytes[...]))
            #expect(!AddressCell.isPlain(bytes[...]))
        }
    }

    private func found(_ cell: String) -> [String] {
        var found: [String] = []
        AddressCell.forEachAddress(in: Array(cell.utf8)[...]) { found.append(String(decoding: $0, as: UTF8.self)) }
        return found
    }
}
