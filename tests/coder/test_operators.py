"""The table that joins an operator with its content."""

from pathlib import Path

import pytest

from coder.entries.lexicon_entries import NO_EVENT
from coder.entries.lexicon_reader import OPERATORS
from coder.entries.operators import OperatorTable, load_operator_table
from coder.entries.rules import load_lexicon
from coder.errors import DictionaryError
from coder.ontology import load_ontology

CELLS = {".", "-", "="}


@pytest.fixture(scope="module")
def table() -> OperatorTable:
    return load_operator_table()


def test_operators_every_code_of_the_table_is_in_the_ontology(table: OperatorTable) -> None:
    codes = {kind.code for kind in load_ontology().types}
    cells = {cell for row in table.rows.values() for cell in row.values()} - CELLS
    assert cells <= codes
    assert set(table.readings.values()) <= codes | {code[:2] for code in codes} | set(table.rows)


def test_operators_rows_and_readings_begin_codes_of_the_ontology(table: OperatorTable) -> None:
    codes = [kind.code for kind in load_ontology().types]
    assert [p for p in (*table.rows, *table.readings) if not any(code.startswith(p) for code in codes)] == []


def test_operators_every_root_has_a_row_and_every_column_is_an_operator(table: OperatorTable) -> None:
    roots = {kind.root for kind in load_ontology().types}
    assert roots <= {prefix[:2] for prefix in (*table.rows, *table.readings)}
    assert {operator for row in table.rows.values() for operator in row} <= set(OPERATORS)


def test_operators_every_code_of_the_lexicon_is_in_the_ontology() -> None:
    codes = {kind.code for kind in load_ontology().types} | {NO_EVENT, ""}
    lexicon = load_lexicon()
    assert [e.id for e in lexicon.entries if e.code not in codes or (e.default or "") not in codes] == []
    wanted = {(e.path, e.line): {code for _, code, _ in e.events} - codes - {"*"} for e in lexicon.examples}
    assert {where: missing for where, missing in wanted.items() if missing} == {}


@pytest.mark.parametrize(
    ("operator", "content", "code"),
    [
        ("APPEAL", "073", "0233"),
        ("INTEND", "073", "0333"),
        ("REJECT", "073", "1223"),
        ("STOP", "073", "1623"),
        ("THREATEN", "073", "1311"),
        ("INTEND", "046", "036"),
        ("DEMAND", "0871", "1056"),
        ("STOP", "163", "085"),
        ("THREATEN", "190", "1384"),
        ("INTEND", "0333", "0333"),  # promised to promise food
        ("APPEAL", "0333", "0233"),  # asked for a promise of food
    ],
)
def test_operators_join_as_the_codebook_parallels(table: OperatorTable, operator: str, content: str, code: str) -> None:
    assert table.join(operator, content, "") == code


def test_operators_special_row_wins_over_its_root(table: OperatorTable) -> None:
    assert table.join("STOP", "042", "") != table.join("STOP", "04", "")
    assert table.join("STOP", "0421", "") == table.join("STOP", "042", "")


def test_operators_cells_mean_default_nothing_and_same() -> None:
    table = OperatorTable({"04": {"APPEAL": ".", "STOP": "-", "INTEND": "="}}, {"036": "046"})
    assert table.join("APPEAL", "046", "020") == "020"
    assert table.join("STOP", "046", "020") == ""
    assert table.join("INTEND", "046", "020") == "046"
    assert table.join("INTEND", "036", "020") == "046"
    assert table.join("DENY", "046", "016") == "016"


def test_operators_row_with_a_cell_too_few_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "composition.txt"
    path.write_text("content | APPEAL | STOP\n# fine so far\n04 | 026\n", "utf-8")
    with pytest.raises(DictionaryError, match="2 cells, expected 3") as caught:
        load_operator_table(path)
    assert caught.value.line == 3
