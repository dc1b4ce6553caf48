import Policy

/// How people ask in Dutch.
enum DutchRequests {
    static let words = RequestWords(
        common: """
            de het een en van ik u uw jullie mijn dat die te voor niet met zijn is op aan om ook als bij maar naar wil \
            graag heb hebben hebt over wordt worden kunt kunnen geachte beste groet groeten vriendelijke hierbij welke
            """,
        rights: [
            (
                .access,
                [
                    "inzage", "inzageverzoek*", "inzagerecht", "recht op inzage",
                    "kopie/afschrift ~ gegevens/persoonsgegevens",
                    "overzicht ~ gegevens/persoonsgegevens", "inzien ~ gegevens/persoonsgegevens",
                    "gegevens/persoonsgegevens ~ inzien",
                ]
            ),
            (
                .erasure,
                [
                    "verwijder* ~ gegevens/persoonsgegevens/account/profiel/data", "gegevenswissing", "vergetelheid",
                    "gegevens/persoonsgegevens/account/profiel/data ~ verwijder*/wissen/gewist/vernietig*/opheffen/wist",
                    "wis/wissen/vernietig* ~ gegevens/persoonsgegevens/account", "vergeten te worden",
                    "verwijderverzoek", "verwijdering van mijn",
                ]
            ),
            (
                .rectification,
                [
                    "rectificatie", "rectificeer*", "corrig*/verbeter*/corrigeer* ~ gegevens/adres/naam/geboortedatum",
                    "gegevens/adres/naam/achternaam/geboortedatum ~ onjuist/fout/verkeerd/aanpassen/wijzig*/corrig*/verbeter*",
                    "wijzig*/pas ~ adres/naam/geboortedatum/gegevens",
                    "onjuiste/verkeerde/foute ~ gegevens/adres/naam/geboortedatum",
                ]
            ),
            (
                .restriction,
                [
                    "beperking ~ verwerking", "beperk*/bevries* ~ verwerking/gebruik", "verwerking/gebruik ~ beperk*",
                    "recht op beperking",
                ]
            ),
            (
                .portability,
                [
                    "overdraagbaarheid", "gegevensoverdraagbaarheid", "dataportabiliteit", "portabiliteit",
                    "machineleesba*",
                    "gegevens/data ~ overdragen/overgedragen/meenemen", "overdracht van mijn gegevens",
                ]
            ),
            (
                .objectionDirectMarketing,
                [
                    "bezwaar ~ marketing/reclame/nieuwsbrief*/direct",
                    "afmeld*/uitschrijv*/schrijf ~ nieuwsbrief*/mailing*/reclame",
                    "geen ~ reclame/nieuwsbrie*/marketing/aanbiedingen",
                    "stop* ~ reclame/nieuwsbrie*/marketing/aanbiedingen",
                    "nieuwsbrief ~ afmelden/uitschrijven/stopzetten",
                ]
            ),
            (
                .objection,
                ["bezwaar ~ verwerking/gebruik/gegevens/persoonsgegevens/profil*", "recht van bezwaar", "bezwaarrecht"]
            ),
            (
                .withdrawConsent,
                [
                    "trek ~ toestemming", "toestemming ~ intrek*/ingetrokken/trek/in", "intrek* ~ toestemming",
                ]
            ),
            (
                .noAutomatedDecision,
                [
                    "geautomatiseerd* ~ besluit*/beslissing*/besluitvorming", "menselijke tussenkomst",
                ]
            ),
        ],
        asking: [
            "welke/wat ~ gegevens/persoonsgegevens/informatie/data ~ mij/me/mijn/heeft/hebben/hebt/bewaart",
            "wat/alles ~ mij ~ weten/weet/bewaar*/opgeslagen/hebt/heeft/hebben",
            "weten/weet/bewaren/hebben ~ over mij", "mijn/alle gegevens ~ toesturen/sturen/opvragen/ontvangen/krijgen",
            "stuur/opvragen/ontvang* ~ gegevens/persoonsgegevens",
        ],
        telling: ["het bestaan van", "klacht ~ indienen", "dat ik het recht heb", "geinformeerd ~ rechten"],
        forOthers: [
            "namens mijn/de/onze/cliente/client/haar/hem", "gemachtigd*", "als advocaat", "mijn client*",
            "in opdracht van",
            "voor mijn moeder/vader/zoon/dochter/kind/man/vrouw/partner",
        ]
    )
}
