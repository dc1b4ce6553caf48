import IdentityMethods

/// The files with which `inzage init` begins a controller's folder; they are also the manual of every key.
///
/// They are valid as they stand, so that a newcomer can look around before replacing what is written there.
package enum ControllerTemplate {
    /// The commented `controller.yaml`.
    package static let controllerYAML = """
        # Who answers, and what it promises. Replace every value; `inzage check` says what is wrong or missing.
        # A null stands where your privacy policy is silent: it is reported, and stops only a letter that needs it.
        # Periods are ISO 8601, exactly as your policy says them: P30D is 30 days, P1M a month, P7Y seven years.
        # Every map may have `quote:`, the policy's own words as evidence, and `note:`, a remark for colleagues; people
        # never get to see either. Where your policy promises less than the law, the law is done, and check says so.

        # The name that people know, where it is not the first entity's.
        # name: Voorbeeld

        # Where the promises stand.
        # policy: {title: Privacybeleid, date: 2026-01, languages: [nl]}

        # The legal entities; the first is the one that answers.
        entities:
          - {name: Voorbeeld B.V., country: NL, address: "Voorbeeldstraat 1, 1234 AB Voorbeeldstad"}

        # Whom people can reach about their data. At least one way is needed.
        # phone and post may be lists. officer, general_email, complaints_first_to and mailboxes are there if you need them.
        contact:
          title: Functionaris gegevensbescherming
          email: privacy@voorbeeld.example
          phone: null
          post: null

        # The languages you answer in (nl, en, fr, de), the preferred one first.
        languages: [nl, en]

        # How a Dutch letter addresses people: u or je.
        form_of_address: u

        # Where people can complain; a list where there are several, the competent one first.
        supervisory_authority:
          name: Autoriteit Persoonsgegevens
          website: https://autoriteitpersoonsgegevens.nl
          post: "Postbus 93374, 2509 AJ Den Haag"

        # The rights that your policy names; people have those of the law all the same. An archive answers access,
        # information and portability; the others are registered, timed and confirmed: rectification, erasure, restriction,
        # objection, objection_direct_marketing, withdraw_consent, no_automated_decision, and what you promise beyond the
        # law: change_contact_preferences, stop_sharing, update_data, transfer_mechanism_information.
        # A right may be a map: stated (yes, partly, implied, no), notice (told along with the answer), scope, self_service,
        # data: all (portability gets everything), when_upheld: [send_copy_of_data] (after an objection), until, grounds.
        rights: [access, portability]

        # How people may ask, by your policy; the law takes a request by any channel and without a form.
        # requests: {channels: [email], address: privacy@voorbeeld.example, must_state: []}

        identity:
          # What your policy says of proof: known_email_else_identify, discretionary_verification (you may verify, and may
          # waive it with `inzage verify --waive`), requester_must_identify_clearly, not_stated.
          rule: known_email_else_identify
          # required: a one-time code is sent to the address that your systems know, and must come back.
          # off: the archive goes to that address and nowhere else, without a code.
          code: required
          # For how long a code can be returned, in days.
          code_valid: P7D
          # An address that changed more recently than this is not known well enough.
          quiet_period: P30D
          # What settles a doubt, the lightest first; what is left out keeps the built-in list.
          # doubts: several-people, another-destination, address-recently-changed, address-date-unclear,
          # representative
          # methods: \(IdentificationMethods.all.map(\.word).joined(separator: ", "))
          accepts:
            another-destination: [letter-code, in-person, video]

        deadline:
          # What your policy promises. The law's month (Art. 12(3)) counts where it is shorter.
          base: P1M
          # pace: as_soon_as_possible       # what it says instead of a number
          # applies_to: [access]            # the rights that the number is about; all where this is left out
          # per_right: {objection: immediate_stop}
          # extension: {allowed: true, max: P2M, notice_within: P1M}
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
          # The answer's data as a workbook (02-data.xlsx) is left out above so many records; 0 is never there.
          workbook_records: 100000
          # How the passphrase reaches somebody of whom you have neither a telephone number nor a postal address. The
          # letter prints it; where it is left out, the letter asks them to come and be told in person.
          # passphrase_otherwise: {nl: Maak een afspraak voor een videogesprek., en: Please arrange a video call.}
          # The mail server. Without it mails are written to the folder outbox/. A secret never stands here:
          # say where it is, as env:NAME or file:PATH. trust: a file in this folder with certificates to trust.
          # smtp:
          #   host: smtp.voorbeeld.example
          #   port: 465
          #   tls: implicit            # or starttls, usually on port 587
          #   user: privacy
          #   password: env:INZAGE_SMTP_PASSWORD
          #   trust: keys/mail-ca.pem

        # How mails to your privacy mailbox become requests (`inzage intake`, and `inzage work` by itself). Nothing in the
        # mailbox is changed: what was taken in is remembered in the register.
        # intake:
        #   mailbox: mail/             # a Maildir, an mbox or a folder of .eml, or imaps://USER@HOST/FOLDER
        #   password: env:INZAGE_IMAP_PASSWORD
        #   trust: keys/mail-ca.pem    # certificates to trust instead of the machine's
        #   since: 2026-01-01          # mails that came before this day are left alone
        #   authentication_results: mx.voorbeeld.example  # by this name your own mail server signs what it checked
        #   own_list: privacy.voorbeeld.example           # where the mailbox is a group, its List-Id
        #   requests_a_day: 200        # above it each mail waits for a person, and no code is mailed
        #   message_limit: 32 MB       # a larger mail waits for a person

        # Answers are signed with keys/signing.key where it is there (`inzage keys new --signing`). A timestamp authority
        # (RFC 3161) can say when; it sees a hash of the signature and nothing else. trust: its certificates.
        # signature:
        #   timestamp:
        #     url: http://tsa.voorbeeld.example/
        #     trust: keys/tsa.pem

        # The age below which a person's data needs a look; exporters mark the field with date_of_birth: true.
        # children: {min_age: 16, action: delete}

        # What is promised of the answer, of refusals, fees and records of requests.
        # answer: {contents: [copy_of_all_data, processor_overview]}
        # refusal: {grounds: [legal_claims], must_give_ground: true}
        # fee: {default: free, reasonable_if: [excessive, manifestly_unfounded]}
        # request_log: {keep: handled_requests, anonymous_for: [erasure]}

        # How long a finished request is kept, to be able to show how it was answered; then `inzage purge` forgets who asked.
        requests_kept: P2Y

        # What your policy says of decisions by machine alone, where no category says it.
        # automated_decisions: {nl: ..., en: ...}

        # Anything else that it says; kept for the record, in any form.
        # statements: {}

        # What becomes of your staff's names in what people get: redacted or named.
        staff: redacted

        # review: an answer with redactions, documents or things added by hand waits for `inzage export --release`.
        # direct: it goes at once.
        release: review

        # Only the sample company says true: it may use the published example keys.
        demo: false

        """
}
