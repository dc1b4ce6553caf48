import ExporterKit

/// A rule of retention for a category, and where it comes from.
package struct AppliedRule: Sendable, Hashable {
    package var rule: RetentionRule
    /// The scope of the general rule that it is; nil for the category's own.
    package var scope: String?

    package init(
        rule: RetentionRule,
        scope: String? = nil
    ) {
        self.rule = rule
        self.scope = scope
    }
}

extension Processing {
    /// A category's rules: its own, and the general ones about it or about its legal bases that say something else.
    package func rules(for category: Category) -> [AppliedRule] {
        let own = category.retention.map { AppliedRule(rule: $0) }
        let general = generalRetention.filter { scoped in
            (scoped.names(category) || scoped.isAboutBasis(of: category))
                && !category.retention.contains { $0.ends(as: scoped.rule) }
        }
        return own
            + general.map { scoped in
                AppliedRule(rule: scoped.rule, scope: scoped.names(category) ? nil : scoped.scope)
            }
    }

    /// The rules by which a law demands that a category is kept for a time, whatever the person asks.
    ///
    /// What is held for somebody else is kept or erased as that one decides.
    package func legalRules(of category: Category) -> [RetentionRule] {
        guard category.processorFor == nil else { return [] }
        return rules(for: category).map(\.rule).filter { $0.kind == .statutory }
    }

    /// The rules about everything, or about a part that is no category.
    package var rulesAboutTheWhole: [ScopedRetention] {
        generalRetention.filter { scoped in !categories.contains(where: scoped.names) }
    }
}

extension ScopedRetention {
    /// The article of the legal basis that it is about: `basis:b` is about 6(1)(b).
    package var basis: String? {
        let parts = scope.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1).map { String(Substring($0)) }
        guard parts.count == 2, parts[0] == "basis" else { return nil }
        return parts[1].utf8.count == 1 ? "6(1)(\(parts[1]))" : parts[1]
    }

    func isAboutBasis(of category: Category) -> Bool { basis.map(category.legalBases.contains) ?? false }

    /// Whether it names a category, by its own id or by the one that such a category has everywhere.
    package func names(_ category: Category) -> Bool {
        names(category: category.id) || category.canonical.map(names(category:)) ?? false
    }
}

extension RetentionRule {
    /// Whether it says the same about the end as a general rule, in whatever words and for whatever part.
    fileprivate func ends(as other: RetentionRule) -> Bool {
        kind == other.kind && duration == other.duration && action == other.action
            && Set(from.map(\.words)) == Set(other.from.map(\.words))
            && (other.appliesTo == nil || appliesTo == other.appliesTo)
    }
}

extension [AppliedRule] {
    /// Rules between which the policy says "or" without saying which counts stand together, all others alone.
    package var grouped: [[AppliedRule]] {
        reduce(into: []) { groups, applied in
            let isOpen = applied.rule.leavesChoiceToNeighbour
            if isOpen, let last = groups.last?.last, last.rule.leavesChoiceToNeighbour {
                groups[groups.count - 1].append(applied)
            } else {
                groups.append([applied])
            }
        }
    }
}

extension RetentionRule {
    fileprivate var leavesChoiceToNeighbour: Bool {
        combine == .unspecifiedOr && from.count < 2 && condition == nil && appliesTo == nil
    }
}

extension ScopedRetention {
    /// Whether its scope names a category, alone or in a list.
    package func names(category id: String) -> Bool {
        let parts = scope.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1)
        guard parts.count == 2, parts[0].elementsEqual("category".utf8) else { return false }
        return parts[1].split(separator: UInt8(ascii: ",")).contains { $0.elementsEqual(id.utf8) }
    }
}
