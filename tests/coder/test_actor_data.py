"""The shipped actor data is what it says: well-formed, free of contradictions, and right where errors are common."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib import resources

import pytest

from coder.naming.actor_codes import GENERIC, SECTORS, WORLD_REGIONS, groups
from coder.naming.dictionaries import ActorIndex, read_own
from coder.naming.dictionary_entries import Entry
from coder.naming.names import key_of

TABLES = ("states.txt", "historic_states.txt")
NAMES = ("territories.txt", "regions.txt", "metonyms.txt", "cities.txt")
ROLES = ("agents.txt", "agent_modifiers.txt")
FAITHS = {"MOS", "CHR", "JEW", "HIN", "BUD"}
DEPENDENT = set(  # ISO 3166-1 codes of territories that are in no row of the table of states
    groups("ABWAIAASMATFBESBLMBMUCOKCUWCYMESHFLKFROGGYGIBGLPGRLGUFGUMHKGIMNIOTJEYMACMAFMNPMSRMTQ")
    + groups("MYTNCLNIUPCNPRIPYFREUSGSSHNSPMSXMTCATKLVGBVIRWLF")
)
STATES = 197  # 193 members and 2 observers of the United Nations, Taiwan and Kosovo


def read(file: str) -> str:
    return (resources.files("coder") / "dictionaries" / file).read_text("utf-8")


@cache
def entries(file: str) -> tuple[Entry, ...]:
    return tuple(read_own(file, read(file)))


@cache
def index() -> ActorIndex:
    return ActorIndex.of(entry for file in TABLES + NAMES + ROLES for entry in entries(file))


def code(name: str) -> str:
    """Give the code of the best entry of a name."""
    found = index().under(key_of(name))
    return found[0].codes[0].code if found else "(not listed)"


def ambiguous() -> Iterator[tuple[str, list[str]]]:
    for line in read("ambiguous.txt").splitlines():
        if content := line.split("#", 1)[0].strip():
            name, sign, meanings = content.partition(" = ")
            assert sign, line
            yield name, meanings.split(" : ")


# -- form


@pytest.mark.parametrize("file", TABLES + NAMES + ROLES)
def test_actor_data_says_what_it_is_and_parses(file: str) -> None:
    assert read(file).startswith("# ")
    assert "ritten by hand" in read(file)
    assert entries(file)


@pytest.mark.parametrize("file", TABLES + NAMES + ROLES)
def test_actor_data_codes_are_made_of_known_groups(file: str) -> None:
    known = {c for table in TABLES for e in entries(table) for c in groups(e.codes[0].code)} | DEPENDENT
    known |= SECTORS | GENERIC | WORLD_REGIONS | FAITHS | {"OCN", "PKO", "UNO", "EUR", "EEC"}
    codes = {dated.code.lstrip("=") for entry in entries(file) for dated in entry.codes}
    assert {code for code in codes if set(groups(code)) - known} == set()


@pytest.mark.parametrize("file", ROLES)
def test_actor_data_roles_are_sectors_or_full_generic_codes(file: str) -> None:
    states = {entry.codes[0].code for entry in entries("states.txt")}  # of titles that one state alone has
    for entry in entries(file):
        role = entry.codes[0].code
        first = groups(role.lstrip("="))[0]
        assert first in (GENERIC | states if role.startswith("=") else SECTORS | FAITHS), entry
        assert entry.name == entry.name.lower(), entry


def test_actor_data_every_state_is_there_once() -> None:
    lines = [line for line in read("states.txt").splitlines() if "|" in line and not line.startswith("#")]
    assert len(lines) == len({line.split("|")[0].strip() for line in lines}) == STATES


def test_actor_data_every_state_has_a_capital_and_an_adjective() -> None:
    have = defaultdict(set)
    for entry in entries("states.txt"):
        have[entry.codes[0].code].add(entry.use)
    homeless = {code for code, uses in have.items() if not uses & {"capital", "metonym"}}
    assert homeless == {"ATG", "MCO", "SGP", "SMR", "STP", "SYC"}  # named as the state is, or as much else
    plain = {code for code, uses in have.items() if "adjective" not in uses}
    assert plain == {"COG", "DMA"}  # their adjectives, "Congolese" and "Dominican", mean another state by default


def test_actor_data_places_lie_on_the_globe() -> None:
    lines = [line for line in read("cities.txt").splitlines() if line and not line.startswith("#")]
    assert len(lines) > 3000
    for line in lines:
        match = re.fullmatch(r"[^=@#]+ = [A-Z]{3}(?: @ (-?\d+\.\d\d),(-?\d+\.\d\d))?", line)
        assert match, line
        if match[1] is None:
            continue
        assert abs(float(match[1])) <= 90, line
        assert abs(float(match[2])) <= 180, line


# -- contradictions


def test_actor_data_a_name_has_one_code_unless_it_is_listed_as_ambiguous() -> None:
    allowed = {key_of(name) for name, _ in ambiguous()}
    found = defaultdict(set)
    for file in TABLES + NAMES:
        for entry in entries(file):
            found[key_of(entry.name)].add(entry.codes[0].code)
    assert {name: codes for name, codes in found.items() if len(codes) > 1 and name not in allowed} == {}


def test_actor_data_a_role_has_one_sector() -> None:
    found = defaultdict(set)
    for file in ROLES:
        for entry in entries(file):
            found[key_of(entry.name)].add(entry.codes[0].code)
    assert {name: codes for name, codes in found.items() if len(codes) > 1} == {}


def test_actor_data_ambiguous_names_are_listed_once_with_well_formed_meanings() -> None:
    listed = list(ambiguous())
    assert len({name for name, _ in listed}) == len(listed)
    for name, meanings in listed:
        assert len(meanings) == len(set(meanings)) > 1, name
        assert all(re.fullmatch(r"---|(?:[A-Z]{3})+", meaning) for meaning in meanings), name


def test_actor_data_ambiguous_names_give_their_first_meaning() -> None:
    differs = {n: (code(n), first) for n, (first, *_) in ambiguous() if code(n) not in {"(not listed)", first}}
    assert differs == {}


# -- what is easily wrong


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        ("US; U.S.; USA; United States; America; American; Americans; Washington", "USA"),
        ("UK; U.K.; Britain; British; Britons; England; Scottish; London", "GBR"),
        ("Mauritian; Mauritius", "MUS"),
        ("Mauritanian; Mauritania; Nouakchott", "MRT"),
        ("Niger; Nigerien; Niamey", "NER"),
        ("Nigeria; Nigerian; Abuja", "NGA"),
        ("Dominican Republic; Dominican; Santo Domingo", "DOM"),
        ("Dominica; Roseau", "DMA"),
        ("Congo; DR Congo; Congolese; Zaire; Kinshasa", "COD"),
        ("Congo-Brazzaville; Republic of Congo; Brazzaville", "COG"),
        ("North Korea; DPRK; N. Korean; Pyongyang", "PRK"),
        ("South Korea; ROK; Seoul; Korean", "KOR"),
        ("China; PRC; Chinese; Beijing; Peking", "CHN"),
        ("Taiwan; Taiwanese; Taipei; Republic of China", "TWN"),
        ("Guinea; Conakry", "GIN"),
        ("Guinea-Bissau; Bissau", "GNB"),
        ("Equatorial Guinea; Malabo", "GNQ"),
        ("Papua New Guinea", "PNG"),
        ("Burma; Myanmar; Burmese; Naypyidaw", "MMR"),
        ("Ivory Coast; Côte d'Ivoire; Ivorian", "CIV"),
        ("Czech Republic; Czechia; Czechs; Prague", "CZE"),
        ("Holland; Dutch; Dutchmen; Netherlands", "NLD"),
        ("Swaziland; Eswatini; Swazi", "SWZ"),
        ("Cape Verde; Cabo Verde", "CPV"),
        ("East Timor; Timor-Leste; Dili", "TLS"),
        ("Turks; Türkiye; Turkish; Ankara", "TUR"),
        ("Turkmenistan; Turkmen", "TKM"),
        ("Emirati; UAE; Abu Dhabi; Dubai", "ARE"),
        ("Slovak; Slovakia; Bratislava", "SVK"),
        ("Slovene; Slovenia; Ljubljana", "SVN"),
        ("Samoa; Samoan", "WSM"),
        ("Palestinian; Palestinians; Gaza; West Bank; Ramallah; Gazans", "PSE"),
        ("Kosovo; Kosovar; Pristina", "XKX"),
        ("Soviet; Soviet Union; USSR", "SUN"),
        ("East Germany; GDR; East German", "DDR"),
        ("Yugoslav; Yugoslavia", "YUG"),
        ("Chechnya; Dagestan; Siberia", "RUS"),
        ("Donbas; Donbass; Crimea; Kiev; Kyiv; Mariupol", "UKR"),
        ("Tibet; Xinjiang; Sichuan", "CHN"),
        ("Idlib; Aleppo; Haleb; Raqqa", "SYR"),
        ("Hong Kong", "HKG"),
        ("Darfur", "SDN"),
        ("Tigray", "ETH"),
        ("Latin America", "LAM"),
        ("Middle East; Arab world", "MEA"),
        ("Balkans", "BLK"),
        ("Sahel; West African", "WAF"),
        ("South China Sea; Gulf of Mexico; Indian Ocean; Panama Canal; Vietnam War", ""),
        ("Kremlin", "RUSGOV"),
        ("White House; Oval Office", "USAGOV"),
        ("Knesset", "ISRLEG"),
        ("Élysée; Quai d'Orsay", "FRAGOV"),
        ("Downing Street; Whitehall", "GBRGOV"),
        ("Rashtrapati Bhavan", "INDGOV"),
        ("Zhongnanhai", "CHNGOV"),
        ("Blue House", "KORGOV"),
        ("Capitol Hill", "USALEG"),
    ],
)
def test_actor_data_knows_names(names: str, wanted: str) -> None:
    assert {name: code(name) for name in names.split("; ")} == dict.fromkeys(names.split("; "), wanted)


@pytest.mark.parametrize(
    ("nouns", "wanted"),
    [
        ("president; prime minister; foreign minister; foreign ministry; spokesmen; ambassador", "GOV"),
        ("embassies; authorities; regime", "GOV"),
        ("mayor; governors; minister of foreign affairs; central government; electoral commission", "GOV"),
        ("envoys; junta", "GOV"),
        ("defence minister; defense ministry; minister of defense", "GOVMIL"),
        ("ruling party", "GOVPTY"),
        ("health minister", "GOVHLH"),
        ("troops; fighter jets; warplanes; gunboat; soldiers; security forces; helicopter gunship", "MIL"),
        ("drones; artillery; navy", "MIL"),
        ("police; riot police; policemen; detectives; gendarmes; law enforcement officers", "COP"),
        ("judges; prosecutors; supreme court; courts martial", "JUD"),
        ("lawmakers; parliament; members of parliament; senators", "LEG"),
        ("protesters; opposition leader; dissidents; activists; demonstrators", "OPP"),
        ("opposition party", "OPPPTY"),
        ("rebels; guerrillas; militants; terrorists; jihadists; suicide bombers", "REB"),
        ("insurgents", "INS"),
        ("separatists; secessionists", "SEP"),
        ("gunmen; militias; militiamen; warlords", "UAF"),
        ("extremists; radicals", "RAD"),
        ("intelligence service; spies; secret agents", "SPY"),
        ("drug traffickers; cartels; gangs; pirates; hackers; thieves", "CRM"),
        ("civilians; women; children; villagers; people; passers-by; hostages; tribesmen; tourists", "CVL"),
        ("journalists; newspapers; television station", "MED"),
        ("state television", "GOVMED"),
        ("students; professors; universities", "EDU"),
        ("businessmen; banks; companies; investors", "BUS"),
        ("workers; trade unions; strikers; miners", "LAB"),
        ("refugees; migrants; asylum seekers; displaced people", "REF"),
        ("human rights activists", "HRI"),
        ("doctors; nurses; hospitals", "HLH"),
        ("farmers; peasants; fishermen", "AGR"),
        ("former president; ex-minister; celebrities", "ELI"),
        ("peacekeepers; peacekeeping force", "=IGOPKO"),
        ("coalition", "=IGO"),
        ("international community; inspectors", "=INT"),
        ("aid workers; charities", "=NGO"),
        ("foreign diplomats; neighbouring countries", "=UIS"),
        ("multinational corporation", "=MNC"),
        ("naval; air force", "MIL"),
        ("parliamentary; congressional", "LEG"),
        ("presidential; ministerial", "GOV"),
        ("pro-democracy", "OPP"),
    ],
)
def test_actor_data_knows_roles(nouns: str, wanted: str) -> None:
    assert {noun: code(noun) for noun in nouns.split("; ")} == dict.fromkeys(nouns.split("; "), wanted)


@pytest.mark.parametrize(
    "name", ["Nancy", "George", "Union", "Split", "Nice", "Reading", "Martin", "Santos", "Batman", "Mary"]
)
def test_actor_data_leaves_out_cities_whose_names_mislead(name: str) -> None:
    assert name not in {entry.name for entry in entries("cities.txt")}
