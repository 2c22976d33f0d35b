"""Who does what to whom, whatever the grammar: on parses written by hand."""

import pytest

from coder.framing.frame_reader import FrameReader
from coder.syntax.clauses import Form
from tests.coder.hand_docs import hand_doc


def roles(table: str, word: str) -> dict[str, list[str]]:
    """Give the roles of the frame at a word, as words."""
    doc = hand_doc(table)
    head = next(token.i for token in doc if token.text == word)
    return {role: [doc[i].text for i in tokens] for role, tokens in FrameReader(doc).at(head).roles.items()}


def clauses(table: str, word: str) -> list[tuple[Form, str, str]]:
    doc = hand_doc(table)
    frame = FrameReader(doc).at(next(token.i for token in doc if token.text == word))
    return [(clause.form, clause.preposition, doc[clause.verb].text) for clause in frame.clauses]


ACTIVE = "Iran:NNP:nsubj:1 attacked:VBD:ROOT:1:attack Iraq:NNP:dobj:1"
PASSIVE = "Iraq:NNP:nsubjpass:2 was:VBD:auxpass:2:be attacked:VBN:ROOT:2:attack by:IN:agent:2 Iran:NNP:pobj:3"


@pytest.mark.parametrize("table", [ACTIVE, PASSIVE], ids=["active", "passive"])
def test_frame_reader_voice_does_not_change_who_did_it(table: str) -> None:
    assert roles(table, "attacked") == {"agent": ["Iran"], "object": ["Iraq"]}


def test_frame_reader_passive_without_a_doer_has_none() -> None:
    assert roles("Iraq:NNP:nsubjpass:2 was:VBD:auxpass:2:be attacked:VBN:ROOT:2:attack", "attacked") == {
        "object": ["Iraq"]
    }


def test_frame_reader_passive_with_an_object_makes_its_subject_the_receiver() -> None:
    table = (
        "Iraq:NNP:nsubjpass:2 was:VBD:auxpass:2:be given:VBN:ROOT:2:give food:NN:dobj:2 by:IN:agent:2 Iran:NNP:pobj:4"
    )
    assert roles(table, "given") == {"iobj": ["Iraq"], "object": ["food"], "agent": ["Iran"]}


def test_frame_reader_active_receiver_and_gift() -> None:
    table = "Iran:NNP:nsubj:1 gave:VBD:ROOT:1:give Iraq:NNP:dative:1 food:NN:dobj:1"
    assert roles(table, "gave") == {"agent": ["Iran"], "object": ["food"], "iobj": ["Iraq"]}


def test_frame_reader_relative_clause_gets_its_antecedent_as_doer() -> None:
    table = "rebels:NNS:nsubj:4:rebel who:WP:nsubj:2 attacked:VBD:relcl:0:attack Mali:NNP:dobj:2 fled:VBD:ROOT:4:flee "
    assert roles(table, "attacked") == {"agent": ["rebels"], "object": ["Mali"]}
    assert roles(table, "fled") == {"agent": ["rebels"]}


@pytest.mark.parametrize(
    "table",
    [
        "deal:NN:ROOT:0 Iran:NNP:nsubj:2 signed:VBD:relcl:0:sign",
        "deal:NN:ROOT:0 that:WDT:dobj:3 Iran:NNP:nsubj:3 signed:VBD:relcl:0:sign",
    ],
    ids=["bare", "that"],
)
def test_frame_reader_relative_clause_gets_its_antecedent_as_object(table: str) -> None:
    assert roles(table, "signed") == {"agent": ["Iran"], "object": ["deal"]}


def test_frame_reader_relative_clause_of_time_takes_no_object() -> None:
    table = "day:NN:ROOT:0 when:WRB:advmod:3 Iran:NNP:nsubj:3 attacked:VBD:relcl:0:attack"
    assert roles(table, "attacked") == {"agent": ["Iran"]}


