import ExporterKit

extension YAMLMapping {
    /// The driver's settings that stand here; nil where one is wrong or missing.
    func settings(_ described: [SettingDescription]) -> [String: Setting]? {
        var settings: [String: Setting] = [:]
        var isWhole = true
        for description in described.sorted(by: { $0.key < $1.key }) {
            let (key, isRequired) = (description.key, description.isRequired)
            let value = isRequired ? required(key, fix: "the driver needs it: \(description.sentence)") : self[key]
            settings[key] = value?.setting(description.kind)
            if settings[key] == nil, isRequired || value != nil { isWhole = false }
        }
        return isWhole ? settings : nil
    }
}

extension YAMLValue {
    fileprivate func setting(_ kind: SettingDescription.Kind) -> Setting? {
        switch kind {
        case .text, .path:
            // One text may stand in a list of one.
            if isList, let items = items() {
                if items.count == 1 { return items[0].setting(kind) }
                return kind == .path ? list(items.map { $0.setting(.path) }) : nil
            }
            // A tabulator alone is a good delimiter, so white space is taken.
            return (kind == .path ? pathInFolder() : anyText()).map(Setting.text)
        case .list:
            return list((itemsOrOne() ?? []).map { $0.setting(.text) })
        case .any:
            if isMap, let entries = entries() {
                let pairs = entries.compactMap { key, value in value.setting(.any).map { (key, $0) } }
                return pairs.count == entries.count ? .map(Dictionary(pairs) { first, _ in first }) : nil
            }
            if isList, let items = items() { return list(items.map { $0.setting(.any) }) }
            return anyText().map(Setting.text)
        }
    }

    private func list(_ settings: [Setting?]) -> Setting? {
        let whole = settings.compactMap(\.self)
        return whole.count == settings.count ? .list(whole) : nil
    }
}
