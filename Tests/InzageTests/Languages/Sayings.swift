import ExporterKit
import Languages
import Policy
import Cases
import RegisterStore

/// One thing that a language says, and where.
struct Saying {
    var place: String
    var text: String
}

/// Everything that a language says in the overview, with marks for the values that stand in it.
struct Sayings {
    /// What stands for a value: no language has it.
    static let marks = ["Qax", "Qbx", "Qcx"]
    private static let (a, b, c) = ("Qax", "Qbx", "Qcx")

    let all: [Saying]

    init(_ words: any OverviewWords) {
        let parts = [
            Self.page, Self.category, Self.retention, Self.recipients, Self.transfers, Self.ledger, Self.rights,
            Self.table, Self.chart, Self.sheets,
        ]
        all = parts.flatMap { part in part(words).map { Saying(place: $0.0, text: $0.1 ?? "") } }
    }

    /// The texts that hold no count and are no name alone, by place.
    var byPlace: [String: String] { Dictionary(all.map { ($0.place, $0.text) }) { first, _ in first } }

    private typealias Texts = [(String, String?)]

    private static func page(_ words: any OverviewWords) -> Texts {
        let plain: Texts = [
            ("pageTitle", words.pageTitle), ("skipToContent", words.skipToContent), ("contents", words.contents),
            ("supplementNote", words.supplementNote), ("requestNumber", words.requestNumber),
            ("rightLabel", words.rightLabel), ("controllerLabel", words.controllerLabel),
            ("contactLabel", words.contactLabel), ("receivedOn", words.receivedOn), ("collectedAt", words.collectedAt),
            ("systemsSearched", words.systemsSearched), ("systemsNotSearched", words.systemsNotSearched),
            ("none", words.none), ("partly", words.partly), ("requestItself", words.requestItself),
            ("contactForMore", words.contactForMore), ("footer", words.footer), ("yes", words.truth(true)),
            ("no", words.truth(false)), ("nothingHeldConfirmation", words.nothingHeldConfirmation(controller: a)),
            ("nothingGivenConfirmation", words.nothingGivenConfirmation(controller: a)),
        ]
        let counted = [0, 1, 2].map { count in
            (
                "confirmation \(count)",
                words.confirmation(controller: a, records: 3, documents: count, categories: count, systems: count)
            )
        }
        let incomplete = [0, 1, 2].map { ("incompleteNote \($0)", words.incompleteNote($0)) }
        let rights = [Right.access, .portability].flatMap { right in
            [("right \(right)", words.right(right)), ("purposeOfPage \(right)", words.purposeOfPage(right))]
        }
        return plain + counted + incomplete + rights
    }

    private static func chart(_ words: any OverviewWords) -> Texts {
        [
            ("chartHeading", words.chartHeading), ("chartIntroduction", words.chartIntroduction),
            ("chartTable", words.chartTable), ("chartOthers", words.chartOthers(2)),
        ] + [0, 1, 2].map { ("chartDescription \($0)", words.chartDescription(total: 5, categories: $0)) }
    }

    private static func sheets(_ words: any OverviewWords) -> Texts {
        SheetColumn.allCases.map { ("sheet column \($0)", words.column($0)) }
            + [("sheetList", words.sheetList), ("tooLongForCell", words.tooLongForCell(a))]
    }

