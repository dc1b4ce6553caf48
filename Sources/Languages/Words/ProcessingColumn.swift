/// The columns of the table of processing; their titles are in the person's language.
package enum ProcessingColumn: String, Sendable, CaseIterable {
    case category, records, fields, purposes, legalBases, basisIsStated, retention, source, remarks
    case recipient, service, role, country, transfers, agreements
}
