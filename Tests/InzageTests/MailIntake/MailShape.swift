import Foundation

/// How a provider's mails look: the trace above them, how the text is encoded, and in which parts it stands.
enum MailShape: CaseIterable {
    case gmail, outlook, apple, yahoo, gmx, thunderbird, proton, hotmail

    /// A mail in this shape.
    func mail(
        from: String = "Ada Jansen <ada@example.org>",
        subject: String,
        text: String,
        id: String,
        extra: [String] = [],
        received: String = "Mon, 15 Jun 2026 10:00:00 +0200"
    ) -> [UInt8] {
        let trace = [
            "Return-Path: <ada@example.org>",
            "Delivered-To: privacy@fietsen.example",
            "Received: from out.\(self).example (out.\(self).example [192.0.2.25])\r\n\tby mx.fietsen.example with ESMTPS id 4Bq1; \(received)",
        ]
        let head = [
            "From: \(from)", "To: privacy@fietsen.example", "Subject: \(Self.encoded(subject, self))",
            "Date: Sun, 14 Jun 2026 23:59:00 -0700", "Message-ID: <\(id)@\(self).example>", "MIME-Version: 1.0",
        ]
        let lines = trace + marks + head + extra
        return Array((lines.joined(separator: "\r\n") + "\r\n").utf8) + body(text)
    }

    /// What the provider's own servers and programs write into the header.
    private var marks: [String] {
        switch self {
        case .gmail:
            [
                "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;\r\n        d=gmail.example; s=20230601; h=to:subject; b=AbC=",
                "X-Gm-Message-State: AOJu0Yx",
                "X-Received: by 2002:a05:6402 with SMTP id k1;\r\n        Mon, 15 Jun 2026",
            ]
        case .outlook, .hotmail:
            [
                "Thread-Topic: x", "Thread-Index: Adq1", "X-MS-Has-Attach:", "X-MS-TNEF-Correlator:",
                "X-MS-Exchange-CrossTenant-OriginalArrivalTime: 15 Jun 2026 08:00:00.0000 (UTC)",
            ]
        case .apple: ["X-Mailer: iPhone Mail (21F90)"]
        case .yahoo: ["X-YMail-OSG: x", "References: <x.ref@mail.yahoo.example>"]
        case .gmx: ["X-UI-Sender-Class: 01bb95c1", "Importance: normal", "Sensitivity: Normal"]
        case .thunderbird: ["User-Agent: Mozilla Thunderbird", "Content-Language: nl"]
        case .proton: ["X-Pm-Origin: internal"]
        }
    }

    private func body(_ text: String) -> [UInt8] {
        let plain = text.replacingOccurrences(of: "\n", with: "\r\n")
        switch self {
        case .gmail:
            return Self.alternative(
                Self.part("text/plain; charset=\"UTF-8\"", "base64", Self.base64(Array(plain.utf8))),
                Self.part("text/html; charset=\"UTF-8\"", "quoted-printable", Self.quoted(Array(Self.page(text).utf8)))
            )
        case .outlook:
            return Self.alternative(
                Self.part("text/plain; charset=\"Windows-1252\"", "quoted-printable", Self.quoted(Self.western(plain))),
                Self.part(
                    "text/html; charset=\"Windows-1252\"",
                    "quoted-printable",
                    Self.quoted(Self.western(Self.page(text)))
                )
            )
        case .apple: return Self.part("text/plain; charset=utf-8", "quoted-printable", Self.quoted(Array(plain.utf8)))
        case .yahoo: return Self.part("text/html; charset=UTF-8", "base64", Self.base64(Array(Self.page(text).utf8)))
        case .gmx: return Self.part("text/plain; charset=iso-8859-1", "8bit", Self.western(plain))
        case .thunderbird: return Self.part("text/plain; charset=UTF-8; format=flowed", "8bit", Array(plain.utf8))
        case .proton: return Self.part("text/html; charset=utf-8", "base64", Self.base64(Array(Self.page(text).utf8)))
        case .hotmail:
            return Self.part(
                "text/html; charset=\"iso-8859-1\"",
                "quoted-printable",
                Self.quoted(Self.western(Self.page(text)))
            )
        }
    }

    private static func part(_ type: String, _ encoding: String, _ content: [UInt8]) -> [UInt8] {
        Array("Content-Type: \(type)\r\nContent-Transfer-Encoding: \(encoding)\r\n\r\n".utf8) + content
    }

    private static func alternative(_ parts: [UInt8]...) -> [UInt8] {
        let edge = "0000000000004f2b"
        var body = Array("Content-Type: multipart/alternative; boundary=\"\(edge)\"\r\n\r\n".utf8)
        for part in parts { body += Array("--\(edge)\r\n".utf8) + part + Array("\r\n".utf8) }
        return body + Array("--\(edge)--\r\n".utf8)
    }

    static func page(_ text: String) -> String {
        let lines = text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
            .replacingOccurrences(of: "é", with: "&eacute;").components(separatedBy: "\n\n")
        return "<html><head><style>p { color: #000; }</style></head><body><div>"
            + lines.map { "<p>\($0)</p>" }.joined() + "</div></body></html>"
    }

    /// Windows-1252 where ISO 8859-1 has the same bytes; what it has not is left out.
    private static func western(_ text: String) -> [UInt8] {
        text.unicodeScalars.compactMap { $0.value < 0x80 || (0xA0...0xFF).contains($0.value) ? UInt8($0.value) : nil }
    }

    static func base64(_ bytes: [UInt8]) -> [UInt8] {
        Array(
            Data(bytes).base64EncodedData(options: [
                .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
            ])
        )
    }

    private static func quoted(_ bytes: [UInt8]) -> [UInt8] {
        var (text, width): ([UInt8], Int) = ([], 0)
        for byte in bytes {
            if byte == 0x0A { width = 0 }
            let isPlain = (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "=") || byte == 0x0D || byte == 0x0A
            let piece = isPlain ? [byte] : Array(String(format: "=%02X", byte).utf8)
            if width + piece.count > 72 {
                text += Array("=\r\n".utf8)
                width = 0
            }
            text += piece
            width += piece.count
        }
        return text
    }

    /// A subject as encoded words where it is not ASCII, the two ways in turn.
    private static func encoded(_ subject: String, _ shape: MailShape) -> String {
        guard !subject.utf8.allSatisfy({ $0 < 0x80 }) else { return subject }
        if [.outlook, .gmx, .hotmail].contains(shape) {
            let words = western(subject).map { byte -> String in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    ? String(UnicodeScalar(byte)) : byte == 0x20 ? "_" : String(format: "=%02X", byte)
            }
            return "=?iso-8859-1?Q?\(words.joined())?="
        }
        return "=?UTF-8?B?\(Data(subject.utf8).base64EncodedString())?="
    }
}
