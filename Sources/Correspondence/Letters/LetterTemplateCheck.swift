import Mustache
import Policy

/// Finds everything that is wrong with a controller's own template.
struct LetterTemplateCheck {
    /// Something that is wrong with it.
    struct Problem {
        var line: Int?
        var severity = Finding.Severity.error
        let text: String
        let fix: String
    }

    /// The template, unless something in it is an error.
    private(set) var template: MustacheTemplate?
    private(set) var findings: [Finding] = []

    init(_ file: LetterTemplateFile) {
        var problems = LetterTagCheck(file.name, text: file.text).problems
        problems += Self.subject(of: file)
        if problems.isEmpty {
            do {
                let parsed = try LetterTemplates.parsed(file.text)
                problems += Self.trials(of: file, parsed) + Self.flags(in: file)
                if !problems.contains(where: { $0.severity == .error }) { template = parsed }
            } catch {
                problems.append(Self.problem(error))
            }
        }
        findings = problems.map { problem in
            Finding(
                severity: problem.severity,
                file: file.path,
                line: problem.line,
                field: "",
                problem: problem.text,
                fix: problem.fix
            )
        }
    }

    private static func problem(_ error: any Error) -> Problem {
        // The line that says that the template is plain text stands before the file's first.
        let line = (error as? MustacheTemplate.ParserError).map { max(1, $0.context.lineNumber - 1) }
        return Problem(
            line: line,
            text: "the template cannot be read",
            fix: "look for a tag that is not as in docs/letters.md"
        )
    }

    private static func subject(of file: LetterTemplateFile) -> [Problem] {
        let lines = file.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        let hasSubject = lines[0].starts(with: LetterTemplates.subjectMark.utf8)
        guard !file.name.isPart else {
            let problem = Problem(line: 1, text: "a part has no subject", fix: "leave the line out")
            return hasSubject ? [problem] : []
        }
        guard hasSubject, lines.count > 2, lines[1].allSatisfy({ $0 <= 0x20 }) else {
            let fix = "begin with `Subject: ...` and an empty line"
            return [Problem(line: 1, text: "the line with the subject is missing", fix: fix)]
        }
        return []
    }

    private static func flags(in file: LetterTemplateFile) -> [Problem] {
        let asked = Set(LetterTag.all(in: file.text).tags.map(\.name))
        return LetterDuty.flags(of: file.name).filter { !asked.contains($0) }.map { flag in
            Problem(
                severity: LetterDuty.severity(ofFlagsIn: file.name),
                text: "the letter never asks for \(flag)",
                fix: "write {{#\(flag)}}, the words for it, {{/\(flag)}}"
            )
        }
    }

    // MARK: What it prints

    private static func trials(of file: LetterTemplateFile, _ template: MustacheTemplate) -> [Problem] {
        let templates = LetterTemplates(own: [file.key: template])
        let trials = LetterTrial.all(file.name, templates, in: LetterVoice(language: file.language, form: .u))
        var problems = LetterDuty.of(file.name).compactMap { duty in
            trials.contains { $0.given.contains(duty.variable) && !$0.prints(duty.variable) }
                ? Problem(
                    severity: duty.severity,
                    text: "the letter does not always print {{\(duty.variable)}}",
                    fix: "print it: \(duty.why)"
                ) : nil
        }
        guard !file.name.isPart else { return problems }
        if trials.contains(where: { !hasSubject($0) }) {
            let fix = "keep sections that go over several lines out of it"
            problems.append(Problem(line: 1, text: "the subject is not always there", fix: fix))
        }
        if file.name == .code, trials.contains(where: { !standsAlone("code", in: $0.letter) }) {
            let fix = "write it once, with four spaces before it and nothing after it"
            problems.append(Problem(text: "{{code}} does not stand alone on one line", fix: fix))
        }
        return problems
    }

    private static func hasSubject(_ trial: LetterTrial) -> Bool {
        let lines = trial.text.utf8.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
        return !trial.letter.subject.isEmpty && lines.count == 3
            && lines[0].starts(with: LetterTemplates.subjectMark.utf8)
            && lines[1].allSatisfy { $0 <= 0x20 }
    }

    /// A subject shows on locked screens, and what is written twice is found twice (case 31).
    private static func standsAlone(_ name: String, in letter: Letter) -> Bool {
        let mark = LetterTrial.mark(name)
        let lines = letter.body.utf8.split(separator: 0x0A).filter { $0.elementsEqual(mark.utf8) }
        return lines.count == 1 && (letter.subject + letter.body).ranges(of: mark).count == 1
    }
}
