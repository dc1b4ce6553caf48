import Policy

extension Language {
    /// What a test expects in this language.
    func text<Text>(nl: Text, en: Text, fr: Text, de: Text) -> Text {
        switch self {
        case .nl: nl
        case .en: en
        case .fr: fr
        case .de: de
        }
    }
}
