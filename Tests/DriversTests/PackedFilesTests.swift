import ExporterKit
import Foundation
import TestSupport
import Testing

/// Files packed by gzip, zstd and zip, opened by what is in them and not by their names.
@Suite struct PackedFilesTests {
    private static let table = "e,v\na@b.c,x\nx@y.z,y\n"

    private func files(
        _ name: String = "a.csv",
        in folder: String,
        _ settings: [String: String] = [:]
    ) -> SystemDescription {
        let settings = settings.merging(["file": name]) { given, _ in given }
        return system("files", in: folder, collection(settings, [field("e", matches: "email"), field("v")]))
    }

    /// Runs a line of shell that makes the file.
    private func make(_ line: String, in folder: String, input: String = table) throws {
        try write(input, to: "in", in: folder)
        let result = try runTool("bash", ["-ec", line], in: folder)
        try #require(result.status == 0, "\(result.errors)")
    }

    private func expect(
        _ problem: String,
        hint: String,
        _ system: SystemDescription,
        code: SourceFailure.Code = .malformed,
        checked: Bool = true,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let told = try #require(try await failure(system, "email", "a@b.c"), sourceLocation: sourceLocation)
        #expect(told.message.hasPrefix("the file is \(problem)"), "\(told.message)", sourceLocation: sourceLocation)
        #expect(told.hint?.contains(hint) == true, "\(told.hint ?? "")", sourceLocation: sourceLocation)
        #expect(told.code == code, sourceLocation: sourceLocation)
        let found = await findings(system)
        if checked {
            #expect(
                found.contains { $0.contains(": the file is \(problem)") },
                "\(found)",
                sourceLocation: sourceLocation
            )
        }
        #expect(!(told.description + found.joined()).contains("a@b.c"), sourceLocation: sourceLocation)
    }

    @Test(arguments: [
        "gzip -c in", "zstd -qc in", "zstd -qc -19 --no-check in", "7z a -bd -tzip p in >&2 && cat p.zip",
        "head -c 12 in | gzip > p; tail -c +13 in | gzip >> p; cat p",
        "head -c 12 in | zstd -q > p; tail -c +13 in | zstd -q >> p; cat p", "gzip -c in; head -c 700 /dev/zero",
        "mkdir d && cp in d && 7z a -bd -tzip p d >&2 && cat p.zip", "7z a -bd -tzip -mm=Copy p in >&2 && cat p.zip",
    ])
    func `a packed file is read whatever its name`(packing: String) async throws {
        try await withTemporaryFolder { folder in
            try make("(\(packing)) > a.csv; cp a.csv a.csv.gz; cp a.csv a.zip", in: folder)
            for system in [
                files(in: folder), files("a.csv.gz", in: folder), files("a.zip", in: folder, ["format": "csv"]),
            ] {
                #expect(try await ask(system, "email", "a@b.c") == [["text a@b.c", "text x"]])
                #expect(await findings(system) == [])
            }
        }
    }

    @Test(arguments: ["gzip", "zstd -q"])
    func `what is packed may be in another encoding, and in any format`(program: String) async throws {
        try await withTemporaryFolder { folder in
            try make("iconv -t UTF-16 in | \(program) > a.csv", in: folder)
            #expect(try await ask(files(in: folder), "email", "a@b.c") == [["text a@b.c", "text x"]])
            try make("\(program) < in > a.json.gz", in: folder, input: #"[{"e":"a@b.c","v":"x"}]"#)
            #expect(try await ask(files("a.json.gz", in: folder), "email", "a@b.c") == [["text a@b.c", "text x"]])
            try make("\(program) < in > a.xml.gz", in: folder, input: "<r><p><e>a@b.c</e><v>x</v></p></r>")
            #expect(try await ask(files("a.xml.gz", in: folder), "email", "a@b.c") == [["text a@b.c", "text x"]])
        }
    }

    @Test(arguments: [
        ("gzip -c big | head -c -9 > a.csv", "packed by gzip and ends in the middle", "again", false),
        ("gzip -c in | head -c 12 > a.csv", "packed by gzip and ends in the middle", "again", true),
        ("zstd -qc big | head -c -9 > a.csv", "packed by zstd and ends in the middle", "again", false),
        (
            "gzip -c big > a.csv; printf XXXX | dd of=a.csv bs=1 seek=40000 conv=notrunc",
            "packed by gzip and is broken", "gzip -t", false
        ),
        (
            "zstd -qc big > a.csv; printf XXXX | dd of=a.csv bs=1 seek=40000 conv=notrunc",
            "packed by zstd and is broken", "zstd -t", false
        ),
        ("gzip -c in > a.csv; echo more >> a.csv", "packed by gzip and is broken", "gzip -t", true),
        ("7z a -bd -tzip p big >&2; head -c -30 p.zip > a.csv", "a zip archive and ends in the middle", "again", true),
        (
            "7z a -bd -tzip p big >&2; cp p.zip a.csv; printf XXXX | dd of=a.csv bs=1 seek=40000 conv=notrunc",
            "a zip archive and is broken", "unzip -t", false
        ),
        ("7z a -bd -tzip -psecret p in >&2; cp p.zip a.csv", "a zip archive with a password", "without one", true),
        (
            "7z a -bd -tzip -psecret -mem=AES256 p in >&2; cp p.zip a.csv", "a zip archive with a password", "without",
            true
        ),
        ("mkdir d; 7z a -bd -tzip p d >&2; cp p.zip a.csv", "a zip archive without a file in it", "entry", true),
        ("7z a -bd -tzip p in big >&2; cp p.zip a.csv", "a zip archive with 2 files in it", "entry: NAME", true),
        (
            "gzip -c in | gzip > a.csv", "packed by gzip, and what is in it is wrong: the file is packed by gzip",
            "once", true
        ),
        (
            "tar c in | gzip > a.csv", "packed by gzip, and what is in it is wrong: the file is a tar archive",
            "unpack", true
        ),
    ])
    func `a packed file that is cut, broken or strange is a failure, never a short answer`(
        packing: String,
        problem: String,
        hint: String,
        isChecked: Bool
    ) async throws {
        try await withTemporaryFolder { folder in
            let rows = (0..<40_000).map { "user\(($0 &* 7919) % 99_991)@example.org,\($0 &* 104_729)" }
            try write("e,v\n" + rows.joined(separator: "\n"), to: "big", in: folder)
            try make(packing, in: folder)
            try await expect(problem, hint: hint, files(in: folder), checked: isChecked)
        }
    }

    @Test func `of an archive of several files the one that is named is read`() async throws {
        try await withTemporaryFolder { folder in
            try make("mkdir d; cp in d/people.csv; echo > notes.txt; 7z a -bd -tzip a d notes.txt", in: folder)
            #expect(try await ask(files("a.zip", in: folder, ["entry": "d/people.csv"]), "email", "a@b.c").count == 1)
            #expect(try await ask(files("a.zip", in: folder, ["entry": "*.csv"]), "email", "a@b.c").count == 1)
            for (entry, count) in [("people.csv", "none"), ("*", "2")] {
                let system = files("a.zip", in: folder, ["entry": entry, "format": "csv"])
                let told = try #require(try await failure(system, "email", "a@b.c"))
                #expect(told.message.contains("`entry` names \(count) of the files in it"))
                #expect(await findings(system).first?.hasPrefix("error entry:") == true)
            }
        }
    }

    @Test(arguments: [
        ("gzip -c bomb > a.csv", "packed by gzip"), ("zstd -qc bomb > a.csv", "packed by zstd"),
        ("7z a -bd -tzip p bomb >&2; cp p.zip a.csv", "a zip archive"),
    ])
    func `a file that grows a thousandfold is a failure`(packing: String, what: String) async throws {
        try await withTemporaryFolder { folder in
            try make("(cat in; yes x@y.z,y | head -c 40000000) > bomb; \(packing)", in: folder)
            let problem = "\(what) and grows more than 250 times"
            try await expect(problem, hint: "unpack it", files(in: folder), code: .tooLarge, checked: false)
        }
    }

    @Test func `more than the limit does not come out, and the limit can be set`() async throws {
        try await withTemporaryFolder { folder in
            let rows = (0..<120_000).map { "user\(($0 &* 7919) % 99_991)@example.org,\($0)" }
            try write("e,v\n" + rows.joined(separator: "\n"), to: "big", in: folder)
            try make("gzip -c big > a.csv", in: folder)
            let small = files(in: folder, ["unpacked_limit": "2"])
            let problem = "packed by gzip and holds more than 2 MiB"
            try await expect(problem, hint: "unpacked_limit", small, code: .tooLarge, checked: false)
            #expect(try await ask(files(in: folder, ["unpacked_limit": "20"]), "email", "user0@example.org").count == 2)
            let wrong = files(in: folder, ["unpacked_limit": "much"])
            #expect(await findings(wrong) == ["error unpacked_limit: `unpacked_limit` is no number of MiB"])
        }
    }

    @Test func `zstd that needs much memory to be unpacked is a failure`() async throws {
        try await withTemporaryFolder { folder in
            try make("head -c 200000000 /dev/zero | zstd -qc --long=30 > a.csv", in: folder)
            let problem = "packed by zstd and needs more than 32 MiB of memory"
            try await expect(problem, hint: "--long", files(in: folder), code: .tooLarge)
        }
    }
}
