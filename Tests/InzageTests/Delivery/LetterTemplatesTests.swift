import Foundation
import TestSupport
import Testing
import Policy
import Correspondence

@Suite("Letters of the controller's own") struct LetterTemplatesTests {
    private static let code = "Subject: Uw code\n\nHallo,\n\nHier is uw code:\n\n    {{code}}\n\n{{> farewell}}\n"

    @Test func `one takes the place of the built-in one, in its language alone`() async throws {
        let (templates, findings) = try await read(["code.nl.txt": Self.code])
        #expect(findings.isEmpty)
        let letter = try LettersSample.writer(.nl, .je, templates: templates).sampleCode()
        #expect(letter.subject == "Uw code")
        #expect(
            letter.body
                == "Hallo,\n\nHier is uw code:\n\n7K2Q-09XZ\n\nMet vriendelijke groet,\n\nFietsen en Zo B.V.\n"
        )
        let other = try LettersSample.writer(.en, templates: templates).sampleCode()
        #expect(other.body == (try LettersSample.writer(.en).sampleCode().body))
    }

    @Test func `a part of one's own stands in every letter`() async throws {
        let (templates, findings) = try await read([
            "farewell.en.txt": "Yours,\n\n    {{controller}}\n    Bikes for all\n"
        ])
        #expect(findings.isEmpty)
        for letter in try LettersSample.writer(.en, templates: templates).sampleLetters() {
            #expect(letter.body.hasSuffix("Yours,\n\nFietsen en Zo B.V.\nBikes for all\n"))
        }
    }

    @Test func `every built-in template is a good one of one's own, with Windows' line ends too`() async throws {
        for form in FormOfAddress.allCases {
            var files: [String: String] = [:]
            for (name, bytes) in LetterTemplates.builtInFiles where !name.hasSuffix(form == .u ? "-je" : "-u") {
                let file = name.replacingOccurrences(of: "-\(form.rawValue)", with: "") + ".txt"
                let text = String(decoding: bytes, as: UTF8.self)
                files[file] = "\u{FEFF}" + text.replacingOccurrences(of: "\n", with: "\r\n")
            }
            #expect(files.count == LetterName.allCases.count * Language.allCases.count)
            let (templates, findings) = try await read(files)
            #expect(findings.isEmpty, "\(findings)")
            for language in Language.allCases {
                let own = try LettersSample.writer(language, form, templates: templates).sampleLetters()
                let builtIn = try LettersSample.writer(language, form).sampleLetters()
                #expect(own.map(\.body) == builtIn.map(\.body))
            }
        }
    }

    @Test func `a folder without letters has nothing wrong with it`() async throws {
        try await withTemporaryFolder { folder in
            #expect(LetterTemplates.check(folder: folder).isEmpty)
            try FileManager.default.createDirectory(atPath: folder + "/letters", withIntermediateDirectories: true)
            try Data().write(to: URL(fileURLWithPath: folder + "/letters/.code.nl.txt.swp"))
            #expect(LetterTemplates.check(folder: folder).isEmpty)
        }
    }

    @Test func `every variable that the document lists is offered`() async throws {
        var files: [String: String] = [:]
        for name in LetterName.allCases where !name.isPart {
            let lines = (name.variables).map(Self.line).joined(separator: "\n")
            files["\(name.rawValue).en.txt"] = "Subject: x\n\n\(lines)\n"
        }
        // Most of them break a duty, so they are read one by one and only seen to know every name.
        let findings = try await read(files).1
        #expect(!findings.contains { $0.problem.contains("has no") || $0.problem.contains("is a") }, "\(findings)")
    }

    private static func line(_ variable: LetterVariable) -> String {
        switch variable.kind {
        case .text: "    \(variable.name)={{\(variable.name)}}"
        case .flag: "    {{#\(variable.name)}}\(variable.name)=yes{{/\(variable.name)}}"
        case .list(let items):
            "{{#\(variable.name)}}\n" + items.map(line).joined(separator: "\n") + "\n{{/\(variable.name)}}"
        }
    }

    @Test func `an error in a letter is an error of the configuration`() async throws {
        var folder = ControllerFolder()
        folder.files["letters/code.nl.txt"] = Self.code
        let (configuration, findings) = try await folder.read()
        #expect(configuration != nil && findings.isEmpty)
        folder.files["letters/refusal.en.txt"] = "Subject: No\n\nNo.\n"
        let (none, errors) = try await folder.read()
        #expect(none == nil)
        #expect(errors.allSatisfy { $0.file == "letters/refusal.en.txt" } && !errors.isEmpty)
        #expect(try await folder.check(drivers: [TableDriver()]) == errors)
    }

    private func read(_ files: [String: String]) async throws -> (LetterTemplates, [Finding]) {
        try await withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/letters", withIntermediateDirectories: true)
            for (name, text) in files {
                try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/letters/\(name)"))
            }
            return LetterTemplates.read(folder: folder)
        }
    }
}
