"""People meet, call, visit, host and mediate in many more words than these."""

import pytest

from coder.pipeline import Coder
from tests.coder.told import triples

MEETINGS = (
    "had a quiet word with",
    "had a chat with",
    "held a tete-a-tete with",
    "had an exchange of views with",
    "sipped tea with",
    "shared a meal with",
    "went for a stroll with",
    "posed for photographs with",
    "shared a platform with",
    "clasped hands with",
    "met face to face with",
    "came face to face with",
    "got in touch with",
    "hugged",
    "ran into",
    "sat next to",
    "went for a drive with",
    "munched apples with",
    "had an hour with",
)


@pytest.mark.parametrize("meeting", MEETINGS)
def test_whoever_eats_walks_or_chats_with_another_has_met_him(coder: Coder, meeting: str) -> None:
    roots = {(s, code[:2], t) for s, code, t in triples(coder, f"Ghana's president {meeting} the Cuban premier.")}
    assert ("GHAGOV", "04", "CUBGOV") in roots


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Peru's president heard out union leaders from Chile.", ("PERGOV", "040", "CHLLAB")),
        ("The Pope shook the Greek president's hand.", ("VATGOV", "040", "GRCGOV")),
        ("The Cuban president called up the Bolivian premier.", ("CUBGOV", "041", "BOLGOV")),
        ("Nepal opened a hotline to China.", ("NPL", "041", "CHN")),
        ("The Danish premier returned to Oman for more talks.", ("DNKGOV", "042", "OMN")),
        ("Kenyan rebel commanders touched down in Egypt.", ("KENREB", "042", "EGY")),
        ("The Danish premier spent two days in Oman.", ("DNKGOV", "042", "OMN")),
        ("Benin greeted the Togolese president with a 21-gun salute.", ("BEN", "043", "TGOGOV")),
        ("Oman made peace between Chad and Niger.", ("OMN", "045", "NER")),
        ("Oman presided over a meeting between Chad and Niger.", ("OMN", "045", "TCD")),
        ("The Danish premier and the Polish king chatted over coffee.", ("DNKGOV", "040", "POLGOV")),
        ("The Danish premier dropped by to see the Polish king.", ("DNKGOV", "040", "POLGOV")),
        ("The Danish premier phoned his Polish opposite number.", ("DNKGOV", "041", "POLGOV")),
        ("A tour of Asia took the Danish premier to Nepal.", ("DNKGOV", "042", "NPL")),
        ("Nepal was the first stop of the Danish premier's tour.", ("DNKGOV", "042", "NPL")),
        ("Ten Polish senators are guests of the Danish government.", ("DNKGOV", "043", "POLLEG")),
        ("Oman talked trade with Niger.", ("OMN", "046", "NER")),
    ],
)
def test_calls_visits_and_talks(coder: Coder, text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in triples(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "The minister rode to work with his driver.",
        "Peru drank to victory with champagne.",
        "Norway stopped by the river to see salmon.",
        "The bus ran into a Kenyan police car.",
        "The Danish minister spent two days in hospital.",
        "The decision sits with the Danish parliament.",
        "The Chilean striker shook off a Peruvian defender.",
    ],
)
def test_everyday_senses_are_no_meeting(coder: Coder, text: str) -> None:
    assert not [e for e in triples(coder, text) if e[1].startswith("04")]