def test_frame_reader_reduced_relative_is_a_passive() -> None:
    table = "troops:NNS:nsubj:4:troop deployed:VBN:acl:0:deploy by:IN:agent:1 Chad:NNP:pobj:2 fled:VBD:ROOT:4:flee"
    assert roles(table, "deployed") == {"agent": ["Chad"], "object": ["troops"]}


def test_frame_reader_participle_behind_a_noun_has_it_as_doer() -> None:
    table = "troops:NNS:nsubj:3:troop guarding:VBG:acl:0:guard Gao:NNP:dobj:1 fled:VBD:ROOT:3:flee"
    assert roles(table, "guarding") == {"agent": ["troops"], "object": ["Gao"]}


def test_frame_reader_infinitive_belongs_to_the_object_of_urging() -> None:
    table = "France:NNP:nsubj:1 urged:VBD:ROOT:1:urge Iran:NNP:dobj:1 to:TO:aux:4 withdraw:VB:xcomp:1"
    assert roles(table, "withdraw") == {"agent": ["Iran"]}
    assert clauses(table, "urged") == [(Form.TO, "", "withdraw")]


def test_frame_reader_infinitive_belongs_to_the_subject_of_promising() -> None:
    table = "Chad:NNP:nsubj:1 promised:VBD:ROOT:1:promise Mali:NNP:dobj:1 to:TO:aux:4 withdraw:VB:xcomp:1"
    assert roles(table, "withdraw") == {"agent": ["Chad"]}


def test_frame_reader_subject_of_an_infinitive_is_the_one_urged() -> None:
    table = "France:NNP:nsubj:1 urged:VBD:ROOT:1:urge Iran:NNP:nsubj:4 to:TO:aux:4 stop:VB:ccomp:1"
    assert roles(table, "urged") == {"agent": ["France"], "object": ["Iran"]}


def test_frame_reader_infinitive_of_a_noun_belongs_to_its_owner() -> None:
    table = "Iran:NNP:poss:2 's:POS:case:0 decision:NN:nsubj:5 to:TO:aux:4 withdraw:VB:acl:2 failed:VBD:ROOT:5:fail"
    assert roles(table, "withdraw") == {"agent": ["Iran"]}


def test_frame_reader_gerund_of_blame_belongs_to_the_blamed() -> None:
    table = (
        "Iraq:NNP:nsubj:1 accused:VBD:ROOT:1:accuse Kuwait:NNP:dobj:1 of:IN:prep:1 stealing:VBG:pcomp:3:steal "
        "oil:NN:dobj:4"
    )
    assert roles(table, "stealing") == {"agent": ["Kuwait"], "object": ["oil"]}
    assert clauses(table, "accused") == [(Form.ING, "of", "stealing")]


def test_frame_reader_blame_survives_the_phrase_being_hung_on_the_blamed() -> None:
    table = (
        "Iraq:NNP:nsubj:1 accused:VBD:ROOT:1:accuse Kuwait:NNP:dobj:1 of:IN:prep:2 stealing:VBG:pcomp:3:steal "
        "oil:NN:dobj:4"
    )
    assert clauses(table, "accused") == [(Form.ING, "of", "stealing")]
    assert roles(table, "stealing")["agent"] == ["Kuwait"]


def test_frame_reader_coordinated_names_all_act() -> None:
    table = (
        "Chad:NNP:nsubj:3 and:CC:cc:0 Mali:NNP:conj:0 condemned:VBD:ROOT:3:condemn Niger:NNP:dobj:3 and:CC:cc:4 "
        "Togo:NNP:conj:4"
    )
    assert roles(table, "condemned") == {"agent": ["Chad", "Mali"], "object": ["Niger", "Togo"]}


