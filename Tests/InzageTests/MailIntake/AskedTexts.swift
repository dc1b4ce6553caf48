import Policy

/// What people write to a privacy mailbox, by language and right, in their own words.
struct AskedText {
    let language: Language
    /// The right that is asked for; nil where data is asked for and no right named.
    let right: Right?
    let subject: String
    let text: String

    private init(_ language: Language, _ right: Right?, _ subject: String, _ text: String) {
        (self.language, self.right, self.subject, self.text) = (language, right, subject, text)
    }

    static let all = dutch + english + french + german

    static let dutch = [
        AskedText(
            .nl,
            .access,
            "Verzoek om inzage in mijn persoonsgegevens",
            """
            Geachte heer, mevrouw,

            Op grond van artikel 15 AVG verzoek ik u om inzage in de persoonsgegevens die u van mij verwerkt. Graag
            ontvang ik een kopie van deze gegevens, de doeleinden, en het bestaan van het recht op rectificatie of
            wissing. Mijn klantnummer is 10442.

            Met vriendelijke groet,
            Ada Jansen
            """
        ),
        AskedText(
            .nl,
            .access,
            "inzageverzoek",
            "Hoi, ik wil graag inzage in alles wat jullie van mij hebben. Kunnen jullie me een overzicht van mijn gegevens sturen? Groetjes, Sam"
        ),
        AskedText(
            .nl,
            .erasure,
            "Account weg",
            "Beste mensen, willen jullie mijn account en al mijn gegevens verwijderen? Ik gebruik de winkel niet meer. Groet, Ada"
        ),
        AskedText(
            .nl,
            .erasure,
            "Recht op vergetelheid",
            "Geachte dame, heer, hierbij doe ik een beroep op artikel 17 AVG. Ik verzoek u al mijn persoonsgegevens te wissen en mij te bevestigen dat dit gebeurd is."
        ),
        AskedText(
            .nl,
            .rectification,
            "Verkeerd adres",
            "Goedendag, mijn adres staat verkeerd in uw systeem. Wilt u dit aanpassen naar Dorpsstraat 5 in Gouda? Dank u wel."
        ),
        AskedText(
            .nl,
            .rectification,
            "correctie",
            "Op mijn factuur staat een onjuiste geboortedatum. Wilt u mijn gegevens corrigeren? Ik ben van 3 mei 1980."
        ),
        AskedText(
            .nl,
            .restriction,
            "Verwerking",
            "Geachte, ik betwist de juistheid van mijn gegevens en verzoek om beperking van de verwerking zolang u dit onderzoekt (artikel 18 AVG)."
        ),
        AskedText(
            .nl,
            .portability,
            "Overstappen",
            "Ik stap over naar een andere winkel. Graag ontvang ik mijn gegevens in een machineleesbaar formaat, zoals het recht op overdraagbaarheid mij geeft."
        ),
        AskedText(
            .nl,
            .objection,
            "Bezwaar",
            "Hierbij maak ik bezwaar tegen de verwerking van mijn gegevens voor profilering, op grond van mijn persoonlijke situatie."
        ),
        AskedText(
            .nl,
            .objectionDirectMarketing,
            "nieuwsbrief",
            "Ik wil geen reclame en geen nieuwsbrief meer van jullie ontvangen. Haal me van de lijst."
        ),
        AskedText(
            .nl,
            .withdrawConsent,
            "Toestemming",
            "Beste, ik trek mijn toestemming voor het gebruik van mijn foto in. Kunt u dat bevestigen?"
        ),
        AskedText(
            .nl,
            .noAutomatedDecision,
            "Afwijzing",
            "Mijn aanvraag is automatisch afgewezen. Ik wil niet onderworpen worden aan een geautomatiseerd besluit en vraag om menselijke tussenkomst."
        ),
        AskedText(.nl, nil, "Vraag", "Hallo, welke gegevens hebben jullie eigenlijk van mij? Ik ben benieuwd."),
        AskedText(.nl, nil, "mijn gegevens", "Kunt u mij laten weten wat u over mij weet en waar u dat vandaan heeft?"),
    ]

