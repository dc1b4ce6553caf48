import Foundation

/// The programs that read workbooks in this run: LibreOffice is too heavy for every one, and `make interop` has it.
public let spreadsheetReaders =
    ProcessInfo.processInfo.environment["INZAGE_INTEROP"] == nil ? ["openpyxl"] : ["openpyxl", "libreoffice"]
