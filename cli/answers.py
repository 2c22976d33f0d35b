"""Code records in batches: as many answers as records, in order, each a response or the status that says why not."""

import json
import uuid
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from cli.screen import err
from cli.texts import Record
from coder.types import Coding, Options, Story
from service.convert import (
    request_from_record,
    request_from_story,
    response_from_coding,
    response_from_status,
    response_to_json,
    story_from_request,
)
from service.errors import InvalidRequest, Violation, is_foreseen, status_of
from service.gen import coder_pb2
from service.stories import Limits

if TYPE_CHECKING:
    from coder.pipeline import Coder

BATCH_TEXTS = 64
FILE_LIMITS = Limits(max_text_chars=1_000_000)  # nobody else waits for this machine, so longer texts are welcome
Reading = tuple[coder_pb2.CodeTextRequest, Story | Exception]


class AnswerDesk:
    """Answers records with one loaded coder."""

    def __init__(self, coder: "Coder", options: Options, *, explain: bool = False) -> None:
        """Take the coder and what to show of its events."""
        self._coder = coder
        self.refused = 0  # answers that were a status
        self._options = request_from_story(Story("", options=options), explain=explain).options

    def answers(self, records: Iterable[Record]) -> Iterator[str]:
        """Code records; give one line of JSON each, in order."""
        waiting = iter(records)
        while batch := list(islice(waiting, BATCH_TEXTS)):
            yield from self._answer_batch(batch)

    def _answer_batch(self, batch: Sequence[Record]) -> Iterator[str]:
        readings = [self._read(record) for record in batch]
        outcomes = iter(self._code([story for _, story in readings if isinstance(story, Story)]))
        for record, (request, story) in zip(batch, readings, strict=True):
            yield self._answer(record, request, next(outcomes) if isinstance(story, Story) else story)

    def _read(self, record: Record) -> Reading:
        request = coder_pb2.CodeTextRequest()
        if record.fault:
            return request, InvalidRequest([Violation("text", record.fault)])
        try:
            request = request_from_record(record.fields, self._options)
            return request, story_from_request(request, FILE_LIMITS)
        except InvalidRequest as error:
            return request, error

    def _code(self, stories: Sequence[Story]) -> Sequence[Coding | Exception]:
        """Code together; when that fails in a way that nobody foresaw, one by one, to find the text at fault."""
        try:
            return self._coder.code_batch(stories) if stories else []
        except Exception as error:  # noqa: BLE001  (whatever it is, the neighbours shall not pay)
            if len(stories) == 1:
                return [error]
        return [self._code([story])[0] for story in stories]

    def _answer(self, record: Record, request: coder_pb2.CodeTextRequest, outcome: Coding | Exception) -> str:
        if isinstance(outcome, Coding):
            return response_to_json(response_from_coding(outcome, request))
        error_id = uuid.uuid4().hex
        self.refused += 1
        if not is_foreseen(outcome):
            err.print(f"[red]{record.id}[/]: a fault of the coder, {error_id}: {outcome!r}", soft_wrap=True)
        return response_to_json(response_from_status(record.id, status_of(outcome, error_id), self._coder.version))


def response_of(line: str) -> dict[str, Any]:
    """Read an answer's line back as the mapping that `cli.events` shows."""
    response: dict[str, Any] = json.loads(line)
    return response
