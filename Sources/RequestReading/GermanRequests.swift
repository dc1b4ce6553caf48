import Policy

/// How people ask in German.
enum GermanRequests {
    static let words = RequestWords(
        common: """
            der die das und ich sie ihr ihre ihnen mein meine meiner meinen mir mich ist zu den von mit fur fuer auf \
            nicht ein eine einer dass im in bei bitte uber ueber sehr geehrte damen herren mit freundlichen grussen \
            gruessen hiermit nach wie welche als auch wird werden haben gemass gemaess hallo
            """,
        rights: [
            (
                .access,
                [
                    "auskunft", "auskunftsersuchen", "auskunftsanfrage", "auskunftsantrag", "auskunftsrecht",
                    "auskunftsverlangen", "auskunftsbegehren", "selbstauskunft", "datenauskunft", "kopie ~ daten",
                    "datenkopie", "einsicht ~ daten",
                ]
            ),
            (
                .erasure,
                [
                    "losch*/loesch*/entfern* ~ daten/konto/account/profil/kundenkonto/benutzerkonto",
                    "daten/konto/account/profil/kundenkonto/benutzerkonto ~ losch*/loesch*/gelosch*/geloesch*/entfern*",
                    "vergessenwerden", "vergessen zu werden", "recht auf loschung/loeschung", "loschantrag",
                    "loeschantrag", "loschung/loeschung ~ daten", "loschbegehren",
                ]
            ),
            (
                .rectification,
                [
                    "berichtig*",
                    "korrigier*/korrektur/andern/aendern/andert/aktualisier* ~ daten/adresse/anschrift/name*/geburtsdatum",
                    "daten/adresse/anschrift/name/nachname/geburtsdatum ~ falsch*/unrichtig*/fehlerhaft*/korrigier*/andern/aendern/veraltet",
                    "falsch*/unrichtig* ~ daten/adresse/anschrift/name*/geburtsdatum",
                ]
            ),
            (
                .restriction,
                [
                    "einschrank*/einschraenk* ~ verarbeitung",
                    "verarbeitung ~ einschrank*/einzuschrank*/einschraenk*/einzuschraenk*",
                    "sperr* ~ daten",
                ]
            ),
            (
                .portability,
                [
                    "datenubertragbarkeit", "datenuebertragbarkeit", "ubertragbarkeit", "datenportabilitat",
                    "maschinenlesba*", "ubertrag*/uebertrag* ~ daten ~ anderen/anbieter",
                ]
            ),
            (
                .objectionDirectMarketing,
                [
                    "widersp* ~ werbung/werbezweck*/direktwerbung/marketing/werblich*", "keine ~ werbung/newsletter",
                    "newsletter ~ abbestell*/abmeld*/kundig*", "abbestell*/abmeld* ~ newsletter/werbung",
                    "werbewiderspruch",
                ]
            ),
            (
                .objection,
                ["widersp* ~ verarbeitung/nutzung/daten/profiling", "widerspruchsrecht", "recht auf widerspruch"]
            ),
            (.withdrawConsent, ["widerruf* ~ einwilligung/zustimmung", "einwilligung/zustimmung ~ widerruf*/zuruck*"]),
            (
                .noAutomatedDecision,
                ["automatisiert* ~ entscheidung*", "menschliche* eingreifen", "eingreifen einer person"]
            ),
        ],
        asking: [
            "welche/was ~ daten/informationen ~ mir/mich/gespeichert/speichern/haben/verarbeiten",
            "alles ~ mich ~ wissen/gespeichert/haben", "wissen ~ mich", "was ~ mich/mir ~ gespeichert/wissen",
            "schicken/senden/erhalten/zusenden ~ daten", "meine daten ~ schicken/senden/erhalten/zusenden/haben",
        ],
        telling: ["bestehen eines", "das bestehen", "beschwerderecht*", "beschwerde ~ einzureichen"],
        forOthers: [
            "im namen", "namens und", "im auftrag", "mein* mandant*", "als ~ rechtsanwalt", "bevollmachtigt*",
            "vollmacht",
            "fur/fuer meine/meinen/mein mutter/vater/sohn/tochter/kind/mann/frau/partner",
        ]
    )
}
