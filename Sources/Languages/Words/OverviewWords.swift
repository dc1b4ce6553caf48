package import ExporterKit
package import Policy
package import Cases
package import Foundation
import Groundwork

/// Everything that the overview says in a language, so that no template holds a sentence of its own.
package protocol OverviewWords: PageWords, CategoryWords, RetentionWords, RecipientWords, TransferWords, LedgerWords,
    RightsWords, TableWords, ChartWords, SheetWords
{
    var language: Language { get }
    /// What parts a label and what it labels.
    var colon: String { get }
    /// What parts items that may have commas.
    var semicolon: String { get }
    func truth(_ value: Bool) -> String
}

/// What the page says around its sections.
package protocol PageWords: Sendable {
    var pageTitle: String { get }
    var skipToContent: String { get }
    var contents: String { get }
    func confirmation(controller: String, records: Int, documents: Int, categories: Int, systems: Int) -> String
    func nothingHeldConfirmation(controller: String) -> String
    /// Where no data is in the answer, and yet it may not be said that none is held.
    func nothingGivenConfirmation(controller: String) -> String
    func purposeOfPage(_ right: Right) -> String
    var supplementNote: String { get }
    func incompleteNote(_ sources: Int) -> String
    var requestNumber: String { get }
    var rightLabel: String { get }
    func right(_ right: Right) -> String
    var controllerLabel: String { get }
    var contactLabel: String { get }
    var receivedOn: String { get }
    var collectedAt: String { get }
    var systemsSearched: String { get }
    var systemsNotSearched: String { get }
    var none: String { get }
    var partly: String { get }
    var requestItself: String { get }
    var contactForMore: String { get }
    var footer: String { get }
}

/// What is said of a category, and of its records and documents.
package protocol CategoryWords: Sendable {
    var categoriesHeading: String { get }
    func count(records: Int) -> String
    func count(documents: Int) -> String
    var fields: String { get }
    var purposes: String { get }
    var legalBasis: String { get }
    var retention: String { get }
    var origin: String { get }
    var recipients: String { get }
    var transfers: String { get }
    var automatedDecisions: String { get }
    var portabilityLabel: String { get }
    var withheldLabel: String { get }
    var remarks: String { get }
    var noAutomatedDecisions: String { get }
    func notRecorded(contact: String) -> String
    func portable(_ isPortable: Bool) -> String
    var portableByPromise: String { get }
    var copyIsHere: String { get }
    var notInPackage: String { get }
    func origin(_ origin: CollectionDescription.Origin) -> String
    var unknownThirdParty: String { get }
    func given(by source: String) -> String
    func supplied(by names: String) -> String
    /// For a category of which nothing is held and whose record names no source.
    var noOtherSource: String { get }
    func legalBasis(_ article: String) -> String?
    /// How the language cites an article of the regulation, which is written as `6(1)(b)`.
    func reference(_ article: String) -> String
    var basisIsOurReading: String { get }
    func processedFor(_ customer: String) -> String
    /// What else is true of a category, a sentence each.
    func remark(_ remark: CategoryRemark) -> String

    func shown(_ shown: Int, of all: Int) -> String
    /// How many documents are shown of how many, and where all of them are.
    func shown(_ shown: Int, ofDocuments all: Int) -> String
    /// Comes before the name of the file that has all records.
    var allIn: String { get }
    func more(records: Int) -> String
    func more(documents: Int) -> String
    /// What is true of a value in the files, and not of how the page writes it.
    func inFiles(_ meaning: String) -> String
    /// In whose time the page tells times.
    func localTimes(_ place: String) -> String
    func complete(_ name: String) -> String
    var dataLink: String { get }
    var csvLink: String { get }
    var documentsHeading: String { get }
    /// Beside a document in whose place a redacted version stands.
    var redactedVersion: String { get }
    var fileColumn: String { get }
    var originalName: String { get }
    var kindOfFile: String { get }
    var sizeColumn: String { get }
    var addedByHand: String { get }
    var emptyCell: String { get }
    func tableOf(_ title: String) -> String
}

/// What is said of the search and of what came of it.
package protocol LedgerWords: Sendable {
    func nothingHeldHeading(_ categories: Int) -> String
    var nothingHeldIntroduction: String { get }
    var notSearched: String { get }
    var notSearchedShort: String { get }
    var nothingFoundShort: String { get }
    var outcomeColumn: String { get }
    var searchHeading: String { get }
    var searchIntroduction: String { get }
    var systemColumn: String { get }
    var collectionColumn: String { get }
    var categoryColumn: String { get }
    var byHand: String { get }
    func outcome(_ outcome: Outcome, records: Int) -> String
    func found(documents: Int) -> String
    func nothingFoundByHand(_ categories: Int) -> String
    func reason(_ reason: String) -> String
    func redaction(_ redaction: Redaction, field: String?) -> String
    var nothingWithheld: String { get }
}

