import Foundation

/// The applicants' folders: a CV in the JSON Resume form, a letter and a CV as PDF.
struct Applications {
    let people: [Population.Person]
    let today: Day

    func write(into exporter: String, _ random: consuming Randomness) throws {
        var random = random
        for person in people {
            guard let id = person.applicantID else { continue }
            let folder = "\(exporter)/applicants/\(id)"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let resume = Resume(of: person, today: today, &random)
            try save(resume.json(), as: "resume.json", in: folder)
            try save(PDF.document(letter(of: person, for: resume, &random)), as: "letter.pdf", in: folder)
            try save(PDF.document(resume.lines), as: "cv.pdf", in: folder)
            guard id == PlantedPeople.applicantOnly.applicantID else { continue }
            for name in PlantedPeople.trapDocumentNames {
                try save(PDF.document(["Bijlage", person.name]), as: name, in: folder)
            }
        }
    }

    private func save(_ content: Data, as name: String, in folder: String) throws {
        try content.write(to: URL(fileURLWithPath: folder).appendingPathComponent(name))
    }

    private func letter(of person: Population.Person, for resume: Resume, _ random: inout Randomness) -> [String] {
        let place = person.address.split(separator: "\n").last.map(String.init) ?? ""
        return [
            "Sollicitatie naar de functie van \(resume.basics.label)", "",
            "\(place), \((today - (random.below(300) + 3)).text)", "", "Geachte mevrouw, geachte heer,", "",
            "Graag solliciteer ik bij Voorbeeldwinkel B.V. (zie uw advertentie).",
            random.pick(["Ik werk graag in een kleine ploeg.", "Ik ben per direct beschikbaar."]), "",
            "Met vriendelijke groet,", person.name, person.email ?? "",
        ]
    }
}