    static let english = [
        AskedText(
            .en,
            .access,
            "Subject access request",
            """
            Dear Sir or Madam,

            Please treat this as a subject access request under Article 15 of the GDPR. I would like a copy of all personal
            data that you hold about me, the purposes of the processing, the recipients, and the existence of the right to
            request rectification or erasure of personal data or restriction of processing.

            My customer number is 10442.

            Yours faithfully,
            Ada Jansen
            """
        ),
        AskedText(
            .en,
            .access,
            "Access to my data",
            "Hi there, I'd like to have access to the information you keep on me, please. Thanks, Sam"
        ),
        AskedText(
            .en,
            .erasure,
            "Please delete my account",
            "Hello, I no longer shop with you. Please delete my account and everything you know about me. Kind regards, Ada"
        ),
        AskedText(
            .en,
            .erasure,
            "Right to be forgotten",
            "To whom it may concern, I hereby exercise my rights under Art. 17 GDPR. All of my personal data should be erased without undue delay."
        ),
        AskedText(
            .en,
            .rectification,
            "Wrong name",
            "Good morning, my surname is misspelled on every letter I get. It should be Jansen with one s. Could you correct my name?"
        ),
        AskedText(
            .en,
            .rectification,
            "Change of details",
            "You have an outdated address for me. Please update my address to 5 High Street, Leeds."
        ),
        AskedText(
            .en,
            .restriction,
            "Restriction",
            "I contest the accuracy of the data and ask you to restrict the processing of it while you look into this."
        ),
        AskedText(
            .en,
            .portability,
            "Data portability",
            "I am moving to another provider. Please let me have the data I gave you in a machine readable format."
        ),
        AskedText(
            .en,
            .objection,
            "Objection",
            "I object to the processing of my data for profiling on grounds relating to my particular situation."
        ),
        AskedText(
            .en,
            .objectionDirectMarketing,
            "Stop it",
            "Please stop sending me marketing. I have asked twice already to unsubscribe from the newsletter."
        ),
        AskedText(
            .en,
            .withdrawConsent,
            "Consent",
            "I gave you permission to use my photograph. I withdraw my consent with effect from today."
        ),
        AskedText(
            .en,
            .noAutomatedDecision,
            "Loan refused",
            "My application was refused by an automated decision. I want human intervention and to contest the outcome."
        ),
        AskedText(.en, nil, "Question", "What information do you have about me? I would be glad to see it."),
        AskedText(.en, nil, "hello", "Could you please send me my data? I bought a bike last year."),
    ]

    static let french = [
        AskedText(
            .fr,
            .access,
            "Demande d'accès",
            """
            Madame, Monsieur,

            En application de l'article 15 du RGPD, je souhaite exercer mon droit d'accès. Je vous prie de me communiquer
            une copie de l'ensemble des données que vous détenez, ainsi que l'existence du droit de demander la
            rectification ou l'effacement. Mon numéro client : 10442.

            Cordialement,
            Ada Jansen
            """
        ),
        AskedText(
            .fr,
            .access,
            "Mes données",
            "Bonjour, je voudrais avoir accès aux données que vous avez sur moi. Merci d'avance, Sam"
        ),
        AskedText(
            .fr,
            .erasure,
            "Suppression de compte",
            "Bonjour, merci de supprimer mon compte ainsi que toutes mes données personnelles. Bien à vous, Ada"
        ),
        AskedText(
            .fr,
            .erasure,
            "Droit à l'oubli",
            "Madame, Monsieur, conformément à l'article 17 du RGPD, je vous demande d'effacer l'ensemble des données me concernant."
        ),
        AskedText(
            .fr,
            .rectification,
            "Mauvaise adresse",
            "Bonjour, mon adresse est erronée dans votre fichier. Veuillez la corriger : 5 rue de la Gare, Lille."
        ),
        AskedText(
            .fr,
            .restriction,
            "Limitation",
            "Je conteste l'exactitude de mes données et demande la limitation du traitement pendant vos vérifications."
        ),
        AskedText(
            .fr,
            .portability,
            "Portabilité",
            "Je change de fournisseur et j'exerce mon droit à la portabilité : veuillez me remettre mes données dans un format structuré."
        ),
        AskedText(
            .fr,
            .objection,
            "Opposition",
            "Je m'oppose au traitement de mes données à des fins de profilage, pour des raisons tenant à ma situation particulière."
        ),
        AskedText(
            .fr,
            .objectionDirectMarketing,
            "Publicité",
            "Je ne veux plus recevoir de publicité de votre part. Merci de me désinscrire de votre newsletter."
        ),
        AskedText(
            .fr,
            .withdrawConsent,
            "Consentement",
            "Par la présente je retire mon consentement à l'utilisation de ma photo."
        ),
        AskedText(
            .fr,
            .noAutomatedDecision,
            "Refus de crédit",
            "Ma demande a été refusée par une décision automatisée. Je demande une intervention humaine."
        ),
        AskedText(.fr, nil, "Question", "Bonjour, quelles informations avez-vous à mon sujet ? Je voudrais le savoir."),
    ]

