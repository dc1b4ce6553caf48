package import DriverParts
package import ExporterKit

extension CollectionDescription {
    /// Where the kinds that a query asks by and the columns that it returns differ from `needs` and `fields`.
    package func mismatches(kinds: [String], columns: [String]) -> [Problem] {
        parameterMismatches(kinds) + columnMismatches(columns, fields.map(\.name))
    }

    /// A parameter that names no kind of identifier cannot be given a value.
    package static var namelessParameter: Problem {
        Problem(.queryFailed, "query", "a parameter has no name", fix: "name it by a kind of identifier, `:email`")
    }

    /// What is asked of a system is read and nothing else.
    package static var doesMoreThanRead: Problem {
        Problem(.queryFailed, "query", "the query does more than read", fix: "write one SELECT and nothing else")
    }

    private func parameterMismatches(_ kinds: [String]) -> [Problem] {
        kinds.filter { !needs.contains($0) }.map {
            Problem(.queryFailed, "query", "the parameter `:\($0)` is no needed kind", fix: "add `\($0)` to `needs`")
        }
            + needs.filter { !kinds.contains($0) }.map {
                Problem(
                    .queryFailed,
                    "query",
                    "the query does not ask by `\($0)`",
                    fix: "use the parameter `:\($0)`, or take `\($0)` out of `needs`"
                )
            }
    }

    private func columnMismatches(_ columns: [String], _ names: [String]) -> [Problem] {
        let doubled = Set(columns.filter { column in columns.count { $0 == column } > 1 }).sorted()
        return doubled.map {
            Problem(.queryFailed, "query", "the column `\($0)` stands twice", fix: "give each column its own label")
        }
            + columns.filter { !names.contains($0) && !doubled.contains($0) }.map {
                Problem(
                    .undeclaredField,
                    $0,
                    "the query returns the column `\($0)`, which no field names",
                    fix: "describe it under `fields`, or take it out of the query"
                )
            }
            + names.filter { !columns.contains($0) }.map {
                Problem(
                    .missingField,
                    $0,
                    "the query does not return the field `\($0)`",
                    fix: "return it from the query, or take it out of `fields`"
                )
            }
    }
}

extension QueryText {
    /// A query of a server, or what keeps it from being one that reads by needed kinds.
    package init(of collection: CollectionDescription, _ dialect: SQLDialect) throws(Problem) {
        self.init(try collection.required("query"), dialect)
        if hasNameless { throw CollectionDescription.namelessParameter }
        guard ["select", "with", "values"].contains(firstWord), !doesMore else {
            throw CollectionDescription.doesMoreThanRead
        }
    }
}
