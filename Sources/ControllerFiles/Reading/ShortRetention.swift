import ExporterKit
import Policy
package import Groundwork

/// Warns of data that may be gone before the answer is due: its retention is shorter than the time to answer.
struct ShortRetention {
    let controller: Controller?
    let processing: ProcessingFile
    let systems: [SystemFile]

    func report() {
        guard let controller else { return }
        for category in processing.processing.categories
        where category.mayVanish(before: controller.deadline.timeToAnswer) {
            processing.places[category.id]?.warning(
                "it is kept shorter than the time to answer, so it may be gone when the answer is made",
                fix: "export such a request at once, or keep its data from deletion; `request open` names it"
            )
        }
    }
}

extension DeadlinePolicy {
    /// The time to answer, without an extension: the promise, or the law's month where that is shorter or no promise.
    package var timeToAnswer: ISOPeriod {
        let month = ISOPeriod(months: 1)
        guard let promise = base.flatMap(ISOPeriod.init), month.isLonger(than: promise) else { return month }
        return promise
    }
}

extension Category {
    /// Whether a rule may end within a period, whatever it counts from.
    ///
    /// A period that ends on the same day as the answer is due may end before it, and 30 days may end before a month.
    package func mayVanish(before period: ISOPeriod) -> Bool {
        retention.contains { rule in
            guard let kept = rule.duration.flatMap(ISOPeriod.init), rule.action != RetentionRule.Action.none else {
                return rule.kind == .session
            }
            return !kept.isLonger(than: period)
        }
    }

    /// Whether the record excludes a field from every export, by its name or by what people call it.
    func excludes(_ field: FieldDescription) -> Bool {
        let names = [field.name] + field.title.byLanguage.values
        return excludedFields.contains { excluded in
            names.contains { name in name.utf8.map(asciiFolded).elementsEqual(excluded.utf8.map(asciiFolded)) }
        }
    }
}
