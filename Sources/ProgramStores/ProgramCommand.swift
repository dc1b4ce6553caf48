import DriverParts
import ExporterKit
import Glibc

/// The program of a system, its arguments and its limits.
struct ProgramCommand: Sendable {
    /// The program as an absolute path.
    let path: String
    /// What it is called and called with.
    let words: [String]
    /// How many bytes of memory each of its processes may take.
    let memoryLimit: Int
    /// How many bytes it may write for one question.
    let outputLimit: Int

    private static let mebibyte = 1 << 20

    init(of system: SystemDescription) throws(Problem) {
        guard system.connection.isEmpty else {
            throw Problem(
                .unreachable,
                "connection",
                "a program has no connection",
                fix: "take `connection` out; the program and its arguments stand in `command`"
            )
        }
        let words = system.settings["command"]?.texts ?? []
        guard let program = words.first, !program.isEmpty, !words.contains(where: { $0.utf8.contains(0) }) else {
            throw Problem(
                .unreachable,
                "command",
                "`command` is missing or not a list of texts",
                fix: "write the program and its arguments, such as `[./tap.py, --all]`"
            )
        }
        path = try Self.path(of: program, in: system.folder)
        self.words = words
        memoryLimit = try Self.limit("memory_limit", of: system, otherwise: 2048)
        outputLimit = try Self.limit("output_limit", of: system, otherwise: 1024)
    }

    /// A relative name lies in the exporter's folder, and nowhere above it.
    private static func path(of program: String, in folder: String) throws(Problem) -> String {
        let isAbsolute = program.utf8.first == UInt8(ascii: "/")
        let parts = program.utf8.split(separator: UInt8(ascii: "/"))
        guard isAbsolute || !parts.contains(where: { $0.elementsEqual("..".utf8) }) else {
            throw Problem(
                .unreachable,
                "command",
                "the program lies outside the exporter's folder",
                fix: "write an absolute path, or put the program into the folder"
            )
        }
        let path = isAbsolute ? program : folder + "/" + program
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Problem(
                .unreachable,
                "command",
                "the program is not there",
                fix: "a relative name lies in the exporter's folder; write `/usr/bin/python3` in full"
            )
        }
        guard access(path, X_OK) == 0 else {
            throw Problem(.unreachable, "command", "the program may not be run", fix: "make it executable (chmod +x)")
        }
        return path
    }

    private static func limit(
        _ setting: String,
        of system: SystemDescription,
        otherwise standard: Int
    ) throws(Problem) -> Int {
        guard let value = system.settings[setting] else { return standard * mebibyte }
        guard let number = value.text.flatMap(Int.init), (1...1 << 20).contains(number) else {
            throw Problem(
                .unreachable,
                setting,
                "`\(setting)` is no number of MiB",
                fix: "write a whole number, such as \(standard)"
            )
        }
        return number * mebibyte
    }
}
