"""What came of a verdict long ago: `A year has gone by since ... Two were issued as a result.`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.page import Page


def of_an_anniversary(page: Page, claim: Claim) -> bool:
    """Tell whether a sentence says what followed at once from what was a long time ago.

    The time stands in the sentence before it, or the one before that.
    """
    sentence, low = page.sentences[claim.sentence], page.words.words
    if claim.now or _CUES.isdisjoint(sentence.said) or not _NEW.isdisjoint(sentence.said):
        return False
    said = low[sentence.first : sentence.last]
    if not ("then" in said[:_OPENING] or any(pair in _AT_ONCE for pair in pairwise(said))):
        return False
    return any(
        _counts_since(low[one.first : one.last])
        for one in page.sentences[max(0, claim.sentence - _MEMORY) : claim.sentence]
    )


def _counts_since(said: list[str]) -> bool:
    """Tell whether a sentence says how long ago something was: `a year has gone by since`."""
    return any(
        low == "since"
        and not _SPANS.isdisjoint(near := said[max(0, place - _NEAR) : place])
        and not _PASSED.isdisjoint(near)
        for place, low in enumerate(said)
    )


_CUES = frozenset({"result", "time", "then", "response", "consequence"})
_AT_ONCE = frozenset({("a", "result"), ("the", "time"), ("in", "response"), ("a", "consequence")})
_NEW = frozenset("now still again has have new latest this week today".split())
_SPANS = frozenset({"year", "years", "months", "decade"})
_PASSED = frozenset("passed gone elapsed is s been".split())
_NEAR, _OPENING, _MEMORY = 8, 3, 2
