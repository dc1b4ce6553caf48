import Foundation

/// A timestamp authority of the test's own: `openssl ts` behind a small HTTP server on the loopback.
public final class TimestampServer {
    /// Where it answers.
    public let url: String
    private let process: Process

    /// Makes an authority's key and certificate, `tsa.key` and `tsa.crt`, in the folder and starts the server.
    ///
    /// - Parameter answer: `right`, `other` (about another query), `refused`, `garbage` or `silence`.
    public init(in openssl: OpenSSL, answer: String = "right") throws {
        try openssl.make("tsa", .ec, usage: "digitalSignature", purpose: "critical,timeStamping")
        try openssl.write(Array(Self.configuration.utf8), to: "tsa.cnf")
        try openssl.write(Array("01\n".utf8), to: "tsa-serial")
        process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = ["-c", Self.script, answer]
        process.currentDirectoryURL = URL(fileURLWithPath: openssl.folder)
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        var line: [UInt8] = []
        while let byte = try pipe.fileHandleForReading.read(upToCount: 1)?.first, byte != 0x0A { line.append(byte) }
        url = "http://127.0.0.1:\(String(decoding: line, as: UTF8.self))/tsr"
    }

    /// Ends the server.
    public func stop() {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    private static let configuration = """
        [tsa]
        default_tsa = here
        [here]
        serial = tsa-serial
        signer_digest = sha256
        default_policy = 1.2.3.4.1
        digests = sha256
        ess_cert_id_alg = sha256

        """

    private static let script = """
        import http.server, subprocess, sys
        class Authority(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                query = self.rfile.read(int(self.headers["Content-Length"]))
                if sys.argv[1] == "silence":
                    return
                if sys.argv[1] == "other":
                    query = subprocess.run(["openssl", "ts", "-query", "-digest", "00" * 32, "-sha256", "-cert"],
                                           capture_output=True, check=True).stdout
                with open("query.tsq", "wb") as file:
                    file.write(query)
                answer = subprocess.run(
                    ["openssl", "ts", "-reply", "-config", "tsa.cnf", "-section", "here", "-queryfile", "query.tsq",
                     "-inkey", "tsa.key", "-signer", "tsa.crt"], capture_output=True).stdout
                if sys.argv[1] == "garbage":
                    answer = b"hello"
                self.send_response(503 if sys.argv[1] == "refused" else 200)
                self.send_header("Content-Type", "application/timestamp-reply")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)
            def log_message(self, *ignored):
                pass
        server = http.server.HTTPServer(("127.0.0.1", 0), Authority)
        print(server.server_port, flush=True)
        server.serve_forever()
        """
}
