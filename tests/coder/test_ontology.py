import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coder.errors import DictionaryError
from coder.ontology import DATA, Ontology, load_ontology, parent_code

Row = dict[str, Any]

ROOT_LABELS = [
    "MAKE_PUBLIC_STATEMENT",
    "APPEAL",
    "EXPRESS_INTENT_COOPERATE",
    "CONSULT",
    "ENGAGE_DIPLOMATIC_COOPERATION",
    "ENGAGE_MATERIAL_COOPERATION",
    "PROVIDE_AID",
    "YIELD",
    "INVESTIGATE",
    "DEMAND",
    "DISAPPROVE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "EXHIBIT_FORCE_POSTURE",
    "REDUCE_RELATIONS",
    "COERCE",
    "ASSAULT",
    "FIGHT",
    "USE_UNCONVENTIONAL_MASS_VIOLENCE",
]
PLOVER_EVENTS = {
    "01": {"NONE"},
    "02": {"REQUEST"},
    "03": {"AGREE"},
    "04": {"CONSULT"},
    "05": {"SUPPORT"},
    "06": {"COOPERATE"},
    "07": {"AID"},
    "08": {"CONCEDE", "RETREAT"},
    "09": {"ACCUSE"},
    "10": {"REQUEST"},
    "11": {"ACCUSE"},
    "12": {"REJECT"},
    "13": {"THREATEN"},
    "14": {"PROTEST"},
    "15": {"MOBILIZE"},
    "16": {"SANCTION"},
    "17": {"COERCE"},
    "18": {"ASSAULT"},
    "19": {"ASSAULT"},
    "20": {"ASSAULT"},
}
PLOVER_EXCEPTIONS = {"163": "COERCE", "191": "COERCE", "192": "COERCE", "175": "ASSAULT", "1712": "ASSAULT"}


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load_ontology()


@pytest.fixture
def rows() -> list[Row]:
    return [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def load(tmp_path: Path) -> Callable[[list[Row]], Ontology]:
    def load_rows(rows: list[Row]) -> Ontology:
        path = tmp_path / "cameo.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return load_ontology(path)

    return load_rows


def position(rows: list[Row], code: str) -> int:
    return next(index for index, row in enumerate(rows) if row["code"] == code)


def test_ontology_holds_all_codes_in_order(ontology: Ontology) -> None:
    codes = [kind.code for kind in ontology.types]
    assert len(codes) == len(set(codes)) == 298
    assert codes == sorted(codes)


@pytest.mark.parametrize("field", ["label", "name", "definition"])
def test_ontology_texts_are_unique(ontology: Ontology, field: str) -> None:
    assert len({getattr(kind, field) for kind in ontology.types}) == 298


def test_ontology_roots_bear_the_promised_labels(ontology: Ontology) -> None:
    roots = ontology.roots()
    assert [kind.label for kind in roots] == ROOT_LABELS
    assert [kind.root for kind in roots] == [f"{number:02d}" for number in range(1, 21)]
    assert all(kind.root_label == ROOT_LABELS[int(kind.root) - 1] for kind in ontology.types)


def test_ontology_gives_one_code_in_full(ontology: Ontology) -> None:
    kind = ontology["0312"]
    assert (kind.label, kind.root, kind.root_label) == (
        "EXPRESS_INTENT_COOPERATE_MILITARILY",
        "03",
        "EXPRESS_INTENT_COOPERATE",
    )
    assert (kind.quad_class, kind.goldstein) == (1, 2.5)
    assert (kind.plover.event, kind.plover.mode, kind.plover.context) == ("AGREE", "", "military")


@pytest.mark.parametrize(
    ("code", "quad_class", "goldstein"),
    [("010", 1, 0.0), ("057", 1, 5.0), ("0874", 2, 8.0), ("1124", 3, -5.5), ("141", 4, -4.4), ("2042", 4, -10.0)],
)
def test_ontology_scales(ontology: Ontology, code: str, quad_class: int, goldstein: float) -> None:
    assert (ontology[code].quad_class, ontology[code].goldstein) == (quad_class, goldstein)


def test_ontology_plover_event_of_every_code(ontology: Ontology) -> None:
    for kind in ontology.types:
        exception = PLOVER_EXCEPTIONS.get(kind.code)
        assert kind.plover.event in ({exception} if exception else PLOVER_EVENTS[kind.root]), kind.code


def test_ontology_appeal_reads_in_plover_as_the_demand_for_the_same(ontology: Ontology) -> None:
    appeals = [kind for kind in ontology.types if kind.root == "02"]
    assert all(kind.plover == ontology["10" + kind.code[2:]].plover for kind in appeals)


def test_ontology_marks_what_was_filled(rows: list[Row]) -> None:
    filled = {row["code"]: row["filled"] for row in rows if row["filled"]}
    beside_statements_and_appeals = {code for code in filled if code[:2] not in {"01", "02"}}
    assert beside_statements_and_appeals == {"1213", "1214", "155", "176", "1823", "183", "1834", "1951", "1952"}
    assert sum(code[:2] in {"01", "02"} for code in filled) == 37
    assert filled["155"] == ["plover_context", "plover_event"]
    assert filled["183"] == ["goldstein"]


def test_ontology_inherits_goldstein_only_from_the_parent(ontology: Ontology, rows: list[Row]) -> None:
    for row in rows:
        if "goldstein" in row["filled"]:
            parent = ontology.parent(row["code"])
            assert parent is not None
            assert parent.goldstein == row["goldstein"]


def test_ontology_definitions_name_existing_codes(ontology: Ontology) -> None:
    for kind in ontology.types:
        for word in kind.definition.replace(",", " ").replace(".", " ").replace(";", " ").split():
            number = word.strip("()")
            assert not number.isdigit() or number in ontology or number + "0" in ontology, (kind.code, number)


def test_ontology_definitions_are_short_sentences(ontology: Ontology) -> None:
    assert all(20 <= len(kind.definition) <= 240 and kind.definition.endswith(".") for kind in ontology.types)


@pytest.mark.parametrize("code", ["", "03", "3", "042 ", "999", "210", "04200", "42"])
def test_ontology_does_not_know_other_codes(ontology: Ontology, code: str) -> None:
    assert ontology.get(code) is None
    assert code not in ontology
    with pytest.raises(KeyError):
        ontology.parent(code)


@pytest.mark.parametrize(("code", "parent"), [("0312", "031"), ("031", "030"), ("2042", "204"), ("201", "200")])
def test_ontology_parent(ontology: Ontology, code: str, parent: str) -> None:
    assert ontology.parent(code) is ontology.get(parent)
    assert parent_code(code) == parent


def test_ontology_nothing_stands_above_a_root(ontology: Ontology) -> None:
    assert [ontology.parent(kind.code) for kind in ontology.roots()] == [None] * 20


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("human shield", ["184"]),
        ("HUNGER strike rights", ["1423"]),
        ("express_intent_mediate", ["039"]),
        ("0312", ["0312", "0332"]),
        ("zebra", []),
        ("  ", []),
    ],
)
def test_ontology_search(ontology: Ontology, words: str, codes: list[str]) -> None:
    assert [kind.code for kind in ontology.search(words)] == codes


