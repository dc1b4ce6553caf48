import Foundation
import TestSupport
import Testing
import Policy
import Correspondence

/// The letters byte for byte, in files that a person can read.
///
/// `INZAGE_WRITE_GOLDENS=1` writes the files anew; what changed is then for people to read.
@Suite struct `Letters as they are sent` {
    private static let folder = checkout + "/Tests/InzageTests/Delivery/Goldens"
    private static let writes = ProcessInfo.processInfo.environment["INZAGE_WRITE_GOLDENS"] != nil

    @Test(arguments: LettersSample.voices)
    func `every letter is its golden file, byte for byte`(language: Language, form: FormOfAddress) throws {
        let goldens = LettersGoldens(language: language, form: form)
        for (name, letter) in try goldens.all() {
            let path = "\(Self.folder)/\(name).\(goldens.voice).txt"
            let text = "Subject: \(letter.subject)\n\n\(letter.body)"
            if Self.writes { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }
            let golden = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
            #expect(text.utf8.elementsEqual(golden.utf8), "\(name).\(goldens.voice):\n\(Self.difference(golden, text))")
        }
    }

    @Test func `no golden file is left of a letter that is gone`() throws {
        let names = try LettersSample.voices.flatMap { language, form in
            let goldens = LettersGoldens(language: language, form: form)
            return try goldens.all().map { "\($0.name).\(goldens.voice).txt" }
        }
        #expect(try Set(FileManager.default.contentsOfDirectory(atPath: Self.folder)) == Set(names))
    }

    @Test(arguments: LettersSample.voices)
    func `no letter has a long line, a stray space or the other form of address`(
        language: Language,
        form: FormOfAddress
    ) throws {
        let formal: Set = ["u", "uw", "uzelf"]
        let familiar: Set = ["je", "jij", "jou", "jouw", "jullie", "jezelf"]
        for (name, letter) in try LettersGoldens(language: language, form: form).all() {
            #expect(letter.lines.allSatisfy { $0.unicodeScalars.count <= 78 }, "\(name)")
            #expect(letter.lines.allSatisfy { !$0.utf8.contains(0x7F) && $0.utf8.last != 0x20 }, "\(name)")
            #expect(letter.subject.unicodeScalars.count <= 60, "\(name)")
            let strange = language.text(
                nl: form == .u ? familiar : formal,
                en: formal.union(["je", "wij", "het"]),
                fr: ["tu", "te", "toi", "ton", "tes"],
                de: ["du", "dich", "dir", "dein", "deine"]
            )
            #expect(letter.words.isDisjoint(with: strange), "\(name)")
        }
    }

    /// The lines that went and came, as `diff` shows them.
    private static func difference(_ golden: String, _ text: String) -> String {
        let (old, new) = (golden.components(separatedBy: "\n"), text.components(separatedBy: "\n"))
        return new.difference(from: old).map { change in
            switch change {
            case .remove(let offset, let line, _): "-\(offset + 1): \(line)"
            case .insert(let offset, let line, _): "+\(offset + 1): \(line)"
            }
        }.joined(separator: "\n")
    }
}
