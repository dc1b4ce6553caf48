import Foundation

/// What `make bench` runs for the seal: writes the files to measure on, and seals a folder of them.
///
///     SealingBenchmark data FOLDER MEGABYTES
///     SealingBenchmark seal FOLDER ARCHIVE THREADS
@main
struct SealingBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        switch (arguments.dropFirst().first, arguments.count) {
        case ("data", 4):
            try DataSet.write(megabytes: Int(arguments[3]) ?? 64, into: arguments[2])
        case ("seal", 5):
            let files = try FileManager.default.contentsOfDirectory(atPath: arguments[2]).sorted()
            let sealing = Sealing(
                files: files.map { "\(arguments[2])/\($0)" },
                spool: arguments[3] + ".spool",
                archive: arguments[3],
                threads: Int(arguments[4]) ?? 2
            )
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            print(String(decoding: try encoder.encode(try sealing.run()), as: UTF8.self))
        default:
            FileHandle.standardError.write(Data("usage: data FOLDER MEGABYTES | seal FOLDER ARCHIVE THREADS\n".utf8))
            exit(2)
        }
    }
}
