extension ShapeCase {
    /// How identifiers are held: in pairs, as numbers and texts, in cells with more than an address.
    static let ofIdentifiers: [ShapeCase] = [pairs, orphans, formsOfADomain, cells, digitsAsText, shapes, pairsInFiles]

    static let pairs = ShapeCase(
        testDescription: "accounts are known by branch and number together",
        files: [
            "bank/bank.sqlite": """
            CREATE TABLE holder (id INTEGER, email TEXT); INSERT INTO holder VALUES (1, 'kim@example.org'), (2, 'lee@example.org');
            CREATE TABLE account (holder INTEGER, branch TEXT, no TEXT);
            INSERT INTO account VALUES (1, 'NORTH', '10'), (1, 'SOUTH', '20'), (2, 'NORTH', '20'), (2, 'SOUTH', '10');
            CREATE TABLE booking (id INTEGER, branch TEXT, no TEXT, what TEXT);
            INSERT INTO booking VALUES (1, 'NORTH', '10', 'Kim'), (2, 'SOUTH', '20', 'Kim'), (3, 'NORTH', '20', 'Lee'),
                (4, 'SOUTH', '10', 'Lee');
            """,
            "bank/exporter.yaml": """
            system: Bank
            held_by: controller
            driver: sqlite
            connection: bank.sqlite
            collections:
              holders:
                title: Holders
                category: account
                origin: provided
                needs: [email]
                query: SELECT id, email FROM holder WHERE email = :email
                fields:
                  - {name: id, type: integer, title: Number, identifies: holder}
                  - {name: email, type: string, title: E-mail, address_of_record: email}
              accounts:
                title: Accounts
                category: account
                origin: provided
                needs: [holder]
                query: SELECT holder, branch, no FROM account WHERE holder = :holder
                key: [branch, no]
                fields:
                  - {name: holder, type: integer, title: Holder, matches: holder}
                  - {name: branch, type: string, title: Branch, identifies: branch}
                  - {name: no, type: string, title: Account, identifies: account_no}
              bookings:
                title: Bookings
                category: orders
                origin: observed
                needs: [branch, account_no]
                query: SELECT id, branch, no, what FROM booking WHERE branch = :branch AND no = :account_no
                key: [id]
                fields:
                  - {name: id, type: integer, title: Booking}
                  - {name: branch, type: string, title: Branch, matches: branch}
                  - {name: no, type: string, title: Account, matches: account_no}
                  - {name: what, type: string, title: What}
            """,
        ],
        records: [
            "bank/holders": [#"{"id":1,"email":"kim@example.org"}"#],
            "bank/accounts": [
                #"{"holder":1,"branch":"NORTH","no":"10"}"#, #"{"holder":1,"branch":"SOUTH","no":"20"}"#,
            ],
            "bank/bookings": [
                #"{"id":1,"branch":"NORTH","no":"10","what":"Kim"}"#,
                #"{"id":2,"branch":"SOUTH","no":"20","what":"Kim"}"#,
            ],
        ]
    )

    static let pairsInFiles = ShapeCase(
        testDescription: "folders are named by a pair, and a file carries one whole pair",
        files: [
            "club/members.csv": "mail,member\nkim@example.org,7\nlee@example.org,8\n",
            "club/seats.csv": "member,club,seat\n7,east,1\n7,west,2\n8,east,2\n8,west,1\n",
            "club/visits.jsonl": """
            {"club":"east","seat":"1","day":"2025-01-01"}
            {"club":"east","seat":"2","day":"2025-01-02"}
            {"club":"west","seat":"2","day":"2025-01-03"}
            """,
            "cards/east/1/a.txt": "Kim's", "cards/east/2/b.txt": "Lee's",
            "cards/west/2/c.txt": "Kim's", "cards/west/1/d.txt": "Lee's",
            "cards/exporter.yaml": """
            system: Cards of the club
            held_by: controller
            driver: documents
            connection: .
            collections:
              cards:
                title: Cards
                category: orders
                origin: observed
                needs: [club, seat]
                folder: "{club}/{seat}"
                fields:
                  - {name: club, from: "^@folder", type: string, title: Club, matches: club}
                  - {name: seat, from: "@folder", type: string, title: Seat, matches: seat}
                  - {name: card, from: "@name", type: string, title: Card}
            """,
            "club/exporter.yaml": """
            system: Club
            held_by: controller
            driver: files
            connection: .
            collections:
              members:
                title: Members
                category: account
                origin: provided
                needs: [email]
                file: members.csv
                fields:
                  - {name: mail, type: string, title: E-mail, address_of_record: email}
                  - {name: member, type: integer, title: Member, identifies: member}
              seats:
                title: Seats
                category: orders
                origin: provided
                needs: [member]
                file: seats.csv
                fields:
                  - {name: member, type: integer, title: Member, matches: member}
                  - {name: club, type: string, title: Club, identifies: club}
                  - {name: seat, type: string, title: Seat, identifies: seat}
              visits:
                title: Visits
                category: orders
                origin: observed
                needs: [club, seat]
                file: visits.jsonl
                fields:
                  - {name: club, type: string, title: Club, matches: club}
                  - {name: seat, type: string, title: Seat, matches: seat}
                  - {name: day, type: date, title: Day}
            """,
        ],
        records: [
            "club/members": [#"{"mail":"kim@example.org","member":7}"#],
            "club/seats": [#"{"member":7,"club":"east","seat":"1"}"#, #"{"member":7,"club":"west","seat":"2"}"#],
            "cards/cards": [
                #"{"club":"east","seat":"1","card":"a.txt"}"#, #"{"club":"west","seat":"2","card":"c.txt"}"#,
            ],
            "club/visits": [
                #"{"club":"east","seat":"1","day":"2025-01-01"}"#, #"{"club":"west","seat":"2","day":"2025-01-03"}"#,
            ],
        ]
    )

    static let orphans = ShapeCase(
        testDescription: "what is left of a deleted contact is found by the address that stands in it",
        files: [
            "deals/deals.csv": "Deal,Mail\nD-1,kim@example.org\nD-2,lee@example.org\nD-3,Kim@Example.org\n",
            "deals/exporter.yaml": """
            system: Deals
            held_by: controller
            driver: files
            connection: .
            collections:
              deals:
                title: Deals
                category: orders
                origin: observed
                needs: [email]
                file: deals.csv
                key: [Deal]
                fields:
                  - {name: Deal, type: string, title: Deal}
                  - {name: Mail, type: string, title: E-mail, matches: email}
            """,
        ],
        records: [
            "deals/deals": [
                #"{"Deal":"D-1","Mail":"kim@example.org"}"#, #"{"Deal":"D-3","Mail":"Kim@Example.org"}"#,
            ]
        ]
    )

    static let formsOfADomain = ShapeCase(
        testDescription: "an international domain is one in both of its forms",
        person: "kim@xn--mnchen-3ya.example",
        files: [
            "people/people.csv": "id,mail\n1,kim@münchen.example\n2,kim@munchen.example\n",
            "people/exporter.yaml": people(),
        ],
        records: ["people/people": [#"{"id":1,"mail":"kim@münchen.example"}"#]]
    )

    static let cells = ShapeCase(
        testDescription: "a cell may hold blanks, a name and several addresses",
        files: [
            "people/people.csv":
                "id,mail\n1, kim@example.org \n2,Kim Doe <kim@example.org>\n3,lee@example.org; kim@example.org\n4,xkim@example.org\n",
            "people/exporter.yaml": people(),
        ],
        records: [
            "people/people": [
                #"{"id":1,"mail":" kim@example.org "}"#, #"{"id":2,"mail":"Kim Doe <kim@example.org>"}"#,
                #"{"id":3,"mail":"lee@example.org; kim@example.org"}"#,
            ]
        ]
    )

    static let digitsAsText = ShapeCase(
        testDescription: "a code of digits is a text to whoever asks for it as one",
        files: [
            "codes/codes.sqlite": """
            CREATE TABLE p (code, mail TEXT); INSERT INTO p VALUES ('901', 'kim@example.org'), ('x1', 'lee@example.org');
            CREATE TABLE o (id INTEGER, code, what TEXT); INSERT INTO o VALUES (1, 'x1', 'Lee'), (2, '901', 'Kim');
            """,
            "codes/exporter.yaml": """
            system: Codes
            held_by: controller
            driver: sqlite
            connection: codes.sqlite
            collections:
              p:
                title: People
                category: account
                origin: provided
                needs: [email]
                query: SELECT code, mail FROM p WHERE mail = :email
                fields:
                  - {name: code, type: string, title: Code, identifies: code}
                  - {name: mail, type: string, title: E-mail, address_of_record: email}
              o:
                title: Orders
                category: orders
                origin: observed
                needs: [code]
                query: SELECT id, code, what FROM o WHERE lower(code) = :code
                fields:
                  - {name: id, type: integer, title: Order}
                  - {name: code, type: string, title: Code, matches: code}
                  - {name: what, type: string, title: What}
            """,
        ],
        records: [
            "codes/p": [#"{"code":"901","mail":"kim@example.org"}"#],
            "codes/o": [#"{"id":2,"code":"901","what":"Kim"}"#],
        ]
    )

    static let shapes = ShapeCase(
        testDescription: "an identifier has another shape in the next system, and `shape` says how",
        files: [
            "a/a.csv": "mail,code,no\nkim@example.org,AB-12 ,5.0\n",
            "a/exporter.yaml": """
            system: A
            held_by: controller
            driver: files
            connection: .
            collections:
              people:
                title: People
                category: account
                origin: provided
                needs: [email]
                file: a.csv
                fields:
                  - {name: mail, type: string, title: E-mail, address_of_record: email}
                  - {name: code, type: string, title: Code, identifies: code}
                  - {name: "no", type: number, title: Number, identifies: number}
            """,
            "b/b.csv": "code,no,what\nab12,7,by code\nzz,5,by number\nzz,50,nobody\n",
            "b/exporter.yaml": """
            system: B
            held_by: controller
            driver: files
            connection: .
            collections:
              by_code:
                title: By code
                category: orders
                origin: observed
                needs: [code]
                file: b.csv
                fields:
                  - {name: code, type: string, title: Code, matches: code, shape: [digits]}
                  - {name: "no", type: integer, title: Number}
                  - {name: what, type: string, title: What}
              by_number:
                title: By number
                category: orders
                origin: observed
                needs: [number]
                file: b.csv
                fields:
                  - {name: code, type: string, title: Code}
                  - {name: "no", type: integer, title: Number, matches: number}
                  - {name: what, type: string, title: What}
            """,
        ],
        records: [
            "a/people": [#"{"mail":"kim@example.org","code":"AB-12 ","no":5.0}"#],
            "b/by_code": [#"{"code":"ab12","no":7,"what":"by code"}"#],
            "b/by_number": [#"{"code":"zz","no":5,"what":"by number"}"#],
        ]
    )

    /// A file of people with a number and an address.
    static func people(_ settings: String = "file: people.csv", fields: [String] = []) -> String {
        """
        system: People
        held_by: controller
        driver: files
        connection: .
        collections:
          people:
            title: People
            category: account
            origin: provided
            needs: [email]
            key: [id]
            \(settings)
            fields:
              - {name: id, type: integer, title: Number}
              - {name: mail, type: string, title: E-mail, address_of_record: email}
        \(fields.map { "      - \($0)\n" }.joined())
        """
    }
}
