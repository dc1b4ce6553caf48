import CPQ
import ExporterKit
import SQLParts

/// What a connection's URI says, as libpq reads it, with what is never left to chance.
struct ConnectionKeywords: Sendable {
    private(set) var values: [String: String]

    /// Reads the URI; a password in it, or a way to a server that others could listen to, is refused.
    init(of system: SystemDescription) throws {
        values = try Self.parsed(system.connection)
        guard values["password"] == nil, values["sslpassword"] == nil else {
            throw SourceFailure.passwordInConnection
        }
        guard let host = values["host"] ?? values["hostaddr"], !host.isEmpty else {
            throw SourceFailure(
                .unreachable,
                "the connection names no host",
                hint: "write postgresql://user@host:5432/db, or postgresql:///db?host=/run/postgresql"
            )
        }
        // A relative path lies in the system's folder, as everywhere in exporter.yaml.
        values["sslrootcert"] = values["sslrootcert"].map { $0.hasPrefix("/") ? $0 : "\(system.folder)/\($0)" }
        try secure()
        values["client_encoding"] = "UTF8"
        values["application_name"] = "inzage"
    }

    /// Encryption with a name that is checked for every server but the machine's own.
    private mutating func secure() throws {
        let hosts = ["host", "hostaddr"].compactMap { values[$0] }.flatMap { $0.split(separator: ",") }
        if hosts.allSatisfy({ ServerHosts.isLocal(String($0)) }) { return }
        guard (values["sslmode"] ?? "verify-full") == "verify-full" else {
            throw SourceFailure(
                .refused,
                "the connection would not check who the server is",
                hint: "say sslmode=verify-full, or leave sslmode out"
            )
        }
        values["sslmode"] = "verify-full"
        // Where Kerberos encrypts, libpq does not look at a certificate.
        values["gssencmode"] = "disable"
        values["sslrootcert"] = values["sslrootcert"] ?? ServerHosts.trustFile
    }

    private static func parsed(_ connection: String) throws -> [String: String] {
        let starts = ["postgresql://", "postgres://"]
        guard starts.contains(where: connection.hasPrefix), let options = PQconninfoParse(connection, nil) else {
            // libpq's own message would quote the URI, and somebody may have put a password into it.
            throw SourceFailure(
                .unreachable,
                "the connection is no URI of PostgreSQL",
                hint: "write postgresql://user@host:5432/db"
            )
        }
        defer { PQconninfoFree(options) }
        var values: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { values[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        return values
    }
}
