"""A grade of before that was given again: `Leeds, inadequate last time, got the same grade`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.dates import year_of
from watcher.model.vocabulary import GRADES, Area, Direction

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Words


def given_again(page: Page, claims: list[Claim]) -> list[Claim]:
    """Give the claims of sentences that say that the grade before was given once more.

    It stands in front of `the same grade`, in that sentence or in the one before.
    """
    found: list[Claim] = []
    for claim in claims:
        if claim.outcome not in GRADES or claim.area not in _WHOLE or claim.negated is not None:
            continue
        for sentence in page.sentences[claim.sentence : claim.sentence + 2]:
            if "same" not in sentence.said or not _OTHER.isdisjoint(sentence.classes):
                continue
            own = sentence.index == claim.sentence
            if not own and not _NAMING.isdisjoint(sentence.classes):
                continue
            place = _again(page.words, sentence, claim.word if own else sentence.first)
            if place and (claim.past or _of_a_year(page, claim)):
                found.append(
                    claim.but(
                        sentence=sentence.index,
                        word=place,
                        direction=Direction.SAME,
                        previous=claim.outcome,
                        past=False,
                        status=False,
                        known=False,
                        perfect=False,
                        timeless=True,
                    )
                )
    return found


def _of_a_year(page: Page, claim: Claim) -> bool:
    """Tell whether the sentence of a claim names a year."""
    return any(year_of(word) is not None for word in page.sentences[claim.sentence].said)


_WHOLE = frozenset({None, Area.OVERALL})
_OTHER = frozenset({"neg", "hyp"})
_NAMING = frozenset({"council", "grade", "area"})


def _again(words: Words, sentence: Sentence, behind: int) -> int:
    """Give where a sentence says that somebody got the same grade, 0 where it does not."""
    low = words.words
    for word in range(behind + 1, sentence.last - 1):
        if low[word] != "same" or low[word - 1] != "the":
            continue
        noun = word + 1 + (low[word + 1] in _FILLING)
        if low[noun] not in _GRADE or _GETTING.isdisjoint(low[word - _VERB : word - 1]):
            continue
        rest = low[noun + 1 : sentence.last]
        if rest[:1] not in _COMPARING and not any(year_of(one) for one in rest):
            return word
    return 0


_VERB = 5
_FILLING = frozenset({"overall", "ofsted"})
_GRADE = frozenset("grade rating judgement judgment verdict result mark category outcome".split())
_GETTING = frozenset(
    "given got gets get getting received receives awarded handed had has have earned in".split()
)
_COMPARING = (["as"], ["that"], ["it"], ["which"], ["they"], ["for"], ["in"], ["on"], ["across"])
