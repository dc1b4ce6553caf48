import Foundation
import Mail
import Testing

@Suite struct MailMessageTests {
    @Test(arguments: [
        "Hello\r\nBcc: eve@evil.example", "Hello\nBcc: eve@evil.example", "Hello\rBcc: eve@evil.example", "Hello\r\n",
        "\r\n\r\n<script>", "nul\0", "tab\t", "next\u{85}line", "line\u{2028}separator", "paragraph\u{2029}separator",
        "\u{600}\r\nBcc: x@y.z", "bell\u{7}", "escape\u{1B}[2J",
    ])
    func `a subject with a line break is refused (case 86)`(subject: String) async {
        let failure = await mailFailure { try message(subject: subject) }
        #expect(failure?.code == .invalidMessage)
        #expect(failure?.retryable == false)
        #expect(failure.map { "\($0)" }?.contains("evil") == false)
    }

    @Test func `a subject without end is refused`() async {
        let code = await mailFailure { try message(subject: String(repeating: "x", count: 2001)) }?.code
        #expect(code == .invalidMessage)
    }

    @Test(arguments: [
        "", "7k2m", "@shop.example", "7k2m@", "../7k2m@shop.example", ".7k2m@shop.example", "a/b@shop.example",
        "7k2m@shop.example\r\nBcc: x@y.z", "7k 2m@shop.example", "<7k2m@shop.example>", "7k2m@shop@example",
        "7k2m@shöp.example",
        "7k2m\0@shop.example", "a..\u{301}/b@shop.example",
    ])
    func `a message id that is no plain name is refused (cases 70, 86)`(id: String) async {
        let code = await mailFailure { try message(messageID: id) }?.code
        #expect(code == .invalidMessage)
    }

    @Test(arguments: [
        "", "a\"b.zip", "a\r\nb.zip", "../a.zip", "a/b.zip", ".zip", "ä.zip", "a b.zip", "a;b.zip",
        "cod\u{202E}fdp.exe",
    ])
    func `an attachment's name that is not plain is refused (cases 70, 86)`(name: String) async {
        let code = await mailFailure { try Attachment(path: "/dev/null", name: name, mediaType: "application/zip") }?
            .code
        #expect(code == .invalidMessage)
    }

    @Test(arguments: [
        "", "zip", "application/", "/zip", "application/zip\r\nX: y", "application/zip; x=y", "a/b/c", "a /b",
    ])
    func `an attachment's type that is no type is refused (case 86)`(type: String) async {
        let code = await mailFailure { try Attachment(path: "/dev/null", name: "a.zip", mediaType: type) }?.code
        #expect(code == .invalidMessage)
    }

    @Test func `a mail prints its id and nothing else (case 102)`() throws {
        let message = try message(to: "canary@example.org", subject: "canary", body: "canary")
        var dumped = ""
        dump(message, to: &dumped)
        for text in ["\(message)", String(reflecting: message), "\([message])", dumped] {
            #expect(!text.contains("canary"))
        }
        #expect("\(message)".contains("7k2m.1@shop.example"))
        #expect(message.name == "7k2m.1")
    }
}
