import Foundation
import FuzzTargets
import TestSupport
import Testing

/// Every input that a fuzzer once found interesting, tried again; one that breaks a promise ends the process.
@Suite struct `The corpus of the fuzzer` {
    @Test(arguments: FuzzTarget.allCases)
    func `keeps every promise`(_ target: FuzzTarget) throws {
        let folder = "\(checkout)/Fuzz/corpus/\(target.rawValue)"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(!names.isEmpty)
        for name in names {
            let input = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
            target.run(Array(input))
        }
    }
}
