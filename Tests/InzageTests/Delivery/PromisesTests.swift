import Correspondence
import Foundation
import Languages
import Policy
import TestSupport
import Testing

/// A sentence that promises what nothing keeps is worse than none: `docs/letters.md` lists each with its test.
@Suite("The promises in the texts") struct PromisesTests {
    private struct Promise: Hashable {
        let place: String
        let sentence: String
        let keeper: String
    }

    /// What sounds like a promise: what somebody will do, does each time, or lets another do.
    private static let sound =
        #"\b(will|never|costs you nothing|stands still|runs|follows?|treat|is the same for|you can|"#
        + #"we (also |only )?(may|delete|tell|give|send|look|keep|use|stop|confirm|answer|have signed)|"#
        + #"do not (record|use|ask))\b"#

    private static let listed: [Promise] = {
        let document = (try? String(contentsOfFile: checkout + "/docs/letters.md", encoding: .utf8)) ?? ""
        let section = document.components(separatedBy: "## What the texts promise").last ?? ""
        return section.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard line.hasPrefix("| `"), cells.count == 3, cells[1].contains(" ") else { return nil }
            let place = cells[0].replacing("`", with: "")
            guard ["page", "READ-ME"].contains(place) || LetterName(rawValue: place) != nil else { return nil }
            return Promise(place: place, sentence: cells[1], keeper: cells[2])
        }
    }()

    @Test func `are listed, each once`() {
        #expect(Self.listed.count > 60)
        #expect(Set(Self.listed.map { $0.place + $0.sentence }).count == Self.listed.count)
    }

    @Test func `each stand in a text of today`() throws {
        for promise in Self.listed {
            let texts = try Self.texts(of: promise.place)
            #expect(texts.contains { $0.contains(promise.sentence) }, "\(promise.place): \(promise.sentence)")
        }
    }

    @Test func `are each kept by a test, or are the law's or the policy's`() throws {
        let tests = try Self.tests()
        for promise in Self.listed where !["the law", "the record of processing"].contains(promise.keeper) {
            #expect(tests.contains(promise.keeper), "\(promise.place): no test is called “\(promise.keeper)”")
        }
    }

    @Test(arguments: LetterName.allCases)
    func `are all listed, of each letter`(_ letter: LetterName) throws { try Self.expectListed(letter.rawValue) }

    @Test func `are all listed, of the page`() throws { try Self.expectListed("page") }

    /// A translation that says a paragraph more could promise what no list has.
    @Test(arguments: LetterName.allCases)
    func `are the same in each language, paragraph by paragraph`(_ letter: LetterName) throws {
        let english = try Self.template(letter, "English", "en")
        for (folder, voice) in [("Dutch", "nl-u"), ("Dutch", "nl-je"), ("French", "fr"), ("German", "de")] {
            let other = try Self.template(letter, folder, voice)
            #expect(Self.tags(other) == Self.tags(english), "\(letter) \(voice)")
            // Of how to decrypt, each language has the command in a paragraph of its own or not.
            guard letter != .decryption else { continue }
            #expect(Self.paragraphs(other).count == Self.paragraphs(english).count, "\(letter) \(voice)")
        }
    }

    private static func expectListed(_ place: String) throws {
        let known = listed.filter { $0.place == place }.map(\.sentence)
        for sentence in Set(try texts(of: place).flatMap(sentences)) {
            guard try Regex(sound).ignoresCase().firstMatch(in: sentence) != nil else { continue }
            // Whoever is asked for something is promised nothing by it.
            if sentence.hasPrefix("Please ") { continue }
            // A heading of the page is no sentence.
            if place == "page", sentence.last.map(".:".contains) != true { continue }
            #expect(known.contains { sentence.contains($0) || $0.contains(sentence) }, "\(place): \(sentence)")
        }
    }

    /// A letter's paragraphs without their tags, or all that the page can say, with what is filled in as `…`.
    private static func texts(of place: String) throws -> [String] {
        if place == "READ-ME" { return [try readMe()] }
        guard let letter = LetterName(rawValue: place) else {
            return Sayings(overviewWords(.en, form: .u)).all.map { saying in
                Sayings.marks.reduce(saying.text) { $0.replacing($1, with: "…") }
            }
        }
        return try paragraphs(template(letter, "English", "en")).map { paragraph in
            let text = paragraph.replacing(/\{\{[#^\/>!][^}]*\}\}/, with: "")
            return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    private static func readMe() throws -> String {
        let source = try String(contentsOfFile: "\(checkout)/Sources/PackagingStage/ReadMe.swift", encoding: .utf8)
        return source.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func template(_ letter: LetterName, _ folder: String, _ voice: String) throws -> String {
        let path = "\(checkout)/Sources/Languages/\(folder)/\(folder)Letters/\(letter.rawValue).\(voice).txt"
        return try String(contentsOfFile: path, encoding: .utf8)
    }

    private static func paragraphs(_ template: String) -> [String] {
        template.replacing(/^Subject: .*\n/, with: "").split(separator: /\n\s*\n/).map(String.init)
            .filter { !$0.allSatisfy(\.isWhitespace) }
    }

    private static func tags(_ template: String) -> [String] {
        template.matches(of: /\{\{[#^\/>][^}]*\}\}/).map { String($0.output) }
    }

    private static func sentences(_ text: String) -> [String] {
        text.replacing(/([.?!:;])\s+(?=[A-Z])/) { "\($0.output.1)\n" }.split(separator: "\n").map(String.init)
    }

    /// The name of every test.
    private static func tests() throws -> Set<String> {
        let paths = FileManager.default.enumerator(atPath: checkout + "/Tests")?.compactMap { $0 as? String } ?? []
        return try paths.filter { $0.hasSuffix(".swift") }.reduce(into: []) { names, path in
            let text = try String(contentsOfFile: "\(checkout)/Tests/\(path)", encoding: .utf8)
            names.formUnion(text.matches(of: /func `([^`]+)`\(/).map { String($0.1) })
        }
    }
}
