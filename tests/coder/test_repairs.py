"""Verbs that the parser took for adjectives are verbs again before anything is read."""

import pytest

from coder.pipeline import Coder
from coder.repairs.repairs import mended
from coder.syntax.parsed import Doc
from tests.coder.hand_docs import hand_doc


@pytest.mark.parametrize(
    ("tree", "found"),
    [
        (
            "He:PRP:nsubj:1 gave:VBD:ROOT:1 him:PRP:dative:1 until:IN:mark:6 May:NNP:pobj:3 to:TO:aux:6 pay:VB:xcomp:1",
            "until:IN:prep gave",
        ),
        ("Miners:NNS:nsubj:1 protested:VBD:ROOT:1 over:RP:prt:1 pay:NN:dobj:1", "pay:NN:pobj over"),
        (
            "They:PRP:nsubj:1 held:VBD:ROOT:1 a:DT:det:4 year:NN:npadvmod:5 -:HYPH:punct:5 old:JJ:dobj:1",
            "old:NN:dobj held",
        ),
        ("Rebels:NNS:compound:1 fire:NN:ROOT:1 mortars:NNS:dobj:1", "Rebels:NNS:nsubj fire"),
        ("Rebels:NNS:compound:1 fire:NN:ROOT:1 mortars:NNS:dobj:1", "fire:VBP:ROOT fire"),
        ("They:PRP:nsubj:1 handed:VBD:ROOT:1 over:IN:quantmod:3 ten:CD:nummod:4 men:NNS:dobj:1", "over:RP:prt handed"),
        (
            "Men:NNS:dep:5 ,:,:punct:5 most:JJS:nsubjpass:5 of:IN:prep:2 them:PRP:pobj:3 saved:VBN:ROOT:5",
            "Men:NNS:nsubjpass saved",
        ),
        (
            "Togo:NNP:nsubj:5 and:CC:cc:0 its:PRP$:poss:3 ally:NN:conj:0 Mali:NNP:nsubj:5 met:VBD:ROOT:5",
            "Mali:NNP:appos ally",
        ),
        ("Army:NN:nsubj:1 offensive:JJ:nsubj:2 began:VBD:ROOT:2", "offensive:NN:nsubj began"),
        ("They:PRP:nsubj:1 returned:VBD:ROOT:1 looted:VBD:advcl:1 masks:NNS:dobj:2", "looted:VBN:amod masks"),
        ("They:PRP:nsubj:1 returned:VBD:ROOT:1 looted:VBD:advcl:1 masks:NNS:dobj:2", "masks:NNS:dobj returned"),
        (
            "They:PRP:nsubj:1 banned:VBD:ROOT:1 the:DT:det:3 PAC:NNP:dobj:1 and:CC:cc:1 the:DT:det:6 ANC:NNP:conj:1",
            "ANC:NNP:conj PAC",
        ),
    ],
)
def test_mended_hangs_a_word_where_it_belongs(tree: str, found: str) -> None:
    doc = mended(hand_doc(tree))
    assert found in [f"{t.text}:{t.tag_}:{t.dep_} {t.head.text}" for t in doc]
    assert all(t.head is t or t in t.head.children for t in doc)
    assert doc.changed


def test_mended_leaves_a_right_tree_as_it_is() -> None:
    tree = "Miners:NNS:nsubj:1 protested:VBD:ROOT:1 over:IN:prep:1 pay:NN:pobj:2"
    doc = mended(hand_doc(tree))
    assert not doc.changed
    assert " ".join(f"{t.text}:{t.tag_}:{t.dep_}:{t.head.i}" for t in doc) == tree


