"""Files of another encoding are told with their line and how to mend them: mangled names would be found in no text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from coder.data_files import text_of
from coder.entries.rules import load_lexicon
from coder.errors import DictionaryError
from coder.naming.dictionaries import ActorIndex
from coder.upkeep.dictionary_check import check_dictionary

OWN = "# Perú\nJosé Núñez = PERGOV\n"
PETRARCH = "PERU_ [PER]\nJOS\u00c9_N\u00da\u00d1EZ_ [PERGOV]\n"
LEXICON = "## 111\nverb flingle\n  object: actor\nexample\n  > Per\u00fa flingled Chile = PER 111 CHL\n"
READERS: dict[str, tuple[str, int, Callable[[str], object]]] = {
    "own": (OWN, 1, lambda path: ActorIndex.load([path])),
    "petrarch": (PETRARCH, 2, lambda path: ActorIndex.load([path])),
    "check": (OWN, 1, check_dictionary),
    "lexicon": (LEXICON, 5, lambda path: load_lexicon(extra=[Path(path)])),
}


@pytest.mark.parametrize("reader", READERS)
def test_data_files_name_the_line_that_is_not_utf_8_and_the_command_that_mends_it(tmp_path: Path, reader: str) -> None:
    text, line, read = READERS[reader]
    path = tmp_path / "mine.txt"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(DictionaryError) as told:
        read(str(path))
    assert (told.value.path, told.value.line) == (str(path), line)
    assert text.splitlines()[line - 1].strip() in told.value.message
    assert f"iconv -f ISO-8859-1 -t UTF-8 '{path}'" in told.value.message
    path.write_bytes(text.encode("utf-8"))
    read(str(path))


def test_data_files_of_windows_editors_are_told_or_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_bytes(OWN.encode("utf-16"))
    with pytest.raises(DictionaryError, match=r"mine\.txt: is UTF-16.*iconv -f UTF-16"):
        text_of(str(path))
    path.write_bytes(OWN.replace("\n", "\r\n").encode("utf-8-sig"))
    assert text_of(str(path)).splitlines() == OWN.splitlines()
