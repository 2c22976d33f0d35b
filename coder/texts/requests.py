"""What a story must fulfil before it is coded."""

import re

from coder.errors import TextError
from coder.types import Story

MAXIMUM_CHARACTERS = 1_000_000
_LONE = re.compile("[\ud800-\udfff]")  # no text: it cannot even be written down as UTF-8


def checked(story: Story) -> TextError | None:
    """The error that keeps a story from being coded, or None."""
    if not story.text.strip():
        return TextError("text", "is empty; give a sentence or a document")
    if len(story.text) > MAXIMUM_CHARACTERS:
        return TextError(
            "text", f"has {len(story.text)} characters, the limit is {MAXIMUM_CHARACTERS}; send it in parts"
        )
    if not story.text.isascii() and (lone := _LONE.search(story.text)):
        return TextError("text", f"has half a character (a lone surrogate) at {lone.start()}; decode the text anew")
    if story.language_code not in ("", "en"):
        return TextError("language_code", f"{story.language_code!r} is not supported; the coder reads 'en'")
    return _spans(story)


def _spans(story: Story) -> TextError | None:
    last = (-1, 0)
    for start, end, number in sorted((a.start, a.end, n) for n, a in enumerate(story.actors)):
        if not 0 <= start < end <= len(story.text):
            return TextError(
                f"actors[{number}].span",
                f"[{start}, {end}) lies outside the text of {len(story.text)} characters, or is empty",
            )
        if start < last[1]:
            return TextError(
                f"actors[{number}].span", f"[{start}, {end}) overlaps [{last[0]}, {last[1]}); give each mention once"
            )
        last = (start, end)
    return None
