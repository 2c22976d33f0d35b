"""Scores on texts small enough to count by hand."""

import pytest

from coder.evaluation import GoldError, Predicted, Report, evaluate, predicted_from_response, task_of

TEXT = "Peru praised Chile and warned Bolivia."
PERU, CHILE, BOLIVIA = [0, 4], [13, 18], [30, 37]


def actor(code: str, span: list[int] | None = None) -> dict[str, object]:
    start, end = span or (0, 0)
    return {"code": code, "span": {"start": start, "end": end}}


def event(
    source: dict[str, object], code: str, target: dict[str, object] | None, confidence: float = 0.5
) -> dict[str, object]:
    return {"source": source, "action": {"code": code}, "target": target, "confidence": confidence}


PRAISE = event(actor("PER", PERU), "051", actor("CHL", CHILE))
WARNING = event(actor("PER", PERU), "130", actor("BOL", BOLIVIA))
BACKWARD = event(actor("CHL", CHILE), "051", actor("PER", PERU))


def predictions(*events: dict[str, object], of: str = "a") -> dict[str, list[Predicted]]:
    return {of: predicted_from_response({"id": of, "events": list(events)})}


def relation_gold(root: str = "SUPPORT", quad: int = 1) -> list[dict[str, object]]:
    return [{"id": "a", "text": TEXT, "pairs": [{"source": [PERU], "target": [CHILE], "root": root, "quad": quad}]}]


def wild_gold(*, optional_warning: bool = False) -> list[dict[str, object]]:
    praise = {"source": [PERU], "source_codes": ["PER"], "target": [CHILE], "target_codes": ["CHL"], "codes": ["051"]}
    warn = {
        "source": [PERU],
        "source_codes": ["PER"],
        "target": [BOLIVIA],
        "target_codes": ["BOL"],
        "codes": ["130", "120"],
    }
    events = [praise | {"optional": False}, warn | {"optional": optional_warning}]
    return [{"id": "a", "text": TEXT, "events": events}, {"id": "b", "text": "It rained.", "events": []}]


@pytest.mark.parametrize(
    ("field", "task"),
    [
        ("pairs", "relation"),
        ("events", "wild"),
        ("tokens", "ner"),
        ("quad", "quad"),
        ("code", "codebook"),
        ("expect", "acceptance"),
    ],
)
def test_evaluation_tells_the_form_from_the_fields(field: str, task: str) -> None:
    assert task_of([{"id": "a", "text": "x"}, {"id": "b", "text": "x", field: []}]) == task


def test_evaluation_says_what_a_gold_file_needs() -> None:
    with pytest.raises(GoldError, match="pairs"):
        task_of([{"id": "a", "text": "x"}])
    with pytest.raises(GoldError, match="not of the form 'quad'"):
        evaluate("quad", relation_gold(), {})


def test_relation_counts_the_pair_in_its_direction_only() -> None:
    right = evaluate("relation", relation_gold(), predictions(PRAISE))
    swapped = evaluate("relation", relation_gold(), predictions(BACKWARD))
    assert (right.numbers["pair_recall"], right.numbers["root_macroF1"], right.numbers["quad_macroF1"]) == (1, 1, 1)
    assert (swapped.numbers["pair_recall"], swapped.numbers["reversed"]) == (0, 1)
    assert right.misses == ()
    assert swapped.misses[0].got == ("CHL 051 PER",)


def test_relation_takes_the_most_confident_event_of_the_pair() -> None:
    doubt = event(actor("PER", PERU), "112", actor("CHL", CHILE), confidence=0.9)
    report = evaluate("relation", relation_gold(), predictions(PRAISE, doubt))
    assert (report.numbers["root_acc"], report.numbers["root_any"]) == (0, 1)


def test_relation_counts_events_that_lie_on_no_pair() -> None:
    report = evaluate("relation", relation_gold(), predictions(PRAISE, WARNING))
    assert report.numbers["off_pair_events"] == pytest.approx(0.5)
    assert report.numbers["events_per_text"] == 2


@pytest.mark.parametrize(
    ("code", "root"), [("163", "COERCE"), ("1712", "ASSAULT"), ("175", "ASSAULT"), ("195", "ASSAULT")]
)
def test_relation_reads_cameo_as_plover(code: str, root: str) -> None:
    hit = event(actor("PER", PERU), code, actor("CHL", CHILE))
    assert evaluate("relation", relation_gold(root, 4), predictions(hit)).numbers["root_acc"] == 1


