import Groundwork
import Cases
import Foundation

/// A folder in memory in which an answer can be looked at, and which outlives nobody.
///
/// A process beside this one holds the other end of a pipe and removes the folder when that closes: when the command
/// ends, and also when it is killed. Should both be killed, the next look removes what they left.
package enum ReviewRoom {
    private static let prefix = "inzage-review-"

    /// Puts the overview and the documents into a room, lets somebody look, and removes it.
    ///
    /// - Parameters:
    ///   - tell: is told of each document by which name it lies there.
    ///   - look: returns when somebody has looked; it gets the overview's path.
    package static func open(
        _ review: AnswerReview,
        overview: [UInt8],
        tell: (String, AnswerReview.Document) -> Void,
        look: (String) -> Void
    ) throws {
        let folder = try make()
        let guardian = try Guardian(of: folder)
        defer { guardian.dismiss() }
        try write(overview, to: "\(folder)/01-overview.html")
        let documents = review.parts.flatMap(\.documents)
        for (index, document) in documents.enumerated() {
            let name = "document-\(index + 1).\(document.fileExtension)"
            try review.read(document) { try append($0, to: "\(folder)/\(name)") }
            tell(name, document)
        }
        look("\(folder)/01-overview.html")
    }

    /// Removes the rooms of commands that are no more.
    package static func sweep() {
        for base in bases {
            for name in (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? [] where name.hasPrefix(prefix)
            {
                let process = name.dropFirst(prefix.count).split(separator: "-").first.flatMap { Int32($0) }
                guard let process, kill(process, 0) != 0, errno == ESRCH else { continue }
                try? FileManager.default.removeItem(atPath: "\(base)/\(name)")
            }
        }
    }

    /// Where files lie in memory and not on a disk.
    private static var bases: [String] {
        [ProcessInfo.processInfo.environment["XDG_RUNTIME_DIR"], "/dev/shm"].compactMap(\.self)
            .filter { !$0.isEmpty && FileManager.default.isWritableFile(atPath: $0) }
    }

    private static func make() throws -> String {
        guard let base = bases.first else {
            throw InzageError(
                .unexpected,
                "there is no folder in memory to open the answer in",
                hint: "set XDG_RUNTIME_DIR, or look at it with \(.review(nil))"
            )
        }
        var template = Array("\(base)/\(prefix)\(getpid())-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw InzageError(.unexpected, "the folder in memory cannot be made") }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func write(_ bytes: [UInt8], to path: String) throws { try append(bytes, to: path) }

    private static func append(_ bytes: [UInt8], to path: String) throws {
        let file = Foundation.open(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw InzageError(.unexpected, "the folder in memory cannot be written") }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        try handle.write(contentsOf: Data(bytes))
    }

    /// The process that removes a room.
    private struct Guardian {
        private let process = Process()
        private let pipe = Pipe()

        init(of folder: String) throws {
            // Were the end to write into inherited, the guardian would wait for itself.
            _ = fcntl(pipe.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", "trap '' INT HUP TERM; cat >/dev/null; rm -rf -- \"$1\"", "sh", folder]
            process.standardInput = pipe.fileHandleForReading
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            do {
                try process.run()
            } catch {
                try? FileManager.default.removeItem(atPath: folder)
                throw error
            }
        }

        /// Lets it remove the room, and waits until that is done.
        func dismiss() {
            try? pipe.fileHandleForWriting.close()
            process.waitUntilExit()
        }
    }
}
