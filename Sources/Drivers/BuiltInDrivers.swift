import ChatStores
public import ExporterKit
import FileStores
import MailStores
import MariaDBStores
import PostgreSQLStores
import ProgramStores
import SQLiteStores
import WebStores

/// The drivers there are; one more is one more file and one more line here.
public enum BuiltInDrivers {
    /// All drivers, sorted by name.
    public static let all: [any Driver] = [
        DocumentsDriver(),
        FilesDriver(),
        HTTPDriver(),
        MailboxDriver(),
        MariaDBDriver(),
        PostgreSQLDriver(),
        ProgramDriver(),
        SlackDriver(),
        SQLiteDriver(),
    ]

    /// The driver of a name, or nil if there is none.
    public static func named(_ name: String) -> (any Driver)? {
        all.first { $0.name == name }
    }
}
