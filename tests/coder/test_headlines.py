"""Headlines: what they leave out is read all the same, and no span shows what was put in."""

import pytest

from coder.pipeline import Coder
from coder.texts.headline_grammar import left_out
from coder.types import CallerActor, Story
from tests.coder.told import Triple, triples

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chad ready to work with Sudan", ("TCD", "030", "SDN")),
        ("Sudanese rebels willing to meet Kenyan envoy", ("SDNREB", "036", "KENGOV")),
        ("Oslo silent on Swedish missile report", ("NOR", "011", "SWE")),
        ("Peru, Chile sign pact on lake", ("PER", "057", "CHL")),
        ("Peruvian, Chilean envoys meet in Quito", ("PERGOV", "044", "CHLGOV")),
        ("Russia insists Japan return islands", ("RUS", "1053", "JPN")),
        ("Russian rifles delivered to Bangui", ("RUS", "072", "CAF")),
        # with a full stop too
        ("Chad, Sudan sign accord.", ("TCD", "057", "SDN")),
        ("Chad, Sudan resume talks.", ("SDN", "046", "TCD")),
        ("Sudan minister to visit Chad.", ("SDNGOV", "036", "TCD")),
        ("Sweden cuts assistance to Cambodia", ("SWE", "162", "KHM")),
        ("Taliban open fire on U.S. patrol", ("AFGINSTAL", "193", "USA")),
        ("Belarus police club protesters in Minsk", ("BLRCOP", "175", "BLROPP")),
        ("Norway in talks with Kenyan rebels", ("NOR", "046", "KENREB")),
        ("Kenya brokers talks between Chad and Sudan", ("KEN", "045", "SDN")),
        # verbs that look like nouns
        ("Chad nabs Sudanese spy", ("TCD", "173", "SDNSPY")),
        ("Niger severs ties with Benin", ("NER", "161", "BEN")),
        ("Kuwait summons Lebanese ambassador", ("KWT", "114", "LBNGOV")),
        ("Oman skips Yemen talks", ("OMN", "125", "YEM")),
        ("Togo expels Malian consul; Mali berates Togo", ("MLI", "111", "TGO")),
        ("Gabon, Togo spar over islet", ("TGO", "110", "GAB")),
        ("Ghana, Togo restore ties", ("GHA", "050", "TGO")),
        ("Sudanese shelling kills four Ugandans", ("SDN", "194", "UGA")),
        # who undergoes it, without "was"
        ("Cuba urged by Finland to lift sanctions on Angola", ("FIN", "0254", "CUB")),
        ("Togo accused by Benin of aiding rebels", ("BEN", "1123", "TGO")),
        ("Journalist beaten by police in Gabon", ("GABCOP", "182", "GABMED")),
        # who says it, at the end
        ("Eritrea must free reporters: Amnesty", ("NGOHRIAMN", "1053", "ERI")),
        ("Eritrea should free reporters - Amnesty", ("NGOHRIAMN", "0253", "ERI")),
        ("Libyan army shells Maltese boat: minister", ("LBYMIL", "194", "MLT")),
        # words of somebody's, who is where on business, and capitals throughout
        ("Mali 'tortured' Burkinabe prisoners", ("MLI", "1822", "BFACVL")),
        ("Kenya president in Malawi for talks", ("KENGOV", "042", "MWI")),
        ("NORWAY EXPELS BELARUS ENVOY OVER UN VOTE", ("NOR", "161", "BLRGOV")),
        ("Laos Thanks Nepal", ("LAO", "051", "NPL")),
    ],
)
def test_headlines_are_read_with_the_words_they_leave_out(coder: Coder, text: str, wanted: Triple) -> None:
    assert wanted in triples(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "Chad, Sudan sign pact.",
        "Chad says it is ready for talks with Sudan",
        "Lima, Peru, was calm on Monday",
        "Peru expels envoy: what next",
        "Ready or not, winter comes to Oslo",
    ],
)
def test_headlines_nothing_is_put_into_other_texts(text: str) -> None:
    assert left_out(text) == []


def test_headlines_spans_are_those_of_the_text_as_it_was_sent(coder: Coder) -> None:
    text = "Peru, Chile ready for talks with Bolivia"
    events = coder.code(Story(id="a", text=text)).events
    assert events
    for event in events:
        assert event.target is not None
        for span in (event.source.span, event.target.span, event.action, event.sentence, *event.explanation.matched):
            assert text[span.start : span.end] == span.text
    assert {e.source.span.text for e in events} >= {"Peru", "Chile"}


def test_headlines_keep_the_callers_actors_in_their_place(coder: Coder) -> None:
    text = "Blorkistan ready for talks with Chile"
    events = coder.code(Story(id="a", text=text, actors=(CallerActor(0, 10, "BLO"), CallerActor(32, 37, "CHL")))).events
    assert [(e.source.code, e.type.code, e.target and e.target.code) for e in events] == [("BLO", "036", "CHL")]
    assert events[0].source.span.text == "Blorkistan"


@pytest.mark.parametrize(
    "text",
    ["Chad strikes kill ten", "Peru protests spread", "Chad exports rise over oil deal", "Sudan accused of bias"],
)
def test_headlines_plurals_behind_a_name_are_no_verbs(coder: Coder, text: str) -> None:
    assert all(source != text.split(maxsplit=1)[0] for source, _, _ in triples(coder, text))
