import Testing
import SpreadsheetImport

@Suite struct `RecordImport of columns` {
    private func matching(_ text: String, naming columns: [String] = []) throws -> ColumnMatching {
        let named = try columns.map { try #require(NamedColumn($0)) }
        return try ColumnMatching(RegisterFile(Array(text.utf8), name: "r.csv", naming: named), naming: named)
    }

    @Test(arguments: [
        ("DOEL", RecordColumn.purpose), ("Doel(einden)", .purpose), ("doel van de verwerking", .purpose),
        ("Doel van de verwerking van persoonsgegevens", .purpose), ("Zwecke", .purpose), ("Finalité(s)", .purpose),
        ("Finalite", .purpose), ("Categorie(ën) persoonsgegevens", .data), ("Catégories de données", .data),
        ("CATEGORIEËN VAN PERSOONSGEGEVENS", .data), ("Bewaar-termijn", .retention), ("bewaartermijnen:", .retention),
        ("Bewaartermijn (indien mogelijk)", .retention), ("Bewaartermyn", .retention), ("Löschfrist", .retention),
        ("Verwerker", .processors), ("Sous-traitant(s)", .processors), ("Naam verwerker", .processors),
        ("Ontvanger(s) van de gegevens", .recipients), ("Empfanger", .recipients),
        ("Rechtsgrond", .legalBasis), ("Lawful basis (Art. 6)", .legalBasis),
        ("Doorgifte buiten de EU?", .thirdCountries),
    ])
    func `are known in any case, number and punctuation`(header: String, column: RecordColumn) throws {
        let columns = try matching(
            "Nummer,\(header),Verwerkingsactiviteit\n1,x,y\n",
            naming: ["name=Verwerkingsactiviteit"]
        )
        #expect(columns.matched[column] == [1], "\(columns.matched)")
    }

    @Test(arguments: ["Link to contract with processor", "Adres verwerker", "Datum ontvangst", "Toelichting grondslag"])
    func `about another matter are not taken for the one they name`(_ header: String) throws {
        let columns = try matching("Verwerkingsactiviteit,Doel,\(header)\na,b,c\n")
        #expect(columns.noted == [2])
        #expect(columns.questions.isEmpty)
    }

    @Test func `which are as good as each other are asked about, and an answer settles it`() throws {
        var columns = try matching("Verwerkingsactiviteit,Doel,Zweck,Ontvangers,Empfänger\na,b,c,d,e\n")
        #expect(columns.questions.map(\.column) == [.purpose, .recipients])
        #expect(columns.questions.first?.candidates == [1, 2])
        columns.answer(with: 2)
        #expect(columns.questions.map(\.column) == [.recipients])
        columns.answer(with: nil)
        #expect(columns.questions.isEmpty)
        #expect(columns.matched[.purpose] == [2])
        #expect(columns.noted == [1, 3, 4])
    }

    @Test func `which are empty are no candidates`() throws {
        let columns = try matching("Verwerkingsactiviteit,Doel,Zweck\na,b,\n")
        #expect(columns.questions.isEmpty)
        #expect(columns.matched[.purpose] == [1])
    }

    @Test func `which differ by a number are taken together`() throws {
        let columns = try matching("Verwerkingsactiviteit,Doel 1,Doel 2\na,b,c\n")
        #expect(columns.matched[.purpose] == [1, 2])
    }

    @Test func `a better header leaves the general one to the notes`() throws {
        let columns = try matching("Naam,Proces,Naam van de verwerking,Doel\na,b,c,d\n")
        #expect(columns.matched[.name] == [2])
        #expect(columns.noted == [0, 1])
    }

    @Test func `that somebody named count before the rest, twice or not at all`() throws {
        let text = "Verwerkingsactiviteit,Doel,Waarom,Waartoe\na,b,c,d\n"
        #expect(try matching(text, naming: ["purpose=waarom"]).matched[.purpose] == [2])
        #expect(try matching(text, naming: ["purpose=Waarom", "purpose=Waartoe"]).matched[.purpose] == [2, 3])
        let none = try matching(text, naming: ["purpose="])
        #expect(none.matched[.purpose] == [])
        #expect(none.noted == [1, 2, 3])
    }

    @Test func `without a header are named by their number`() throws {
        let text = "Verwerkingsactiviteit,,Ontvangers\na,b,c\n"
        let open = try matching(text)
        #expect(open.questions.first?.candidates.map(open.name) == ["column 2"])
        #expect(try matching(text, naming: ["purpose=column 2"]).matched[.purpose] == [1])
    }

    @Test func `that are needed and not found are asked for among the others`() throws {
        let columns = try matching("Verwerkingsactiviteit,Waarom,Wie\na,b,c\n")
        #expect(columns.questions.map(\.column) == [.purpose])
        #expect(columns.questions.first?.candidates == [1, 2])
    }

    @Test func `in an unknown language are found once they are named`() throws {
        let text = "Rejestr\nNazwa;Cel;Uwagi\nKadry;Wypłaty;brak\n"
        #expect(try matching(text).questions.map(\.column) == [.name, .purpose])
        let columns = try matching(text, naming: ["name=Nazwa", "purpose=Cel"])
        #expect(columns.questions.isEmpty)
        #expect(columns.matched[.name] == [0])
    }

    @Test func `no word stands for two columns`() throws {
        var seen: [String: RecordColumn] = [:]
        for column in RecordColumn.allCases {
            for word in column.words {
                let key = word.lowercased().drop { "=+".contains($0) }
                #expect(seen[String(key)] ?? column == column, "\(word)")
                seen[String(key)] = column
            }
        }
    }

    @Test(arguments: ["purpose", "=Doel", "Purpose=Doel", "nothing=Doel", ""])
    func `are not named in any other way`(_ text: String) { #expect(NamedColumn(text) == nil) }
}
