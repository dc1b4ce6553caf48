extension ShapeCase {
    /// What values are: lists in a text, words for nothing, numbers and days as a country writes them.
    static let ofValues: [ShapeCase] = [
        listInText, wordsForNothing, writtenOtherwise, notWhatTheFieldSays, shop, rentals, dump,
    ]

    static let listInText = ShapeCase(
        testDescription: "people in a list within a text column are replaced, there and in the text beside",
        files: [
            "chat/chat.sqlite": """
            CREATE TABLE u (name TEXT, mail TEXT); INSERT INTO u VALUES ('kim', 'kim@example.org'), ('robin', 'robin@example.org');
            CREATE TABLE m (id INTEGER, members TEXT, body TEXT);
            INSERT INTO m VALUES (1, '["kim", "robin"]', 'robin was late'), (2, '["robin"]', 'about kim');
            """,
            "chat/exporter.yaml": """
            system: Chat
            held_by: controller
            driver: sqlite
            connection: chat.sqlite
            collections:
              u:
                title: Users
                category: chat_profile
                origin: provided
                needs: [email]
                query: SELECT name, mail FROM u WHERE mail = :email
                fields:
                  - {name: name, type: string, title: Name, identifies: nick}
                  - {name: mail, type: string, title: E-mail, address_of_record: email}
              m:
                title: Messages
                category: chat_messages
                origin: observed
                needs: [nick]
                query: SELECT id, members, body FROM m WHERE EXISTS (SELECT 1 FROM json_each(members) WHERE value = :nick)
                fields:
                  - {name: id, type: integer, title: Message}
                  - {name: members, type: array, title: Members, person: other, matches: nick}
                  - {name: body, type: string, title: Text}
            """,
        ],
        records: [
            "chat/u": [#"{"name":"kim","mail":"kim@example.org"}"#],
            "chat/m": [#"{"id":1,"members":["kim","PERSON"],"body":"PERSON was late"}"#],
        ]
    )

    static let wordsForNothing = ShapeCase(
        testDescription: "a word for nothing is nothing",
        files: [
            "people/people.csv": "id,mail,city,age\n1,kim@example.org,\\N,-\n2,kim@example.org,Breda,40\n",
            "people/exporter.yaml": people(
                fields: [
                    "{name: city, type: string, title: City, missingValues: ['\\N']}",
                    "{name: age, type: integer, title: Age, missingValues: ['', '-']}",
                ]
            ),
        ],
        records: [
            "people/people": [
                #"{"id":1,"mail":"kim@example.org","city":null,"age":null}"#,
                #"{"id":2,"mail":"kim@example.org","city":"Breda","age":40}"#,
            ]
        ]
    )

    static let writtenOtherwise = ShapeCase(
        testDescription: "numbers, days and truth are what the field says of how they are written",
        files: [
            "people/people.csv":
                "id;mail;sum;day;at;yes;tags\n1;kim@example.org;1.234,50;31.12.2025;12/31/2025 5:03 PM;ja;a|b\n",
            "people/exporter.yaml": people(
                "{file: people.csv, delimiter: ;}".trimmedBraces,
                fields: [
                    "{name: sum, type: number, title: Sum, decimalChar: \",\", groupChar: .}",
                    "{name: day, type: date, title: Day, format: \"%d.%m.%Y\"}",
                    "{name: at, type: datetime, title: At, format: \"%m/%d/%Y %I:%M %p\"}",
                    "{name: \"yes\", type: boolean, title: Is, trueValues: [ja], falseValues: [nee]}",
                    "{name: tags, type: list, title: Tags, delimiter: \"|\"}",
                ]
            ),
        ],
        records: [
            "people/people": [
                #"{"id":1,"mail":"kim@example.org","sum":1234.50,"day":"2025-12-31","at":"2025-12-31T17:03:00","yes":true,"tags":["a","b"]}"#
            ]
        ]
    )

    static let notWhatTheFieldSays = ShapeCase(
        testDescription: "a value that is not what the field says stays exactly as it is, in a valid package",
        files: [
            "people/people.csv":
                "id;mail;sum;day;at;yes\n007;kim@example.org;1.234,50;31.12.2025;12/31/2025 5:03 PM;ja\n8;kim@example.org;1.5;2025-12-31;2025-12-31 10:00:00;true\n",
            "people/exporter.yaml": people(
                "{file: people.csv, delimiter: ;}".trimmedBraces,
                fields: [
                    "{name: sum, type: number, title: Sum}", "{name: day, type: date, title: Day}",
                    "{name: at, type: datetime, title: At}", "{name: \"yes\", type: boolean, title: Is}",
                ]
            ),
        ],
        records: [
            "people/people": [
                #"{"id":"007","mail":"kim@example.org","sum":"1.234,50","day":"31.12.2025","at":"12/31/2025 5:03 PM","yes":"ja"}"#,
                #"{"id":8,"mail":"kim@example.org","sum":1.5,"day":"2025-12-31","at":"2025-12-31 10:00:00","yes":true}"#,
            ]
        ]
    )

    /// The orders of a web shop: a line for each item, the order's own cells on its first line only.
    static let shop = ShapeCase(
        testDescription: "a shop's lines repeat the key of their order, which is claimed as no key",
        files: [
            "shop/orders.csv": """
            Name,Email,Paid at,Total,Accepts Marketing,Lineitem name,Billing Zip,Id
            #1001,kim@example.org,2024-05-01 10:00:00 +0200,12.50,no,Tea,'01234,5001
            #1001,kim@example.org,,,,Cup,,
            #1002,kim@example.org,2024-06-01 11:30:00 +0200,7.00,yes,Tea,1234 AB,5002

            """,
            "shop/exporter.yaml": """
            system: Shop
            held_by: controller
            driver: files
            connection: .
            collections:
              orders:
                title: Orders
                category: orders
                origin: provided
                needs: [email]
                file: orders.csv
                key: [Name]
                fields:
                  - {name: Name, type: string, title: Order}
                  - {name: Email, type: string, format: email, title: E-mail, address_of_record: email}
                  - {name: Paid at, type: datetime, title: Paid at, format: "%Y-%m-%d %H:%M:%S %z"}
                  - {name: Total, type: number, title: Total}
                  - {name: Accepts Marketing, type: boolean, title: Marketing, trueValues: ["yes"], falseValues: ["no"]}
                  - {name: Lineitem name, type: string, title: Item}
                  - {name: Billing Zip, type: string, title: Zip}
                  - {name: Id, type: integer, title: Id}
            """,
        ],
        records: [
            "shop/orders": [
                ##"{"Name":"#1001","Email":"kim@example.org","Paid at":"2024-05-01T10:00:00+02:00","Total":12.50,"Accepts Marketing":false,"Lineitem name":"Tea","Billing Zip":"'01234","Id":5001}"##,
                ##"{"Name":"#1001","Email":"kim@example.org","Paid at":null,"Total":null,"Accepts Marketing":null,"Lineitem name":"Cup","Billing Zip":null,"Id":null}"##,
                ##"{"Name":"#1002","Email":"kim@example.org","Paid at":"2024-06-01T11:30:00+02:00","Total":7.00,"Accepts Marketing":true,"Lineitem name":"Tea","Billing Zip":"1234 AB","Id":5002}"##,
            ]
        ]
    )

    /// A rental shop's customers: pictures, truth as a number, times with a fraction, addresses in capitals.
    static let rentals = ShapeCase(
        testDescription: "a rental shop's columns of all sorts make a valid package",
        files: [
            "rental/rental.sqlite": """
            CREATE TABLE customer (customer_id INTEGER, email TEXT, active, picture BLOB, create_date, amount);
            INSERT INTO customer VALUES (1, 'KIM@EXAMPLE.ORG', 1, x'89504e47', '2006-02-14 22:04:36.000', 2.99),
                (2, 'kim@example.org', 'Y', NULL, 1139954676, 'none');
            """,
            "rental/exporter.yaml": """
            system: Rentals
            held_by: controller
            driver: sqlite
            connection: rental.sqlite
            collections:
              customers:
                title: Customers
                category: account
                origin: provided
                needs: [email]
                query: SELECT * FROM customer WHERE lower(email) = lower(:email)
                key: [customer_id]
                fields:
                  - {name: customer_id, type: integer, title: Customer}
                  - {name: email, type: string, format: email, title: E-mail, address_of_record: email}
                  - {name: active, type: boolean, title: Active}
                  - {name: picture, type: string, title: Picture}
                  - {name: create_date, type: datetime, title: Since}
                  - {name: amount, type: number, title: Amount}
            """,
        ],
        records: [
            "rental/customers": [
                #"{"customer_id":1,"email":"KIM@EXAMPLE.ORG","active":true,"picture":null,"picture:base64":"iVBORw==","create_date":"2006-02-14 22:04:36.000","amount":2.99}"#,
                #"{"customer_id":2,"email":"kim@example.org","active":"Y","picture":null,"create_date":1139954676,"amount":"none"}"#,
            ]
        ]
    )

    /// What a database writes out as text: `t` and `f`, an offset of hours, arrays in braces.
    static let dump = ShapeCase(
        testDescription: "a database's own text format is read by its words",
        files: [
            "people/people.csv":
                "id\tmail\tactive\tsince\ttags\n1\tkim@example.org\tt\t2022-02-15 10:02:19.123+00\t{red,blue}\n2\tkim@example.org\tf\t\\N\t\\N\n",
            "people/exporter.yaml": people(
                "{file: people.csv, delimiter: \"\\t\"}".trimmedBraces,
                fields: [
                    "{name: active, type: boolean, title: Active, trueValues: [t], falseValues: [f]}",
                    "{name: since, type: datetime, title: Since, missingValues: ['\\N']}",
                    "{name: tags, type: array, title: Tags, missingValues: ['\\N']}",
                ]
            ),
        ],
        records: [
            "people/people": [
                #"{"id":1,"mail":"kim@example.org","active":true,"since":"2022-02-15 10:02:19.123+00","tags":"{red,blue}"}"#,
                #"{"id":2,"mail":"kim@example.org","active":false,"since":null,"tags":null}"#,
            ]
        ]
    )
}

extension String {
    /// Settings on one line, as a block has them under each other.
    fileprivate var trimmedBraces: String {
        dropFirst().dropLast().split(separator: ", ").joined(separator: "\n    ")
    }
}
