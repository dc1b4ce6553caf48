import ExporterKit
import Groundwork

/// How a field's values are written: Table Schema's properties, each of the types that have it.
extension FieldSection {
    /// The properties with the types that they belong to; `missingValues` belongs to all.
    private static let properties: [(key: String, types: [FieldType])] = [
        ("missingValues", FieldType.allCases), ("trueValues", [.boolean]), ("falseValues", [.boolean]),
        ("decimalChar", [.number]), ("groupChar", [.number, .integer]), ("bareNumber", [.number, .integer]),
        ("itemType", [.list]), ("delimiter", [.list]),
    ]
    static let valueKeys = properties.map(\.key)
    private static let itemTypes: [FieldType] = [.string, .integer, .boolean, .number, .datetime, .date, .time]

    /// Reads the properties, and notes those that say nothing of the field's type.
    static func values(_ map: YAMLMapping, type: FieldType, missing: [String]?) -> ValueProperties {
        for (key, types) in properties where !types.contains(type) {
            let fit = types.map(\.rawValue).joined(separator: " or ")
            map[key]?.error("a \(type) has no \(key)", fix: "give the field the type \(fit), or leave \(key) out")
        }
        var values = ValueProperties()
        values.missingValues = map["missingValues"]?.missingValues() ?? missing
        values.trueValues = map["trueValues"]?.valueWords() ?? values.trueValues
        values.falseValues = map["falseValues"]?.valueWords() ?? values.falseValues
        if let both = values.trueValues.first(where: { word in values.falseValues.contains { isSame($0, word) } }) {
            (map["falseValues"] ?? map["trueValues"])?
                .error("\(shown(both)) is true and false", fix: "say it under one of trueValues and falseValues")
        }
        values.decimalChar = map["decimalChar"]?.mark() ?? values.decimalChar
        values.groupChar = map["groupChar"]?.mark() ?? values.groupChar
        if type == .number, isSame(values.groupChar, values.decimalChar) {
            (map["groupChar"] ?? map["decimalChar"])?
                .error("the groups and the fraction have one mark", fix: "write both decimalChar and groupChar")
        }
        values.bareNumber = map["bareNumber"]?.truth() ?? values.bareNumber
        values.itemType =
            map["itemType"]?.choice("type of an item", of: itemTypes.map(\.rawValue)).flatMap(FieldType.init)
            ?? values.itemType
        values.delimiter = map["delimiter"]?.anyText().flatMap { $0.isEmpty ? nil : $0 } ?? values.delimiter
        return values
    }

    /// Reads the format: a pattern of days and times is looked at, and one of texts must be known.
    static func format(_ map: YAMLMapping, type: FieldType) -> String? {
        guard let value = map["format"], let format = value.text() else { return nil }
        if type == .string, format != "default", StringFormat(rawValue: format) == nil {
            let known = StringFormat.allCases.map(\.rawValue).joined(separator: ", ")
            value.warning(
                "\(shown(format)) is no format of a text that can be checked",
                fix: "write one of \(known), or leave it out"
            )
        }
        do throws(DatePattern.Fault) {
            _ = try DatePattern.of(format: format, for: type)
        } catch {
            switch error {
            case .unknownDirective(let directive):
                value.error("\(shown(directive)) stands for nothing", fix: "use \(DatePattern.directives)")
            case .lacks(let part):
                value.error("the pattern of a \(type) lacks \(part)", fix: "write it, or give the field another type")
            }
        }
        return format
    }
}

extension YAMLValue {
    /// Texts that stand for no value, the empty one among them.
    func missingValues() -> [String]? {
        let words = (itemsOrOne() ?? []).compactMap { $0.anyText() }
        if words.contains("\u{85}") {
            error("a control character stands here, because YAML reads \"\\N\" so", fix: "write '\\N' in single quotes")
        }
        return words
    }

    fileprivate func valueWords() -> [String] {
        someItems(fix: "write the words that stand in the source").compactMap { $0.anyText() }
    }

    /// What stands in or between the digits of a number: one character.
    fileprivate func mark() -> String? {
        guard let text = anyText() else { return nil }
        if text.unicodeScalars.count == 1, !text.utf8.contains(where: { Byte.isDigit($0) || $0 == Byte.minus }) {
            return text
        }
        error("\(shown(text)) is not one character that may stand in a number", fix: "write one, such as \",\"")
        return nil
    }
}
