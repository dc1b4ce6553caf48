import Foundation

/// Files of many kinds, honest and hostile, that Python and the machine's own tools made.
public struct SampleFiles: Sendable {
    /// The folder in which they lie.
    public let folder: String
    /// Their names, in order.
    public let names: [String]

    /// Makes them in a folder that is there.
    public init(in folder: String) throws {
        let made = try runTool("/usr/bin/python3", [checkout + "/Tests/Oracle/samples.py", folder])
        guard made.status == 0 else { throw UnexpectedEnd(description: "samples.py: \(made.errors)") }
        self.folder = folder
        names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    /// All bytes of one.
    public func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
    }
}
