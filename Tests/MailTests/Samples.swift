import Foundation
import Mail
import TestSupport

/// The person whom the attacks are about, and everybody else.
func address(_ text: String = "kim.sam@example.org") throws -> MailAddress {
    try MailAddress(parsing: text.utf8)
}

/// A mail that is fine but for what a test changes.
func message(
    from: String = "privacy@shop.example",
    fromName: String? = nil,
    replyTo: String? = nil,
    to: String = "kim.sam@example.org",
    subject: String = "Uw verzoek om inzage",
    body: String = "Geachte heer of mevrouw,\n\nUw code is\n\n7K2M-QW3X\n\nMet vriendelijke groet\n",
    messageID: String = "7k2m.1@shop.example",
    attachment: Attachment? = nil
) throws -> MailMessage {
    try MailMessage(
        from: address(from),
        fromName: fromName,
        replyTo: replyTo.map { try address($0) },
        to: address(to),
        subject: subject,
        body: body,
        messageID: messageID,
        date: Date(timeIntervalSince1970: 1_772_000_000),
        attachment: attachment
    )
}

/// Puts bytes into a file and attaches it.
func attach(_ bytes: [UInt8], in folder: String) throws -> Attachment {
    let path = folder + "/archive.bin"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return try Attachment(path: path, name: "7k2m.zip", mediaType: "application/zip")
}

/// Bytes that do not compress, the same every time.
func noise(_ count: Int) -> [UInt8] {
    var state: UInt32 = 2_463_534_242
    return (0..<count).map { _ in
        state ^= state << 13
        state ^= state >> 17
        state ^= state << 5
        return UInt8(truncatingIfNeeded: state)
    }
}

/// What Debian's tool says about the bytes of a file.
func sha256(of path: String) throws -> String {
    String(try runTool("sha256sum", [path]).output.prefix(64))
}

/// What a call failed with, or nil.
func mailFailure(_ body: () async throws -> some Any) async -> MailFailure? {
    do {
        _ = try await body()
        return nil
    } catch {
        return error as? MailFailure
    }
}
