import Foundation
import ArchiveSealing
import TestSupport
import Testing
import Cases
import PackagingStage

@Suite struct `Signed package that was tampered with` {
    private static let changes = [
        "removed", "swapped", "renamed", "truncated", "emptied", "added", "descriptor changed", "signature removed",
        "signature changed", "signature of another", "signature emptied",
    ]

    private func change(_ package: inout TamperedPackage, _ how: String) throws {
        let (json, csv) = (try package.place("data/0001.json"), try package.place("csv/0001.csv"))
        let (descriptor, signature) = (try package.place("datapackage.json"), try package.place("datapackage.json.p7s"))
        switch how {
        case "removed": package.files.remove(at: csv)
        case "swapped":
            let kept = package.files[json].bytes
            package.files[json].bytes = package.files[csv].bytes
            package.files[csv].bytes = kept
        case "renamed": package.files[csv].name = "csv/9999.csv"
        case "truncated": package.files[json].bytes.removeLast()
        case "emptied": package.files[json].bytes = []
        case "added": package.files.append(("files/9999.pdf", Array("%PDF-1.4".utf8)))
        case "descriptor changed": package.files[descriptor].bytes.append(0x0A)
        case "signature removed": package.files.remove(at: signature)
        case "signature changed": package.files[signature].bytes[package.files[signature].bytes.count - 8] ^= 1
        case "signature of another":
            let other = try Signer(at: .now).identity
            let seconds = Int(Date.now.timeIntervalSince1970)
            let bytes = package.files[descriptor].bytes
            package.files[signature].bytes = try DetachedSignature(of: bytes, by: other, at: seconds).bytes
        default: package.files[signature].bytes = []
        }
    }

    @Test(arguments: changes)
    func `what was changed is found (case 77)`(_ how: String) async throws {
        try await withSignedHouse { house, signer in
            let (id, archive) = try await house.answered()
            var package = try TamperedPackage(house, id, archive)
            #expect(try package.ending(trusting: signer.certificate) == nil)
            try change(&package, how)
            #expect(try package.ending(trusting: signer.certificate) == 8)
            // Another's signature opens for one who does not compare the fingerprint; every other change never does.
            #expect(try package.ending() == (how == "signature of another" ? nil : 8))
        }
    }

    @Test(arguments: changes.prefix(6))
    func `a descriptor that was made to agree is not the one that was signed (case 77)`(_ how: String) async throws {
        try await withSignedHouse { house, _ in
            let (id, archive) = try await house.answered()
            var package = try TamperedPackage(house, id, archive)
            try change(&package, how)
            try package.makeDescriptorAgree()
            #expect(try package.ending() == 8)
        }
    }

    @Test func `a package that was never signed is refused by one who names a certificate`() async throws {
        try await withOneCustomer { house in
            let (id, archive) = try await house.answered()
            let package = try TamperedPackage(house, id, archive)
            #expect(try package.ending() == nil)
            #expect(try package.ending(trusting: Signer(at: .now).certificate) == 8)
        }
    }

    @Test func `two files of one name are refused, since nobody knows which one is shown (case 77)`() async throws {
        try await withSignedHouse { house, _ in
            let (id, archive) = try await house.answered()
            var package = try TamperedPackage(house, id, archive)
            // The builder refuses a name twice, so one of the same length is turned into it afterwards.
            package.files.append(("data/0009.json", Array("[]".utf8)))
            #expect(try package.ending() == 8)
            let path = "\(package.folder)/again.zip"
            var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            while let range = bytes.range(of: Data("data/0009.json".utf8)) {
                bytes.replaceSubrange(range, with: Data("data/0001.json".utf8))
            }
            try bytes.write(to: URL(fileURLWithPath: path))
            let error = #expect(throws: (any Error).self) {
                _ = try OpenedArchive.extract(path, passphrase: package.passphrase, into: "\(package.folder)/twice")
            }
            #expect((error as? InzageError)?.ending == .integrityBroken || (error as? ArchiveError)?.code == .damaged)
        }
    }
}
