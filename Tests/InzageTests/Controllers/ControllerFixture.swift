import Drivers
import ExporterKit
import Foundation
import TestSupport
import Testing
import Policy
import ControllerFiles

/// One of the five real controllers, read from a copy of its folder.
enum ControllerFixture: String, CaseIterable, CustomTestStringConvertible {
    case protolabs = "protolabs-network"
    case threeD = "three-d-config"
    case bechtle
    case progressX = "progressx"
    case letsBuild = "letsbuild"

    var testDescription: String { rawValue }

    var folder: String { checkout + "/Tests/Fixtures/controllers/" + rawValue }

    /// How much of what a policy leaves open is put in, as its company would have to.
    enum Settling {
        case nothing
        /// Only whom people can reach, without which nothing works.
        case contact
        case everything
    }

    /// What a policy leaves open: old text, new text.
    private func openQuestions(_ settling: Settling) -> [(old: String, new: String)] {
        let contact = [("  email: null\n", "  email: privacy@3dconfig.example\n")]
        let authority = "Gegevensbeschermingsautoriteit"
        return switch (self, settling) {
        case (_, .nothing): []
        case (.threeD, .contact): contact
        case (.threeD, .everything):
            contact + [("  name: College Bescherming Persoonsgegevens\n", "  name: \(authority)\n")]
        case (.bechtle, .everything):
            [("supervisory_authority: null\n", "supervisory_authority: {name: LfDI Baden-Württemberg}\n")]
        case (.letsBuild, .everything): [("name: null", "name: \(authority)")]
        default: []
        }
    }

    /// Copies the folder, with or without answers to what the policy leaves open.
    func copy(to target: String, settling: Settling = .everything) throws {
        try FileManager.default.copyItem(atPath: folder, toPath: target)
        let file = URL(fileURLWithPath: "\(target)/controller.yaml")
        var text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        for (old, new) in openQuestions(settling) {
            try #require(text.contains(old), "controller.yaml has no \(old)")
            text = text.replacingOccurrences(of: old, with: new)
        }
        try Data(text.utf8).write(to: file)
    }

    /// The configuration of a copy, as the product reads it.
    func configuration(in target: String, settling: Settling = .everything) throws -> Configuration {
        try copy(to: target, settling: settling)
        let (configuration, findings) = ConfigurationReader(folder: target, drivers: BuiltInDrivers.all).read()
        return try #require(configuration, "\(findings.filter { $0.severity == .error })")
    }

    /// The configuration with only the contact put in, read and thrown away.
    func configuration() async throws -> Configuration {
        try await withTemporaryFolder { try configuration(in: $0 + "/controller", settling: .contact) }
    }

    /// What `inzage check` says of a copy.
    func findings(in target: String, settling: Settling) async throws -> [Finding] {
        try copy(to: target, settling: settling)
        return await ConfigurationReader(folder: target, drivers: BuiltInDrivers.all).check()
    }

    /// A package for a person of whom the controller's systems hold something.
    func sample(_ language: Language = .nl, right: Right = .access) async throws -> PackageSample {
        PackageSample(of: try await configuration(), language: language, right: right)
    }

    /// The overview of that package.
    func overview(_ language: Language = .nl, right: Right = .access) async throws -> Overview {
        Overview(try await sample(language, right: right))
    }
}

/// An overview, cut into the parts that tests look at.
struct Overview {
    let page: String

    init(_ sample: PackageSample) { page = sample.text("01-overview.html") }

    /// What stands about a category, whether in full or folded; the text alone.
    func category(_ name: String) -> String {
        let title = name.replacing("'", with: "&#39;")
        let full = page.components(separatedBy: "<section ").first { $0.contains("-title\">\(title)</h3>") }
        let folded = page.components(separatedBy: "<details>").dropFirst()
            .first { $0.contains("<summary><span>\(title)</span>") }?.components(separatedBy: "</details>").first
        return Self.text(full ?? folded ?? "")
    }

    /// A section by its id; the text alone.
    func section(_ id: String) -> String {
        Self.text(page.components(separatedBy: "<section ").first { $0.contains(" id=\"\(id)\"") } ?? "")
    }

    /// The rows of the list of recipients, as text.
    var recipients: [String] {
        page.components(separatedBy: "<tr role=\"row\" id=\"recipient-").dropFirst()
            .map { Self.text($0.components(separatedBy: "</tr>").first ?? "") }
    }

    /// The text of a piece of the page: no tags, no references, single spaces.
    private static func text(_ html: String) -> String {
        var text = html.replacing(/<[^>]*>/, with: " ")
        for (reference, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            text = text.replacing(reference, with: sign)
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
