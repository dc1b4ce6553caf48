import ArchiveSealing
import TestSupport
import Testing

@Suite struct `The file of an archive` {
    /// Headers are written again when an entry's bytes have come: some lie in what is still pending, some far behind.
    @Test(arguments: 1...6) func `is sound, whatever the sizes of its entries`(seed: UInt64) async throws {
        try await withTemporaryFolder { folder in
            var generator = SteadyGenerator(seed: seed)
            let sizes = (0..<40).map { _ in
                let widths = [100, 10_000, 64 * 1024, 256 * 1024, 900_000]
                return Int.random(
                    in: 0...widths[Int.random(in: 0..<widths.count, using: &generator)],
                    using: &generator
                )
            }
            let fixture = try SealedFixture(
                sizes.enumerated().map { (name: "entry-\($0)", bytes: generator.bytes($1)) },
                in: folder
            )
            let run = try runTool("7z", ["t", "-p\(fixture.passphrase.reveal())", fixture.path])
            #expect(run.status == 0 && !run.output.contains("Warning") && !run.output.contains("Headers Error"))
            let listing = try runTool("7z", ["l", "-slt", fixture.path]).output
            let listed = listing.matches(of: /\nSize = ([0-9]+)/).compactMap { Int($0.output.1) }
            #expect(listed == sizes)
            let count = try fileBytes(fixture.path).count
            #expect(Int(fixture.facts.bytes) == count)
        }
    }
}