    static let german = [
        AskedText(
            .de,
            .access,
            "Auskunftsersuchen nach Art. 15 DSGVO",
            """
            Sehr geehrte Damen und Herren,

            hiermit bitte ich um Auskunft über die zu meiner Person gespeicherten Daten sowie um eine Kopie dieser Daten.
            Bitte nennen Sie mir auch das Bestehen eines Rechts auf Berichtigung oder Löschung.
            Meine Kundennummer lautet 10442.

            Mit freundlichen Grüßen
            Ada Jansen
            """
        ),
        AskedText(
            .de,
            .access,
            "Datenauskunft",
            "Hallo, ich hätte gerne eine Auskunft darüber, was Sie alles über mich wissen. Viele Grüße, Sam"
        ),
        AskedText(
            .de,
            .erasure,
            "Konto löschen",
            "Guten Tag, bitte löschen Sie mein Kundenkonto und alle meine Daten. Ich kaufe nicht mehr bei Ihnen. Gruß, Ada"
        ),
        AskedText(
            .de,
            .erasure,
            "Loeschantrag",
            "Sehr geehrte Damen und Herren, ich mache von meinem Recht auf Vergessenwerden Gebrauch (Art. 17 DSGVO). Bitte bestaetigen Sie mir die Loeschung meiner Daten."
        ),
        AskedText(
            .de,
            .rectification,
            "Falsche Anschrift",
            "Guten Tag, Sie schreiben mir an eine falsche Anschrift. Bitte berichtigen Sie das: Bahnhofstraße 5, Köln."
        ),
        AskedText(
            .de,
            .restriction,
            "Einschränkung",
            "Ich bestreite die Richtigkeit meiner Daten und verlange die Einschränkung der Verarbeitung, bis Sie das geprüft haben."
        ),
        AskedText(
            .de,
            .portability,
            "Datenübertragbarkeit",
            "Ich wechsle den Anbieter. Bitte stellen Sie mir meine Daten in einem maschinenlesbaren Format zur Verfügung."
        ),
        AskedText(
            .de,
            .objection,
            "Widerspruch",
            "Hiermit widerspreche ich der Verarbeitung meiner Daten zu Zwecken des Profilings aus Gründen meiner besonderen Situation."
        ),
        AskedText(
            .de,
            .objectionDirectMarketing,
            "Werbung",
            "Ich widerspreche der Nutzung meiner Daten für Werbung. Bitte schicken Sie mir keine Werbung und keinen Newsletter mehr."
        ),
        AskedText(
            .de,
            .withdrawConsent,
            "Einwilligung",
            "Ich widerrufe meine Einwilligung zur Veröffentlichung meines Fotos mit sofortiger Wirkung."
        ),
        AskedText(
            .de,
            .noAutomatedDecision,
            "Ablehnung",
            "Mein Antrag wurde durch eine automatisierte Entscheidung abgelehnt. Ich verlange das Eingreifen einer Person."
        ),
        AskedText(.de, nil, "Frage", "Hallo, welche Daten haben Sie von mir gespeichert? Das würde ich gerne wissen."),
    ]
}
