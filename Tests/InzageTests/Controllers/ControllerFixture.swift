import Drivers
import ExporterKit
import Foundation
import Inzage
import TestSupport
import Testing

/// One of the five real controllers, read from a copy of its folder.
enum ControllerFixture: String, CaseIterable, CustomTestStringConvertible {
    case protolabs = "protolabs-network"
    case threeD = "three-d-config"
    case bechtle
    case progressX = "progressx"
    case letsBuild = "letsbuild"

    var testDescription: String { rawValue }

    var folder: String { checkout + "/Tests/Fixtures/controllers/" + rawValue }

    /// The configuration as the reader takes it.
    func configuration() async throws -> Configuration {
        try await withTemporaryFolder { parent in
            let copy = parent + "/controller"
            try FileManager.default.copyItem(atPath: folder, toPath: copy)
            try completeContact(in: copy + "/controller.yaml")
            let (configuration, findings) = ConfigurationReader(folder: copy, drivers: Drivers.all).read()
            return try #require(configuration, "\(findings.filter { $0.severity == .error })")
        }
    }

    /// 3D CONFIG's policy ends before the contact details that it announces, so its operator must give them.
    private func completeContact(in file: String) throws {
        guard self == .threeD else { return }
        var text = try String(contentsOfFile: file, encoding: .utf8)
        let place = try #require(text.range(of: "  email: null"))
        text.replaceSubrange(place, with: "  email: privacy@3dconfig.example")
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
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
