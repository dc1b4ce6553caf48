/// The texts of the sample controller's folder.
enum ControllerText {
    /// SHA-256 of "inzage example key, never use it", as everybody can compute it; refused outside demo and tests.
    static let exampleKey = "2a7de69524a168068a29b45f47612f9659959465999e4e3167c779b9c2c34a98"

    /// Who answers: `controller.yaml`.
    static let controller = """
        # A fictional web shop. `inzage demo` made this folder; nothing in it is about anybody who lives.
        demo: true                       # example keys are taken here, and nowhere else

        entities:
          - name: Voorbeeldwinkel B.V.
            country: NL
            address: Voorbeeldlaan 1, 0101 AA Voorbeeldstad

        contact:
          title: Functionaris gegevensbescherming
          email: privacy@voorbeeldwinkel.example
          phone: "+31600000000"
          post: Antwoordnummer 1, 0101 AA Voorbeeldstad

        languages: [nl, en]
        form_of_address: u

        supervisory_authority:
          name: Autoriteit Persoonsgegevens
          website: https://autoriteitpersoonsgegevens.nl
          post: Postbus 93374, 2509 AJ Den Haag

        rights: [access, portability]

        identity:
          code: required                 # a one-time code goes to the address on file
          code_valid: P7D
          quiet_period: P30D             # an address that changed later than this needs more proof

        deadline:
          base: P1M
          holidays: NL
          time_zone: Europe/Amsterdam

        delivery:                        # no smtp: mail is written to the folder outbox
          from: privacy@voorbeeldwinkel.example
          reply_to: privacy@voorbeeldwinkel.example
          mail_limit: 15 MB
          archive_kept: P14D

        staff: redacted
        release: direct                  # a real controller says: review

        """
}
