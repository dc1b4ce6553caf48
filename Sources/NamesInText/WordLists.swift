/// Words that tell names from other words, in the four languages that answers are written in; all folded.
enum WordLists {
    /// What stands before the last part of a family name.
    static let particles = words(
        """
        van von vom zu zum zur der den de het t te ten ter tot op aan in onder uit voor bij des du la le les l d da di del
        della dello dos do el al bin ibn abu ben o mac mc st san af auf und y e i
        """
    )

    /// What people are addressed by; a name behind one is a name, whatever else the word means.
    static let honorifics = words(
        """
        mr mrs ms miss mister madam sir lady lord dr drs ir ing prof professor doctor dokter doktor mevrouw mevr mw meneer
        mijnheer heer dhr juffrouw herr herrn frau fraulein monsieur madame mme mlle mademoiselle oom tante onkel oncle
        aunt uncle collega collegas kollege kollegin kollegen colleague collegue familie famille family fam firma zuster
        broeder sister brother pater pfarrer pastor ds rev
        """
    )

    /// What makes a name one of a company or a department: it is searched for whole.
    static let organisations = words(
        """
        bv nv vof cv gmbh ag kg ohg ug mbh ev eg sarl sas sa eurl sci ltd limited llc inc plc corp co company stichting
        vereniging stiftung verein fondation association societe bank service services support helpdesk desk team sales
        afdeling abteilung department departement dienst klantenservice kundenservice kundendienst servicedesk marketing
        administratie administration verwaltung redactie redaktion directie direction office kantoor buro winkel shop
        systeem system admin administrator webmaster info noreply robot bot gast guest anonymous anoniem anonym
        unbekannt unknown onbekend inconnu nvt none geen keine aucun test klant kunde client customer gebruiker benutzer
        """
    )

    /// Words before which the next is the thing and not somebody's name.
    static let determiners = words(
        """
        hundert tausend hundred thousand honderd duizend cent mille
        a an the this that these those my your his her its our their no any some every each
        de het een deze dit die dat mijn jouw uw zijn haar ons onze hun geen elke ieder
        der die das den dem des ein eine einen einem einer eines kein keine keinen dieser diese dieses diesen diesem mein
        meine meinen dein deine ihr ihre ihren unser unsere jede jeder jedes zum zur im am beim vom
        le la les l un une des du au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs
        """
    )

    /// Words after which the name of a month is a month.
    static let beforeMonths = words(
        """
        in since until till by before after early late mid last next from to of per sinds tot vanaf voor na eind begin medio
        half vorige volgende afgelopen komende seit bis ab vor nach ende anfang mitte im letzten nachsten en depuis jusqu
        jusqua avant apres debut fin mi
        """
    )
    static let months = words(
        """
        jan feb mar apr mei mai may jun jul aug sep sept okt oct nov dec dez januari februari maart april juni juli augustus
        september oktober november december januar februar marz august dezember january february march june july october
        janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre
        """
    )

    private static func words(_ text: String) -> Set<[UInt8]> {
        Set(text.utf8.split { $0 <= 0x20 }.map(Array.init))
    }

    /// Names that are words as well: alone they are names only where the word cannot stand.
    static let common = words(commonNames).union(months)

