import GRDB
import Cases
import Groundwork

extension Row {
    /// The word in a column as the case that it stands for.
    ///
    /// A word that is not known is never passed over: a newer edition wrote it, or somebody did.
    func word<Word: RawRepresentable<String>>(_ column: String, as type: Word.Type = Word.self) throws -> Word {
        let text: String = self[column]
        guard let word = Word(rawValue: text) else { throw Self.unknown(column) }
        return word
    }

    /// The day in a column.
    func day(_ column: String) throws -> CivilDay {
        guard let day = CivilDay(self[column] as String) else { throw Self.unknown(column) }
        return day
    }

    /// The day in a column that may be empty.
    func dayIfAny(_ column: String) throws -> CivilDay? {
        (self[column] as String?) == nil ? nil : try day(column)
    }

    static func unknown(_ column: String) -> InzageError {
        InzageError(
            .integrityBroken,
            "the register says something in `\(column)` that this edition does not know",
            hint: "use the edition of inzage that wrote it, or restore register.sqlite from a backup"
        )
    }
}
