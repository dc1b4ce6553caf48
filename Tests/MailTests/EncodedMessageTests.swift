import Foundation
import Mail
import TestSupport
import Testing

@Suite struct EncodedMessageTests {
    @Test func `a plain mail is what Python reads`() async throws {
        let mail = try await readMail(message(replyTo: "inzage@shop.example"))
        #expect(mail.from == "privacy@shop.example")
        #expect(mail.replyTo == "inzage@shop.example")
        #expect(mail.to == "kim.sam@example.org")
        #expect(mail.recipients == 1)
        #expect(mail.subject == "Uw verzoek om inzage")
        #expect(mail.messageID == "<7k2m.1@shop.example>")
        #expect(mail.date == 1_772_000_000)
        #expect(mail.autoSubmitted == "auto-generated")
        #expect(mail.body.contains("\r\n7K2M-QW3X\r\n"))
        #expect(mail.fields.contains("MIME-Version"))
        expectSound(mail)
    }

    @Test func `the same message gives the same bytes`() async throws {
        try await withTemporaryFolder { folder in
            let file = try attach(noise(100_000), in: folder)
            let first = try bytes(of: message(attachment: file))
            #expect(try bytes(of: message(attachment: file)) == first)
            #expect(try bytes(of: message(messageID: "7k2m.2@shop.example", attachment: file)) != first)
        }
    }

    @Test(arguments: [
        "Uw verzoek 👩‍👩‍👧‍👦 om inzage", "בקשת גישה \u{202E}לנתונים", "طلب الوصول", String(repeating: "é", count: 300),
        String(repeating: "long ", count: 80) + "end", "=?UTF-8?B?SGFjaw==?=", "=?utf-8?q?x?=", " leading", "trailing ",
        "  ", "",
        "a\u{301}\u{301}\u{301}", "\u{10FFFF}", "one: two; \"three\" <four@five> (six)",
        String(repeating: "x", count: 900),
    ])
    func `a subject comes back as it was (case 86)`(subject: String) async throws {
        let message = try message(subject: subject)
        let mail = try await readMail(message)
        #expect(Array(mail.subject.utf8) == Array(subject.utf8))
        expectSound(mail)
    }

    @Test(arguments: [
        "", "one line", "one line\n", "\n\n\n", "a\rb\nc\r\nd", "\r\n.\r\n..\r\n.dot", "From the beginning\nFrom here",
        "7K2M-QW3X", "F7K2-MQW3",
        "trailing space \nand tab\t\n ", String(repeating: "word ", count: 400), String(repeating: "x", count: 5000),
        String(repeating: ".", count: 300), String(repeating: "=", count: 100), String(repeating: "👩‍👩‍👧‍👦é", count: 60),
        "nul \0 bell \u{7} next\u{85}line\u{2028}", "https://shop.example/?a=1&b=2", "--=_x\r\n--=_x--\r\n",
        "Content-Type: text/html\r\n\r\n<b>",
        String(repeating: "x", count: 75) + " \n" + String(repeating: "y", count: 76),
        String(repeating: "x", count: 75) + ".From \n" + String(repeating: "x", count: 75) + "From x y",
    ])
    func `a text comes back line by line`(text: String) async throws {
        let mail = try await readMail(message(body: text))
        #expect(Array(mail.body.utf8) == normalised(text))
        expectSound(mail)
    }

