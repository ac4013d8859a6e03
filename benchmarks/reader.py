"""Measure text to findings: articles a second, cost by length, and texts made to be slow.

    python benchmarks/reader.py [--articles 300] [--rounds 5]

Articles of 5,000 characters with inspection sentences at the density of real ones are read, on
one core, in articles a second of CPU time (goal: at least 600). A text of 2 MB may cost at most
450 times one of 5 kB. Text that is findings through and through, and texts that would make a
pattern backtrack, are read within 5 seconds. Prints JSON; exits 1 when a goal is missed.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time

from watcher.app.reading import reading_context
from watcher.extract import extract
from watcher.model.dates import PartialDate
from watcher.parse.article import parse_string
from watcher.parse.hints import Hints

ARTICLE, LONG, DENSE = 5_000, 2_000_000, 2_450_000
SPEED, RATIO, SECONDS = 600.0, 450.0, 5.0

_TITLES = [
    "{council} children's services rated {low} by Ofsted",
    "Ofsted praises {council} after years of trouble",
    "Inspectors warn of slow progress in {council}",
    "{council} council's care for children falls to {low}",
]
_INSPECTED = [
    "Ofsted has rated children's services at {council} council {low} after an inspection in March.",
    "The authority was previously rated {high} in {year}.",
    "Inspectors said that children were left in situations of risk for too long.",
    "Support for care leavers was judged to be {low}, while children in care were rated {high}.",
    "A focused visit to {council} in {year} found no areas for priority action.",
    "The council has not made sufficient progress since its last inspection, the letter said.",
    "In neighbouring {other}, leadership was found to be {high}.",
]
_FILLER = [
    "The leader of the council said that the cabinet would meet in the autumn to agree a plan.",
    "Residents who came to the meeting asked when they would see a change in their streets.",
    "A spokesman added that more people had been taken on since the turn of the year.",
    "The budget for the coming year has been set at £214.6 million, an increase of 4.2 per cent.",
    "“We take this very seriously,” she said, “and we are not going to hide from it.”",
    "Families told the paper of long waits, of letters that were lost and of calls not returned.",
    "The union said that its members were carrying more work than they could manage.",
    "Last week the opposition asked for an extraordinary meeting, which the mayor turned down.",
    "The service looks after some four hundred children, of whom a third live elsewhere.",
    "Work on the new offices in the High Street is to begin in May and should take a year.",
]
SHARE = 0.22
"""The part of sentences that speak of an inspection in articles of the regional press."""

SLOW = {
    "grades": "inadequate ",
    "names": "Leeds, ",
    "grades and names": "Leeds was rated inadequate and ",
    "moves": "from good to inadequate ",
    "history": "previously rated inadequate ",
    "negations": "not inadequate ",
    "dates": "in May 2019 and ",
    "full stops": ".",
    "quotation marks": "\u201c",
    "one word": "a",
    "line ends": "\n",
    "clauses": "good; ",
    "weaknesses": "Inspectors of special needs found areas of significant weakness. ",
    "counts": "Inspectors found that three weaknesses had been addressed. ",
    "grades under names": "Leeds\n\nAnother good, with outstanding for leadership.\n\n",
    "one below": "A week with a good rating for one London borough, Ofsted says.\n\n",
    "deadlines": "Leeds has 70 days to write a statement of action.\n\n",
    "steps": "In 2016 Leeds was rated good. That was a drop of one grade from outstanding.\n\n",
    "nothing above": "Leeds was rated better than inadequate for the first time.\n\n",
}
"""What, repeated, would make a careless pattern or a careless loop slow."""

SLOW_SIZE = 200_000
LEAD = "Ofsted rates Leeds inadequate after SEND revisit\n\n"


def make_article(number: int, size: int = ARTICLE, share: float = SHARE) -> str:
    """Make an article of that many characters; the same number gives the same text."""
    chance = random.Random(number)  # noqa: S311  (the same articles each time)
    councils = [council.short_name for council in reading_context().register.councils]
    council = chance.choice(councils)

    def sentence(choices: list[str]) -> str:
        return chance.choice(choices).format(
            council=council,
            other=chance.choice(councils),
            low=chance.choice(["inadequate", "requires improvement"]),
            high=chance.choice(["good", "outstanding"]),
            year=chance.randint(2012, 2018),
        )

    parts = [sentence(_TITLES), "3 May 2019"]
    length = sum(map(len, parts))
    while length < size:
        count = chance.randint(1, 4)
        parts.append(
            " ".join(
                sentence(_INSPECTED if chance.random() < share else _FILLER) for _ in range(count)
            )
        )
        length += len(parts[-1]) + 2
    return "\n\n".join(parts)[:size]


def seconds(text: str) -> float:
    """Give the CPU time from a text to its findings."""
    context = reading_context()
    hints = Hints(path="article.txt", published=PartialDate("2019-05-03"))
    started = time.process_time()
    extract(parse_string(text, hints), context)
    return time.process_time() - started


def speed(articles: int, rounds: int) -> tuple[float, float]:
    """Give articles a second, and the seconds of one, as medians over rounds."""
    texts = [make_article(number) for number in range(articles)]
    seconds(texts[0])
    took = statistics.median(sum(map(seconds, texts)) for _ in range(rounds))
    return articles / took, took / articles


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    reached, each = speed(asked.articles, asked.rounds)
    long = min(seconds(make_article(1, LONG)) for _ in range(2))
    dense = min(seconds(make_article(2, DENSE, share=1.0)) for _ in range(2))
    slow = {name: seconds(LEAD + (text * SLOW_SIZE)[:SLOW_SIZE]) for name, text in SLOW.items()}
    worst = max(slow, key=lambda name: slow[name])
    result = {
        "articles_per_second": round(reached, 1),
        "long_to_short": round(long / each, 1),
        "dense_seconds": round(dense, 2),
        "slowest_text": {worst: round(slow[worst], 2)},
    }
    print(json.dumps(result, indent=1))
    met = reached >= SPEED and long / each <= RATIO and max(dense, slow[worst]) < SECONDS
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