    private static func category(_ words: any OverviewWords) -> Texts {
        let labels: Texts = [
            ("categoriesHeading", words.categoriesHeading), ("fields", words.fields), ("purposes", words.purposes),
            ("legalBasis", words.legalBasis), ("retention", words.retention), ("origin", words.origin),
            ("recipients", words.recipients), ("transfers", words.transfers),
            ("automatedDecisions", words.automatedDecisions), ("portabilityLabel", words.portabilityLabel),
            ("withheldLabel", words.withheldLabel), ("remarks", words.remarks), ("dataLink", words.dataLink),
            ("csvLink", words.csvLink), ("documentsHeading", words.documentsHeading), ("fileColumn", words.fileColumn),
            ("originalName", words.originalName), ("kindOfFile", words.kindOfFile), ("sizeColumn", words.sizeColumn),
            ("addedByHand", words.addedByHand), ("emptyCell", words.emptyCell), ("tableOf", words.tableOf(a)),
            ("complete", words.complete(a)), ("shown", words.shown(2, of: 5)),
            ("shown documents", words.shown(2, ofDocuments: 5)), ("no document", words.shown(0, ofDocuments: 5)),
            ("allIn", words.allIn), ("more records", words.more(records: 33)), ("one more", words.more(records: 1)),
            ("more documents", words.more(documents: 5)), ("inFiles", words.inFiles(a)),
            ("localTimes", words.localTimes(a)),
        ]
        let sentences: Texts = [
            ("noAutomatedDecisions", words.noAutomatedDecisions), ("notRecorded", words.notRecorded(contact: a)),
            ("portable", words.portable(true)), ("not portable", words.portable(false)),
            ("portableByPromise", words.portableByPromise), ("copyIsHere", words.copyIsHere),
            ("notInPackage", words.notInPackage), ("unknownThirdParty", words.unknownThirdParty),
            ("noOtherSource", words.noOtherSource),
            ("given", words.given(by: a)), ("supplied", words.supplied(by: a)),
            ("basisIsOurReading", words.basisIsOurReading), ("processedFor", words.processedFor(a)),
        ]
        let origins = CollectionDescription.Origin.allCases.map { ("origin \($0)", words.origin($0)) }
        return labels + sentences + origins + bases(words) + remarks(words)
    }

    private static func bases(_ words: any OverviewWords) -> Texts {
        let articles = "abcdef".map { "6(1)(\($0))" } + "abcdefghij".map { "9(2)(\($0))" } + ["7(1)"]
        return articles.flatMap { [("basis \($0)", words.legalBasis($0)), ("cited \($0)", words.reference($0))] }
            + ["12(5)(b)", "13-15", "77", "1(2)(a)(i)"].map { ("cited \($0)", words.reference($0)) }
    }

    private static func remarks(_ words: any OverviewWords) -> Texts {
        let rights = ["objection_direct_marketing", "objection", "opt_out", "withdraw_consent", a]
        let remarks: [CategoryRemark] =
            [.claimedNotPersonal, .linkedToAccount, .thirdPartyData, .excludedFields([a, b]), .askElsewhereFirst(a)]
            + [.withdrawalCascade([a, b]), .media(["text", "image", "audio", "video", "location", "document", a])]
            + rights.map(CategoryRemark.stopsOn)
        return remarks.map { ("remark \($0)", words.remark($0)) }
    }

    private static func retention(_ words: any OverviewWords) -> Texts {
        let shapes: [(String?, [String], RetentionRule.Combination?)] = [
            (nil, [], nil), (a, [], nil), (nil, [b], nil), (a, [b], nil), (a, [b, c], .latest), (a, [b, c], .earliest),
            (nil, [b, c], .unspecifiedOr),
        ]
        let clauses = RetentionRule.Kind.allCases.flatMap { kind in
            shapes.enumerated().map { number, shape in
                let rule = RetentionInWords(kind: kind, period: shape.0, triggers: shape.1, combine: shape.2)
                return ("clause \(kind) \(number)", words.clause(rule) as String?)
            }
        }
        let scopes = ["cap", "backups", "expired", "consented", "legal_disputes", "legal_disputes_regular"]
        let conditions = ["application < 2018-05-01", "application >= 2018-05-02", "stays_in_touch"]
        return clauses
            + RetentionRule.Action.allCases.map { ("afterwards \($0)", words.afterwards($0)) }
            + RetentionRule.Kind.allCases.map { ("advice \($0)", words.advice($0, contact: a)) }
            + scopes.map { ("scope \($0)", words.scope(ScopedRetention(scope: $0, rule: RetentionRule(kind: .fixed)))) }
            + conditions.map { ("condition \($0)", RetentionRule.Condition($0).map { words.condition($0, event: a) }) }
            + [
                ("openChoice", words.openChoice), ("generalRetentionHeading", words.generalRetentionHeading),
                ("generalRetentionIntroduction", words.generalRetentionIntroduction),
                ("backupsNote", words.backupsNote),
            ]
    }

