import Foundation

/// A controller's folder in which every setting stands that no policy among the fixtures says.
enum Everything {
    static func write(to folder: String) throws {
        for (path, text) in files {
            let file = URL(fileURLWithPath: folder).appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: file)
        }
    }

    private static let files = [
        "controller.yaml": controller, "processing.yaml": processing, "exporters/files/exporter.yaml": exporter,
    ]

    private static let controller = """
        entities: [{name: Pear B.V., country: NL, address: "Laan 1, Utrecht"}]
        contact: {title: Privacy officer, email: privacy@pear.example, phone: "+31 30 123 45 67", post: "Laan 1, Utrecht"}
        languages: [en]
        supervisory_authority:
          - {name: Autoriteit Persoonsgegevens, website: "https://ap.example", post: "Den Haag", country: NL}
          - {name: Datatilsynet, website: "https://dt.example", post: "Oslo", country: NO}
        rights: [access, portability]
        identity:
          accepts: {address-date-unclear: mandate, address-recently-changed: mandate, several-people: mandate}
        deadline:
          base: P14D
          holidays: NL
          time_zone: Europe/Amsterdam
          per_right:
            change_contact_preferences: immediate_stop
            complaint: immediate_stop
            erasure: immediate_stop
            information: immediate_stop
            no_automated_decision: immediate_stop
            objection_direct_marketing: immediate_stop
            portability: immediate_stop
            restriction: immediate_stop
            stop_sharing: immediate_stop
            transfer_mechanism_information: immediate_stop
            update_data: immediate_stop
            withdraw_consent: immediate_stop
        requests_kept: P5Y
        delivery:
          from: privacy@pear.example
          from_name: Pear
          reply_to: answers@pear.example
          passphrase_otherwise: {nl: Bel aan., en: Ring the bell.}
          smtp: {host: mail.pear.example, port: 2525}
        intake:
          mailbox: imaps://privacy@imap.pear.example/INBOX
          password: env:PEAR_IMAP
          trust: imap.pem
          since: 2026-01-01
          authentication_results: mx.pear.example
          own_list: privacy.pear.example
          requests_a_day: 50
          message_limit: 10 MB
        signature: {timestamp: {url: "http://tsa.pear.example/", trust: tsa.pem}}
        demo: true

        """

    private static let processing = """
        categories:
          account:
            title: Account
            purposes: [Management]
            legal_bases: [6(1)(b)]
            retention: [{kind: fixed, duration: P12M, from: the end}]
            automated_decisions: A score decides
        retention:
          - {kind: necessity, text: as long as needed, scope: cap}

        """

    private static let exporter = """
        system: Files
        held_by: controller
        driver: files
        connection: .
        rate_limit: 50
        canary: {email: canary@pear.example}
        collections:
          people:
            category: account
            origin: observed
            needs: [email]
            file: people.txt
            format: csv
            encoding: ISO-8859-1
            dialect: {quoteChar: "'"}
            delimiter: ;
            unpacked_limit: 100
            entry: people.txt
            may_be_empty: true
            missingValues: ["-"]
            key: [id]
            own_when: [mail]
            fields:
              - {name: id, type: integer, title: Id, groupChar: "."}
              - {name: mail, type: string, title: Mail, address_of_record: email, shape: [trim]}
              - {name: sum, type: number, title: Sum, decimalChar: ",", bareNumber: false, origin: derived}
              - {name: yes, type: boolean, title: "Yes", trueValues: [ja], falseValues: [nee]}
              - {name: tags, type: list, title: Tags, itemType: integer, delimiter: "|", missingValues: [none]}
              - {name: born, type: date, title: Born, date_of_birth: true, person: subject}
              - {name: scan, type: string, title: Scan, file: true, from: "@content"}
          friends:
            category: account
            origin: third_party
            about: others
            needs: [email]
            finds: candidates
            where: {person: 1}
            file: friends.json
            records: friends
            fields:
              - {name: of, type: string, title: Of, matches: email}
              - {name: person, type: integer, title: Person, refers_to: people}

        """
}
