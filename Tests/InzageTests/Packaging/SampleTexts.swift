import ExporterKit

/// The texts of the sample company in four languages.
enum SampleTexts {
    static func text(_ nl: String, _ en: String) -> LocalizedText {
        var texts = ["nl": nl, "en": en]
        if let (fr, de) = others[en] { (texts["fr"], texts["de"]) = (fr, de) }
        return LocalizedText(byLanguage: texts)
    }

    /// French and German, by the English text.
    private static let others: [String: (fr: String, de: String)] = [
        "Offers": ("Offres", "Angebote"), "Subscriptions": ("Abonnements", "Abonnements"),
        "Account": ("Compte", "Konto"), "Tax law.": ("Droit fiscal.", "Steuerrecht."),
        "Message": ("Message", "Nachricht"), "Orders": ("Commandes", "Bestellungen"),
        "Delivering and invoicing orders": (
            "Livrer et facturer les commandes", "Bestellungen liefern und in Rechnung stellen"
        ),
        "Order number": ("Numéro de commande", "Bestellnummer"),
        "Delivery address": ("Adresse de livraison", "Lieferadresse"),
        "For payment after delivery a model computes the risk; a high result excludes that way to pay.": (
            "Pour le paiement après livraison, un modèle calcule le risque\u{A0}; un résultat élevé exclut ce mode de paiement.",
            "Bei Zahlung nach Lieferung berechnet ein Modell das Risiko; ein hohes Ergebnis schließt diese Zahlungsart aus."
        ),
        "Chats": ("Conversations", "Chats"), "E-mail": ("Adresse électronique", "E-Mail-Adresse"),
        "Photo": ("Photo", "Foto"), "Placed at": ("Passée le", "Aufgegeben am"),
        "Running the account and letting you log in": (
            "Gérer le compte et permettre la connexion", "Das Konto führen und die Anmeldung ermöglichen"
        ),
        "Customer account": ("Compte client", "Kundenkonto"),
        "Customer relations": ("Relation client", "Kundenkontakt"),
        "Customer service": ("Service client", "Kundenservice"),
        "Customer number": ("Numéro de client", "Kundennummer"),
        "Credit agency Meetbaar B.V.": ("Agence de crédit Meetbaar B.V.", "Auskunftei Meetbaar B.V."),
        "Credit information": ("Informations de crédit", "Bonitätsdaten"),
        "Credit score": ("Score de crédit", "Bonitätswert"), "List": ("Liste", "Liste"), "Name": ("Nom", "Name"),
        "Newsletter": ("Lettre d'information", "Newsletter"), "Remark": ("Remarque", "Bemerkung"),
        "Assessing the risk of payment after delivery": (
            "Évaluer le risque du paiement après livraison", "Das Risiko bei Zahlung nach Lieferung einschätzen"
        ),
        "Job applications": ("Candidatures", "Bewerbungen"), "Total": ("Total", "Summe"),
        "Preferences": ("Préférences", "Vorlieben"),
        "Answering questions about orders": (
            "Répondre aux questions sur les commandes", "Fragen zu Bestellungen beantworten"
        ),
        "Password": ("Mot de passe", "Passwort"), "Web shop": ("Boutique en ligne", "Webshop"),
        "Recruitment": ("Recrutement", "Personalgewinnung"), "active": ("actif", "aktiv"),
        "delivery": ("livraison", "Zustellung"), "the last log-in": ("la dernière connexion", "die letzte Anmeldung"),
        "the question is solved": ("la question est résolue", "die Frage ist gelöst"),
        "blocked": ("bloqué", "gesperrt"),
        "the end of the financial year": ("la fin de l'exercice", "das Ende des Geschäftsjahres"),
        "consent is withdrawn": ("le consentement est retiré", "die Einwilligung wird widerrufen"),
        "web shop hosting": ("hébergement de la boutique en ligne", "Hosting des Webshops"),
        "euro cents": ("en centimes d'euro", "in Eurocent"),
        "sending e-mail": ("envoi de courriels", "Versand von E-Mails"),
    ]
}