    private static func recipients(_ words: any OverviewWords) -> Texts {
        let plain: Texts = [
            ("noRecipients", words.noRecipients), ("ownTools", words.ownTools(a)),
            ("unnamedRecipient", words.unnamedRecipient), ("nameOnRequest", words.nameOnRequest),
            ("recipientsHeading", words.recipientsHeading),
            ("recipientsIntroduction", words.recipientsIntroduction(7)), ("notStated", words.notStated),
            ("receives", words.receives(a)), ("onBasis", words.onBasis(a)), ("onlyIf", words.onlyIf(a)),
            ("forCategories", words.forCategories(a)), ("agreement", words.agreement(true)),
            ("no agreement", words.agreement(false)), ("confidentiality", words.confidentiality(a)),
            ("own purposes none", words.ownPurposes(.none, language: "en")),
            ("own purposes some", words.ownPurposes(.some, language: "en")),
            ("own purposes", words.ownPurposes(.described(LocalizedText(a)), language: "en")),
            ("itsRetention", words.itsRetention(a)),
        ]
        return plain
            + words.recipientColumns.enumerated().map { ("recipient column \($0.offset)", $0.element) }
            + Processor.Role.allCases.map { ("role \($0)", words.role($0)) }
            + RecipientGroup.allCases.flatMap { group in
                [("heading \(group)", words.heading(group)), ("explanation \(group)", words.explanation(group))]
            }
            + [1, 2].map { ("unnamed \($0)", words.unnamed($0, contact: a)) }
    }

    private static func transfers(_ words: any OverviewWords) -> Texts {
        [
            ("noTransfers", words.noTransfers), ("allRecipients", words.allRecipients),
            ("staysInArea", words.staysInArea), ("transfer", words.transfer(to: a, isCertain: true)),
            ("possible transfer", words.transfer(to: a, isCertain: false)),
            ("transfer somewhere", words.transfer(to: nil, isCertain: true)),
            ("possible transfer somewhere", words.transfer(to: nil, isCertain: false)),
            ("one safeguard", words.safeguards([a])), ("safeguards", words.safeguards([a, b])),
            ("outdatedSafeguard", words.outdatedSafeguard),
            ("no safeguard", words.noSafeguard(afterOutdated: false)),
            ("no other safeguard", words.noSafeguard(afterOutdated: true)), ("somewhere", words.somewhere(a)),
            ("unknownPlace", words.unknownPlace(a, contact: b)), ("transferConditions", words.transferConditions(a)),
        ]
            + Safeguard.Kind.allCases.map { ("safeguard \($0)", words.safeguard($0, name: "Privacy Shield")) }
            + ["legally_required", "consent", "contract_performance"].map {
                ("transfer condition \($0)", words.transferCondition($0))
            }
    }

