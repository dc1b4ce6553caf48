import ExporterKit
import Foundation
import SQLParts

/// What is wrong with a system, found without reading anybody's data.
extension MariaDBStore {
    /// MariaDB has no transaction that a query could break by not being one.
    func apart<Result>(_ body: () throws -> Result) throws -> Result { try body() }

    /// What it can do beside reading is seen in its text: there is no cursor to try it out with.
    func tryOut(_ query: MariaDBQuery) throws {}

    /// Columns whose collation takes what is written otherwise for equal, unless the query says how it compares.
    func lookAlikes(_ query: MariaDBQuery) throws -> [DriverFinding] {
        let collection = query.collection
        let written = String(decoding: (collection.settings["query"]?.text ?? "").utf8.map(asciiFolded), as: UTF8.self)
        guard !["_bin", "binary"].contains(where: written.contains) else { return [] }
        let carrying = Set(collection.needs.flatMap(collection.fieldsCarrying)).sorted()
        return try carrying.compactMap { field in
            guard let origin = query.origin(ofField: field), query.collation(ofField: field) != nil,
                let name = try collation(of: origin), !name.hasSuffix("_bin")
            else { return nil }
            let label = collection.fields[field].name
            return DriverFinding(
                collection: collection.id,
                field: label,
                problem: "`\(label)` is compared by \(name), which takes values for equal that are written otherwise",
                fix:
                    "add `AND BINARY lower(\(label)) = lower(:kind)`, or for a number or code `AND BINARY \(label) = :kind`",
                isError: false
            )
        }
    }

    /// The name of a column's collation, as the table says it; the result says only that of the connection.
    private func collation(of origin: ColumnOrigin) throws -> String? {
        try connection { try $0.texts("SHOW FULL COLUMNS FROM \(origin.table)") }
            .first { "`\(($0[0] ?? "").replacing("`", with: "``"))`" == origin.column }?[2]
    }

    /// Whether what the account was granted is more than reading.
    ///
    /// Grants by a role are not seen.
    func mayWrite() throws -> Bool {
        let reading: Set<String> = ["USAGE", "SELECT", "SHOW VIEW", "SHOW DATABASES", "EXECUTE", "PROCESS"]
        return try connection { try $0.texts("SHOW GRANTS") }.contains { row in
            guard let words = row.first??.dropFirst("GRANT ".count), let end = words.range(of: " ON ") else {
                return false
            }
            return !Self.privileges(words[..<end.lowerBound]).allSatisfy(reading.contains)
        }
    }

    /// What is granted, without the columns for which it is.
    private static func privileges(_ words: Substring) -> [String] {
        var depth = 0
        let whole = words.utf8.filter { byte in
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            return depth == 0 && byte != UInt8(ascii: ")")
        }
        return whole.split(separator: Byte.comma).map {
            String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespaces)
        }
    }
}
