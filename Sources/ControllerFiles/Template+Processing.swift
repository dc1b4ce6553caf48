extension ControllerTemplate {
    /// The commented `processing.yaml`.
    package static let processingYAML = """
        # Your record of processing (Art. 30), as people are told about it (Art. 15(1)). Replace every entry.
        # A text is one text, or one for each language: {nl: Bestellingen, en: Orders}.

        # Every map may have `quote:`, the policy's own words as evidence, and `note:`, a remark for colleagues.

        # Events from which retention counts, in words that fit after "counting from ..." and "until ...".
        events:
          account_closed: {nl: het einde van het account, en: the end of the account}

        # Rules for everything, or for what scope names: general, basis:b, category:orders, backups.
        # retention:
        #   - {scope: general, kind: necessity, text: {nl: niet langer dan nodig, en: no longer than needed}}

        # What is said of transfers to third countries as such.
        # transfers: {conditions: [consent], safeguard: SCC, warning: {nl: ..., en: ...}}

        # The categories of personal data. Exporters name them by their ids.
        categories:
          account:
            title: {nl: Accountgegevens, en: Account details}
            purposes:
              - {nl: Uw account beheren, en: Managing your account}
            # Articles of the GDPR, such as 6(1)(a) consent, 6(1)(b) contract, 6(1)(c) law, 6(1)(f) interest.
            legal_bases: [6(1)(b)]
            # How long it is kept, as a list of rules. Kinds: fixed, max and usual have a duration; until_event,
            # indefinite_until_event, necessity, statutory and limitation_cap a period or a criterion (from or text);
            # session, recipient_policy, not_stated and no_personal_data say all by themselves.
            # from: an event, a text, or a list of them with combine: latest, earliest or unspecified_or.
            # action at the end: delete, anonymise, delete_or_anonymise, restrict_access, isolate, none.
            # applies_to: {nl: ..., en: ...} and when: "application < 2018-05-25" or a word, such as stays_in_touch.
            retention:
              - {kind: fixed, duration: P2Y, from: account_closed, action: delete}
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
            # What the policy lists as its content, and what is never exported.
            # fields: [{nl: naam, en: name}]
            # excluded_fields: [wachtwoord]
            # basis_stated: false           # the policy names no basis here; the one above is your reading
            # More marks: canonical, adapters, media, third_party_data, external_source, claimed_not_personal,
            # linked_to_account, stops_on, withdrawal_cascade, ask_elsewhere_first

        # Those who process data for you or receive it; one company may stand here once for each service.
        # role, one or a list: processor, subprocessor, recipient, own_controller, intra_group, joint_or_co_organiser,
        # self_hosted_software, authority, source, unclear
        processors:
          hosting:
            name: Voorbeeld Hosting B.V.
            service: {nl: Opslag van de webwinkel, en: Hosting of the webshop}
            role: processor
            country: NL
            # Third countries the data goes to, and what protects it there; none where it stays in the EEA for sure.
            transfers: none
            # transfers:
            #   - {country: US, certainty: possible, safeguards: [SCC]}
            # More: address, website, agreement: true, data, legal_bases, retention, own_purposes, confidentiality,
            # condition with active: true or false

        """
}
