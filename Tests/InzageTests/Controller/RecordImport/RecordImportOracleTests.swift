import Foundation
import TestSupport
import Testing
import SpreadsheetImport

/// Python's own readers of CSV and YAML hold one against the other.
@Suite struct `RecordImport as others read it` {
    /// Every cell whose words must come back somewhere in its category, and the counts.
    private static let script = """
        import csv, io, re, sys, yaml
        path, yaml_path, delimiter, header, names = sys.argv[1:6]
        rows = list(csv.reader(io.StringIO(open(path, encoding="utf-8-sig", newline="").read()), delimiter=delimiter))
        start = next(i for i, row in enumerate(rows) if row and row[0] == header)
        head, body = rows[start], [row for row in rows[start + 1:] if any(cell.strip() for cell in row)]
        record = yaml.safe_load(open(yaml_path, encoding="utf-8"))
        categories, processors = record["categories"], record["processors"]
        assert len(categories) == len(body), (len(categories), len(body))
        def texts(value):
            if isinstance(value, dict): return [t for v in value.values() for t in texts(v)]
            if isinstance(value, list): return [t for v in value for t in texts(v)]
            return [str(value)]
        def words(text): return re.findall(r"\\w+", text)
        nothing = {"nee", "geen", "n.v.t.", "no", "n/a", "non", "keine", "nein"}
        for row, category in zip(body, categories.values()):
            if row[0]: assert category["title"] == row[0], (category["title"], row[0])
            held = texts(category) + texts([processors[id] for id in category.get("processors", [])])
            found = {word for text in held for word in words(text)}
            # One company's name may stand elsewhere as B.V. and here as BV.
            squeezed = "".join("".join(words(text)) for text in held)
            for label, cell in zip(head, row):
                if re.search(names, label) or cell.strip().lower() in nothing: continue
                for item in re.split(r"[\\n;]", cell):
                    lost = [word for word in words(re.sub(r" \\(.*\\)", "", item)) if word not in found and word not in squeezed]
                    assert not lost, (label, len(lost))
        print(len(body), len(processors))
        """

    /// The delimiter, the first header, and the headers whose words become codes.
    @Test(arguments: [
        ("ap-nl.csv", ";", "Verwerkingsactiviteit", "Grondslag|Doorgifte"),
        ("ico-en.csv", ",", "Business function", "lawful basis|Article 9|third countries|source"),
        ("cnil-fr.csv", "\t", "Nom du traitement", "Base|Transferts"),
        ("de.csv", ";", "Bezeichnung der Verarbeitungstätigkeit", "Rechtsgrundlage|Drittländer"),
    ])
    func `every word of the register is in the record, and the counts agree`(
        name: String,
        delimiter: String,
        header: String,
        coded: String
    ) async throws {
        let read = try await ImportedRegister.fixture(name)
        try await withTemporaryFolder { folder in
            let file = folder + "/processing.yaml"
            try Data(read.record.yaml.utf8).write(to: URL(fileURLWithPath: file))
            let result = try runTool(
                checkout + "/.venv/bin/python",
                ["-c", Self.script, ImportedRegister.path(of: name), file, delimiter, header, coded]
            )
            #expect(result.output == "\(read.record.activities) \(read.record.recipients)\n", "\(result.errors)")
        }
    }
}