def test_frame_reader_coordinated_verbs_share_subject_and_object() -> None:
    table = "Iraq:NNP:nsubj:1 seized:VBD:ROOT:1:seize and:CC:cc:1 occupied:VBD:conj:1:occupy Kuwait:NNP:dobj:3"
    assert roles(table, "seized") == {"agent": ["Iraq"], "object": ["Kuwait"]}
    assert roles(table, "occupied") == {"agent": ["Iraq"], "object": ["Kuwait"]}


def test_frame_reader_coordinated_verb_with_a_subject_of_its_own_keeps_it() -> None:
    table = "Iraq:NNP:nsubj:1 attacked:VBD:ROOT:1:attack and:CC:cc:1 Kuwait:NNP:nsubj:4 fled:VBD:conj:1:flee"
    assert roles(table, "fled") == {"agent": ["Kuwait"]}


def test_frame_reader_prepositions_are_roles() -> None:
    table = (
        "Iran:NNP:nsubj:1 fired:VBD:ROOT:1:fire rockets:NNS:dobj:1:rocket at:IN:prep:1 Iraq:NNP:pobj:3 from:IN:prep:1 "
        "boats:NNS:pobj:5:boat"
    )
    assert roles(table, "fired") == {"agent": ["Iran"], "object": ["rockets"], "at": ["Iraq"], "from": ["boats"]}


def test_frame_reader_noun_has_owner_modifiers_and_phrases() -> None:
    table = "Iran:NNP:poss:3 's:POS:case:0 air:NN:compound:3 attack:NN:ROOT:3 on:IN:prep:3 Iraq:NNP:pobj:4 "
    assert roles(table, "attack") == {"poss": ["Iran"], "mod": ["air"], "on": ["Iraq"]}


def test_frame_reader_noun_finds_the_doer_hung_one_noun_too_deep() -> None:
    table = "the:DT:det:1 demolition:NN:ROOT:1 of:IN:prep:1 homes:NNS:pobj:2:home by:IN:prep:3 Israel:NNP:pobj:4"
    assert roles(table, "demolition") == {"of": ["homes"], "by": ["Israel"]}


def test_frame_reader_noun_takes_the_phrase_behind_it_that_hangs_on_the_verb() -> None:
    table = "we:PRP:nsubj:1 condemned:VBD:ROOT:1:condemn Iran:NNP:poss:4 's:POS:case:2 raid:NN:dobj:1 "
    table += "on:IN:prep:1 Iraq:NNP:pobj:5"
    assert roles(table, "raid") == {"poss": ["Iran"], "on": ["Iraq"]}
    blamed = table.replace("condemned:VBD:ROOT:1:condemn", "blamed:VBD:ROOT:1:blame")
    assert roles(blamed, "raid") == {"poss": ["Iran"]}


def test_frame_reader_adjective_has_the_subject_of_its_verb() -> None:
    table = "Iran:NNP:nsubj:1 is:VBZ:ROOT:1:be ready:JJ:acomp:1 to:TO:aux:4 talk:VB:xcomp:2"
    assert roles(table, "ready") == {"agent": ["Iran"]}
    assert roles(table, "talk") == {"agent": ["Iran"]}
    assert clauses(table, "ready") == [(Form.TO, "", "talk")]


def test_frame_reader_broken_parse_with_a_circle_of_clauses_ends() -> None:
    table = "said:VBD:ROOT:0:say said:VBD:ccomp:0:say said:VBD:ccomp:1:say"
    doc = hand_doc(table)
    reader = FrameReader(doc)
    assert [reader.at(token.i).roles for token in doc] == [{}, {}, {}]


def test_frame_reader_passive_finds_the_doer_hung_on_a_noun_before_it() -> None:
    table = (
        "Iraq:NNP:nsubjpass:2 was:VBD:auxpass:2:be hit:VBN:ROOT:2:hit in:IN:prep:2 raids:NNS:pobj:3:raid by:IN:prep:4 "
        "Iran:NNP:pobj:5"
    )
    assert roles(table, "hit") == {"object": ["Iraq"], "in": ["raids"], "agent": ["Iran"]}
