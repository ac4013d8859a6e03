"""What led to an act of government that is over: `The notice followed an inspection in which`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.extract.titles import LEAD
from watcher.model.vocabulary import Outcome

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.page import Page
    from watcher.extract.segment import Clause, Sentence
    from watcher.extract.tokens import Hit, Words


def led_to_it(page: Page, claims: list[Claim]) -> frozenset[int]:
    """Give the sentences that say upon what an act came which a page tells the end of."""
    ended = [
        c.sentence
        for c in claims
        if c.outcome is Outcome.INTERVENTION_ENDED and c.sentence < LEAD
        if c.dated is None and not c.past and c.negated is None
    ]
    if not ended:
        return frozenset()
    return frozenset([s.index for s in page.sentences[min(ended) + 1 :] if _came_upon(page, s)])


def _came_upon(page: Page, sentence: Sentence) -> bool:
    """Tell whether a sentence is about an act, and says upon what it came."""
    said = page.words.words[sentence.first : sentence.last]
    if _ACTS.isdisjoint(said[:_SUBJECT]) or not _ANOTHER.isdisjoint(said[:_SUBJECT]):
        return False
    return "followed" in said[: _SUBJECT + 4] or any(
        one in _CAME and two in _UPON for one, two in pairwise(said)
    )


_SUBJECT = 4
_ACTS = frozenset(
    "notice direction intervention commissioner commissioners measures order oversight trust"
    " ministers government department".split()
)
_ANOTHER = frozenset({"new", "latest", "second", "fresh", "another", "now"})
_CAME = frozenset("came imposed issued served appointed introduced intervened in".split())
_UPON = frozenset({"after", "when", "following", "because"})


def handed_over(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether it is why a trust took over long since: `moved to a trust after it was`."""
    low = words.words[max(0, hit.first - _TO_TRUST) : hit.first]
    if "after" not in low[-_BEHIND_IT:] or not _JUST.isdisjoint(
        words.words[hit.last : clause.last]
    ):
        return False
    moved = set(low[: len(low) - low[::-1].index("after") - 1])
    coming = not moved.isdisjoint(_TO_COME) or not _TODAY.isdisjoint(low)
    return not (coming or moved.isdisjoint(TRUSTS) or moved.isdisjoint(_MOVED))


_TO_TRUST, _BEHIND_IT = 18, 6
TRUSTS = frozenset({"trust", "trusts"})
_MOVED = frozenset("moved transferred handed taken passed shifted hived lost run".split())
_TO_COME = frozenset("will would could may must be set plans planned is are".split())
_TODAY = frozenset({"today", "yesterday"})
_JUST = frozenset("today yesterday on this last week".split())
