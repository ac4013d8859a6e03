"""How far a grade fell or rose, where only the one it came from is named: `down two from good`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.dates import year_of
from watcher.extract.graded import way_between
from watcher.extract.supposing import hypothetical
from watcher.model.vocabulary import Kind, Outcome

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.graded import Graded
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence


def stand_by_steps(page: Page, sentence: Sentence, one: Graded, claim: Claim) -> None:
    """Let the claim of a grade that was left give the one that counted steps lead to.

    A date behind it is that of the grade that was left.
    """
    reached = _reached_by_steps(page, sentence, one)
    if reached is None:
        return
    clause, hit = one.clause, one.hit
    claim.outcome, claim.direction = reached, way_between(one.outcome, reached)
    claim.negated = claim.negated or hypothetical(clause, hit.first, hit.last, page.words)
    claim.known, claim.status = False, False
    claim.timeless = not any(map(year_of, page.words.words[sentence.first : hit.first]))


def _reached_by_steps(page: Page, sentence: Sentence, one: Graded) -> Outcome | None:
    """Give the grade to which so many steps led from one: `fell two whole grades from good`.

    None where no steps are counted, they lead off the scale, or to a grade that nobody can name.
    """
    if _STEPS.isdisjoint(sentence.said):
        return None
    low = page.words.words
    for word in range(one.hit.first - 1, max(sentence.first, one.hit.first - _REACH), -1):
        if low[word] in _STEPS:
            counted = word - 1 - (low[word - 1] in _WHOLE)
            steps = _COUNTED.get(low[counted], 0)
            return _at(page, one.outcome, steps * _way(sentence, word, counted)) if steps else None
    return None


def _way(sentence: Sentence, noun: int, count: int) -> int:
    """Give whether a phrase beside the count tells of a fall, -1, or of a rise, 1; else 0."""
    for hit in sentence.hits:
        if hit.cls in _WAYS and (hit.last == count - 1 or hit.first <= noun <= hit.last):
            return _WAYS[hit.cls]
    return 0


def _at(page: Page, start: Outcome, steps: int) -> Outcome | None:
    """Give the outcome so many steps above another on its scale.

    Where two share a rank it is the one that inspections of the page's time gave.
    """
    rulebook, published = page.context.rulebook, page.document.published
    scale = rulebook.scale_of(start)
    if scale is None or not steps:
        return None
    rank = scale.ranks[start] + steps
    reached = [outcome for outcome, other in scale.ranks.items() if other == rank]
    if len(reached) <= 1:
        return reached[0] if reached else None
    if published is None:
        return None
    new = rulebook.framework_at(Kind.FULL_INSPECTION, published.first) is not None
    return Outcome.REQUIRES_IMPROVEMENT if new else Outcome.ADEQUATE


_STEPS = frozenset(
    "grade grades notch notches place places level levels rung rungs band bands category"
    " categories rating ratings step steps".split()
)
_WHOLE = frozenset({"whole", "full", "entire", "ofsted"})
_COUNTED = {"a": 1, "one": 1, "two": 2, "2": 2, "three": 3, "3": 3}
_REACH = 8
_WAYS = {"down": -1, "up": 1}
