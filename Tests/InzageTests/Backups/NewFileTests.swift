import Foundation
import Groundwork
import TestSupport
import Testing

@Suite("A new file") struct NewFileTests {
    private func content(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test("has its name once it is whole, and nothing is left of one that is not kept")
    func isWhole() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/new"
            do {
                let file = try NewFile(at: path)
                try file.append(Array("half".utf8))
                #expect(content(path) == nil)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
            do {
                var file = try NewFile(at: path)
                try file.append(Array("who".utf8))
                try file.append([])
                try file.append(Array("le".utf8))
                try file.keep(replacing: false)
            }
            #expect(content(path) == "whole")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["new"])
        }
    }

    @Test("takes no other's place unless that is said, nor what a link leads to")
    func takesNoPlace() async throws {
        try await withTemporaryFolder { folder in
            let (path, target) = (folder + "/new", folder + "/target")
            try Data("old".utf8).write(to: URL(fileURLWithPath: target))
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
            do {
                var file = try NewFile(at: path)
                var problem: NewFile.Problem?
                do throws(NewFile.Problem) { try file.keep(replacing: false) } catch { problem = error }
                #expect(problem == .exists)
            }
            do {
                var file = try NewFile(at: path)
                try file.append(Array("new".utf8))
                try file.keep(replacing: true)
            }
            #expect(content(path) == "new" && content(target) == "old")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["new", "target"])
        }
    }

    @Test("is refused in a folder that is not there")
    func needsAFolder() {
        var problem: NewFile.Problem?
        do throws(NewFile.Problem) { _ = try NewFile(at: "/nonexistent/new") } catch { problem = error }
        #expect(problem == .refused(ENOENT))
    }
}
