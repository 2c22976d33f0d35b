"""Acts that a noun names, under verbs that say only that they are done, met with or lived through."""

import pytest

from coder.pipeline import Coder
from tests.coder.told import Triple, triples

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Togo's refusal elicited warnings from Ghana.", ("GHA", "130", "TGO")),
        ("Benin survived an invasion by Togo.", ("TGO", "190", "BEN")),
        ("Benin became the target of a boycott by Togo.", ("TGO", "163", "BEN")),
        ("Togo bore the brunt of raids by Ghana.", ("GHA", "190", "TGO")),
        ("Togo found itself under fierce criticism from Ghana.", ("GHA", "111", "TGO")),
        ("Benin was greeted with praise from Togo.", ("TGO", "051", "BEN")),
        ("Benin was singled out for criticism by Togo.", ("TGO", "111", "BEN")),
        ("Togo came under accusations of treason from Ghana.", ("GHA", "1125", "TGO")),
        ("The rebels provoked a raid by Ghana on Benin.", ("GHA", "190", "BEN")),
    ],
)
def test_noun_acts_are_done_to_whom_the_verb_says_that_they_befall(coder: Coder, text: str, wanted: Triple) -> None:
    assert triples(coder, text) == {wanted}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Togo replied with an ultimatum to Ghana.", ("TGO", "139", "GHA")),
        ("Togo took part in an invasion of Ghana.", ("TGO", "190", "GHA")),
        ("Togo persevered with its sanctions against Ghana.", ("TGO", "163", "GHA")),
        ("Togo ratcheted up its criticism of Ghana.", ("TGO", "111", "GHA")),
        ("Togo wrapped up an investigation into Ghana.", ("TGO", "090", "GHA")),
    ],
)
def test_noun_acts_are_done_by_who_answers_with_them_or_goes_on_with_them(
    coder: Coder, text: str, wanted: Triple
) -> None:
    assert triples(coder, text) == {wanted}


@pytest.mark.parametrize(
    "text",
    [
        "Togo will face Benin on Sunday with a weakened back row.",
        "The scandal triggered a crisis in Benin.",
        "Benin won the race from Togo.",
    ],
)
def test_noun_acts_that_nobody_does_are_none(coder: Coder, text: str) -> None:
    assert triples(coder, text) == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Togo-Benin trade talks opened on Monday.", {("TGO", "046", "BEN"), ("BEN", "046", "TGO")}),
        ("The South Korean-Japanese truce was hailed.", {("KOR", "0871", "JPN"), ("JPN", "0871", "KOR")}),
        ("Direct Togolese-Beninese negotiations broke down.", {("TGO", "164", "BEN"), ("BEN", "164", "TGO")}),
    ],
)
def test_noun_acts_of_two_joined_before_the_noun_are_mutual(coder: Coder, text: str, wanted: set[Triple]) -> None:
    assert triples(coder, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("There was praise for Benin from Togo.", ("TGO", "051", "BEN")),
        ("The apology to Benin by Togo came late.", ("TGO", "055", "BEN")),
        ("Togo, in an appeal to Benin, spoke of peace.", ("TGO", "020", "BEN")),
        ("Togo, critical of Benin, stayed at home.", ("TGO", "111", "BEN")),
        ("Critical of Benin, Togo stayed at home.", ("TGO", "111", "BEN")),
        ("Togo justified its attack on Benin.", ("TGO", "190", "BEN")),
    ],
)
def test_noun_acts_and_adjectives_find_their_doer_beside_them(coder: Coder, text: str, wanted: Triple) -> None:
    assert triples(coder, text) == {wanted}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Benin faced a new round of air strikes from Togo.", {("TGO", "195", "BEN")}),
        ("Togo began a barrage of accusations against Benin.", {("TGO", "112", "BEN")}),
        ("Togo began a campaign of raids on Benin.", {("TGO", "190", "BEN")}),
        ("Togo wrapped up hours of talks with Benin.", {("TGO", "046", "BEN"), ("BEN", "046", "TGO")}),
    ],
)
def test_noun_acts_may_be_measured(coder: Coder, text: str, wanted: set[Triple]) -> None:
    assert triples(coder, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # nouns of which the lexicon has only the verb
        ("Ghana announced the cancellation of Togo's debt.", ("GHA", "071", "TGO")),
        ("Malawi's abolition of the monarchy was reported on Monday.", ("MWI", "0834", "-")),
        ("The legalisation of the opposition by the Malian government was reported.", ("MLIGOV", "0812", "MLIOPP")),
        # what stands behind the doer is what the act is of, on or for
        ("The arrest by Ugandan police of two Dutch nuns was announced.", ("UGACOP", "173", "NLDCVL")),
        ("A call by Ghana on Togo to free two sailors came on Monday.", ("GHA", "0253", "TGO")),
        ("The rejection by Ghana of Togo's plea for rice came on Monday.", ("GHA", "120", "TGO")),
        # whose act it is
        ("Ghana, whose raid on Togo surprised diplomats, is poor.", ("GHA", "190", "TGO")),
        # a doer two phrases away, and acts that are done to nobody
        ("An inquiry into a Togolese company by Ghana began on Monday.", ("GHA", "090", "TGOBUS")),
        ("Ghana's imposition of a curfew surprised many.", ("GHA", "1723", "---")),
        # no comma parts a subject from its verb
        ("Togo, attacked last week by Ghana, was on the agenda.", ("GHA", "190", "TGO")),
    ],
)
def test_acts_that_only_a_noun_or_a_participle_tells(coder: Coder, text: str, wanted: Triple) -> None:
    assert wanted in triples(coder, text)


@pytest.mark.parametrize(
    "text",
    ["A study by Doctors of the World for Togo was published.", "Ghana's pilot training school stands in Togo."],
)
def test_what_is_behind_a_name_may_be_part_of_it(coder: Coder, text: str) -> None:
    assert not triples(coder, text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "A rally for the resignation of Togo's president was held by Togolese students.",
            ("TGOEDU", "1411", "TGOGOV"),
        ),
        ("A march for lower taxes was held by Togolese students.", ("TGOEDU", "1412", "---")),
        ("The reason for Ghana's raid on Togo was not known.", ("GHA", "190", "TGO")),
        ("Two Togolese sailors were found guilty of smuggling by a Ghanaian court.", ("GHAJUD", "116", "TGOMIL")),
    ],
)
def test_nouns_tell_what_a_protest_is_for_and_who_judged(coder: Coder, text: str, wanted: Triple) -> None:
    assert wanted in triples(coder, text)
