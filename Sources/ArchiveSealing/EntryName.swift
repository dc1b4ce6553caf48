/// The rule for names inside an archive, which ZIP does not encrypt and which become paths when it is opened.
public enum EntryName {
    /// Whether a name is a relative path of `A-Z a-z 0-9 . _ - /` that cannot lead out of its folder (case 70).
    public static func isSafe(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        guard !bytes.isEmpty, bytes.count <= 255, bytes.allSatisfy(isAllowed) else { return false }
        return bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy(isComponent)
    }

    /// Whether a name is safe and has no folder, as the files of a spool must.
    static func isPlain(_ name: String) -> Bool {
        isSafe(name) && !name.utf8.contains(UInt8(ascii: "/"))
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: ".-_/".utf8.contains(byte)
        }
    }

    private static func isComponent(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty && !bytes.elementsEqual(".".utf8) && !bytes.elementsEqual("..".utf8)
    }
}
