import FuzzTargets
import Foundation

/// Gives a target its inputs: from files, or, in a build with `-sanitize=fuzzer -D LIBFUZZER`, from libFuzzer.
///
///     fuzz TARGET FILE...
///     FUZZ_TARGET=csv fuzz CORPUS -max_total_time=600
@main
struct Runner {
    static func main() throws {
        #if LIBFUZZER
            var count = CommandLine.argc
            var arguments = CommandLine.unsafeArgv
            exit(runFuzzer(&count, &arguments, tryInput))
        #else
            guard let name = CommandLine.arguments.dropFirst().first, let target = FuzzTarget(rawValue: name) else {
                FileHandle.standardError.write(Data("usage: fuzz TARGET FILE...\n".utf8))
                exit(2)
            }
            for path in CommandLine.arguments.dropFirst(2) {
                target.run(Array(try Data(contentsOf: URL(fileURLWithPath: path))))
            }
        #endif
    }
}

#if LIBFUZZER
    @_silgen_name("LLVMFuzzerRunDriver")
    private func runFuzzer(
        _ count: UnsafeMutablePointer<CInt>,
        _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
        _ input: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
    ) -> CInt

    private let target = FuzzTarget(rawValue: ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? "")

    private func tryInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
        guard let target else { fatalError("FUZZ_TARGET names no target") }
        target.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
        return 0
    }
#endif
