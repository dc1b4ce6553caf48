package import Policy

/// A way by which a person can be told a passphrase, which never goes by mail.
package enum PassphraseWay: String, Sendable, Encodable {
    /// By ringing a number that is on file.
    case telephone
    /// By a letter to the postal address that is on file.
    case letter
    /// As the controller says, for those of whom neither is on file.
    case otherwise = "as you say in passphrase_otherwise"
    /// Face to face, for those of whom neither is on file.
    case inPerson = "in person"
}

extension VerifiedSubject {
    /// By which ways they can be told a passphrase; never empty, so that nobody gets an archive that nobody can open.
    ///
    /// What an earlier edition proved says nothing of a postal address: it is then looked for.
    package func passphraseWays(_ policy: DeliveryPolicy) -> [PassphraseWay] {
        let onFile: [PassphraseWay] =
            (phones.isEmpty ? [] : [.telephone]) + (hasPostalAddress == false ? [] : [.letter])
        guard onFile.isEmpty else { return onFile }
        return [policy.passphraseOtherwise == nil ? .inPerson : .otherwise]
    }
}

extension [PassphraseWay] {
    /// The ways in words, for who tells it.
    package var sentence: String {
        switch first {
        case .inPerson: "in person alone: neither a telephone number nor a postal address is on file"
        case .otherwise:
            "\(PassphraseWay.otherwise.rawValue): neither a telephone number nor a postal address is on file"
        case .letter: "by letter to the postal address on file; no telephone number is"
        case .telephone: contains(.letter) ? "by telephone or by letter" : "by telephone"
        case nil: "in no way"
        }
    }
}
