import Foundation
import TestSupport
import Testing
import Policy
import Correspondence

/// One mistake in a controller's own letter, and what must be found.
struct LetterMistake: Sendable, CustomTestStringConvertible {
    let rule: String
    let file: String
    let text: String
    let line: Int?
    let says: String
    var severity = Finding.Severity.error

    var testDescription: String { rule }

    init(_ rule: String, _ file: String, _ text: String, line: Int? = nil, says: String) {
        self.rule = rule
        self.file = file
        self.text = text
        self.line = line
        self.says = says
    }

    /// A code letter with one line more.
    private static func code(_ rule: String, _ more: String, line: Int? = 7, says: String) -> LetterMistake {
        let text = "Subject: Code\n\nHallo {{request}},\n\n    {{code}}\n\n\(more)\n\n{{> farewell}}\n"
        return LetterMistake(rule, "code.nl.txt", text, line: line, says: says)
    }

    private static func refusal(_ rule: String, _ body: String, line: Int? = nil, says: String) -> LetterMistake {
        LetterMistake(rule, "refusal.en.txt", "Subject: No\n\n\(body)\n\n{{> farewell}}\n", line: line, says: says)
    }

    static let all = [
        code("an unknown variable", "{{requst}}", says: #"did you mean "request""#),
        code("a variable of another letter", "{{ground}}", says: #"this letter has no "ground""#),
        code("an item outside its list", "{{fingerprint_line}}", says: "this letter has no"),
        code("a tag that is not closed", "{{request", says: "a tag is not closed"),
        code("a section that is not ended", "{{#phone}}x", says: "is not ended"),
        code("a section that ends twice", "{{#phone}}x{{/phone}}{{/phone}}", says: "no section is open here"),
        code("sections across each other", "{{#phone}}{{#request}}x{{/phone}}{{/request}}", says: "is due here"),
        code("a transform", "{{uppercased(request)}}", says: "this letter has no"),
        code("the item itself", "{{.}}", says: "this letter has no"),
        code("an unescaped variable", "{{{request}}}", says: "take no tag"),
        code("an ampersand", "{{&request}}", says: "take no tag"),
        code("other delimiters", "{{=<% %>=}}", says: "take no tag"),
        code("a pragma", "{{% CONTENT_TYPE:HTML}}", says: "take no tag"),
        code("inheritance", "{{<farewell}}{{$x}}y{{/x}}{{/farewell}}", says: "take no tag"),
        code("a part of another letter", "{{> complaint}}", says: "is no part of this letter"),
        code("a part that is chosen at run time", "{{> *request}}", says: "is no part of this letter"),
        code("sections too deep", deep, says: "too deep"),
        code("a control character", "a\u{1B}[2Jb", says: "control character"),
        code("a code twice", "Nogmaals:\n\n    {{code}}", line: nil, says: "does not stand alone"),
        code("a code in running text", "Nogmaals: {{code}}.", line: nil, says: "does not stand alone"),
        LetterMistake(
            "a code in the subject",
            "code.nl.txt",
            "Subject: {{code}}\n\n    {{code}}\n\n{{> farewell}}\n",
            says: "does not stand alone"
        ),
        LetterMistake(
            "a code that is not there without a telephone",
            "code.nl.txt",
            "Subject: x\n\n{{#phone}}\n    {{code}}\n{{/phone}}\n\n{{> farewell}}\n",
            says: "does not always print {{code}}"
        ),
        LetterMistake("no subject", "code.nl.txt", "Hallo,\n\n    {{code}}\n", line: 1, says: "subject is missing"),
        LetterMistake("an empty file", "code.nl.txt", "", line: 1, says: "subject is missing"),
        LetterMistake(
            "no empty line behind the subject",
            "code.nl.txt",
            "Subject: x\nHallo\n\n    {{code}}\n{{> farewell}}\n",
            line: 1,
            says: "subject is missing"
        ),
        LetterMistake(
            "a subject that may be away",
            "code.nl.txt",
            "Subject: {{#phone}}\n\nx {{/phone}}\n\n    {{code}}\n\n{{> farewell}}\n",
            line: 1,
            says: "subject is not always there"
        ),
        LetterMistake(
            "a part with a subject",
            "farewell.nl.txt",
            "Subject: x\n\n{{controller}}",
            line: 1,
            says: "no subject"
        ),
        LetterMistake(
            "a part in a part",
            "farewell.nl.txt",
            "{{controller}}\n{{> farewell}}",
            line: 2,
            says: "a part takes in no other"
        ),
        LetterMistake("nobody signs", "farewell.nl.txt", "Groeten\n", says: "does not always print {{controller}}"),
        refusal("no ground", "{{reason}} {{> complaint}}", says: "{{ground}}"),
        refusal("no reason", "{{ground}} {{> complaint}}", says: "{{reason}}"),
        refusal("no authority", "{{ground}} {{reason}}", says: "{{authority_name}}"),
        refusal(
            "a ground only for a part",
            "{{#is_partial}}{{ground}}{{/is_partial}} {{reason}}\n{{> complaint}}",
            says: "{{ground}}"
        ),
        refusal("a list as a value", "{{ground}} {{reason}} {{authorities}}", line: 3, says: "is a list"),
        refusal("a flag as a value", "{{ground}} {{reason}} {{is_partial}}", line: 3, says: "is a flag"),
        LetterMistake(
            "an extension without its date",
            "extension.en.txt",
            "Subject: Later\n\n{{reason}}\n\n{{> complaint}}\n\n{{> farewell}}\n",
            says: "{{due}}"
        ),
        LetterMistake(
            "an archive without its call number",
            "archive.en.txt",
            "Subject: Answer\n\n{{attachment}} {{rest_by}}\n\n{{> notice}}\n\n{{> farewell}}\n",
            says: "{{call_number}}"
        ),
        LetterMistake(
            "an archive without its file",
            "archive.en.txt",
            "Subject: Answer\n\n{{call_number}} {{rest_by}}\n\n{{> notice}}\n\n{{> farewell}}\n",
            says: "{{attachment}}"
        ),
        LetterMistake(
            "a promise that is lost",
            "archive.en.txt",
            "Subject: Answer\n\n{{call_number}} {{attachment}} {{rest_by}}\n\n{{> farewell}}\n",
            says: "{{notice}}"
        ).warning,
        LetterMistake(
            "what is kept is not said",
            "confirmation.en.txt",
            "Subject: Done\n\n{{#copy_follows}}Copy.{{/copy_follows}}\n\n{{> complaint}}\n\n{{> farewell}}\n",
            says: "{{kept_title}}"
        ),
        LetterMistake(
            "a way to identify that is not asked for",
            "identification.en.txt",
            "Subject: You?\n\n{{request}} {{due}} {{#call_back}}a{{/call_back}}{{#known_facts}}a{{/known_facts}}"
                + "{{#letter_code}}a{{/letter_code}}{{#in_person}}a{{/in_person}}{{#video}}a{{/video}}\n\n{{> farewell}}\n",
            says: "never asks for mandate"
        ),
        LetterMistake("an unknown letter", "refusall.nl.txt", "x", says: #"did you mean "refusal""#).warning,
        LetterMistake("a letter by its form of address", "code.nl-u.txt", "x", says: "the form of address is that of")
            .warning,
        LetterMistake(
            "another kind of file",
            "code.nl.html",
            "x",
            says: "NAME.LANGUAGE.txt, such as refusal.nl.txt; languages are nl, en, fr, de"
        ).warning,
        LetterMistake("a large file", "code.nl.txt", String(repeating: "x", count: 65_537), says: "64 KiB"),
    ]

    private static let deep =
        String(repeating: "{{#phone}}", count: 9) + "x" + String(repeating: "{{/phone}}", count: 9)

    private var warning: LetterMistake {
        var mistake = self
        mistake.severity = .warning
        return mistake
    }
}

@Suite("Mistakes in letters of the controller's own") struct LetterMistakesTests {
    @Test(arguments: LetterMistake.all)
    func `are found with the file and the line`(_ mistake: LetterMistake) async throws {
        let findings = try await check { try Data(mistake.text.utf8).write(to: $0.appending(path: mistake.file)) }
        let texts = findings.map { "\($0.problem) (\($0.fix))" }
        let index = try #require(texts.firstIndex { $0.contains(mistake.says) }, "\(texts)")
        #expect(findings[index].severity == mistake.severity)
        #expect(findings[index].file == "letters/\(mistake.file)")
        #expect(findings[index].line == mistake.line)
    }

    @Test func `a file that is not UTF-8, a link and a folder are refused`() async throws {
        let findings = try await check { folder in
            try Data([0x53, 0x0A, 0x0A, 0xE9, 0x0A]).write(to: folder.appending(path: "code.en.txt"))
            let target = folder.deletingLastPathComponent().appending(path: "elsewhere.txt")
            try Data("Subject: x\n\n    {{code}}\n\n{{> farewell}}\n".utf8).write(to: target)
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: "code.nl.txt"),
                withDestinationURL: target
            )
            let inside = folder.appending(path: "refusal.nl.txt")
            try FileManager.default.createDirectory(at: inside, withIntermediateDirectories: true)
        }
        let texts = findings.map(\.description)
        #expect(
            texts == [
                "letters/code.en.txt:3: the text is not UTF-8 (hint: save the file as UTF-8)",
                "letters/code.nl.txt: this is a symbolic link (hint: put the file itself here)",
                "letters/refusal.nl.txt: this is not a regular file (hint: put a text file here)",
            ]
        )
    }