// What the language's vocabulary says, and what most languages write.
extension OverviewWords {
    package var colon: String { ": " }
    package var semicolon: String { "; " }
    private var vocabulary: any Vocabulary { language.vocabulary }
    /// A number with its digits in groups, as the language parts them.
    package func number(_ number: Int) -> String { vocabulary.number(number) }
    package var decimalMark: String { vocabulary.decimalMark }
    package var and: String { vocabulary.and }
    package var or: String { vocabulary.or }
    /// A country by its code; what is no known code stays as it is.
    package func country(_ code: String) -> String { Countries.name(code, in: language) }
    /// How many there are of something, in the number that the language has for it.
    package func plural(_ count: Int, _ one: String, _ many: String) -> String { vocabulary.plural(count, one, many) }
    /// Items in a row, the last after a word such as "and".
    package func enumeration(_ items: [String], _ conjunction: String) -> String {
        vocabulary.enumeration(items, conjunction)
    }
    /// How the language cites an article of the regulation, which is written as `6(1)(b)`.
    package func reference(_ article: String) -> String { vocabulary.citation([article]) }

    /// A day in words; what is no day stays as it is.
    package func day(_ day: String) -> String {
        let parts = day.split(separator: "-").map { Int($0) }
        guard day.utf8.count == 10, parts.count == 3, let year = parts[0], let month = parts[1], let date = parts[2],
            (1...12).contains(month)
        else { return day }
        return vocabulary.date(date, vocabulary.months[month - 1], year)
    }

    /// A moment to the minute, in a zone where it names its own; what is no moment stays as it is.
    package func moment(_ moment: String, in zone: TimeZone) -> String {
        if let zoned = ZonedMoment(moment) {
            let (date, time) = zoned.clock(in: zone)
            return "\(day(date.description)), \(time)"
        }
        let bytes = Array(moment.utf8)
        let isMoment =
            bytes.count >= 16 && (bytes[10] == 0x54 || bytes[10] == 0x20) && bytes[13] == 0x3A
            && bytes.allSatisfy { $0 < 0x80 }
        guard isMoment else { return day(moment) }
        let text = String(decoding: bytes[..<10], as: UTF8.self)
        let time = String(decoding: bytes[11..<16], as: UTF8.self)
        let zone = bytes[16...].drop { $0 == 0x3A || $0 == 0x2E || (0x30...0x39).contains($0) }
        let zoneName = String(decoding: zone, as: UTF8.self)
        return "\(day(text)), \(time)" + (zoneName.isEmpty ? "" : " \(zoneName)")
    }

    /// An amount of money; nil where the value is no plain number.
    package func amount(_ value: String, of money: Money) -> String? {
        guard let amount = DecimalAmount(value, money) else { return nil }
        return vocabulary.money(amount)
    }

    /// An ISO 8601 duration in words; what is no duration stays as it is.
    package func period(_ duration: String) -> String {
        ISOPeriod(duration).map { vocabulary.period($0) } ?? duration
    }

    /// A file's size, rounded up to what people read.
    package func size(_ bytes: UInt64) -> String {
        let names = vocabulary.sizeUnits
        let units = zip([1_000_000_000 as UInt64, 1_000_000, 1_000], names.dropFirst().reversed())
        guard let (unit, name) = units.first(where: { bytes >= $0.0 }) else { return "\(bytes) \(names[0])" }
        return "\(number(Int(clamping: (bytes + unit - 1) / unit))) \(name)"
    }

    /// A sentence that begins with a capital, for words that also stand within one.
    package func capitalised(_ text: String) -> String { beginningWithCapital(text) }

    /// A word of the record such as `legal_disputes`, as people read it.
    func spaced(_ word: String) -> String {
        String(decoding: word.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }

    /// A text of the controller's as a sentence of the page: with a capital and a full stop.
    package func sentence(_ text: String) -> String { ended(capitalised(text)) }

    /// A text with a full stop, unless it ends already.
    package func ended(_ text: String) -> String {
        let ends: Set<UInt8> = [0x2E, 0x21, 0x3F]
        guard let last = text.utf8.last, !ends.contains(last) else { return text }
        return text + "."
    }
}

/// A text whose first letter is a capital.
package func beginningWithCapital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
