package import ExporterKit
package import RegisterStore

/// Counts the records of a collection by year while they stream; at most 201 numbers stay in memory.
///
/// A record's year is that of the first field of type `date` or `datetime` that is exported as it stands. A field about
/// a person (a birthday is when somebody was born, not when something was held), one that says since when an address is
/// known, and one that may be redacted are passed over. The value is data like any other: what does not begin as an
/// ISO 8601 day of a year from 1900 to 2100 is undated.
package struct YearCounter {
    private static let years = 1900...2100

    private let field: Int?
    /// What was counted so far.
    package private(set) var counts = YearCounts()

    /// Chooses the field that dates a collection's records.
    package init(_ collection: CollectionDescription, plan: RedactionPlan) {
        let sinces = Set(collection.fields.compactMap(\.knownSince))
        field = plan.exported.first { index in
            let field = collection.fields[index]
            return ["date", "datetime"].contains(field.type) && plan.keeps(index) && field.person == nil
                && !field.dateOfBirth && !sinces.contains(field.name)
        }
    }

    /// Counts one record, as it is exported.
    package mutating func count(_ record: RecordBuffer) {
        guard let field, record.kind(at: field) == .text, let year = Self.year(of: record.cell(at: field)),
            Self.years.contains(year)
        else { return }
        counts.add(year)
    }

    /// The year of a text that begins as `YYYY-MM-DD`.
    private static func year(of text: ArraySlice<UInt8>) -> Int? {
        let day = Array(text.prefix(10))
        guard day.count == 10, day[4] == 0x2D, day[7] == 0x2D, let year = number(day[..<4]),
            let month = number(day[5..<7]), let date = number(day[8...]), (1...12).contains(month),
            (1...31).contains(date)
        else { return nil }
        return year
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var number = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            number = number * 10 + Int(digit - 0x30)
        }
        return number
    }
}