    @Test func `a file or a link in the folder's place is refused`() async throws {
        try await withTemporaryFolder { folder in
            try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/letters"))
            #expect(LetterTemplates.check(folder: folder).map(\.file) == ["letters"])
            try FileManager.default.removeItem(atPath: folder + "/letters")
            try FileManager.default.createSymbolicLink(atPath: folder + "/letters", withDestinationPath: "/tmp")
            #expect(LetterTemplates.check(folder: folder).map(\.severity) == [.error])
        }
    }

    @Test func `a template as large as one may be is read in a moment`() async throws {
        let line = String(repeating: "{{#phone}}{{/phone}}", count: 3_000)
        let started = ContinuousClock.now
        let findings = try await check { folder in
            let text = "Subject: x\n\n    {{code}}\n\n\(line)\n\n{{> farewell}}\n"
            try Data(text.utf8).write(to: folder.appending(path: "code.nl.txt"))
        }
        #expect(findings.isEmpty)
        #expect(ContinuousClock.now - started < .seconds(20))
    }

    private func check(_ write: (URL) throws -> Void) async throws -> [Finding] {
        try await withTemporaryFolder { folder in
            let letters = URL(fileURLWithPath: folder + "/letters")
            try FileManager.default.createDirectory(at: letters, withIntermediateDirectories: true)
            try write(letters)
            return LetterTemplates.check(folder: folder)
        }
    }
}
