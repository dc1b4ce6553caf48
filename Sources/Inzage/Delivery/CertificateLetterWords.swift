/// The sentences of ``CertificateLetter`` in one language; one that nobody wrote yet is answered in English.
struct CertificateLetterWords {
    private let language: String

    init(_ language: Language) { self.language = language.rawValue }

    private func text(nl: String, en: String, fr: String, de: String) -> String {
        switch language {
        case "nl": nl
        case "fr": fr
        case "de": de
        default: en
        }
    }

    var greeting: String { text(nl: "Goedendag,", en: "Hello,", fr: "Bonjour,", de: "Guten Tag,") }

    var farewell: String {
        text(nl: "Met vriendelijke groet,", en: "Kind regards,", fr: "Cordialement,", de: "Mit freundlichen Grüßen")
    }

    func personSubject(_ id: String) -> String {
        text(
            nl: "Antwoord op verzoek \(id)",
            en: "The answer to request \(id)",
            fr: "Réponse à la demande \(id)",
            de: "Antwort auf Anfrage \(id)"
        )
    }

    func organisationSubject(_ id: String) -> String {
        text(
            nl: "Gegevens op verzoek van een persoon (\(id))",
            en: "Data sent at a person's request (\(id))",
            fr: "Données envoyées à la demande d'une personne (\(id))",
            de: "Daten auf Wunsch einer Person (\(id))"
        )
    }

    func person(_ id: String, _ file: String) -> String {
        text(
            nl:
                "Hierbij het antwoord op verzoek \(id). Het staat in de bijlage \(file), versleuteld met het certificaat "
                + "dat wij hebben gekregen; een wachtwoord is er niet.",
            en:
                "This is the answer to request \(id). It is in the attachment \(file), encrypted to the certificate that "
                + "was sent to us; there is no passphrase.",
            fr: "Voici la réponse à la demande \(id). Elle se trouve dans la pièce jointe \(file), chiffrée pour le "
                + "certificat qui nous a été envoyé ; il n'y a pas de phrase secrète.",
            de: "Dies ist die Antwort auf die Anfrage \(id). Sie steht im Anhang \(file), verschlüsselt für das "
                + "Zertifikat, das uns gesandt wurde; eine Passphrase gibt es nicht."
        )
    }

    func organisation(_ id: String, _ file: String) -> String {
        text(
            nl: "Een persoon heeft ons gevraagd deze gegevens rechtstreeks door te zenden (artikel 20, lid 2, AVG, ons "
                + "verzoek \(id)). Ze staan in de bijlage \(file), versleuteld met het certificaat van uw organisatie.",
            en:
                "A person asked us to send these data directly (Article 20(2) GDPR, our request \(id)). They are in the "
                + "attachment \(file), encrypted to your organisation's certificate.",
            fr:
                "Une personne nous a demandé de transmettre directement ces données (article 20, paragraphe 2, du RGPD, "
                + "notre demande \(id)). Elles se trouvent dans la pièce jointe \(file), chiffrée pour le certificat de "
                + "votre organisation.",
            de: "Eine Person hat uns gebeten, diese Daten direkt zu übermitteln (Artikel 20 Absatz 2 DSGVO, unsere "
                + "Anfrage \(id)). Sie stehen im Anhang \(file), verschlüsselt für das Zertifikat Ihrer Organisation."
        )
    }

    var opening: String {
        text(
            nl: "De bijlage is CMS AuthEnvelopedData (RFC 5083, AES-256-GCM). Een mailprogramma met de sleutel van het "
                + "certificaat kan haar openen, en OpenSSL 3 ook:",
            en:
                "The attachment is CMS AuthEnvelopedData (RFC 5083, AES-256-GCM). A mail program with the certificate's "
                + "key may open it, and so does OpenSSL 3:",
            fr:
                "La pièce jointe est au format CMS AuthEnvelopedData (RFC 5083, AES-256-GCM). Un logiciel de courrier qui "
                + "a la clé du certificat peut l'ouvrir, et OpenSSL 3 aussi :",
            de: "Der Anhang ist CMS AuthEnvelopedData (RFC 5083, AES-256-GCM). Ein Mailprogramm mit dem Schlüssel des "
                + "Zertifikats kann ihn öffnen, und OpenSSL 3 auch:"
        )
    }

    var content: String {
        text(
            nl:
                "Daarin zit een gewoon ZIP-bestand. In de map data staan de gegevens als JSON; datapackage.json beschrijft "
                + "ze (Data Package v2) en 00-READ-ME.txt legt uit wat wat is.",
            en: "It holds an ordinary ZIP file. The folder data has the data as JSON; datapackage.json describes them "
                + "(Data Package v2), and 00-READ-ME.txt says what is what.",
            fr:
                "Elle contient un fichier ZIP ordinaire. Le dossier data contient les données en JSON ; datapackage.json "
                + "les décrit (Data Package v2) et 00-READ-ME.txt explique le reste.",
            de: "Er enthält eine gewöhnliche ZIP-Datei. Im Ordner data stehen die Daten als JSON; datapackage.json "
                + "beschreibt sie (Data Package v2), und 00-READ-ME.txt erklärt alles Weitere."
        )
    }

    var signature: String {
        text(
            nl: "Wij hebben het antwoord ondertekend. 00-READ-ME.txt zegt hoe dat te controleren is; ons certificaat "
                + "heeft deze vingerafdruk (SHA-256):",
            en:
                "We have signed the answer. 00-READ-ME.txt says how to check that; our certificate has this fingerprint "
                + "(SHA-256):",
            fr:
                "Nous avons signé la réponse. 00-READ-ME.txt dit comment le vérifier ; notre certificat a cette empreinte "
                + "(SHA-256) :",
            de:
                "Wir haben die Antwort signiert. 00-READ-ME.txt sagt, wie das zu prüfen ist; unser Zertifikat hat diesen "
                + "Fingerabdruck (SHA-256):"
        )
    }

    var unexpected: String {
        text(
            nl: "Verwacht uw organisatie deze gegevens niet? Verwijder deze mail en laat het ons weten.",
            en: "If you do not expect these data, delete this e-mail and tell us.",
            fr: "Si vous n'attendez pas ces données, supprimez ce message et prévenez-nous.",
            de: "Falls Sie diese Daten nicht erwarten, löschen Sie diese E-Mail und sagen Sie uns Bescheid."
        )
    }

    var contact: String {
        text(
            nl: "Vragen? Wij zijn bereikbaar via:",
            en: "Questions? You can reach us here:",
            fr: "Des questions ? Voici comment nous joindre :",
            de: "Fragen? So sind wir zu erreichen:"
        )
    }
}
