import Foundation
import TestSupport
import Testing

/// The units for systemd, which nothing else reads here.
@Suite("The units for systemd") struct WorkerUnitsTests {
    private static let names = ["inzage-work.service", "inzage-work.timer"]

    /// What a unit says, section by section.
    private func settings(_ name: String) throws -> [String: [String: String]] {
        let text = try String(contentsOfFile: "\(checkout)/packaging/\(name)", encoding: .utf8)
        var (sections, section): ([String: [String: String]], String?) = ([:], nil)
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            if let head = line.wholeMatch(of: /\[([A-Z][a-z]+)\]/) {
                section = String(head.1)
                continue
            }
            let pair = try #require(line.wholeMatch(of: /([A-Za-z]+)=(.*)/), "\(name): \(line)")
            sections[try #require(section), default: [:]][String(pair.1)] = String(pair.2)
        }
        return sections
    }

    @Test("keep the worker in its folder and without rights")
    func hardening() throws {
        let service = try #require(try settings(Self.names[0])["Service"])
        for (name, value) in [
            "NoNewPrivileges": "yes", "ProtectSystem": "strict", "ReadWritePaths": "/srv/acme", "PrivateTmp": "yes",
            "MemoryDenyWriteExecute": "yes", "LimitCORE": "0", "UMask": "0077", "User": "inzage",
            "ExecStart": "/usr/local/bin/inzage work --once", "Type": "oneshot",
        ] { #expect(service[name] == value, "\(name)") }
        let timer = try settings(Self.names[1])
        #expect(timer["Timer"]?["OnCalendar"] != nil && timer["Install"]?["WantedBy"] == "timers.target")
    }

    @Test("are understood by systemd, where that is on this machine")
    func verified() async throws {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze") else { return }
        try await withTemporaryFolder { folder in
            // The program must be there for it; the rest is as it is shipped.
            for name in Self.names {
                let text = try String(contentsOfFile: "\(checkout)/packaging/\(name)", encoding: .utf8)
                    .replacingOccurrences(of: "/usr/local/bin/inzage", with: "/bin/true")
                try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
            }
            for name in Self.names {
                let result = try runTool("/usr/bin/systemd-analyze", ["verify", "--man=no", "\(folder)/\(name)"])
                let about = result.errors.split(separator: "\n").filter { $0.contains("inzage-work") }
                #expect(about.isEmpty, "\(result.errors)")
            }
        }
    }
}
