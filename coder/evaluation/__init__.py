"""Scores of coded events against a gold file of one of six forms.

A gold file has one JSON object a line, with an ``id``, a ``text`` and what its form asks for:

========== ============================================================================================================
relation   ``pairs``: ``{"source": [[0, 6]], "target": [[15, 21]], "root": "AGREE", "quad": 1}``; several spans of one
           side are mentions of the same actor; other events of the text are not counted as wrong
wild       ``events``: all of them, ``{"source": spans, "source_codes": ["RUSGOV"], "target", "target_codes", "codes":
           ["036"], "optional": false}``; recall counts the required, precision accepts the optional ones too
ner        ``tokens``: ``[start, end, "S" or "T" or another letter]``, the words of sources and targets
quad       ``quad``: 0 (statements and appeals) to 4, of the most confident event
codebook   ``code``: the CAMEO code that the text shows
acceptance ``expect`` and ``forbid``: ``{"source": "RUS", "code": "03", "target": "TUR"}``, regular expressions that are
           matched from the start of the codes; an absent key matches anything
========== ============================================================================================================

Spans are code points, half-open.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from coder.evaluation.codes import acceptance, codebook, quad
from coder.evaluation.measures import Predicted, predicted_from_coding, predicted_from_response
from coder.evaluation.ner import ner
from coder.evaluation.relation import relation
from coder.evaluation.report import Gold, GoldError, Miss, Report, Scored
from coder.evaluation.wild import wild

__all__ = [
    "TASKS",
    "GoldError",
    "Miss",
    "Predicted",
    "Report",
    "evaluate",
    "predicted_from_coding",
    "predicted_from_response",
    "task_of",
]

FIELD_OF_TASK = {
    "acceptance": "expect",
    "relation": "pairs",
    "ner": "tokens",
    "quad": "quad",
    "codebook": "code",
    "wild": "events",
}
ILL_FORMED = (KeyError, ValueError, TypeError, AttributeError, IndexError)  # what reading other records raises
TASKS: dict[str, Callable[[Scored], Report]] = {
    "relation": relation,
    "wild": wild,
    "ner": ner,
    "quad": quad,
    "codebook": codebook,
    "acceptance": acceptance,
}


def task_of(gold: Iterable[Gold]) -> str:
    """Tell which form a gold file has, from the fields of its records.

    Raises:
        GoldError: none of the forms.
    """
    fields = {name for record in gold for name in record}
    for task, name in FIELD_OF_TASK.items():
        if name in fields:
            return task
    wanted = ", ".join(f"{name} ({task})" for task, name in FIELD_OF_TASK.items())
    raise GoldError(f"the gold file has none of the fields that can be scored: {wanted}")


def evaluate(task: str, gold: Sequence[Gold], predictions: Mapping[str, list[Predicted]]) -> Report:
    """Score predictions, keyed by the gold records' ids; a record without predictions counts as coded empty.

    Raises:
        GoldError: a record lacks a field of the task.
    """
    rows = [(record, predictions.get(str(record.get("id", "")), [])) for record in gold]
    try:
        return TASKS[task](rows)
    except ILL_FORMED as error:
        bad = next((record for record, found in rows if not _is_of_form(task, record, found)), rows[0][0])
        lacks = f"it lacks the field {error}" if isinstance(error, KeyError) else str(error)
        record = str(bad.get("id", ""))
        raise GoldError(f"the record {record!r} is not of the form '{task}' (docs/quality.md): {lacks}") from error


def _is_of_form(task: str, record: Gold, found: list[Predicted]) -> bool:
    try:
        TASKS[task]([(record, found)])
    except ILL_FORMED:
        return False
    return True