def parsed(coder: Coder, text: str) -> Doc:
    return next(coder.parser.docs([text]))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "verb", "subject", "thing"),
    [
        ("Sweden froze aid to Mali.", "freeze", "Sweden", "aid"),
        ("Nepal's parliament outlawed child marriage.", "outlaw", "parliament", "marriage"),
        ("Hackers from Pakistan defaced Indian websites.", "deface", "Hackers", "websites"),
        ("A sniper shot dead the Serbian prime minister.", "shoot", "sniper", "minister"),
        ("Islamic State overran Mosul.", "overrun", "State", "Mosul"),
        ("Soldiers led by a colonel overthrew President Keita.", "overthrow", "Soldiers", "Keita"),
        ("Rwandan soldiers gang-raped Congolese women.", "rap", "soldiers", "women"),
        (
            "The Tunisian president, who took power in 2019, dissolved parliament.",
            "dissolve",
            "president",
            "parliament",
        ),
        ("Greece vetoed Macedonian membership.", "veto", "Greece", "membership"),
        ("The High Court of Kenya nullifies the country's fishing pact with Oman.", "nullify", "Court", "pact"),
        (
            "A court in Minsk, Belarus, sentences Anna Nowak, a Polish teacher, to ten years.",
            "sentence",
            "court",
            "Nowak",
        ),
        ("Bolivian miners hurled stones when their march was stopped.", "hurl", "miners", "stones"),
        ("Police in Berlin arrest two Syrian brothers in Cologne.", "arrest", "Police", "brothers"),
    ],
)
def test_mended_gives_the_verb_its_subject_and_object(
    coder: Coder, text: str, verb: str, subject: str, thing: str
) -> None:
    (root,) = [t for t in parsed(coder, text) if t.dep_ == "ROOT"]
    assert (root.lemma_, root.pos_) == (verb, "VERB")
    assert {(c.dep_, c.text) for c in root.children} >= {("nsubj", subject), ("dobj", thing)}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Students in Kenya demanded that the governor resign.", "governor"),
        ("The opposition insisted that the Peruvian mayor resign.", "mayor"),
    ],
)
def test_mended_reads_what_is_demanded_of_somebody_as_a_verb(coder: Coder, text: str, subject: str) -> None:
    (demanded,) = [t for t in parsed(coder, text) if t.dep_ == "ccomp"]
    assert demanded.tag_ == "VB"
    assert [c.text for c in demanded.children if c.dep_ == "nsubj"] == [subject]


@pytest.mark.model
def test_mended_parts_the_subject_from_the_place_before_it(coder: Coder) -> None:
    (root,) = [t for t in parsed(coder, "In Lagos, Ghana and Togo signed a pact.") if t.dep_ == "ROOT"]
    assert [c.text for c in root.children if c.dep_ == "nsubj"] == ["Ghana"]


@pytest.mark.model
@pytest.mark.parametrize("text", ["The disputed territory of Kashmir.", "A report on armed men in Mali."])
def test_mended_leaves_phrases_without_a_verb_alone(coder: Coder, text: str) -> None:
    assert not [t.text for t in parsed(coder, text) if t.dep_ == "nsubj"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "relation", "head"),
    [
        ("They were killed by invading troops.", "amod", "troops"),
        ("Syria thanked visiting North Korean Deputy Minister Kim.", "amod", "Kim"),
        ("The king began visiting Peru.", "xcomp", "began"),
    ],
)
def test_mended_tells_participles_that_describe_from_those_that_govern(
    coder: Coder, text: str, relation: str, head: str
) -> None:
    (participle,) = [t for t in parsed(coder, text) if t.tag_ == "VBG"]
    assert (participle.dep_, participle.head.text) == (relation, head)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Clashes in Sudan, a day after the coup.",
        "The president of Mali, the third in ten years.",
        "Two soldiers, sons of farmers.",
    ],
)
def test_mended_finds_no_verb_where_there_is_none(coder: Coder, text: str) -> None:
    assert not [t for t in parsed(coder, text).tokens if t.pos_ == "VERB"]


def test_mended_leaves_a_fragment_that_ends_in_its_top_as_it_is() -> None:
    doc = mended(hand_doc("Thursday:NNP:npadvmod:3 ,:,:punct:3 looked:VBN:amod:3 soldiers:NNS:ROOT:3"))
    assert [t.dep_ for t in doc] == ["npadvmod", "punct", "amod", "ROOT"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Germany shipped Ukraine four air defence systems.", "Ukraine:dative shipped"),
        ("A tribunal found a leader of Togo's main party guilty of murder and rape.", "guilty:oprd found"),
        ("Soldiers stormed the village, leaving four Kenyans dead.", "dead:oprd leaving"),
        ("There were calls from human rights groups for Vietnam to free a priest.", "Vietnam:nsubj free"),
        ("Calls came from relief groups for Sudan to open its borders.", "from:prep Calls"),
        ("U.S. troops are training side by side with Philippine soldiers.", "with:prep training"),
        ("Uganda hosts over a million South Sudanese refugees.", "refugees:dobj hosts"),
        ("The World Bank approved 300 million dollars for Jordan to help poor families.", "for:prep dollars"),
        ("Three nurses held captive in Yemen were released.", "released:ROOT released"),
        ("Three nurses held captive in Yemen were released.", "held:acl nurses"),
        ("Norway said it had frozen aid to Ethiopia.", "aid:dobj frozen"),
        ("A group of retired generals called on President Hugo Chavez to step down.", "group:nsubj called"),
    ],
)
def test_mended_hangs_words_where_they_belong(coder: Coder, text: str, found: str) -> None:
    assert found in [f"{t.text}:{t.dep_} {t.head.text}" for t in parsed(coder, text)]
