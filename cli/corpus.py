"""A corpus read sentence by sentence, for the commands that tell what it has and the coder does not know."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from cli.screen import err
from coder.types import Story
from dataset.records import Record

if TYPE_CHECKING:
    from coder.pipeline import Coder
    from coder.story.passages import Passage

BATCH_TEXTS = 32


def counted(records: Iterable[Record], advance: Callable[[int], None]) -> Iterator[Record]:
    """Give the records that can be read, say of the others why not, and tell `advance` of each."""
    for record in records:
        advance(1)
        if record.fault:
            err.print(f"{record.id}: left out: {record.fault}", style="yellow", markup=False, soft_wrap=True)
        else:
            yield record


def passages(coder: "Coder", records: Iterable[Record]) -> Iterator["Passage"]:
    """Give the sentences with those who read them; what is read lives only until the next one is asked for."""
    from coder.texts.sentences import sentences

    stories = _stories(records)
    while batch := list(islice(stories, BATCH_TEXTS)):
        pieces = [(story, span) for story in batch for span in sentences(story.text)]
        coder.parser.renew()
        docs = coder.parser.docs([span.text for _, span in pieces])
        for (story, span), doc in zip(pieces, docs, strict=True):
            yield coder.passage(story, span, doc)


def _stories(records: Iterable[Record]) -> Iterator[Story]:
    from service.convert import request_from_record, story_from_request
    from service.errors import InvalidRequest

    for record in records:
        try:
            yield story_from_request(request_from_record({**record.fields, "actors": None}))
        except InvalidRequest as error:
            err.print(f"{record.id}: left out: {error}", style="yellow", markup=False, soft_wrap=True)
