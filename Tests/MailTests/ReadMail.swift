import Foundation
import Mail
import TestSupport
import Testing

/// What Python's parser found in a mail.
struct ReadMail: Decodable {
    struct Attachment: Decodable, Equatable {
        let name: String
        let type: String
        let size: Int
        let sha256: String
    }

    let fields: [String]
    let subject: String
    let from: String
    /// Name and address of each sender.
    let senders: [[String]]
    let to: String
    let recipients: Int
    let replyTo: String?
    let messageID: String
    let date: Double
    let autoSubmitted: String
    let body: String
    let attachments: [Attachment]
    let defects: Int
    let longestLine: Int
    let isSevenBit: Bool
    let bareLineEnds: Int
    let dotLines: Int
}

/// Has Python read a mail that lies in a file.
func readMail(at path: String) throws -> ReadMail {
    let result = try runTool("/usr/bin/python3", [fixtures + "/read_mail.py", path])
    try #require(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode(ReadMail.self, from: Data(result.output.utf8))
}

/// Has Python read a message as it travels.
func readMail(_ message: MailMessage) async throws -> ReadMail {
    try await withTemporaryFolder { folder in
        let path = folder + "/mail.eml"
        try Data(bytes(of: message)).write(to: URL(fileURLWithPath: path))
        return try readMail(at: path)
    }
}

/// All bytes of a message as it travels.
func bytes(of message: MailMessage, addresses: EncodedMessage.AddressForm = .asStored) throws -> [UInt8] {
    var encoded = try EncodedMessage(message, addresses: addresses)
    var bytes: [UInt8] = []
    while let piece = try encoded.next() { bytes += piece }
    return bytes
}

/// Where the tests' Python programs are.
let fixtures = checkout + "/Tests/MailTests/Fixtures"
