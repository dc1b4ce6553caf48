import ExporterKit
package import Policy

extension CollectionLook {
    /// What deserves a look, or must be mended.
    package var findings: [Finding] {
        if let failure { return [finding(.error, "", failure, fix: "mend the source, and check again")] }
        return emptiness + missed + passedOver + unfit + withoutAddress
    }

    private var emptiness: [Finding] {
        guard isEmpty else { return [] }
        return [
            finding(
                .error,
                "",
                "it holds no record of anybody, so that it will find nothing says nothing",
                fix: "see whether the job that fills it failed; where it may be empty, say may_be_empty: true"
            )
        ]
    }

    private var missed: [Finding] {
        AskedAgain.Way.allCases.compactMap { way in
            guard let count = askedAgain.missed[way.rawValue] else { return nil }
            return finding(
                .error,
                "",
                "\(count) of \(askedAgain.asked) identifiers that it holds are not found when they are asked for "
                    + way.rawValue,
                fix: way == .asHeld
                    ? "compare as the check of the answer does, lower(trim(mail)) = lower(:email); cells with a name "
                        + "or several addresses need a column of bare ones"
                    : "let it compare without regard to capitals: lower(mail) = lower(:email)"
            )
        }
    }

    private var passedOver: [Finding] {
        guard askedAgain.passedOver > 0 else { return [] }
        return [
            finding(
                .warning,
                "",
                "\(askedAgain.passedOver) of \(askedAgain.asked) identifiers that its table holds are found in no way, "
                    + "while others that are written alike are: its query has conditions that pass over their records",
                fix: "see that nobody whose data is still held is passed over, such as who was deleted or is inactive"
            )
        ]
    }

    private var unfit: [Finding] {
        misfits.map { misfit in
            finding(
                .warning,
                misfit.field,
                "\(misfit.count) of \(rows) values are not of the type or format that the field says (\(misfit.type))",
                fix: "say how they are written (missingValues, decimalChar, trueValues, format), or another type"
            )
        }
    }

    private var withoutAddress: [Finding] {
        addresses.filter { $0.none > 0 }.map { address in
            finding(
                .warning,
                address.field,
                "in \(address.none) of \(rows) records no address stands here, and nobody is found by them",
                fix: "see what stands there; where it is no address, take the mark off the field"
            )
        }
    }

    private func finding(_ severity: Finding.Severity, _ field: String, _ problem: String, fix: String) -> Finding {
        Finding(
            severity: severity,
            file: SystemDescription.file(of: system),
            line: nil,
            field: "collections.\(collection)" + (field.isEmpty ? "" : ".\(field)"),
            problem: problem,
            fix: fix
        )
    }
}
