import ExporterKit
import RecordFormats

/// A field as Table Schema says it of what the files hold.
///
/// Whoever reads the package by its schema must be able to read every value: a type is claimed where all values are of
/// it, and the types that readers understand differently are said in one that all understand.
struct FieldWords {
    let language: String
    /// What parts whole and fraction in the file; nil where it is the point.
    let decimalMark: String?

    /// The field's entry in the schema.
    ///
    /// - Parameter fits: whether all its values are of the type that it says.
    func schema(of field: FieldDescription, fits: Bool = true, about context: [JSONValue.Member] = []) -> JSONValue {
        let type = fits ? Self.type(of: field) : "any"
        // Table Schema has `categories` for texts and whole numbers only.
        let isCoded = type == "string" || type == "integer"
        return .object(
            [
                .init("name", .string(field.name)), .init("type", .string(type)),
                .init("format", fits ? Self.format(of: field).map(JSONValue.string) : nil),
                .init("decimalChar", type == "number" ? decimalMark.map(JSONValue.string) : nil),
                .init("title", .string(field.title.text(in: language))),
                .init("description", field.description.map { .string($0.text(in: language)) }),
                .init(isCoded ? "categories" : "inzage:categories", .nonEmpty(labels(of: field, isCoded: isCoded))),
                .init("inzage:type", type == field.type ? nil : .string(field.type)),
                .init("inzage:money", field.money.map { .string($0.text) }),
            ] + context
        )
    }

    /// The field beside another that holds the bytes of what is no text.
    func sibling(of field: FieldDescription, among names: Set<String>) -> JSONValue {
        .object([
            .init("name", .string(JSONRecordWriter.sibling(of: field.name, among: names))), .init("type", "string"),
            .init("format", "binary"),
        ])
    }

    /// A list is written as an array, and of a shape on the map readers know no more than that it is an object.
    private static func type(of field: FieldDescription) -> String {
        switch field.type {
        case "list": "array"
        case "geojson": "object"
        case "geopoint" where field.format == "object": "object"
        default: field.type
        }
    }

    /// Days and times are written as ISO 8601 has them, whatever the source's pattern; of texts, what was looked at.
    private static func format(of field: FieldDescription) -> String? {
        switch field.type {
        case "string": field.format.flatMap(StringFormat.init)?.rawValue
        case "geopoint" where field.format == "array": field.format
        default: nil
        }
    }

    private func labels(of field: FieldDescription, isCoded: Bool) -> [JSONValue] {
        field.categories.sorted { $0.key < $1.key }.map { value, label in
            let number = isCoded && field.type == "integer" ? Int(value).map(JSONValue.number) : nil
            return .object([
                .init("value", number ?? .string(value)), .init("label", .string(label.text(in: language))),
            ])
        }
    }
}