    private static let commonNames = """
        adler africa aime alt alte amber amour an anders ange angel anker april arm art august aurore automne aval avis
        avril bach baker bakker balk ball band bank banks bar bas bauer baum beau beek been beer bell belle ben bent
        berg bergen berger best beste bien bijl bill binder bird bishop bisschop bitter black blanc blanche bleu bloem
        blok blom blond blume boeken boer bois bol bom bon bond bonheur bonne bonnet boom boot borg bos bosch bot
        boucher boulanger bouw braam brand branden braun brave breed brink broek broer brood brook brouwer brown bruin
        brun brunner buis burg burger busch bush butcher butler by cadet camp canon carpenter carpentier carter case
        cash castle cat chance chapelle charbon charge charme charpentier chase chat chemin cherry chevalier chip christ
        church claire clay clerk cloud cloutier coast comte constant cook cool cooper corn cote cour court couturier cox
        crane cross crystal curry dag daisy dale dam dame dawn day days dean delay den desire deur deutsch dick dieren
        dijk doctor dokter dom don doom doorn dorn dot drew dubois duc duif duke east edel eik elder engel engels
        english erbe ernst espoir est faith fall fern fest field fields fischer fisher flamand flood flower fontaine
        ford forest foret forge fort forte fortune fou fox franc france frank franke freeman frei french freude fried
        friend frisch froh fruit fuchs funk gallois gans garde garden gardener gast gates gay gentil germain gift glas
        glass glen gold golden goud graaf grace graf grand grant gras grau graves gray green greffier grey grijs groen
        groene groot gros gross grote grove grun guerre guest guide gunst gut guy haag haak haan haas haase hahn half
        hall hamer hammer hand hard hart hase haupt haus haven hay head heart heath heather heer heide heiden heil
        heilig held helder helm hemel herbst herd herder here hert hertog herz herzog heus heuvel hill hirsch hiver hoek
        hof hol hold holland holly holz honey honor hood hoog hoogland hook hoop hope horn house huis huisman hund hunt
        hunter iris irish iron ivoor ivy jager jan jardin jasmine jet jeudi jeune job joker jolie jong jonge jongen
        jongens joy juli jung juni junior just juste justice kaiser kalf kamp kampen kapper kat kater katz kaufmann
        keizer keller kerk kern kerst key kind king kirch kirsch kit klaar klapper klaver klei klein kleine klerk klok
        knecht knight koch koe koenig kohler kok konig koning kool koopman koper kopp korn kort koster krach kraft krahe
        krebs kreuz krieger kroon kruis kuiper kunst kurz laan laat lachs lady lak lam lamb lampe land lande landman
        lane lang lange langer lark las last lavender law leader leder lee leeuw leger lehrer leider leuk libre licht
        lieb liebe lief lies light lily linde linden linnen lion lock long look loon lord lot loup love lovely low luck
        lune lustig lux lynx maan maas maat mai mail main maire maison major mak malin man mann manna mans mar marchand
        marche marin marine mark marker market marks mars marsh mart mast masters mat matin matt mauer max may meer mees
        meester mei meisje meister melk melody menage mensch mer mercer mercier mercy messer miel miles mill miller min
        mine mint mira mission mol molen molenaar monde montag moon moor moore more morgan morgen most mouche moulin
        muis mulder muller munk munt mus muse nacht nadel nagel nas neige nest neu neumann nice nick nico night noble
        noir noire noon noord noorden nord norm normal north not nou nuit nul nuss oak ober ochs olive ons oog oom oost
        opal oreille orgel ost otter oud oude oven over ox paal pacht pack page paix palm palmer pan pansy pape paris
        park parker parks part pas pastoor pastor pat patience patrick paus pauw pays peace peach pear pearl peel peer
        pen penny peper pepper perle perry petit petite pfarrer pfeffer pfeiffer pier pierre pike pin pine pink plank
        plant plat plein ploeg plum poel poisson pol pole pomme pond pont pool poole poort pop pope poppy porter post
        pot potter power powers prairie precious preis price priest prime prince prins prinz prior prudence punt queen
        quick raab rad rain raison ram rand rang rap raven ray rebel rech recht redmond reed reeves reich rein reine rek
        renard rent rest reus rice rich richter ridder rider riese rijk rijn ring rit ritter river rivers riviere robe
        robin roche rocher rock roe roi rol rom roman rome romp rood roos rosa rose rosen rot roth rouge row royal ruby
        ruf ruiter rule runge rush rust rusty sage saint salt salz samstag sand sapphire sauer sauvage savage schaap
        schade scharf schatz schilder schipper schmied schneider schoen schon school schoon schreiber schreiner
        schuhmacher schuld schumacher schuster schutz schwab schwager schwartz schwarz schweizer scott seal sec see
        senior sergeant service shadow sharp shaw shepherd short silber silver singer sky slager slate slim slot sluis
        small smart smid smit smith snel snell snijder snoek snow sol soldat soleil sommer sonne sonnenschein sonntag
        sorge south spaans spark sparrow specht speck speer spiegel spijker spring sprong staal stab stahl star stark
        steel steele steen stein ster sterk stern sterre stevens stier still stock stoel stok stolz stone storch storm
        stout strand strange stranger street streng strike stroh strong stuhl sturm sud sue summer summers sun sunny
        suss swan sweet swift taal tang tas taylor teller temple ten teufel texas tide tiger til tim timmerman ton tong
        top toren tour tournier town trappe traub traum trinity troost trost true truman tuin tulp turner uil union
        vaart valentine valk vallee van vat veen veer vega veld velden venus ver verse vert vest vetter veuve victoire
        viel vierling vieux ville vink violet vis visser vlieger vliet vlinder vloed vogel vogels volk voll vorst vos
        vosse vrede vreugde vriend vries vrij vroom waard wagner wahl wal wald walk walker wall wand wang ward waters
        weber week weeks wees weg weger weiden weil wein weis weise weiss weit welch well wells west wester weten wetter
        whale wheeler white wick wiener wiese wijk wijn wijs wijze wild wilde wilder will willen wind winkel winkler
        winner winter winters wirt wise wit witt witte wol wolf wolk wolle wood woods word worth wrede wright wunder
        wunsch yard years young zaal zahn zand zander zang zee zeeman zeit zilver zimmer zimmermann zoet zoete zomer zon
        zonder zorg zucker zuid zwaan zwaard zwager zwart zwarte
        """
}
