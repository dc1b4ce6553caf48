/// The first file that people open: what is what, how to check it and how to keep it, in four languages.
///
/// The text is constant, so that it says nothing about anybody. It begins with a byte order mark and breaks its lines
/// with CR LF, because Windows' oldest text viewer is the one that must not fail.
enum ReadMe {
    static let bytes: [UInt8] =
        [0xEF, 0xBB, 0xBF] + text.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }

    private static let text = [dutch, english, french, german].joined(separator: rule)

    private static let rule = "\n\n" + String(repeating: "-", count: 72) + "\n\n"

    private static let dutch = """
        NEDERLANDS

        In deze map staan de opgevraagde persoonsgegevens. Begin met
        01-overview.html: dat bestand opent in elke browser, ook zonder internet.

          01-overview.html     het overzicht: welke gegevens, waarom, hoe lang,
                               wie ze krijgt, en welke rechten er zijn
          processing.csv       dezelfde uitleg als tabel: wie welke gegevens
                               verwerkt, waarvoor en hoe lang
          02-data.xlsx         de gegevens voor een rekenprogramma, zoals Excel;
                               bij heel veel gegevens ontbreekt dit bestand:
                               gebruik dan csv
          csv                  dezelfde gegevens, elke tabel apart
          data                 dezelfde gegevens, exact zoals ze zijn bewaard
          files                documenten

        De bestanden die eindigen op .json, .jsonld en .p7s zijn voor computers;
        die zijn niet nodig om het overzicht te lezen.

        Verschilt een waarde van die in data, dan geldt data. In csv staat soms
        een apostrof (') voor een tekst, zodat een rekenprogramma die tekst niet
        als formule uitvoert. Een rekenprogramma kan lange nummers uit csv
        afronden en nullen vooraan weglaten; in de bestanden zelf staan ze goed,
        en in 02-data.xlsx blijven ze zoals ze zijn.

        Controleren (niet verplicht). In datapackage.json staat van elk bestand de
        controlesom (sha256). Zo is te zien of een bestand is veranderd. Is er een
        datapackage.json.p7s, dan is datapackage.json ondertekend. Met OpenSSL is te
        zien of de handtekening klopt, en of de vingerafdruk die in de mail is:

          openssl cms -verify -inform DER -noverify -in datapackage.json.p7s \\
            -content datapackage.json -signer signer.pem -out /dev/null
          openssl x509 -noout -fingerprint -sha256 -in signer.pem

        Bewaren. Dit zijn persoonlijke gegevens. Bewaar de uitgepakte map op een
        plek waar niemand anders bij kan, of bewaar alleen het versleutelde
        zip-bestand en het wachtwoord, elk op een andere plaats. Verwijder wat
        niet meer nodig is.
        """

    private static let english = """
        ENGLISH

        This folder holds the personal data that was asked for. Start with
        01-overview.html: it opens in every browser, also without internet.

          01-overview.html     the overview: which data, why, for how long,
                               who receives it, and which rights there are
          processing.csv       the same explanation as a table: who processes
                               which data, why and for how long
          02-data.xlsx         the data for a spreadsheet program such as Excel;
                               it is left out where there is very much data:
                               then use csv
          csv                  the same data, each table by itself
          data                 the same data, exactly as it is held
          files                documents

        The files with .json, .jsonld and .p7s are for computers; you may ignore
        them.

        Where a value differs from the one in data, data is right. A text in csv
        may have an apostrophe (') in front, so that a spreadsheet program does
        not run it as a formula. A spreadsheet program may round long numbers
        from csv and drop leading zeros; in the files themselves they are right,
        and in 02-data.xlsx they stay as they are.

        To check (optional). datapackage.json has the checksum (sha256) of every
        file, which shows whether a file was changed. Where there is a
        datapackage.json.p7s, datapackage.json is signed. OpenSSL shows whether the
        signature is right, and whether its fingerprint is the one in the e-mail:

          openssl cms -verify -inform DER -noverify -in datapackage.json.p7s \\
            -content datapackage.json -signer signer.pem -out /dev/null
          openssl x509 -noout -fingerprint -sha256 -in signer.pem

        To keep. This is personal data. Keep the unpacked folder where nobody
        else can reach it, or keep only the encrypted zip file and its
        passphrase, each in a different place. Delete what is no longer needed.
        """

    private static let french = """
        FRANÇAIS

        Ce dossier contient les données personnelles demandées. Commencez par
        01-overview.html : il s'ouvre dans tout navigateur, même sans internet.

          01-overview.html     l'aperçu : quelles données, pourquoi, combien de
                               temps, qui les reçoit, et quels sont les droits
          processing.csv       la même explication en tableau : qui traite
                               quelles données, pourquoi et combien de temps
          02-data.xlsx         les données pour un tableur tel qu'Excel ; ce
                               fichier manque quand il y a énormément de
                               données : utilisez alors csv
          csv                  les mêmes données, chaque tableau à part
          data                 les mêmes données, telles qu'elles sont conservées
          files                les documents

        Les fichiers en .json, .jsonld et .p7s sont destinés aux ordinateurs ;
        vous pouvez les ignorer.

        Si une valeur diffère de celle dans data, c'est data qui fait foi. Dans
        csv, une apostrophe (') précède parfois un texte, pour qu'un tableur ne
        l'exécute pas comme une formule. Un tableur peut arrondir les longs
        numéros de csv et ôter les zéros initiaux ; les fichiers eux-mêmes les
        contiennent correctement, et 02-data.xlsx les garde tels quels.

        Vérifier (facultatif). datapackage.json contient la somme de contrôle
        (sha256) de chaque fichier, qui montre si un fichier a été modifié. S'il y
        a un datapackage.json.p7s, datapackage.json est signé. OpenSSL montre si la
        signature est juste, et si son empreinte est celle du courriel :

          openssl cms -verify -inform DER -noverify -in datapackage.json.p7s \\
            -content datapackage.json -signer signer.pem -out /dev/null
          openssl x509 -noout -fingerprint -sha256 -in signer.pem

        Conserver. Ce sont des données personnelles. Gardez le dossier extrait là
        où personne d'autre n'y a accès, ou gardez seulement le fichier zip
        chiffré et sa phrase secrète, dans deux endroits différents. Supprimez ce
        qui n'est plus nécessaire.
        """

    private static let german = """
        DEUTSCH

        Dieser Ordner enthält die angeforderten personenbezogenen Daten. Beginnen
        Sie mit 01-overview.html: Die Datei öffnet sich in jedem Browser, auch
        ohne Internet.

          01-overview.html     die Übersicht: welche Daten, wozu, wie lange, wer
                               sie erhält, und welche Rechte bestehen
          processing.csv       dieselbe Erklärung als Tabelle: wer welche
                               Daten verarbeitet, wozu und wie lange
          02-data.xlsx         die Daten für eine Tabellenkalkulation wie Excel;
                               bei sehr vielen Daten fehlt diese Datei:
                               verwenden Sie dann csv
          csv                  dieselben Daten, jede Tabelle für sich
          data                 dieselben Daten, genau so, wie sie gespeichert sind
          files                Dokumente

        Die Dateien mit .json, .jsonld und .p7s sind für Computer bestimmt; Sie
        brauchen sie nicht zu beachten.

        Weicht ein Wert von dem in data ab, gilt data. In csv steht vor einem Text
        manchmal ein Apostroph ('), damit eine Tabellenkalkulation ihn nicht als
        Formel ausführt. Eine Tabellenkalkulation kann lange Nummern aus csv
        runden und führende Nullen weglassen; in den Dateien selbst stehen sie
        richtig, und in 02-data.xlsx bleiben sie, wie sie sind.

        Prüfen (freiwillig). datapackage.json enthält die Prüfsumme (sha256) jeder
        Datei; sie zeigt, ob eine Datei verändert wurde. Gibt es eine Datei
        datapackage.json.p7s, ist datapackage.json signiert. OpenSSL zeigt, ob die
        Signatur stimmt und ob ihr Fingerabdruck der aus der E-Mail ist:

          openssl cms -verify -inform DER -noverify -in datapackage.json.p7s \\
            -content datapackage.json -signer signer.pem -out /dev/null
          openssl x509 -noout -fingerprint -sha256 -in signer.pem

        Aufbewahren. Dies sind personenbezogene Daten. Bewahren Sie den entpackten
        Ordner dort auf, wo niemand sonst Zugang hat, oder behalten Sie nur die
        verschlüsselte ZIP-Datei und ihre Passphrase, an zwei verschiedenen
        Orten. Löschen Sie, was nicht mehr gebraucht wird.

        """
}