    @Test(arguments: ["7K2M-QW3X", "F7K2-MQW3", "FROM-0000"])
    func `a code stands alone on its line in the raw mail`(code: String) throws {
        let raw = try bytes(of: message(body: "Your code is\n\n\(code)\n\nBye\n"))
        #expect(
            String(decoding: raw, as: UTF8.self).utf8.split(separator: 0x0A).contains {
                Array($0) == Array("\(code)\r".utf8)
            }
        )
    }

    @Test(arguments: [0, 1, 2, 3, 56, 57, 58, 113, 114, 115, 58_367, 58_368, 58_369, 116_736, 200_000])
    func `an attachment comes back byte for byte and the size was known`(count: Int) async throws {
        try await withTemporaryFolder { folder in
            let file = try attach(noise(count), in: folder)
            let message = try message(attachment: file)
            #expect(try EncodedMessage(message).size == bytes(of: message).count)
            let mail = try await readMail(message)
            let expected = ReadMail.Attachment(
                name: "7k2m.zip",
                type: "application/zip",
                size: count,
                sha256: try sha256(of: file.path)
            )
            #expect(mail.attachments == [expected])
            expectSound(mail)
        }
    }

    @Test func `a text that imitates the boundary stays text`() async throws {
        try await withTemporaryFolder { folder in
            let file = try attach(noise(1000), in: folder)
            let raw = String(decoding: try bytes(of: message(attachment: file)), as: UTF8.self)
            let boundary = try #require(raw.split(separator: "boundary=\"").last?.split(separator: "\"").first)
            let text = "--\(boundary)\r\nContent-Type: text/html\r\n\r\n<b>\r\n--\(boundary)--\r\n"
            let mail = try await readMail(message(body: text, attachment: file))
            #expect(mail.body == text)
            #expect(mail.attachments.count == 1)
        }
    }

    @Test func `a large attachment never stands in memory`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/large.zip"
            try Data().write(to: URL(fileURLWithPath: path))
            try FileHandle(forWritingTo: URL(fileURLWithPath: path)).truncate(atOffset: 300_000_000)
            let file = try Attachment(path: path, name: "large.zip", mediaType: "application/zip")
            let before = try peakMemory(afterReset: true)
            var encoded = try EncodedMessage(message(attachment: file))
            var total = 0
            while let piece = try encoded.next() {
                #expect(piece.count < 100_000)
                total += piece.count
            }
            #expect(total == encoded.size)
            #expect(total > 400_000_000)
            // AddressSanitizer keeps what was freed for a while, by design.
            let isSanitized = dlsym(nil, "__asan_init") != nil
            #expect(try isSanitized || peakMemory(afterReset: false) - before < 100_000_000)
        }
    }

    @Test func `an attachment that is missing, a folder, a link or a pipe is refused (case 71)`() async throws {
        try await withTemporaryFolder { folder in
            let real = try attach([1, 2, 3], in: folder)
            try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: real.path)
            #expect(try runTool("mkfifo", [folder + "/pipe"]).status == 0)
            for path in ["/missing", "", "/link", "/pipe"] {
                let file = try Attachment(path: folder + path, name: "a.zip", mediaType: "application/zip")
                let failure = await mailFailure { try bytes(of: message(attachment: file)) }
                #expect(failure?.code == .attachmentUnreadable)
            }
        }
    }

    @Test(arguments: [0, 10, 70_000, 99_999, 100_001, 200_000])
    func `an attachment that changes while it is read is refused`(size: UInt64) async throws {
        try await withTemporaryFolder { folder in
            let file = try attach(noise(100_000), in: folder)
            var encoded = try EncodedMessage(message(attachment: file))
            _ = try encoded.next()
            try FileHandle(forUpdating: URL(fileURLWithPath: file.path)).truncate(atOffset: size)
            let failure = #expect(throws: MailFailure.self) { while try encoded.next() != nil {} }
            #expect(failure?.code == .attachmentUnreadable)
        }
    }

    @Test func `an international address is UTF-8 where it may be and A-labels where not (case 13)`() async throws {
        let domain = try message(to: "kim@exämple.org")
        #expect(String(decoding: try bytes(of: domain), as: UTF8.self).contains("To: kim@exämple.org\r\n"))
        let plain = String(decoding: try bytes(of: domain, addresses: .domainsAsALabels), as: UTF8.self)
        #expect(plain.contains("To: kim@xn--exmple-cua.org\r\n"))
        let local = try message(to: "kïm@example.org")
        let code = await mailFailure { try bytes(of: local, addresses: .domainsAsALabels) }?.code
        #expect(code == .addressNotCarried)
    }

    @Test(arguments: [
        "kim@example\u{3002}org", "kim@example\u{FF0E}org", "kim@evil\u{FF20}x.org", "kim@a\u{2100}b.org",
        "kim@x\u{2024}org",
    ])
    func `a domain that would become another one is not carried (case 7)`(text: String) async throws {
        let message = try message(to: text)
        let code = await mailFailure { try bytes(of: message, addresses: .domainsAsALabels) }?.code
        #expect(code == .addressNotCarried)
    }

    /// What every mail of ours must be.
    private func expectSound(_ mail: ReadMail) {
        #expect(mail.defects == 0)
        #expect(mail.longestLine <= 76)
        #expect(mail.isSevenBit)
        #expect(mail.bareLineEnds == 0)
        #expect(mail.dotLines == 0)
        #expect(Set(mail.fields).count == mail.fields.count)
    }

    /// What a text is in a mail: every line ended by CR LF, written another way than in the encoder.
    private func normalised(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        var previous: UInt8 = 0x0A
        for byte in text.utf8 {
            defer { previous = byte }
            if byte == 0x0A && previous == 0x0D && !result.isEmpty { continue }
            result += byte == 0x0A || byte == 0x0D ? [0x0D, 0x0A] : [byte]
        }
        return result.isEmpty || result.last == 0x0A ? result : result + [0x0D, 0x0A]
    }

    private func peakMemory(afterReset reset: Bool) throws -> Int {
        if reset { try "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .ascii) }
        let status = try runTool("cat", ["/proc/\(ProcessInfo.processInfo.processIdentifier)/status"]).output
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
        return try #require(line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }) * 1024
    }
}
