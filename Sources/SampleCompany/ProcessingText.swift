extension ControllerText {
    /// The record of processing: `processing.yaml`.
    static let processing = """
        # The record of processing (Art. 30 GDPR) of a fictional web shop.
        categories:

        """ + categories + "\nprocessors:\n" + processors

    private static let categories = """
          account:
            title: {nl: Account- en contactgegevens, en: Account and contact data}
            purposes:
              - {nl: uw account beheren, en: to keep your account}
              - {nl: u kunnen bereiken over uw bestelling, en: to reach you about your order}
            legal_bases: ["6(1)(b)"]
            retention:
              - kind: until_event
                duration: P2Y
                from: {nl: uw laatste bestelling of aanmelding, en: your last order or sign-in}
            processors: [wolkenhuis, klantbeeld]

          customer_contact:
            title: {nl: Contact met de klantenservice, en: Contact with customer service}
            purposes:
              - {nl: uw vragen en klachten beantwoorden, en: to answer your questions and complaints}
            legal_bases: ["6(1)(b)", "6(1)(f)"]
            retention:
              - kind: fixed
                duration: P24M
                from: {nl: het laatste contact, en: the last contact}
            processors: [klantbeeld]
            source: {nl: "u, of wie namens u contact opneemt", en: "you, or whoever contacts us for you"}

          preferences:
            title: {nl: Toestemmingen en voorkeuren, en: Consents and preferences}
            purposes:
              - {nl: alleen sturen waar u om vroeg, en: to send only what you asked for}
              - {nl: kunnen aantonen dat u toestemde, en: to show that you consented}
            legal_bases: ["6(1)(a)", "7(1)"]
            retention:
              - kind: until_event
                from: {nl: het intrekken van uw toestemming, en: the withdrawal of your consent}
                text: {nl: "het bewijs van de toestemming nog vijf jaar", en: "the proof of consent for five more years"}
            processors: [postduif]

          customer_profile:
            title: {nl: Klantprofiel, en: Customer profile}
            purposes:
              - {nl: aanbevelingen afstemmen op wat u kocht, en: to fit recommendations to what you bought}
            legal_bases: ["6(1)(f)"]
            retention:
              - kind: max
                duration: P12M
                from: {nl: de berekening, en: the computation}
            processors: [wolkenhuis]
            source: {nl: berekend uit uw bestellingen, en: computed from your orders}

          orders:
            title: {nl: Bestellingen en bezorging, en: Orders and delivery}
            purposes:
              - {nl: uw bestelling leveren, en: to deliver your order}
              - {nl: garantie en retouren afhandelen, en: to handle warranty and returns}
            legal_bases: ["6(1)(b)", "6(1)(c)"]
            retention:
              - kind: statutory
                duration: P7Y
                from: {nl: het einde van het boekjaar, en: the end of the financial year}
                text: {nl: fiscale bewaarplicht, en: required by tax law}
            processors: [wolkenhuis, pakketpost]

          payments:
            title: {nl: Betalingen, en: Payments}
            purposes:
              - {nl: betalingen verwerken en terugbetalen, en: to process payments and refunds}
              - {nl: fraude voorkomen, en: to prevent fraud}
            legal_bases: ["6(1)(b)", "6(1)(c)", "6(1)(f)"]
            retention:
              - kind: statutory
                duration: P7Y
                from: {nl: het einde van het boekjaar, en: the end of the financial year}
            processors: [betaalpoort, boekrecht]
            automated_decisions:
              nl: >-
                Betalen achteraf wordt automatisch geweigerd als er meer dan twee rekeningen openstaan. U betaalt dan
                vooraf, of vraagt een medewerker ernaar te kijken.
              en: >-
                Paying afterwards is refused automatically when more than two bills are open. You then pay in advance,
                or ask a member of staff to look at it.

          chat_profile:
            title: {nl: Chatprofiel, en: Chat profile}
            purposes:
              - {nl: u laten deelnemen aan de chat, en: to let you take part in the chat}
            legal_bases: ["6(1)(b)"]
            retention:
              - kind: until_event
                from: {nl: het opheffen van uw profiel, en: the closing of your profile}
            processors: [praatpaal]

          chat_messages:
            title: {nl: Chatberichten, en: Chat messages}
            purposes:
              - {nl: gesprekken mogelijk maken en vragen beantwoorden, en: to make talk possible and answer questions}
            legal_bases: ["6(1)(b)", "6(1)(f)"]
            retention:
              - kind: fixed
                duration: P1Y
                from: {nl: het bericht, en: the message}
            processors: [praatpaal]
            source: {nl: u en de andere deelnemers, en: you and the other participants}

          applications:
            title: {nl: Sollicitaties, en: Job applications}
            purposes:
              - {nl: uw sollicitatie beoordelen, en: to consider your application}
            legal_bases: ["6(1)(b)"]
            retention:
              - kind: max
                duration: P3M
                from: {nl: het einde van de procedure, en: the end of the procedure}
              - kind: max
                duration: P1Y
                from: {nl: uw toestemming, en: your consent}
                text: {nl: als u in contact wilt blijven, en: if you want to stay in touch}
            processors: [banenbank]

        """

    private static let processors = """
          wolkenhuis:
            name: Wolkenhuis Hosting B.V.
            service: {nl: servers en reservekopieën, en: servers and backups}
            role: processor
            country: NL
          klantbeeld:
            name: Klantbeeld Software B.V.
            service: {nl: klantenadministratie, en: customer administration}
            role: processor
            country: NL
          postduif:
            name: Carrier Pigeon Mail, Inc.
            service: {nl: verzending van nieuwsbrieven, en: sending of newsletters}
            role: processor
            country: US
            transfers:
              - {country: US, safeguard: "modelcontractbepalingen (SCC), Besluit (EU) 2021/914"}
          pakketpost:
            name: Pakketpost Proefdam B.V.
            service: {nl: bezorging, en: delivery}
            role: own_controller
            country: NL
          betaalpoort:
            name: Betaalpoort N.V.
            service: {nl: afhandeling van betalingen, en: handling of payments}
            role: own_controller
            country: BE
          boekrecht:
            name: Boekrecht Accountants
            service: {nl: boekhouding, en: bookkeeping}
            role: processor
            country: NL
          praatpaal:
            name: Praatpaal GmbH
            service: {nl: chat, en: chat}
            role: processor
            country: DE
          banenbank:
            name: Banenbank B.V.
            service: {nl: ontvangst van sollicitaties, en: receipt of applications}
            role: processor
            country: NL

        """
}
