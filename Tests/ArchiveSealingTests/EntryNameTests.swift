import ArchiveSealing
import Testing

@Suite struct EntryNameTests {
    @Test(arguments: ["00-READ-ME.txt", "data/0001.json", "datapackage.json.p7s", "a", "a..b/c", "...", "-"])
    func `a relative path of plain letters is safe`(name: String) {
        #expect(EntryName.isSafe(name))
    }

    @Test(arguments: [
        "", ".", "..", "/abs", "../x", "a/../b", "a/..", "a/.", "./a", "a//b", "a/", "C:\\x", "..\\x", "a b", "a\0b",
        "caf\u{e9}", "..\u{301}/x", "a/\u{338}b", "cod\u{202E}fdp.exe", "a\nb", "naïve.txt", "~root", "a*",
        String(repeating: "a", count: 256),
    ])
    func `a name that could lead astray or tell something is not (case 70)`(name: String) {
        #expect(!EntryName.isSafe(name))
    }
}
