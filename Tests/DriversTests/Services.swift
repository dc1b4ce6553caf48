import Drivers
import ExporterKit
import Foundation
import TestSupport

/// A web service on the loopback; it ends with its value.
final class WebService: Sendable {
    /// Its address, without a slash at the end.
    let url: String
    private let log: String
    private let input: Pipe

    /// Starts the service; with a name it speaks TLS, and proves to be the host of that name.
    init(in folder: String, certifiedAs name: String? = nil) throws {
        log = folder + "/requests.log"
        input = Pipe()
        try write("", to: "requests.log", in: folder)
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = [checkout + "/Tests/DriversTests/Services/service.py", log]
        if let name {
            try OpenSSL(in: folder)(
                "req",
                "-x509",
                "-nodes",
                "-days",
                "30",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-subj",
                "/CN=test",
                "-addext",
                "subjectAltName=\(name)",
                "-keyout",
                "service.key",
                "-out",
                "service.crt"
            )
            process.arguments? += [folder + "/service.crt", folder + "/service.key"]
        }
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var line: [UInt8] = []
        while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != 0x0A { line.append(byte) }
        url = "\(name == nil ? "http" : "https")://127.0.0.1:\(String(decoding: line, as: UTF8.self))"
    }

    deinit { try? input.fileHandleForWriting.close() }

    /// The requests so far: method and address, and what was posted.
    func requests() throws -> [String] {
        try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").map { line in
            let parts = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any] ?? []
            return parts.prefix(3).compactMap { $0 as? String }.filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    /// A system that is reached here.
    func system(
        at path: String = "",
        folder: String = "/",
        timeLimit: Int = 30,
        _ settings: [String: Setting] = [:],
        _ collections: CollectionDescription...
    ) -> SystemDescription {
        SystemDescription(
            id: "sample",
            title: "Sample",
            driver: "http",
            connection: url + path,
            timeLimit: timeLimit,
            settings: settings,
            folder: folder,
            collections: collections
        )
    }

    /// A collection of numbers under an address.
    func numbers(
        _ path: String,
        timeLimit: Int = 30,
        _ settings: [String: Setting] = [:],
        _ fields: [FieldDescription] = []
    ) -> SystemDescription {
        // The query is what these paths are asked by, whether or not they look at it.
        let standard: [String: Setting] = ["path": .text(path), "query": .map(["email": .text("{email}")])]
        let fields = [field("email", matches: "email"), field("n", "integer")] + fields
        return system(timeLimit: timeLimit, [:], collection(standard.merging(settings) { $1 }, fields))
    }

    /// What the contract of a driver asks: records by an address, and documents by a number.
    var people: SystemDescription {
        let scan = FieldDescription(name: "scan", type: "string", title: "Scan", file: true)
        return system(
            [:],
            collection(
                named: "people",
                ["path": "people", "query": .map(["email": "{email}"]), "records": "data.items"],
                [
                    field("email", matches: "email"), field("id", "integer"), field("balance", "number"),
                    field("first", path: "name.first"),
                ]
            ),
            collection(
                named: "letters",
                needs: ["customer_id"],
                ["path": "letters/{customer_id}", "records": "letters"],
                [
                    field("customer", "integer", path: "^customer", matches: "customer_id"), field("n", "integer"),
                    scan, field("scan_name"),
                ]
            )
        )
    }
}

/// Opens a system with a secret, and asks its first collection for one person.
func ask(_ system: SystemDescription, secret: String, _ email: String) async throws -> Int {
    var count = 0
    let question = Question(identifiers: [Identifier(kind: "email", email)])
    try await BuiltInDrivers.named(system.driver)?.using(system, DriverContext(secret: Secret(secret))) { source in
        // Twice, so that what the session keeps is used.
        for _ in 0..<2 { try await source.read(system.collections[0], for: [question]) { _, _ in count += 1 } }
    }
    return count
}