    private static func ledger(_ words: any OverviewWords) -> Texts {
        let outcomes: [Outcome] = [
            .records, .nothingHeld, .identifierUnsupported, .ambiguousSubject, .pendingHuman,
            .withheld(ground: .notPortable), .withheld(ground: .decided("")), .withheld(ground: .processorFor(a)),
            .withheld(ground: .decided(a)),
            .failed(code: "x", message: "x", retryable: false), .gapAccepted(reason: "x"),
        ]
        let redactions: Texts = Redaction.Ground.allCases.flatMap { ground in
            [0, 1, 2].flatMap { count -> Texts in
                let redaction = Redaction(ground: ground, field: nil, count: count)
                return [
                    ("redaction \(ground) \(count)", words.redaction(redaction, field: nil)),
                    ("redaction of a field \(ground) \(count)", words.redaction(redaction, field: a)),
                ]
            }
        }
        let counted = [0, 1, 2].flatMap { count in
            [
                ("nothingHeldHeading \(count)", words.nothingHeldHeading(count)),
                ("nothingFoundByHand \(count)", words.nothingFoundByHand(count)),
                ("records \(count)", words.count(records: count)), ("found \(count)", words.found(documents: count)),
            ]
        }
        let plain: Texts = [
            ("nothingHeldIntroduction", words.nothingHeldIntroduction), ("notSearched", words.notSearched),
            ("notSearchedShort", words.notSearchedShort), ("nothingFoundShort", words.nothingFoundShort),
            ("outcomeColumn", words.outcomeColumn), ("searchHeading", words.searchHeading),
            ("searchIntroduction", words.searchIntroduction), ("systemColumn", words.systemColumn),
            ("collectionColumn", words.collectionColumn), ("categoryColumn", words.categoryColumn),
            ("byHand", words.byHand), ("reason", words.reason(a)), ("nothingWithheld", words.nothingWithheld),
        ]
        return plain + counted + redactions
            + outcomes.map { ("outcome \($0)", words.outcome($0, records: 3)) }
    }

    private static func rights(_ words: any OverviewWords) -> Texts {
        let plain: Texts = [
            ("rightsHeading", words.rightsHeading),
            ("rightsIntroduction", words.rightsIntroduction(contact: a, period: b)),
            ("policySource", words.policySource(a)), ("givenByLaw", words.givenByLaw(controller: a, reference: b)),
            ("implied", words.partlyStated(.implied, reference: a)),
            ("partly stated", words.partlyStated(.partly, reference: a)), ("scope of a right", words.scope(a)),
            ("usingItEndsNothing", words.usingItEndsNothing), ("selfService", words.selfService(a)),
            ("until", words.until(a)), ("allDataPorted", words.allDataPorted),
            ("portedToOrganisation", words.portedToOrganisation),
            ("whenUpheld", words.whenUpheld(["send_copy_of_data", "stop_permanently"])),
            ("whenUpheld one", words.whenUpheld(["stop_permanently", "unheard of"])),
            ("whenUpheld none", words.whenUpheld(["unheard of"])),
            ("confirmedToKnownEmail", words.confirmedToKnownEmail), ("promisedPeriod", words.promisedPeriod(a)),
            ("alsoThrough", words.alsoThrough(a)), ("complaintHeading", words.complaintHeading),
            ("complaint", words.complaint(authority: a)), ("complaint anywhere", words.complaint(authority: nil)),
            ("formerAuthority", words.formerAuthority(a)), ("unnamedAuthority", words.unnamedAuthority(a)),
            ("listOfAuthorities", words.listOfAuthorities), ("complaintsFirst", words.complaintsFirst(a)),
            ("courtNote", words.courtNote), ("answerTime", words.answerTime(pace: nil, period: nil)),
            ("answerTime in a period", words.answerTime(pace: nil, period: a)),
        ]
        let paces = DeadlinePolicy.Pace.allCases.flatMap { pace in
            [
                ("pace \(pace)", words.pace(pace)),
                ("answerTime \(pace)", words.answerTime(pace: pace, period: a)),
            ]
        }
        let meanings = Right.allCases.map(words.meaning).enumerated().flatMap { number, right in
            [("name of right \(number)", right.name), ("meaning of right \(number)", right.meaning)]
        }
        return plain + paces + meanings
    }

    private static func table(_ words: any OverviewWords) -> Texts {
        [("processingTableTitle", words.processingTableTitle)]
            + ProcessingColumn.allCases.map { ("column \($0)", words.column($0)) }
    }
}
