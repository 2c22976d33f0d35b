"""Write a synthetic news archive: stories of a few sentences, some with events, many without, from templates.

python -m benchmarks.archive_generate OUT [--stories 50000] [--files 10] [--seed 1]

The same arguments give the same bytes. The suffix of the files is .jsonl.gz; the places are real, the events invented.
"""

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

STATES = [
    *(
        "Peru",
        "Chile",
        "Kenya",
        "Norway",
        "Japan",
        "Turkey",
        "Egypt",
        "India",
        "Pakistan",
        "Brazil",
        "Nigeria",
        "Ghana",
    ),
    *("Poland", "Hungary", "Vietnam", "Thailand", "Mexico", "Canada", "Ethiopia", "Sudan", "Iran", "Iraq", "Jordan"),
]
ROLES = [
    "president",
    "foreign minister",
    "government",
    "army",
    "police",
    "defence ministry",
    "prime minister",
    "parliament",
]
NAMES = [
    "Marta Oyelaran",
    "Piet Sorensen",
    "Lucia Quispe",
    "Tomas Adeyemi",
    "Hana Brandt",
    "Idris Novak",
    "Rosa Lindqvist",
]
TOWNS = ["Arbeni", "Lower Tessa", "Port Mallow", "Quill Bay", "Sandrake", "Upper Venn", "Halmos", "Eastwick"]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
EVENTS = [
    "{A}'s {r} met {B}'s {q} in {t} on {d} to discuss trade and fisheries.",
    "{A} accused {B} of moving troops towards the river crossing near {t}.",
    "{A}'s {r} condemned the arrest of two journalists in {B}.",
    "The {r} of {A} said on {d} that it would send food and tents to {B}.",
    "Soldiers of {A} opened fire on a patrol of {B} near {t}, officials said.",
    "{A} signed an agreement with {B} on the shared use of the railway.",
    "{A} imposed a ban on imports of timber from {B} from {d}.",
    "Thousands of teachers marched through {t} against the {r} of {A}.",
    "{B} rejected a proposal by {A} to reopen the border post.",
    "{A} expelled three diplomats of {B}, the {r} announced on {d}.",
    "{A} threatened to withdraw its envoy from {B} unless the seized ships were released.",
    "{A} and {B} agreed to exchange prisoners before the end of the month.",
    '"We will not accept this," {n}, a spokesman for {A}\'s {r}, said after the vote in {B}.',
    "{A}'s {r} asked {B} for help in the search for a missing ferry.",
]
FILLER = [
    "The town of {t} lies at the end of a valley that is known for its orchards and its slow trains.",
    "Rain is expected from {d}, with strong winds along the coast and snow above nine hundred metres.",
    "Shares in the port operator rose by two per cent, while the price of copper was little changed.",
    "The museum in {t} shows photographs by {n} until the end of the season; tickets cost eleven crowns.",
    "{n} scored twice in the second half as the visitors came back to win by three goals to two.",
    "Most households there heat with wood, and the smoke hangs over the roofs on still mornings.",
    "A study that was published on {d} found that commuters sleep less than they believe.",
    "The bakery, which {n} has run for thirty years, will close when the lease ends.",
    "Officials said the figures for the last quarter would be revised when all districts had reported.",
    "It was the third year in a row in which the harvest began before the schools closed.",
]


def stories(count: int, seed: int) -> Iterator[dict[str, str]]:
    """Give stories; a third of them holds no event at all."""
    chance = random.Random(seed)  # noqa: S311  (no secret)
    for number in range(count):
        day = date(2020, 1, 1) + timedelta(number * 1000 // max(count, 1))
        has_events = chance.random() > 1 / 3
        share = 0.45 if has_events else 0.0
        templates = chance.sample(EVENTS, len(EVENTS)), chance.sample(FILLER, len(FILLER))
        kinds = [chance.random() >= share for _ in range(chance.randint(4, len(FILLER)))]
        text = " ".join(_sentence(chance, templates[kind].pop()) for kind in kinds)
        dateline = f"{chance.choice(TOWNS).upper()}, {day:%b} {day.day} - "
        yield {"id": f"synthetic-{number:07}", "date": day.isoformat(), "text": dateline + text}


def _sentence(chance: random.Random, template: str) -> str:
    one, other = chance.sample(STATES, 2)
    role, counterpart, town = chance.choice(ROLES), chance.choice(ROLES), chance.choice(TOWNS)
    name, day = chance.choice(NAMES), chance.choice(DAYS)
    return template.format(A=one, B=other, r=role, q=counterpart, t=town, d=day, n=name)


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path)
    parser.add_argument("--stories", type=int, default=50_000)
    parser.add_argument("--files", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    a = parser.parse_args()
    a.output.mkdir(parents=True, exist_ok=True)
    written = stories(a.stories, a.seed)
    for number in range(a.files):
        share = a.stories * (number + 1) // a.files - a.stories * number // a.files
        lines = "".join(json.dumps(next(written)) + "\n" for _ in range(share))
        (a.output / f"stories-{number:03}.jsonl.gz").write_bytes(gzip.compress(lines.encode(), mtime=0))
    print(f"{a.stories:,} stories in {a.files} files in {a.output}")


if __name__ == "__main__":
    main()
