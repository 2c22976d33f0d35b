from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from service.gen import coder_pb2
from service.offsets import Offsets

ENCODINGS = {
    coder_pb2.ENCODING_TYPE_UTF8: lambda text: len(text.encode()),
    coder_pb2.ENCODING_TYPE_UTF16: lambda text: len(text.encode("utf-16-le")) // 2,
    coder_pb2.ENCODING_TYPE_CODE_POINTS: len,
    coder_pb2.ENCODING_TYPE_UNSPECIFIED: len,
}
TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("aé€🎉א́"), max_size=40)


@given(TEXTS, st.sampled_from(sorted(ENCODINGS)))
def test_offsets_count_as_python_encodes(text: str, encoding: Any) -> None:
    offsets = Offsets(text, encoding)
    measure = ENCODINGS[encoding]
    assert offsets.length == measure(text)
    for i in range(len(text) + 1):
        assert offsets.to_caller(i) == measure(text[:i])
        assert offsets.from_caller(measure(text[:i])) == i


@given(TEXTS, st.sampled_from(sorted(ENCODINGS)))
def test_offsets_inside_a_character_are_told(text: str, encoding: Any) -> None:
    offsets = Offsets(text, encoding)
    starts = {ENCODINGS[encoding](text[:i]) for i in range(len(text) + 1)}
    inside = set(range(offsets.length + 1)) - starts
    assert all(offsets.from_caller(offset) is None for offset in inside)
