"""Records to answers with one loaded coder: as many as records, in order, each with events or why not."""

import hashlib
import json
import traceback
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coder.types import Coding, Options, Story
from dataset.records import Record
from service.coding import code_each, coder_class
from service.convert import (
    request_from_record,
    request_from_story,
    response_from_coding,
    response_from_status,
    response_to_json,
    story_from_request,
)
from service.errors import InvalidRequest, Violation, WorkerLost, is_foreseen, status_of
from service.gen import coder_pb2
from service.stories import Limits

if TYPE_CHECKING:
    from coder.pipeline import Coder

BATCH_TEXTS = 32
FILE_LIMITS = Limits(max_text_chars=1_000_000)  # nobody else waits for this machine, so longer texts are welcome
Reading = tuple[coder_pb2.CodeTextRequest, Story | Exception]
CODER = "coder.pipeline:Coder"


@dataclass(frozen=True, slots=True)
class CoderSetup:
    """What a coder is loaded from; travels to worker processes."""

    model: str
    dictionaries: tuple[str, ...] = ()
    lexicons: tuple[str, ...] = ()
    factory: str = CODER  # module:class with the contract of `coder.pipeline.Coder`

    def load(self) -> "Coder":
        """Load the coder.

        Raises:
            CoderError: a dictionary, the lexicon or the model is broken.
        """
        coder: Coder = coder_class(self.factory).load(self.model, self.dictionaries, lexicons=self.lexicons)
        return coder


class AnswerDesk:
    """Answers records with one loaded coder."""

    def __init__(self, coder: "Coder", options: Options, *, explain: bool = False) -> None:
        """Take the coder and what to show of its events."""
        self._coder = coder
        self.refused = 0  # answers that were a status
        self.faults: list[str] = []  # what nobody foresaw, one line each, for whoever runs the program
        self._options = request_from_story(Story("", options=options), explain=explain).options

    @property
    def version(self) -> str:
        """The version of the coder."""
        return self._coder.version

    def answers(self, records: Iterable[Record]) -> Iterator[str]:
        """Code records; give one line of JSON each, in order."""
        waiting = iter(records)
        while batch := list(islice(waiting, BATCH_TEXTS)):
            yield from self.batch(batch)

    def batch(self, records: Sequence[Record]) -> list[str]:
        """Code records together; give one line of JSON each, in order."""
        readings = [self._read(record) for record in records]
        outcomes = iter(code_each(self._coder, [story for _, story in readings if isinstance(story, Story)]))
        return [
            self._answer(record, request, next(outcomes) if isinstance(story, Story) else story)
            for record, (request, story) in zip(records, readings, strict=True)
        ]

    def _read(self, record: Record) -> Reading:
        request = coder_pb2.CodeTextRequest()
        if record.fault:
            return request, InvalidRequest([Violation("text", record.fault)])
        try:
            request = request_from_record(record.fields, self._options)
            return request, story_from_request(request, FILE_LIMITS)
        except InvalidRequest as error:
            return request, error

    def _answer(self, record: Record, request: coder_pb2.CodeTextRequest, outcome: Coding | Exception) -> str:
        if isinstance(outcome, Coding):
            return response_to_json(response_from_coding(outcome, request))
        self.refused += 1
        answer, fault = refusal(record, outcome, self._coder.version)
        self.faults.extend(fault)
        return answer


def refusal(record: Record, error: Exception, version: str) -> tuple[str, list[str]]:
    """Give the answer that says why a record was not coded, and the fault's line when nobody foresaw it.

    The error id follows from the record, so that a run that is repeated writes the same bytes.
    """
    error_id = hashlib.sha256(f"{record.id}\n{record.fields.get('text')}".encode("utf-8", "replace")).hexdigest()[:32]
    answer = response_to_json(response_from_status(record.id, status_of(error, error_id), version))
    return answer, [] if is_foreseen(error) else [f"{record.id}: a fault of the coder, {error_id}: {_told(error)}"]


def _told(error: Exception) -> str:
    """Say what an unforeseen error is and where it arose, e.g. ``KeyError('x') in matching.py:12``."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" in {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{error!r:.500}{where}"


def lost(record: Record, version: str) -> str:
    """Give the answer to a record under which worker processes died."""
    return refusal(record, WorkerLost("the worker process ended while it coded this text"), version)[0]


def response_of(line: str) -> dict[str, Any]:
    """Read an answer's line back as the mapping that reports and screens show."""
    response: dict[str, Any] = json.loads(line)
    return response
