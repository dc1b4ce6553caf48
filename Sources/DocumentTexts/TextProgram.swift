import CSpawning
import Glibc

/// One of poppler's programs, run on a file in memory: it gets no environment of ours, no file and no network name, and
/// is ended with all that it started when it takes too long or writes too much.
struct TextProgram {
    /// Why nothing came of it.
    enum Failure: Error {
        case notInstalled, failed, tooLong, tooMuch
    }

    /// What one run may take.
    struct Limits {
        var seconds = 20
        var output = 16 << 20
        var memory = 1 << 30
    }

    private let path: String
    private let words: [String]

    /// - Throws: where Debian's `poppler-utils` is not there.
    init(_ name: String, _ words: [String]) throws(Failure) {
        // Not by PATH, which belongs to whoever started us.
        let places = ["/usr/bin/\(name)", "/usr/local/bin/\(name)", "/bin/\(name)"]
        guard let path = places.first(where: { access($0, X_OK) == 0 }) else { throw .notInstalled }
        self.path = path
        self.words = [path] + words
    }

    /// Runs it with the file as its standard input, and returns what it writes.
    func output(of file: borrowing MemoryFile, _ limits: Limits = Limits()) throws(Failure) -> [UInt8] {
        var (reading, writing) = (Int32(-1), Int32(-1))
        guard inzage_pipe(&reading, &writing) == 0 else { throw .failed }
        defer { close(reading) }
        lseek(file.descriptor, 0, SEEK_SET)
        let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
        defer { if nowhere >= 0 { close(nowhere) } }
        var process = pid_t()
        let environment = ["PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=/nonexistent"]
        let code = Self.withPointers(to: words) { words in
            Self.withPointers(to: environment) { environment in
                inzage_spawn(
                    &process,
                    path,
                    words,
                    environment,
                    "/",
                    [file.descriptor, writing, nowhere],
                    limits.memory
                )
            }
        }
        close(writing)
        guard code == 0 else { throw .failed }
        var output: [UInt8] = []
        let failure = Self.read(reading, limits, into: &output)
        let status = Self.end(process, patiently: failure == nil)
        if let failure { throw failure }
        // What it wrote before it found fault is worth a look; nothing at all is not.
        guard status == 0 || !output.isEmpty else { throw .failed }
        return output
    }

    private static func read(_ reading: Int32, _ limits: Limits, into output: inout [UInt8]) -> Failure? {
        let deadline = ContinuousClock.now + .seconds(limits.seconds)
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let left = (deadline - ContinuousClock.now).components
            guard left.seconds >= 0, left.attoseconds >= 0 else { return .tooLong }
            var watched = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
            let ready = poll(&watched, 1, Int32(left.seconds * 1_000 + 100))
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { return ready == 0 ? .tooLong : .failed }
            let count = buffer.withUnsafeMutableBytes { Glibc.read(reading, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count == 0 ? nil : .failed }
            output += buffer[..<count]
            guard output.count <= limits.output else { return .tooMuch }
        }
    }

    /// Ends it with whatever is in its session, and says how it ended.
    private static func end(_ process: pid_t, patiently: Bool) -> Int32 {
        // It has closed its output, and needs a moment to end by itself.
        for _ in 0..<(patiently ? 200 : 0) where !hasEnded(process) { usleep(2_000) }
        kill(process, SIGKILL)
        kill(-process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status
    }

    private static func hasEnded(_ process: pid_t) -> Bool {
        var state = siginfo_t()
        // It stays a zombie, so that nobody else gets its number while its session is being ended.
        return waitid(P_PID, id_t(process), &state, WEXITED | WNOHANG | WNOWAIT) == 0 && state.si_signo == SIGCHLD
    }

    private static func withPointers<Result>(
        to texts: [String],
        _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = texts.map { strdup($0) } + [nil]
        defer { copies.forEach { free($0) } }
        return body(copies)
    }
}
