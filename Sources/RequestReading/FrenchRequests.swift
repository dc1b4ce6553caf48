import Policy

/// How people ask in French.
enum FrenchRequests {
    static let words = RequestWords(
        common: """
            le la les de des du un une et je vous votre vos mes mon ma que qui pour dans est sur par au aux avec pas \
            ne ce cette ces sont madame monsieur bonjour cordialement veuillez souhaite vouloir merci conformement \
            concernant detenez toutes me d l j
            """,
        rights: [
            (
                .access,
                [
                    "droit d acces", "acces ~ donnees", "demande d acces", "acceder ~ donnees", "copie ~ donnees",
                    "communiquer ~ donnees", "communication ~ donnees",
                ]
            ),
            (
                .erasure,
                [
                    "effac*/supprim*/suppression ~ donnees/compte/informations/profil", "droit a l oubli",
                    "droit a l effacement", "droit d effacement", "demande d effacement",
                    "donnees/compte ~ effac*/supprim*",
                ]
            ),
            (
                .rectification,
                [
                    "rectif*", "corrig*/modifier/modifiez/changer ~ donnees/adresse/nom/naissance/coordonnees",
                    "donnees/adresse/nom/naissance ~ inexact*/erron*/incorrect*/faux/fausse/corrig*",
                ]
            ),
            (.restriction, ["limit* ~ traitement", "droit a la limitation", "gel* ~ donnees"]),
            (
                .portability,
                ["portabilite", "lisible par machine", "transmettre/transferer ~ donnees ~ autre"]
            ),
            (
                .objectionDirectMarketing,
                [
                    "oppos* ~ prospection/publicit*/marketing/commercial*", "desinscri*", "desabonn*",
                    "plus ~ recevoir ~ publicit*/newsletter*/offres/prospection/marketing",
                    "arret* ~ publicit*/newsletter*/prospection",
                ]
            ),
            (.objection, ["oppos* ~ traitement/utilisation/profilage/donnees", "droit d opposition"]),
            (.withdrawConsent, ["retir*/revoqu*/retrait ~ consentement", "consentement ~ retir*/revoqu*"]),
            (.noAutomatedDecision, ["decision* ~ automatise*", "intervention humaine"]),
        ],
        asking: [
            "quelles/quelle/quels ~ donnees/informations ~ moi/me/detenez/avez/conservez/concernant/mon",
            "tout ~ vous ~ moi", "savez ~ moi", "savoir ~ donnees/informations ~ moi",
            "envoyer/recevoir/obtenir/transmettre ~ mes/donnees ~ donnees/personnelles",
        ],
        telling: ["existence du droit", "existence d un", "introduire une reclamation", "informe* ~ droits"],
        forOthers: [
            "au nom de", "pour le compte de", "mon client", "ma cliente", "en qualite d avocat", "mandat*",
            "pour ma/mon mere/pere/fils/fille/enfant/mari/femme/epouse/conjoint",
        ]
    )
}