def test_wild_wants_the_required_and_forgives_the_optional() -> None:
    both = evaluate("wild", wild_gold(), predictions(PRAISE))
    one = evaluate("wild", wild_gold(optional_warning=True), predictions(PRAISE))
    extra = evaluate("wild", wild_gold(optional_warning=True), predictions(PRAISE, WARNING))
    assert both.tables["pair+root"].recall == pytest.approx(0.5)
    assert one.tables["pair+root"].recall == 1
    assert extra.tables["pair+root"].precision == 1
    assert [miss.wanted for miss in both.misses] == ["missed PER 130/120 BOL"]


def test_wild_lists_events_that_the_gold_does_not_have() -> None:
    report = evaluate("wild", wild_gold(), predictions(PRAISE, WARNING, BACKWARD))
    assert [(miss.wanted, miss.got) for miss in report.misses] == [("none of these", ("CHL 051 PER",))]


def test_wild_counts_silence_where_nothing_happens() -> None:
    noisy = predictions(PRAISE, of="b")
    assert evaluate("wild", wild_gold(), {}).counts["quiet on eventless texts"] == (1, 1)
    assert evaluate("wild", wild_gold(), noisy).counts["quiet on eventless texts"] == (0, 1)


@pytest.mark.parametrize(
    ("accepted", "fits"),
    [(["PERGOV"], True), (["---"], True), (["---GOV"], False), (["BOL"], False), (["BOL", "PER"], True)],
)
def test_wild_compares_countries_and_the_sector_of_unknown_ones(accepted: list[str], fits: bool) -> None:
    gold = wild_gold(optional_warning=True)
    gold[0]["events"][0]["source_codes"] = accepted  # type: ignore[index]
    report = evaluate("wild", gold, predictions(PRAISE))
    assert (report.tables["pair+root+country"].recall == 1) is fits
    assert report.tables["pair+root"].recall == 1


def test_ner_joins_neighbouring_words_of_a_role() -> None:
    tokens = [[0, 4, "S"], [13, 18, "T"], [19, 22, "O"], [30, 37, "T"]]
    gold = [{"id": "a", "text": TEXT, "tokens": tokens}]
    report = evaluate("ner", gold, predictions(PRAISE))
    assert (report.tables["source"].f1, report.tables["target"].precision) == (1, 1)
    assert report.tables["target"].recall == pytest.approx(0.5)
    assert report.misses[0].wanted == "target 'Bolivia'"


def test_quad_looks_at_the_first_event_and_counts_the_uncoded() -> None:
    gold = [{"id": "a", "text": TEXT, "quad": 1}, {"id": "b", "text": TEXT, "quad": 3}]
    report = evaluate("quad", gold, predictions(PRAISE))
    assert (report.numbers["acc"], report.numbers["uncoded"], report.numbers["macroF1"]) == (0.5, 0.5, 0.5)


def test_codebook_scores_exact_near_and_root() -> None:
    gold = [{"id": "a", "text": TEXT, "code": "0511"}]
    near, far = evaluate("codebook", gold, predictions(PRAISE)), evaluate("codebook", gold, predictions(WARNING))
    assert (near.numbers["exact_any"], near.numbers["three_any"], near.numbers["root_top"]) == (0, 1, 1)
    assert far.misses[0].wanted == "0511"


def acceptance_report(*events: dict[str, object]) -> Report:
    wanted = {"source": "PER", "code": "05", "target": "CHL"}
    gold = [{"id": "a", "text": TEXT, "expect": [wanted], "forbid": [{"source": "CHL"}]}]
    return evaluate("acceptance", gold, predictions(*events))


def test_acceptance_wants_every_expected_and_no_forbidden_event() -> None:
    assert acceptance_report(PRAISE, WARNING).counts == {"records": (1, 1), "expected events": (1, 1)}
    assert acceptance_report(WARNING).misses[0].wanted == "missed PER 05 CHL"
    both = acceptance_report(PRAISE, BACKWARD)
    assert (both.counts["records"], both.numbers["forbidden"]) == ((0, 1), 1)
    assert both.misses[0].wanted == "forbidden CHL * *"


def test_predictions_without_target_or_code_are_read() -> None:
    found = predicted_from_response(
        {"id": "a", "events": [{"action": {"code": "171"}, "target": None}, {"action": {}}]}
    )
    assert [str(one) for one in found] == ["--- 171 ---"]
