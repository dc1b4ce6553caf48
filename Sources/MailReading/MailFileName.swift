import ExporterKit

/// What the names of files and folders say of the mail in them.
enum MailFileName {
    static let new = Array("new".utf8)
    static let cur = Array("cur".utf8)
    private static let slash = UInt8(ascii: "/")

    /// The folders of a Maildir in which its own mails stand, or are still being written.
    static let ofMaildir = [new, cur, Array("tmp".utf8)]

    /// Whether a file is one mail.
    static func isMail(_ name: [UInt8]) -> Bool { ends(name, ".eml") }

    /// Whether a file is what Thunderbird keeps beside an mbox.
    static func isIndex(_ name: [UInt8]) -> Bool { ends(name, ".msf") }

    /// The part of a mail's name in a Maildir that stays when it is read or answered.
    static func unique(_ name: [UInt8]) -> ArraySlice<UInt8> { name.prefix { $0 != UInt8(ascii: ":") } }

    /// The name of an mbox without what says that it is one.
    static func withoutEnding(_ name: [UInt8]) -> [UInt8] {
        for ending in [".mbox", ".mbx", ".eml"] where ends(name, ending) && name.count > ending.utf8.count {
            return Array(name.dropLast(ending.utf8.count))
        }
        return name
    }

    /// What a folder adds to the name by which people know it: `.Sent.2025` of a Maildir is `Sent/2025`.
    static func label(of name: [UInt8], inMaildir: Bool = false) -> [UInt8] {
        let name = ends(name, ".sbd") ? Array(name.dropLast(4)) : name
        guard inMaildir, name.first == UInt8(ascii: ".") else { return [slash] + name }
        return name.map { $0 == UInt8(ascii: ".") ? slash : $0 }
    }

    private static func ends(_ name: [UInt8], _ ending: String) -> Bool {
        name.suffix(ending.utf8.count).lazy.map(asciiFolded).elementsEqual(ending.utf8)
    }
}
