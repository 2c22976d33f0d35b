"""The traits of lands: what the file may say, and what is told to whoever writes a bad line."""

import pytest

from coder.errors import DictionaryError
from coder.naming.lands import KEYED, KEYLESS, read_lands


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("neutral = CHE", "'neutral' is no trait of a land; there are abroad"),
        ("abroad", "expected 'TRAIT = CODE; CODE'"),
        ("abroad = usa", "got 'abroad = usa'"),
        ("abroad TUR = USA", "expected 'TRAIT = CODE; CODE'"),
        ("settlers = ISR", "expected 'TRAIT = CODE; CODE'"),
        ("abroad = USA\nabroad = RUS", "lands.txt:2: 'abroad' stands twice"),
    ],
)
def test_lands_a_bad_line_is_told_with_its_place(line: str, said: str) -> None:
    with pytest.raises(DictionaryError, match=r"lands\.txt:[12]: ") as raised:
        read_lands("lands.txt", line)
    assert said in str(raised.value)


def test_lands_a_trait_that_no_line_has_is_empty() -> None:
    assert read_lands("lands.txt", "# nothing\n") == {trait: {} for trait in KEYED | KEYLESS}


def test_lands_codes_are_read_in_their_order() -> None:
    found = read_lands("lands.txt", "people KUR = IRQ; SYR  # and others")
    assert found["people"]["KUR"] == ("IRQ", "SYR")
