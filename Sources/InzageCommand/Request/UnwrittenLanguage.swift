import CommandParts
import Policy

extension Terminal {
    /// Warns that the company's own texts are not written in the language of an answer.
    ///
    /// Nobody is refused for it: Inzage's own texts stand in every language, and the rest is the company's to decide.
    static func warn(of language: Language?, of controller: Controller) {
        guard let language, !controller.languages.contains(language) else { return }
        let own = controller.languages.map(\.rawValue).joined(separator: ", ")
        tell(
            "controller.yaml lists the languages \(own) and not \(language.rawValue): your own texts, such as purposes, "
                + "will stand in another language",
            label: "warning"
        )
        tell("add \(language.rawValue) to its languages, and inzage check tells which texts lack it", label: "hint")
    }
}
