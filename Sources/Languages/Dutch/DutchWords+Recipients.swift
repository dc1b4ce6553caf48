import ExporterKit
import Policy

extension DutchWords {
    var noRecipients: String { "Niemand buiten onze organisatie." }
    func ownTools(_ names: String) -> String {
        "Wij gebruiken hiervoor programma's die wij zelf draaien: \(names). De makers daarvan krijgen geen gegevens."
    }
    func role(_ role: Processor.Role) -> String {
        switch role {
        case .processor: "werkt in onze opdracht (verwerker)"
        case .subprocessor: "werkt voor een van onze verwerkers (subverwerker)"
        case .recipient: "ontvangt gegevens van ons"
        case .authority: "overheidsinstantie"
        case .source: "levert ons gegevens (bron)"
        case .ownController: "beslist zelf wat er met de gegevens gebeurt (verwerkingsverantwoordelijke)"
        case .intraGroup: "hoort bij ons concern"
        case .selfHostedSoftware: "draait bij ons zelf; de maker krijgt geen gegevens"
        case .jointOrCoOrganiser: "organiseert en beslist samen met ons"
        case .unclear: "in welke rol, zegt ons beleid niet"
        }
    }
    func heading(_ group: RecipientGroup) -> String {
        switch group {
        case .processors: "Wie in onze opdracht werkt"
        case .group: "Bedrijven van ons concern"
        case .joint: "Wie samen met ons organiseert en beslist"
        case .controllers: "Wie zelf over de gegevens beslist"
        case .recipients: "Andere ontvangers"
        case .authorities: "Overheidsinstanties"
        case .unclear: "Ontvangers van wie ons beleid de rol niet noemt"
        case .sources: "Wie ons alleen gegevens levert"
        case .ownTools: "Programma's die wij zelf draaien"
        }
    }
    func explanation(_ group: RecipientGroup) -> String? {
        switch group {
        case .processors:
            "Deze verwerkers mogen de gegevens alleen gebruiken voor wat wij hun opdragen (artikel 28 AVG)."
        case .controllers:
            "Zij zijn zelf verantwoordelijk voor wat zij doen. \(say("Uw", "Je")) rechten gelden ook tegenover hen."
        case .sources: "Zij krijgen van ons geen gegevens; wij krijgen gegevens van hen."
        case .ownTools: "Dit zijn geen ontvangers: er gaat niets naar de makers."
        case .group, .joint, .recipients, .authorities, .unclear: nil
        }
    }
    var unnamedRecipient: String { "Een ontvanger die ons verwerkingsregister niet beschrijft" }
    func unnamed(_ count: Int, contact: String) -> String {
        "Van \(count == 1 ? "één ontvanger" : "\(number(count)) ontvangers") noemt ons privacybeleid alleen de soort. "
            + "\(say("U hebt", "Je hebt")) recht op de naam en kunt die vragen: \(contact)."
    }
    var nameOnRequest: String { "naam op te vragen" }
    var recipientsHeading: String { "Iedereen die gegevens ontvangt, verwerkt of levert" }
    func recipientsIntroduction(_ count: Int) -> String {
        "Dit zijn alle \(number(count)) vermeldingen in ons register, ook die met \(your) gegevens niets te maken hebben. "
            + "Wat over \(whom) gaat, staat hierboven bij elke soort gegevens."
    }
    var recipientColumns: [String] { ["Wie", "Waarvoor", "Waar", "Afspraken en termijn"] }
    var notStated: String { "niet vermeld" }
    func receives(_ data: String) -> String { "Krijgt: \(data)." }
    func onBasis(_ articles: String) -> String { "Op grond van \(articles)." }
    func onlyIf(_ condition: String) -> String { "Voorwaarde: \(ended(condition))" }
    func forCategories(_ titles: String) -> String { "Bij: \(titles)." }
    func agreement(_ isThere: Bool) -> String {
        isThere ? "Verwerkersovereenkomst gesloten." : "Geen verwerkersovereenkomst."
    }
    func confidentiality(_ words: String) -> String { "Geheimhouding: \(ended(words))" }
    func ownPurposes(_ purposes: Processor.OwnPurposes, language: String) -> String {
        switch purposes {
        case .none: "Gebruikt de gegevens niet voor eigen doelen."
        case .some: "Gebruikt de gegevens ook voor eigen doelen."
        case .described(let words): "Eigen doelen: \(ended(words.text(in: language)))"
        }
    }
    func itsRetention(_ sentence: String) -> String { "Bewaart: \(sentence)" }

    var noTransfers: String {
        "Volgens onze administratie blijven deze gegevens binnen de Europese Economische Ruimte."
    }
    var allRecipients: String { "Alle ontvangers hierboven" }
    var staysInArea: String { "Volgens ons beleid gaat hiervan niets buiten de Europese Economische Ruimte." }
    func transfer(to country: String?, isCertain: Bool) -> String {
        guard let country else {
            return isCertain
                ? "Doorgifte naar een land buiten de EER dat ons beleid niet noemt."
                : "Mogelijk doorgifte naar een land buiten de EER dat ons beleid niet noemt."
        }
        return isCertain ? "Doorgifte naar: \(country)." : "Mogelijk doorgifte naar: \(country)."
    }
    func safeguards(_ names: [String]) -> String {
        "\(names.count == 1 ? "Waarborg" : "Waarborgen"): \(ended(names.joined(separator: "; ")))"
    }
    func safeguard(_ kind: Safeguard.Kind, name: String) -> String {
        switch kind {
        case .standardClauses: "modelcontractbepalingen van de Europese Commissie (SCC)"
        case .bindingRules: "bindende bedrijfsvoorschriften (BCR)"
        case .adequacy: "een adequaatheidsbesluit van de Europese Commissie"
        case .consent: "\(your) toestemming voor de doorgifte"
        case .processingAgreement: "een verwerkersovereenkomst (DPA)"
        case .chapterFive: "de regels voor doorgifte van artikel 44 en volgende AVG"
        case .otherwisePermitted: "wat de wet verder toestaat"
        case .privacyShield: "\(name) (geldt niet meer)"
        }
    }
    var outdatedSafeguard: String { "Het Privacy Shield geldt sinds 2020 niet meer als waarborg." }
    func noSafeguard(afterOutdated: Bool) -> String {
        "Ons verwerkingsregister noemt geen \(afterOutdated ? "andere " : "")waarborg; \(youCan) ons ernaar "
            + "vragen."
    }
    func somewhere(_ country: String) -> String {
        "\(ended(capitalised(country))) Van een doorgifte buiten de EER staat niets in ons register."
    }
    func unknownPlace(_ names: String, contact: String) -> String {
        "\(names): ons register zegt niet of gegevens buiten de EER komen. \(say("U kunt", "Je kunt")) het ons vragen: "
            + "\(contact)."
    }
    func transferConditions(_ conditions: String) -> String {
        "Buiten de Europese Economische Ruimte gaan gegevens alleen \(conditions)."
    }
    func transferCondition(_ condition: String) -> String {
        switch condition {
        case "legally_required": "als de wet het eist"
        case "consent": "met \(your) toestemming"
        case "contract_performance": "als een overeenkomst het nodig maakt"
        default: "bij \(spaced(condition))"
        }
    }
}
