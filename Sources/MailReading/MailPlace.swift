import ExporterKit

/// Where one mail lies.
package struct MailPlace: Sendable {
    /// How many mails came up to it; what failures call it by.
    package let number: Int
    /// The folder as people know it.
    package let folder: [UInt8]
    /// The names of its folders and of its file, from the connection's folder on; on a server its folder and its number.
    package let names: [[UInt8]]
    /// The bytes of the file that are the mail's, where the file holds several; on a server those of the mail.
    package let piece: Range<Int>?
}

/// What holds mails.
package protocol MailStore {
    /// Visits every mail in an order that depends on the store alone, until a visit says false.
    func visit(_ body: (MailPlace) throws -> Bool) throws

    /// The header of a mail with the empty line behind it, or the whole where there is none.
    func header(of place: MailPlace) throws -> [UInt8]

    /// A mail, byte for byte as it was sent.
    func mail(at place: MailPlace) throws -> [UInt8]
}
