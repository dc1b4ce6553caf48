import ExporterKit
import TestSupport
import Testing

/// Writings of an identifier that a search of its plain bytes would not find, each alone in the middle of a file.
@Suite struct BytesFirstWritingsTests {
    private func expectFound(
        _ asked: String,
        _ kind: String,
        _ type: String,
        _ shape: [IdentifierShape],
        _ values: ValueProperties = ValueProperties(),
        as json: String
    ) async throws {
        try await withTemporaryFolder { folder in
            var lines = (0..<3000).map { _ in #"{"v":"no text of anybody's, and as long as most of them","f":null}"# }
            lines[2000] = #"{"v":"","f":\#(json)}"#
            try write(lines.joined(separator: "\n"), to: "a.jsonl", in: folder)
            let carrying = FieldDescription(
                name: "f",
                type: type,
                values: values,
                title: "F",
                matches: kind,
                shape: shape
            )
            let system = system(
                "files",
                in: folder,
                collection(needs: [kind], ["file": "a.jsonl"], [field("v"), carrying])
            )
            #expect(try await ask(system, kind, asked).count == 1, "\(json)")
            let many = (0..<20).map { [Identifier(kind: kind, kind == "email" ? "n\($0)@x.org" : "\(70_000 + $0)")] }
            let found = try await ask(system, 0, many + [[Identifier(kind: kind, asked)]])
            #expect(found.map(\.count) == many.map { _ in 0 } + [1], "\(json)")
        }
    }

    @Test(arguments: [
        #""eva@example.org""#, #""EVA@Example.ORG""#, #""\u0065va@example.org""#, #""eva\u0040example.org""#,
        #""Eva <eva@example.org>""#, #""\"Eva\" <eva@example.org>""#, #""Eva mailto:eva@example.org""#,
        #""bob@x.org;eva@example.org""#, #""\u00a0eva@example.org\t""#, #"["bob@x.org","eva@example.org"]"#,
        #""[\"\\u0065va@example.org\"]""#, #""[\"eva@example.org\"]""#,
    ])
    func `an address`(json: String) async throws {
        try await expectFound("eva@example.org", "email", json.contains("[") ? "array" : "string", [], as: json)
    }

    @Test(arguments: [
        ("eva@münchen.example", #""eva@xn--mnchen-3ya.example""#),
        ("eva@münchen.example", #""eva@m\u00fcnchen.example""#),
        ("eva@XN--mnchen-3ya.example", #""eva@münchen.example""#), ("a/b@x.org", #""a\/b@x.org""#),
        ("zoë@x.org", #""zo\u00EB@x.org""#),
    ])
    func `an address with two forms`(asked: String, json: String) async throws {
        try await expectFound(asked, "email", "string", [], as: json)
    }

    @Test(arguments: [
        ("42", "number", "42.0"), ("42", "integer", "42"), ("-5", "number", "-5.00"), ("0", "number", "-0.0"),
        ("42", "string", "42"), ("42", "string", #""42""#), ("4.2e1", "number", "4.2e1"), ("42", "list", #""41,42""#),
        ("42", "array", #"[41, 42]"#), ("42", "array", #""[41, 42]""#), ("42", "string", #""\u00342""#),
    ])
    func `a number`(asked: String, type: String, json: String) async throws {
        try await expectFound(asked, "number", type, [], as: json)
    }

    @Test(arguments: [
        ("42", [IdentifierShape.integer], #""+0042.0""#), ("42", [.trim], #""\u000942 ""#),
        ("42", [.trim], #""\u00a042""#),
        ("42", [.digits], #""NL-4.2""#), ("ab12", [.upper], #""aB12""#), ("AB12", [.lower, .trim], #"" ab12""#),
    ])
    func `a value in a shape`(asked: String, shape: [IdentifierShape], json: String) async throws {
        try await expectFound(asked, "number", "string", shape, as: json)
    }

    @Test func `a number with what stands around and within it`() async throws {
        var (money, groups, commas, pounds) = (
            ValueProperties(), ValueProperties(), ValueProperties(), ValueProperties()
        )
        money.bareNumber = false
        (groups.groupChar, groups.decimalChar) = (".", ",")
        commas.decimalChar = ","
        (pounds.delimiter, pounds.itemType) = ("£", .integer)
        try await expectFound("42", "number", "number", [], money, as: #""\u00a342""#)
        try await expectFound("4213", "number", "number", [], groups, as: #""4.213,0""#)
        try await expectFound("42.5", "number", "number", [], commas, as: #""42,50""#)
        try await expectFound("427", "number", "list", [], pounds, as: #""41\u00a3427""#)
        try await expectFound("true", "number", "boolean", [], as: #""1""#)
    }
}
