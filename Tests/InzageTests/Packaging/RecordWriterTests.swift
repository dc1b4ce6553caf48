import Foundation
import Inzage
import Testing

@Suite struct Peek {
    @Test func dump() throws {
        let root = "/tmp/pack-peek"
        for language in ["nl", "en"] {
            let folder = "\(root)/\(language)"
            try? FileManager.default.removeItem(atPath: folder)
            try PackageSample(language: language == "nl" ? .nl : .en).unpack(into: folder)
        }
    }
}
