package import Cases
import Groundwork
import ControllerFiles

/// A company's register of processing activities on its way into `processing.yaml`.
package struct RecordImport: Sendable {
    /// The file's text, valid as it stands.
    package let yaml: String
    /// How many activities it has.
    package let activities: Int
    /// How many processors and recipients it has.
    package let recipients: Int
    /// What a person should look at, one sentence each; nothing of a cell stands in them.
    package let remarks: [String]

    /// Reads a register whose columns are settled; texts are in one language, or hold for all.
    package init(_ register: RegisterFile, columns: ColumnMatching, language: String? = nil) throws(InzageError) {
        if let language, !isLanguageCode(language) {
            throw InzageError(.usage, "\(shown(language)) is no language code", hint: "write a code such as nl or en")
        }
        let rows = RecordRows(register, columns)
        yaml = RecordYAML(rows, language: language).text
        activities = rows.activities.count
        recipients = rows.recipients.entries.count
        remarks = rows.remarks
        guard yaml.utf8.count <= YAMLFile.sizeLimit else {
            throw RegisterFile.refusal("what the register says does not fit into 1 MiB", hint: "leave rows out")
        }
    }
}
