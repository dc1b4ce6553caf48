import Policy

/// How people ask in English.
enum EnglishRequests {
    static let words = RequestWords(
        common: """
            the of and to i you my your that is in for it with on are this have be not as me we or would like please \
            about what which any all from dear regards under hereby by an a do does hold
            """,
        rights: [
            (
                .access,
                [
                    "access ~ data/information/records/file", "subject access", "access request", "dsar", "sar",
                    "right of access", "right to access", "copy/copies ~ data/information/records/file",
                ]
            ),
            (
                .erasure,
                [
                    "delete/erase/remove/wipe ~ data/account/information/details/profile/everything",
                    "right to be forgotten",
                    "data/account/information/details/profile ~ deleted/erased/removed/wiped", "erasure",
                    "deletion ~ data/account/information", "deletion request", "close ~ account ~ delete", "forget me",
                ]
            ),
            (
                .rectification,
                [
                    "rectif*", "correct/update/amend/change/fix ~ data/address/name/details/birth/record/spelling",
                    "incorrect/wrong/inaccurate/outdated/misspelled ~ data/address/name/details/birth/record",
                    "address/name/surname/details/birth/data/records ~ wrong/incorrect/inaccurate/misspelled/outdated",
                ]
            ),
            (
                .restriction,
                [
                    "restrict* ~ processing/use", "processing ~ restricted", "right to restriction",
                    "freeze ~ processing",
                ]
            ),
            (
                .portability,
                [
                    "portab*", "machine readable",
                    "transfer/transmit/port ~ data ~ another/provider/competitor/controller",
                ]
            ),
            (
                .objectionDirectMarketing,
                [
                    "unsubscribe", "object* ~ marketing/advertising",
                    "stop ~ marketing/newsletter*/advert*/promotion*/offers", "opt out ~ marketing/newsletter*/emails",
                    "no more ~ marketing/newsletter*/advert*/promotion*", "off ~ mailing list",
                ]
            ),
            (.objection, ["object* to ~ processing/use/profiling/data", "right to object"]),
            (.withdrawConsent, ["withdraw*/revoke/revoking ~ consent/permission", "consent ~ withdrawn/revoked"]),
            (
                .noAutomatedDecision,
                ["automated ~ decision*", "human intervention", "human ~ review/reviewed ~ decision"]
            ),
        ],
        asking: [
            "what/which ~ data/information/details ~ me/my/hold/have/keep/store/stored",
            "everything/all/anything ~ you ~ me", "know about me", "hold/have/keep/store ~ about/on me",
            "send/give/provide/want/get/receive/see ~ my/personal ~ data/information",
        ],
        telling: ["existence of", "lodge a complaint", "informed of ~ right*", "whether i have the right"],
        forOthers: [
            "on behalf of", "my client*", "as ~ solicitor/attorney/lawyer/guardian/representative", "power of attorney",
            "for my mother/father/son/daughter/child/husband/wife/partner",
        ]
    )
}
