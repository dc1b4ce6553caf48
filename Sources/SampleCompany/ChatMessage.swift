/// One line of the chat's log.
struct ChatMessage {
    /// What customer service is called in the chat.
    static let support = "support"

    var sender: String
    var recipient: String?
    var room: String?
    var agent: String?
    var members: [String]?
    var mentions: [String] = []
    var text: String

    /// Appends the message to a day's file.
    func append(to lines: inout JSONLine, id: Int, at moment: String) {
        lines.begin()
        lines.put("id", id)
        lines.put("at", moment)
        lines.put("room", room)
        lines.put("sender", sender)
        lines.put("recipient", recipient)
        lines.put("agent", agent)
        lines.put("members", members)
        lines.put("mentions", mentions)
        lines.put("text", text)
        lines.end()
    }

    /// What people say; no handle and no name stands in it.
    static let sentences = [
        "Goedemorgen allemaal", "Weet iemand of de leeslamp dimbaar is?", "Ja, met een losse dimmer.",
        "Dank je wel!", "Mijn pakket is er nog niet :(", "Bij mij duurde het ook drie dagen.",
        "De puzzel is af, 1.000 stukjes en er ontbrak er één.", "Haha", "Wie leest er mee in \"De Proef\"?",
        "Hoofdstuk 4 is het beste; daarna zakt het in.", "Tot morgen", "Ik heb er al twee besteld.",
        "Does anybody know whether they ship to Belgium?", "Yes, they do.", "Kan ik het ruilen?",
        "Dat kan binnen dertig dagen.", "Zie de mail van gisteren\nen de bijlage.", "Prima 👍", "Geen probleem",
        "De geurkaars ruikt naar vanille, niet naar roos.", "Ik zou 'm niet nog eens kopen", "Mooi weer vandaag",
        "<b>let op</b> de actie loopt tot zondag", "=SOM(A1:A9) werkt niet in mijn lijstje", "Fijn weekend!",
    ]
    static let supportSentences = [
        "Goedendag, waarmee kan ik u helpen?", "Uw pakket is onderweg.", "Het bedrag is teruggestort.",
        "Ik heb het voor u nagekeken en er staat niets open.", "Fijn dat het gelukt is!",
    ]
}
