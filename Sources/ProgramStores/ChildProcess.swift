import CSpawning
import ExporterKit
import Glibc

/// A program that runs, owned: dropped, it is ended with all that it started.
struct ChildProcess: ~Copyable {
    private let process: pid_t
    private let home: PrivateFolder
    let output: Descriptor
    let errors: Descriptor
    private var input: Descriptor
    private var ending: End?

    /// Starts a program in a folder, as the leader of a session of its own.
    init(_ command: ProgramCommand, in folder: String, secret: Secret?) throws(SourceFailure) {
        let input = try Channel()
        let output = try Channel()
        let errors = try Channel()
        let home = try PrivateFolder()
        var environment = [
            "PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8", "HOME=\(home.path)", "TMPDIR=\(home.path)",
        ]
        if let secret { environment.append("INZAGE_SECRET=\(secret.reveal())") }
        let process = try Self.start(
            command,
            in: folder,
            environment,
            [input.reading.number, output.writing.number, errors.writing.number]
        )
        self.process = process
        self.home = home
        self.input = input.writing
        self.output = output.reading
        self.errors = errors.reading
    }

    private static func start(
        _ command: ProgramCommand,
        in folder: String,
        _ environment: [String],
        _ descriptors: [Int32]
    ) throws(SourceFailure) -> pid_t {
        var process = pid_t()
        let code = withPointers(to: command.words) { words in
            withPointers(to: environment) { environment in
                inzage_spawn(&process, command.path, words, environment, folder, descriptors, command.memoryLimit)
            }
        }
        guard code == 0 else {
            throw SourceFailure(
                .unreachable,
                "the program cannot be started",
                hint: "run it by hand in the exporter's folder; a script needs its interpreter in the first line"
            )
        }
        return process
    }

    private static func withPointers<Result>(
        to texts: [String],
        _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = texts.map { strdup($0) } + [nil]
        defer { copies.forEach { free($0) } }
        return body(copies)
    }

    /// Makes reading and writing return at once.
    func neverWait() {
        input.neverWait()
        output.neverWait()
        errors.neverWait()
    }

    /// Writes as much of what it is told as it takes; closes when it was told all, or does not listen.
    mutating func tell(_ bytes: inout ArraySlice<UInt8>) {
        guard input.number >= 0 else { return }
        switch input.write(bytes) {
        case .moved(let count): bytes = bytes.dropFirst(count)
        case .later: return
        case .ended: bytes = []
        }
        if bytes.isEmpty { input.close() }
    }

    /// Waits until something can be read or written, or for so many milliseconds.
    func wait(hearing: Bool, for milliseconds: Int32) {
        var watched = [
            pollfd(fd: errors.number, events: Int16(POLLIN), revents: 0),
            pollfd(fd: hearing ? output.number : -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: input.number, events: Int16(POLLOUT), revents: 0),
        ]
        poll(&watched, nfds_t(watched.count), milliseconds)
    }

    /// Whether the program itself has ended; what it started may still run.
    var hasEnded: Bool {
        var state = siginfo_t()
        // It stays a zombie, so that nobody else gets its number while its session is being ended.
        return waitid(P_PID, id_t(process), &state, WEXITED | WNOHANG | WNOWAIT) == 0 && state.si_signo == SIGCHLD
    }

    /// How the program ended.
    enum End: Equatable {
        case status(Int32)
        case signal(Int32)
    }

    /// Ends all that is left of it, and says how it ended itself.
    mutating func end() -> End {
        if let ending { return ending }
        let end = finish()
        ending = end
        return end
    }

    private func finish() -> End {
        kill(process, SIGKILL)
        kill(-process, SIGKILL)
        Descendants(ofSession: process, home: home.path).end()
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
    }

    deinit { if ending == nil { _ = finish() } }
}
