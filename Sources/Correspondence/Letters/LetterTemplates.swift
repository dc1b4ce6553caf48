import Mustache
import Synchronization
package import Policy
import Languages

/// The templates of all letters: the built-in ones, and the controller's own in their place.
package struct LetterTemplates: Sendable {
    /// The built-in templates alone.
    package static let builtIn = LetterTemplates(own: [:])

    /// With what the first line of a letter's template begins.
    static let subjectMark = "Subject: "

    /// The controller's own, by ``LetterTemplateFile/key``.
    private let own: [String: MustacheTemplate]

    init(own: [String: MustacheTemplate]) { self.own = own }

    /// Writes a letter.
    func letter(_ name: LetterName, in voice: LetterVoice, _ values: LetterValues) -> Letter {
        Letter(rendered: text(name, in: voice, values))
    }

    /// What a template gives before it is laid out.
    func text(_ name: LetterName, in voice: LetterVoice, _ values: LetterValues) -> String {
        let parts = name.parts.map { ($0.rawValue, template($0, in: voice)) }
        let library = MustacheLibrary(templates: Dictionary(uniqueKeysWithValues: parts))
        return template(name, in: voice).render(values.rendered, library: library)
    }

    private func template(_ name: LetterName, in voice: LetterVoice) -> MustacheTemplate {
        own[LetterTemplateFile.key(name, voice.language)] ?? Self.builtIn(name, in: voice)
    }

    /// All built-in templates, by name and voice.
    package static let builtInFiles: [String: [UInt8]] = Language.allCases.reduce(into: [:]) { files, language in
        files.merge(language.vocabulary.letters) { first, _ in first }
    }

    private static func builtIn(_ name: LetterName, in voice: LetterVoice) -> MustacheTemplate {
        let file = "\(name.rawValue).\(voice.word)"
        return parsedOnce.withLock { parsedOnce in
            if let known = parsedOnce[file] { return known }
            guard let bytes = builtInFiles[file],
                let template = try? parsed(String(decoding: bytes, as: UTF8.self))
            else { preconditionFailure("the built-in template \(file) is missing or broken") }
            parsedOnce[file] = template
            return template
        }
    }

    /// The built-in templates that were needed so far: many letters of one run come from one of them.
    private static let parsedOnce = Mutex<[String: MustacheTemplate]>([:])

    /// Parses a template as plain text: the library takes templates for HTML unless their first line says otherwise.
    static func parsed(_ text: String) throws -> MustacheTemplate {
        try MustacheTemplate(string: "{{%CONTENT_TYPE:TEXT}}\n" + text)
    }
}

// The controller's own.
extension LetterTemplates {
    /// The folder under the controller's folder in which its own templates are.
    package static let folder = "letters"

    /// Everything that is wrong with the controller's own templates; no folder, no finding.
    package static func check(folder: String) -> [Finding] { read(folder: folder).1 }

    /// The templates with the controller's own, and what is wrong with those; one with an error is left out.
    package static func read(folder: String) -> (LetterTemplates, [Finding]) {
        var own: [String: MustacheTemplate] = [:]
        let (files, problems) = LetterTemplateFile.all(in: folder)
        var findings = problems
        for file in files {
            let check = LetterTemplateCheck(file)
            findings += check.findings
            own[file.key] = check.template
        }
        return (LetterTemplates(own: own), findings)
    }
}
