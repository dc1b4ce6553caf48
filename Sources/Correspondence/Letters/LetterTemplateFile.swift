import Foundation
import Policy
import Groundwork

/// A file with a controller's own template: `letters/refusal.nl.txt`.
struct LetterTemplateFile {
    /// Long letters have some kilobytes.
    static let sizeLimit = 64 * 1024

    let name: LetterName
    let language: Language
    let text: String

    /// The file, relative to the controller's folder.
    var path: String { Self.path("\(key).txt") }
    var key: String { Self.key(name, language) }

    static func key(_ name: LetterName, _ language: Language) -> String { "\(name.rawValue).\(language.rawValue)" }
    private static func path(_ file: String) -> String { "\(LetterTemplates.folder)/\(visible(file))" }

    /// All files of a controller's folder that could be read, and what is wrong with the others.
    static func all(in folder: String) -> ([LetterTemplateFile], [Finding]) {
        let letters = "\(folder)/\(LetterTemplates.folder)"
        // Asks about the folder itself and not about what a link points to.
        guard let kind = try? FileManager.default.attributesOfItem(atPath: letters)[.type] as? FileAttributeType
        else { return ([], []) }
        guard kind == .typeDirectory, let names = try? FileManager.default.contentsOfDirectory(atPath: letters) else {
            let fix = "make it a folder with your own letters, or remove it"
            return ([], [finding(LetterTemplates.folder, "this is not a folder that can be read", fix: fix)])
        }
        var files: [LetterTemplateFile] = []
        var findings: [Finding] = []
        // Editors and mounts make hidden files.
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !name.hasPrefix(".") {
            do throws(Problem) {
                files.append(try read(name, at: "\(letters)/\(name)"))
            } catch {
                findings.append(finding(path(name), error.text, error.severity, line: error.line, fix: error.fix))
            }
        }
        return (files, findings)
    }

    /// What is wrong with a file as a whole.
    private struct Problem: Error {
        var text: String
        var severity = Finding.Severity.error
        var line: Int?
        var fix: String
    }

    private static func read(_ file: String, at path: String) throws(Problem) -> LetterTemplateFile {
        let (name, language) = try named(file)
        let bytes: [UInt8]
        do {
            bytes = try RegularFile(at: path, limit: sizeLimit, followingLinks: false).bytes
        } catch {
            throw problem(error)
        }
        return LetterTemplateFile(name: name, language: language, text: try text(of: bytes))
    }

    /// The text with plain line ends: editors on Windows put a byte order mark before it and CR LF after each line.
    private static func text(of bytes: [UInt8]) throws(Problem) -> String {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let lines = bytes.dropFirst(bytes.starts(with: mark) ? mark.count : 0)
            .split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { $0.last == 0x0D ? $0.dropLast() : $0 }
        for (index, line) in lines.enumerated() {
            guard let text = String(validating: line, as: UTF8.self) else {
                throw Problem(text: "the text is not UTF-8", line: index + 1, fix: "save the file as UTF-8")
            }
            guard !text.unicodeScalars.contains(where: SafeText.breaksLine) else {
                let fix = "write spaces and line ends only"
                throw Problem(text: "the line has a control character", line: index + 1, fix: fix)
            }
        }
        return String(decoding: Array(lines.joined(separator: [0x0A])), as: UTF8.self)
    }

    private static func named(_ file: String) throws(Problem) -> (LetterName, Language) {
        let parts = file.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, parts[2] == "txt", let language = Language(rawValue: parts[1]) else {
            let fix =
                "name it NAME.LANGUAGE.txt, such as refusal.nl.txt; languages are \(Language.list), and the form of "
                + "address is that of controller.yaml"
            throw Problem(text: "this is no template's name, so nothing is done with it", severity: .warning, fix: fix)
        }
        guard let name = LetterName(rawValue: parts[0]) else {
            let fix = suggestion(for: parts[0], among: LetterName.allCases.map(\.rawValue))
            let text = "there is no letter \(shown(parts[0])), so nothing is done with it"
            throw Problem(text: text, severity: .warning, fix: fix)
        }
        return (name, language)
    }

    private static func problem(_ problem: RegularFile.Problem) -> Problem {
        switch problem {
        case .link: Problem(text: "this is a symbolic link", fix: "put the file itself here")
        case .missing, .notRegular: Problem(text: "this is not a regular file", fix: "put a text file here")
        case .tooLarge: Problem(text: "the file is larger than 64 KiB", fix: "leave out what is no letter")
        case .refused(let number):
            Problem(text: "the file cannot be read: \(sentence(for: number))", fix: "check its owner and mode")
        }
    }

    private static func finding(
        _ file: String,
        _ problem: String,
        _ severity: Finding.Severity = .error,
        line: Int? = nil,
        fix: String
    ) -> Finding {
        Finding(severity: severity, file: file, line: line, field: "", problem: problem, fix: fix)
    }
}
