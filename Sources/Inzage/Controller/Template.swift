/// The files with which `inzage init` begins a controller's folder; they are also the manual of every key.
///
/// They are valid as they stand, so that a newcomer can look around before replacing what is written there.
package enum ControllerTemplate {
    /// The commented `controller.yaml`.
    package static let controllerYAML = """
        # Who answers, and what it promises. Replace every value; `inzage check` says what is wrong or missing.
        # A null stands where your privacy policy is silent: it is reported, and stops only a letter that needs it.
        # Periods are ISO 8601, exactly as your policy says them: P30D is 30 days, P1M a month, P7Y seven years.

        # The legal entities; the first is the one that answers.
        entities:
          - {name: Voorbeeld B.V., country: NL, address: "Voorbeeldstraat 1, 1234 AB Voorbeeldstad"}

        # Whom people can reach about their data. At least one way is needed.
        contact:
          title: Functionaris gegevensbescherming
          email: privacy@voorbeeld.example
          phone: null
          post: null

        # The languages you answer in (nl, en), the preferred one first.
        languages: [nl, en]

        # How a Dutch letter addresses people: u or je.
        form_of_address: u

        # Where people can complain.
        supervisory_authority:
          name: Autoriteit Persoonsgegevens
          website: https://autoriteitpersoonsgegevens.nl
          post: "Postbus 93374, 2509 AJ Den Haag"

        # The rights that this tool answers: access (Art. 15) and portability (Art. 20).
        rights: [access, portability]

        identity:
          # required: a one-time code is sent to the address that your systems know, and must come back.
          # off: the archive goes to that address and nowhere else, without a code.
          code: required
          # For how long a code can be returned, in days.
          code_valid: P7D
          # An address that changed more recently than this is not known well enough.
          quiet_period: P30D
          # What settles a doubt, the lightest first; what is left out keeps the built-in list.
          # doubts: several-people, another-destination, address-recently-changed, address-date-unclear,
          # representative; methods: call-back, known-facts, letter-code, in-person, video, mandate
          accepts:
            another-destination: [letter-code, in-person, video]

        deadline:
          # What your policy promises. The law's month (Art. 12(3)) counts where it is shorter.
          base: P1M
          # Whose public holidays count, and in which time zone a day is a day.
          holidays: NL
          time_zone: Europe/Amsterdam

        delivery:
          # The address that mail comes from, and the mailbox to which people return the code.
          from: privacy@voorbeeld.example
          reply_to: privacy@voorbeeld.example
          # The largest message that mail servers take: 15 MB, 15 MiB or a number of bytes.
          mail_limit: 15 MB
          # How long an archive is kept after it was delivered.
          archive_kept: P14D
          # Rounds the sizes of sealed files up, by 12 % at most, so that they tell less of what is inside.
          # padding: buckets
          # The mail server. Without it mails are written to the folder outbox/. A secret never stands here:
          # say where it is, as env:NAME or file:PATH. trust: a file in this folder with certificates to trust.
          # smtp:
          #   host: smtp.voorbeeld.example
          #   port: 465
          #   tls: implicit            # or starttls, usually on port 587
          #   user: privacy
          #   password: env:INZAGE_SMTP_PASSWORD
          #   trust: keys/mail-ca.pem

        # What becomes of your staff's names in what people get: redacted or named.
        staff: redacted

        # review: an answer with redactions, documents or things added by hand waits for `inzage export --release`.
        # direct: it goes at once.
        release: review

        # Only the sample company says true: it may use the published example keys.
        demo: false

        """

    /// The commented `processing.yaml`.
    package static let processingYAML = """
        # Your record of processing (Art. 30), as people are told about it (Art. 15(1)). Replace every entry.
        # A text is one text, or one for each language: {nl: Bestellingen, en: Orders}.

        # The categories of personal data. Exporters name them by their ids.
        categories:
          account:
            title: {nl: Accountgegevens, en: Account details}
            purposes:
              - {nl: Uw account beheren, en: Managing your account}
            # Articles of the GDPR, such as 6(1)(a) consent, 6(1)(b) contract, 6(1)(c) law, 6(1)(f) interest.
            legal_bases: [6(1)(b)]
            # How long it is kept, as a list of rules.
            # fixed, max and usual have a duration; until_event, necessity and statutory a criterion (from or text).
            retention:
              - {kind: fixed, duration: P2Y, from: {nl: het einde van het account, en: the end of the account}}
            # Ids of those who get it, from the list below.
            processors: [hosting]

          orders:
            title: {nl: Bestellingen, en: Orders}
            purposes:
              - {nl: Bestellingen leveren, en: Delivering orders}
              - {nl: De boekhouding voeren, en: Keeping the accounts}
            legal_bases: [6(1)(b), 6(1)(c)]
            retention:
              - {kind: statutory, duration: P7Y, text: {nl: fiscale bewaarplicht, en: tax law}}
            processors: [hosting]
            # Where the data comes from, when it is not from the people themselves.
            # source: {nl: Een kredietbureau, en: A credit bureau}
            # What a machine alone decides, how, and with what consequences. Leave it out where nothing is.
            # automated_decisions: {nl: ..., en: ...}
            # When you hold it only for a customer, as that customer's processor; it is then never exported.
            # processor_for: Klant B.V.

        # Those who process data for you or receive it.
        # role: processor, own_controller, intra_group, authority or source
        processors:
          hosting:
            name: Voorbeeld Hosting B.V.
            service: {nl: Opslag van de webwinkel, en: Hosting of the webshop}
            role: processor
            country: NL
            # Third countries the data goes to, and what protects it there.
            transfers: []
            # transfers:
            #   - {country: US, safeguard: SCC}

        """
}