def test_ontology_search_puts_titles_before_definitions(ontology: Ontology) -> None:
    found = ontology.search("curfew")
    titled = [kind for kind in found if "CURFEW" in kind.label]
    assert found[: len(titled)] == tuple(titled)
    assert len(found) > len(titled) == 3


def test_ontology_search_by_code_lists_what_lies_below(ontology: Ontology) -> None:
    found = [kind.code for kind in ontology.search("17")]
    assert found[:11] == ["170", "171", "1711", "1712", "172", "1721", "1722", "1723", "1724", "173", "174"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"code": "42"}, "no CAMEO code"),
        ({"code": "2101"}, "no CAMEO code"),
        ({"root": "05"}, "root of 042 must be 04"),
        ({"label": "Make visit"}, "capitals joined by underscores"),
        ({"label": "CONSULT"}, "stands in line"),
        ({"definition": " "}, "definition must be a text"),
        ({"plover_event": ""}, "plover_event must be a text"),
        ({"plover_mode": None}, "plover_mode must be a text"),
        ({"quad_class": 2}, "quad_class of root 04 must be 1"),
        ({"quad_class": True}, "quad_class of root 04 must be 1"),
        ({"goldstein": 10.5}, "from -10 to 10"),
        ({"goldstein": float("nan")}, "from -10 to 10"),
        ({"goldstein": "3"}, "from -10 to 10"),
        ({"filled": ["name"]}, "filled must be a list"),
        ({"filled": "goldstein"}, "filled must be a list"),
        ({"note": "new"}, "exactly the fields"),
    ],
)
def test_ontology_refuses_a_bad_line_and_points_at_it(
    rows: list[Row], load: Callable[[list[Row]], Ontology], change: Row, message: str
) -> None:
    index = position(rows, "042")
    rows[index].update(change)
    with pytest.raises(DictionaryError, match=message) as caught:
        load(rows)
    assert caught.value.line == index + 1
    assert caught.value.path.endswith("cameo.jsonl")


def test_ontology_refuses_a_code_given_twice(rows: list[Row], load: Callable[[list[Row]], Ontology]) -> None:
    rows.insert(2, {**rows[1], "label": "ANOTHER"})
    with pytest.raises(DictionaryError, match="011 stands in line 2 already") as caught:
        load(rows)
    assert caught.value.line == 3


def test_ontology_refuses_an_orphan(rows: list[Row], load: Callable[[list[Row]], Ontology]) -> None:
    index = position(rows, "031")
    del rows[index]
    with pytest.raises(DictionaryError, match="0311 needs its parent 031") as caught:
        load(rows)
    assert caught.value.line == index + 1


def test_ontology_refuses_too_few_codes(rows: list[Row], load: Callable[[list[Row]], Ontology]) -> None:
    with pytest.raises(DictionaryError, match="must hold 298 codes under 20 roots, not 297"):
        load(rows[:-1])


def test_ontology_refuses_disorder(rows: list[Row], load: Callable[[list[Row]], Ontology]) -> None:
    with pytest.raises(DictionaryError, match="order of their codes"):
        load(rows[::-1])


@pytest.mark.parametrize(("content", "line"), [(b"{\n", 1), (b"\n[]\n", 2), (b"\xff", 0)])
def test_ontology_refuses_what_it_cannot_read(tmp_path: Path, content: bytes, line: int) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_bytes(content)
    with pytest.raises(DictionaryError) as caught:
        load_ontology(path)
    assert (caught.value.path, caught.value.line) == (str(path), line)


def test_ontology_names_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(DictionaryError, match=r"nowhere\.jsonl: cannot be read"):
        load_ontology(tmp_path / "nowhere.jsonl")
