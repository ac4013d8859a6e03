"""Whether a date is that of a visit: when inspectors came, and not when they judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.dates import Dates
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Words
    from watcher.model.dates import PartialDate

VISITED = frozenset(
    "inspection inspected inspections visit visited visits reinspection came arrived went spent"
    " fieldwork weeks returned revisited".split()
)
"""Words beside which a date is that of a visit."""


def dates_a_visit(words: Words, sentence: Sentence, dates: Dates, date: PartialDate) -> bool:
    """Tell whether a date says when inspectors came, not when the judgement was given."""
    visited, there = not VISITED.isdisjoint(sentence.said), "were" in sentence.said
    if not (visited or there):
        return False
    for place, other in dates:
        if other.text != date.text:
            continue
        near = words.words[max(sentence.first, place - 9) : min(sentence.last, place + 5)]
        if visited and not VISITED.isdisjoint(near):
            return not _sent_in(words.words[place : min(sentence.last, place + _SENTENCE)])
        if there and _were_there(near):
            return True
    return False


def _sent_in(said: list[str]) -> bool:
    """Tell whether somebody else came, to do something: `and Mr Hill came in to oversee it`."""
    if "came" not in said or len(VISITED.intersection(said)) > 1:
        return False
    came = said.index("came")
    return said[came + 1 : came + 3] in (["in", "to"], ["in", "as"], ["into", "force"])


def _were_there(said: list[str]) -> bool:
    """Tell whether inspectors were somewhere: `the inspectors, who were in the county in May`."""
    were = said.index("were") if "were" in said[:-1] else 0
    return said[were - 1] in _VISITORS and said[were + 1] in _SOMEWHERE


_SENTENCE = 12
_VISITORS = frozenset({"inspectors", "who"})
_SOMEWHERE = frozenset({"in", "at", "there", "with", "on"})
