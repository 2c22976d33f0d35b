"""The report is one file that shows what is there, in a real browser too, and lets no text become markup."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from coder.ontology import load_ontology
from dataset.event_files import read_rows
from dataset.job import write_file
from dataset.report import Summary, summarised
from dataset.report_events import joined, marked
from dataset.report_page import page
from dataset.rows import Row
from tests.dataset.conftest import MakeJob, Watch, jsonl, stories

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
EVIL = '</script><script>document.title="broken"</script><img src=x onerror=alert(1)>'
CLICK = """<script>
window.onerror = (message) => document.body.setAttribute("data-fault", message);
document.querySelector('a[data-code="040"]').click();
</script></body>"""


@pytest.fixture
def rows(make_job: MakeJob, tmp_path: Path) -> list[Row]:
    texts = [*stories(40), {"id": EVIL, "text": f"Peru met Chile. {EVIL}", "date": "2020-01-05"}, {"text": ""}]
    (tmp_path / "in.jsonl").write_text(jsonl(texts), "utf-8")
    write_file(job := make_job(tmp_path / "in.jsonl"), Watch())
    found = list(read_rows([job.output]))
    found[1] = {**found[1], "source_code": None, "source_name": EVIL}
    return found


def shown(rows: list[Row]) -> str:
    return page(summarised(rows), load_ontology(), f"Title {EVIL}")


def test_report_counts_texts_events_and_unknown_actors(rows: list[Row]) -> None:
    summary = summarised(rows)
    assert (summary.stories, summary.refused, summary.without_events, summary.events) == (42, 1, 10, 31)
    assert summary.unknown == {EVIL: 1}
    assert sum(summary.confidence) == sum(summary.quads.values()) == 31
    assert summary.dyads["PER", "CHI"] == 30


def test_report_needs_nothing_from_outside(rows: list[Row]) -> None:
    content = shown(rows)
    assert not re.search(r"""(src|href)\s*=\s*["']?(https?:)?//|@import|url\(""", content)
    assert "default-src 'none'" in content


def test_report_escapes_what_comes_from_texts(rows: list[Row]) -> None:
    content = shown(rows)
    assert EVIL not in content
    assert "<img" not in content
    assert "&lt;img" in content


def test_report_draws_the_same_samples_every_time(rows: list[Row]) -> None:
    assert shown(rows) == shown(list(rows))


def test_report_of_nothing_is_still_a_page() -> None:
    assert "No event has a date." in page(Summary(), load_ontology(), "None")


def test_marked_shows_source_action_and_target_where_they_stand(rows: list[Row]) -> None:
    assert marked(rows[:1]) == (
        '<mark class="source">Peru0</mark> <mark class="q1">met</mark> <mark class="target">Chile</mark>.'
    )


def test_marked_shows_a_target_inside_the_words_of_the_action(rows: list[Row]) -> None:
    inside = {**rows[0], "action_start": 6, "action_end": 15}
    assert marked([inside]) == (
        '<mark class="source">Peru0</mark> <mark class="q1">met </mark>'
        '<mark class="q1"><mark class="target">Chile</mark></mark>.'
    )


def mirrored(row: Row) -> Row:
    swap = {"source": "target", "target": "source"}
    sides = {name: name.partition("_") for name in row if name.partition("_")[0] in swap}
    return {**row, **{f"{swap[side]}_{rest}": row[name] for name, (side, _, rest) in sides.items()}}


def test_report_shows_few_events_all_and_in_order(rows: list[Row]) -> None:
    content = shown([*rows[:1], mirrored(rows[0]), {**rows[2], "target_name": None, "target_code": None}])
    assert [mutual for _, mutual in joined([rows[0], mirrored(rows[0])])] == [True]
    assert "Samples" not in content
    text = " ".join(re.sub(r"<[^>]+>", " ", content).split())
    assert "PER CONSULT CHI and the other way round “Peru0” → “met” → “Chile” 040 · Goldstein" in text
    assert "PER FIGHT (nobody)" in text


def test_report_shows_samples_of_many_events(rows: list[Row]) -> None:
    content = shown([rows[0]] * 300)  # ids need not be unique
    assert "Drawn by chance." in content
    assert content.count('class="sample"') == 4


def test_report_defines_its_codes_without_scripts(rows: list[Row]) -> None:
    content = shown(rows)
    linked = set(re.findall(r'href="#(code-\d+)"', content))
    assert linked
    assert linked == set(re.findall(r'id="(code-\d+)"', content))


@pytest.mark.skipif(BROWSER is None, reason="no Chromium here: apt-get install chromium")
def test_report_opens_in_a_browser_and_explains_a_code_when_clicked(rows: list[Row], tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(shown(rows).replace("</body>", CLICK), "utf-8")
    arguments = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom"]
    command = [str(BROWSER), *arguments, path.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    dom = done.stdout
    assert 'data-fault="' not in dom
    assert re.search(r"<dialog[^>]* open", dom)
    assert '<h2 id="definition-name">040 CONSULT</h2>' in dom
    assert dom.count("<rect") > 20
    assert "<title>broken" not in dom
