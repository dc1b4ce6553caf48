import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(15))) struct `Who is meant stays inside` {
    @Test func `no output, audit row, register byte, lock or file name holds the person's data (case 102)`()
        async throws
    {
        try await withTemporaryFolder { folder in
            try SampleShop.copy(to: folder + "/shop")
            let inzage = Command(controller: folder + "/shop")
            let values = try PrivateValues.all(in: inzage.folder)
            var story = PrivacyStory(inzage: inzage, scratch: folder + "/scratch")
            let request = try story.tell()
            try #require(story.printed.count > 25)
            for (command, text) in story.printed {
                let found = PrivateValues.found(values, in: text)
                #expect(found.isEmpty, "\(command) shows \(found)")
            }
            let left = PrivateValues.found(values, in: inzage.folder, except: ["exporters", "outbox"])
            #expect(left.isEmpty, "\(left)")
            #expect(PrivateValues.found(values, in: folder + "/scratch", except: []).isEmpty)
            let mails = PrivateValues.found(
                values.filter { $0.kind != "email" },
                in: inzage.folder + "/outbox",
                except: []
            )
            #expect(mails.isEmpty, "\(mails)")
            try expectPlainNames(in: inzage.folder, request: request, values)
        }
    }

    @Test func `the check would find a value that leaked`() async throws {
        try await withTemporaryFolder { folder in
            try SampleShop.copy(to: folder + "/shop")
            let values = try PrivateValues.all(in: folder + "/shop")
            #expect(!PrivateValues.found(values, in: folder + "/shop", except: []).isEmpty)
            #expect(Set(values.map(\.kind)).isSuperset(of: ["email", "name", "phone", "order address", "chat"]))
            #expect(PrivateValues.found(values, in: "to \(PrivateValues.person)").map(\.kind) == ["email"])
        }
    }

    @Test func `no process that runs during an export shows the person in its arguments (case 104)`() async throws {
        try await withVerifiedRequest { inzage, request in
            let values = try PrivateValues.all(in: inzage.folder)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: Command.path)
            process.arguments = ["export", request]
            process.environment = inzage.environment
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            var looks = 0
            while process.isRunning {
                for arguments in PrivacyProcesses.arguments(below: process.processIdentifier) {
                    looks += 1
                    #expect(PrivateValues.found(values, in: arguments).isEmpty)
                }
                usleep(2000)
            }
            process.waitUntilExit()
            #expect(process.terminationStatus == 0 && looks > 0)
        }
    }

    /// State files never end as plaintext does, so that plaintext can be looked for by name.
    private func expectPlainNames(in controller: String, request: String, _ values: [PrivateValue]) throws {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: controller).filter {
            !$0.hasPrefix("exporters")
        }
        for path in paths {
            #expect(![".json", ".csv", ".html", ".pdf"].contains { path.hasSuffix($0) }, "\(path)")
            #expect(PrivateValues.found(values, in: path).isEmpty)
        }
        #expect(paths.contains("archives/\(request)-1.zip"))
    }
}
