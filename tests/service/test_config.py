"""Settings come from the environment, and what is wrong there is told by its name."""

import pytest
from pydantic import ValidationError

from service.config import Settings, faults_of, unknown_names


@pytest.mark.parametrize(
    ("given", "paths"),
    [
        ("", ()),
        ("a.txt", ("a.txt",)),
        ("a.txt:b.txt", ("a.txt", "b.txt")),
        ('["a.txt", "b:c.txt"]', ("a.txt", "b:c.txt")),
    ],
)
def test_config_reads_paths_in_either_form(monkeypatch: pytest.MonkeyPatch, given: str, paths: tuple[str, ...]) -> None:
    monkeypatch.setenv("CAMEO_CODER_DICTIONARIES", given)
    monkeypatch.setenv("CAMEO_CODER_LEXICONS", given)
    settings = Settings()
    assert (settings.dictionaries, settings.lexicons) == (paths, paths)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [("DICTIONARIES", "[a.txt]", "or a JSON list of them"), ("PORT", "tcp://10.0.0.1:50051", "valid integer")],
)
def test_config_names_what_is_wrong(monkeypatch: pytest.MonkeyPatch, name: str, value: str, words: str) -> None:
    monkeypatch.setenv(f"CAMEO_CODER_{name}", value)
    with pytest.raises(ValidationError) as refused:
        Settings()
    (fault,) = faults_of(refused.value)
    assert fault.startswith(f"CAMEO_CODER_{name}: ")
    assert words in fault


def test_config_finds_names_that_are_no_settings() -> None:
    misspelt = {"CAMEO_CODER_TOKENFILE"}
    others = {
        "CAMEO_CODER_PORT",
        "CAMEO_CODER_SERVICE_HOST",
        "CAMEO_CODER_PORT_50051_TCP",
        "CAMEO_CODER_COMPILE",
        "PATH",
    }
    assert unknown_names(misspelt | others) == sorted(misspelt)
