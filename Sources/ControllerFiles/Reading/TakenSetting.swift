/// A setting that the readers of the configuration take, whether or not a file has it.
package struct TakenSetting: Sendable, Hashable {
    /// What becomes of a setting.
    package enum Fate: Sendable {
        /// Something reads it and acts on it.
        case actedOn
        /// It is kept as what the policy says, and `inzage check` says that nothing acts on it.
        case statement
        /// It is a remark for colleagues.
        case remark
    }

    /// The file, relative to the controller's folder.
    package let file: String
    /// The dotted path within the file, as a finding has it.
    package let path: String
    package let fate: Fate
}
