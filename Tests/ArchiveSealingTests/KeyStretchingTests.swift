import CKeyStretching
import Foundation
import TestSupport
import Testing

@Suite struct `Key stretching` {
    @Test func `four keys at once are those that Python derives one by one`() throws {
        var generator = SteadyGenerator(seed: 64)
        for _ in 0..<40 {
            let password = generator.bytes(Int.random(in: 0...Int(STRETCH_PASSWORD), using: &generator))
            let salts = generator.bytes(Int(STRETCH_KEYS * STRETCH_SALT))
            let rounds = UInt32.random(in: 1...1200, using: &generator)
            var keys = [UInt8](repeating: 0, count: Int(STRETCH_KEYS * STRETCH_OUTPUT))
            stretch_keys(password, password.count, salts, rounds, &keys)
            #expect(try hex(keys) == python(password, salts, rounds))
        }
    }

    private func python(_ password: [UInt8], _ salts: [UInt8], _ rounds: UInt32) throws -> String {
        let program = """
            import hashlib, sys
            password, salts, rounds = bytes.fromhex(sys.argv[1]), bytes.fromhex(sys.argv[2]), int(sys.argv[3])
            for at in range(0, len(salts), \(STRETCH_SALT)):
                salt = salts[at:at + \(STRETCH_SALT)]
                print(hashlib.pbkdf2_hmac("sha1", password, salt, rounds, \(STRETCH_OUTPUT)).hex(), end="")
            """
        let run = try runTool("python3", ["-c", program, hex(password), hex(salts), "\(rounds)"])
        return run.output
    }

    private func hex(_ bytes: [UInt8]) -> String { bytes.map { String(format: "%02x", $0) }.joined() }
}
