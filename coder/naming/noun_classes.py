"""Closed classes of words around actors: what counts, what groups, what makes a role a past one, what marks a place."""

from typing import Final

from coder.syntax.grammar_words import DAYS

PARTITIVES: Final = frozenset(
    """
    thousand hundred dozen score million couple handful number majority minority group crowd team batch wave
    bunch band pair lot rest half quarter third percent part portion member most some many several few one two
    three all any none each both total kind type sort series mass column contingent gang generation throng mob
    hundreds thousands dozens scores millions tens members wing branch faction section segment remnant
    remnants ranks cadre squad flood stream convoy group'
    """.split()
)
# Behind a land and a hyphen: what it says of others does not make them its own.
HELD_UP: Final = frozenset("based backed funded sponsored supported trained allied educated born friendly".split())
STATE_NOUNS: Final = frozenset({"nation", "country", "state"})  # "the industrial nations" are no firms
NEUTRAL_HEADS: Final = frozenset(
    """
    side group team delegation contingent movement organization organisation community party camp bloc faction
    wing branch body people population public member unit figure nation country state republic capital city
    town village province region district area neighborhood neighbourhood suburb governorate island territory
    man woman regime network cell counterpart
    """.split()
)
PLACE_NOUNS: Final = frozenset(
    """
    city town village province region district area neighborhood neighbourhood suburb governorate island
    territory capital port border coast enclave camp street valley mountain airport strip peninsula
    """.split()
)
SPOT_NOUNS: Final = PLACE_NOUNS | frozenset(  # where something may be done, though nobody lives there or speaks for it
    "zone base post outpost position corridor countryside outskirts site part square compound checkpoint".split()
)
FORMER: Final = frozenset(
    "former ex late ousted deposed toppled onetime erstwhile overthrown retired ex- fugitive".split()
)
NOT_YET: Final = frozenset("elect designate".split())
UN_TITLES: Final = frozenset(  # with a capital and nothing that says whose they are, they are the United Nations'
    title.strip()
    for title in """
    secretary-general; secretary general; special representative; deputy special representative; special rapporteur;
    high commissioner; deputy secretary-general; under-secretary-general; assistant secretary-general; special adviser;
    deputy high commissioner; special coordinator; emergency relief coordinator; humanitarian coordinator
    """.split(";")
)
OPPOSED: Final = frozenset("shadow".split())  # "the shadow defence secretary" belongs to those who would govern
KIN: Final = frozenset(  # whose kin they are tells their country, not their office
    """
    wife husband widow widower son daughter brother sister mother father cousin nephew niece uncle aunt relative family
    grandson granddaughter grandfather fiancee girlfriend boyfriend child children stepson twin brother-in-law
    son-in-law father-in-law spouse
    """.split()
)
OF_STATES: Final = (
    frozenset(  # what states have and armed groups and broadcasters have not: "said the rebels shelled its soldiers"
        """
    soldier army navy police policeman embassy consulate government parliament ambassador minister territory airspace
    soil border navy warship warplane jet national citizen capital diplomat envoy peacekeeper troop airline currency
    president coastguard ally
    """.split()
    )
)
# No place to be in, two have it.
FRONTIERS: Final = frozenset("border frontier boundary coast shore airspace waters".split())
DEPENDENT_MARKS: Final = frozenset(
    """
    backed led sponsored supported made occupied funded brokered mediated imposed held controlled trained
    armed allied friendly aligned dominated wide style era bound proposed drafted ruled run owned
    """.split()
)
OWN_MARKS: Final = frozenset("born based registered flagged speaking".split())
KEEPING: Final = frozenset(  # whose a thing is: "a Chadian-run school", "a mine owned by Chad"
    "run owned controlled ruled governed administered operated".split()
)
AGAINST_MARKS: Final = frozenset("anti pro counter non".split())
PLACE_PREPOSITIONS: Final = frozenset(
    """
    in at near across over inside outside around throughout into along off within beside above under through
    """.split()
)
STRANGERS: Final = frozenset(  # whose "his" says nothing of their country: "the engineer begged his captors"
    """
    captor kidnapper abductor attacker assailant killer murderer torturer tormentor backer sponsor ally patron foe enemy
    adversary host creditor donor neighbor neighbour partner supplier
    """.split()
)
RELATIVE_OWNERS: Final = frozenset("country nation state republic kingdom".split())
ISLANDS: Final = frozenset(  # states that are called "the island"
    """
    ATG BHS BHR BRB COM CUB CYP DMA FJI GRD HTI ISL IRL JAM MDG MDV MLT MUS LKA LCA STP SGP SYC TLS TTO TWN NRU PNG
    """.split()
)
GIVEN_NAMES: Final = frozenset(  # names of places that people also bear as given names
    """
    chad christian jordan georgia paris victoria israel sydney florence sofia austin charlotte lincoln jackson india
    ireland america kenya cuba santiago salvador lourdes milan adelaide carolina dakota virginia washington
    hamilton wellington kingston london nancy george vladimir alexandria valencia malta china cairo lima berlin wales
    holland montenegro
    """.split()
)
MONTH_LEADS: Final = frozenset(
    "in since until till by of last early late mid next this during before after from on".split()
)
TITLES: Final = frozenset(
    """
    mr mrs ms miss dr sir dame lord lady secretary sheikh shaikh prof professor rev hon president-elect señor herr
    monsieur
    """.split()
)
TITLES_OF_OFFICE: Final = frozenset(
    """
    minister president premier chancellor secretary senator ambassador governor mayor general colonel spokesman
    spokeswoman leader envoy lawmaker judge commander captain sergeant private
    """.split()
)
ORGANISATION_WORDS: Final = frozenset(
    """
    party union university bank company corporation corp inc ltd group association institute agency ministry
    department committee council commission federation league club church court foundation center centre
    movement front army brigade brigades network office organization organisation news times post daily
    newspaper television airlines hospital school college society authority board service forces alliance
    coalition bureau fund embassy parliament senate
    """.split()
)
# Aircraft, which need not be of the land where they strike, unless it is its own government's.
AIRCRAFT: Final = frozenset("plane jet warplane helicopter aircraft bomber gunship fighter-bomber".split())
FLYING_AT_HOME: Final = frozenset("government regime army loyalist state national".split())
PLATFORMS: Final = (
    frozenset(  # what acts through its crew ("jets bombed"), but is a thing when it is acted on ("seized a tanker")
        """
    aircraft airplane aeroplane plane jet warplane helicopter drone tank gunboat warship ship vessel boat
    tanker trawler ferry submarine destroyer frigate cruiser carrier
    """.split()
    )
)
CALENDAR: Final = DAYS | frozenset("christmas easter ramadan gmt".split())
SUFFERED: Final = frozenset(  # acts whose phrase with "of" names whom they befell
    """killing murder assassination arrest execution detention kidnapping abduction torture rape jailing imprisonment
    beating shooting hanging massacre slaughter bombing bombardment shelling expulsion deportation lynching persecution
    harassment sentencing conviction prosecution beheading stabbing poisoning wounding slaying ouster""".split()
)
# Who bears arms or hides a face is of an unknown side, unless the noun tells it: "heavily armed troops".
ARMED: Final = frozenset("armed gun-toting gun-wielding knife-wielding masked".split())
SEASONED: Final = frozenset({"veteran"})  # says of a role how long somebody has had it: "veteran dissident"
SETTLER: Final = "settler"  # whose they are, ``lands.SETTLERS`` tells
SURNAME_ROLES: Final = frozenset(  # role nouns that are family names behind another capitalised word: "Daniel Squadron"
    """
    squadron king bishop baker cook judge marine priest pope knight page mason miller farmer fisher shepherd hunter
    porter butler marshal major sergeant prince duke abbot dean constable cooper smith weaver guard archer singer
    son
    """.split()
)
# Trades that are family names even alone, capitalised and without an article: "Baker made a trip".
SURNAME_TRADES: Final = frozenset("baker cook mason miller fisher shepherd porter butler cooper smith weaver".split())
