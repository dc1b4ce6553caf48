/// The types of Table Schema (Data Package v2), by which a field says what its values are.
public enum FieldType: String, Sendable, CaseIterable {
    /// The words of the standard.
    case any, array, boolean, date, datetime, duration, geojson, geopoint, integer, list, number, object, string, time,
        year, yearmonth

    /// Whether a `format` of the type may be a date pattern, such as `%d.%m.%Y`.
    public var takesPattern: Bool { self == .date || self == .datetime || self == .time }
}

/// How a field's values are written in its source, by Table Schema's properties; the defaults are the standard's.
public struct ValueProperties: Sendable, Hashable {
    /// Texts that stand for no value; nil where the field does not say: then the empty text of whatever is no text.
    public var missingValues: [String]?
    /// What a boolean says for yes.
    public var trueValues = ["true", "True", "TRUE", "1"]
    /// What a boolean says for no.
    public var falseValues = ["false", "False", "FALSE", "0"]
    /// What parts a number's whole and its fraction.
    public var decimalChar = "."
    /// What stands between a number's groups of digits; empty where nothing does.
    public var groupChar = ""
    /// Whether a number stands alone, without a currency or a per cent sign around it.
    public var bareNumber = true
    /// The type of a list's items.
    public var itemType = FieldType.string
    /// What parts a list's items.
    public var delimiter = ","

    /// The standard's defaults.
    public init() {}
}
