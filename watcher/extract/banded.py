"""Who has the outcome that the sentence before explains: `Four areas were judged that way: X`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.claims import OUTCOMES, Claim
from watcher.model.vocabulary import GRADES, SEND_OUTCOMES, Area

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.topics import Topics
    from watcher.model.vocabulary import Outcome

_BANDS = frozenset(
    "way category group band tier bracket outcome judgement judgment verdict rating grade result"
    " conclusion".split()
)
_POINTING = frozenset({"this", "that"})
_GIVEN = frozenset(
    "judged rated graded placed put fall falls fell fallen got given received had has have are were"
    " is was classed ranked in".split()
)
_ASKING = frozenset({"no", "none", "not", "never", "if", "could", "may", "might", "would", "until"})
_TELLING = frozenset({"grade", "send", "signal", "urgent"})
_NEAR = 6


def banded_claims(page: Page, topics: Topics) -> list[Claim]:
    """Give the claims of councils that are named for an outcome which stands in front of them.

    Those who `have had that outcome` are only recalled.
    """
    found: list[Claim] = []
    for sentence in page.having("council"):
        if sentence.said.isdisjoint(_BANDS) or sentence.said.isdisjoint(_POINTING):
            continue
        if not sentence.classes.isdisjoint(_TELLING) or not sentence.index:
            continue
        word = _pointed(page, sentence)
        outcome = _explained(page.sentences[sentence.index - 1]) if word else None
        chains = topics.chains[sentence.index]
        if outcome is None or len(chains) != 1:
            continue
        area = Area.SEND if outcome in SEND_OUTCOMES else Area.OVERALL
        names = tuple(dict.fromkeys(hit.value for hit in chains[0]))
        claim = Claim(sentence.index, word, outcome, area, names, _RULE)
        claim.past = page.words.words[word - 2] == "had"
        found.append(claim)
    return found


_RULE = "band.pointed-at"


def _pointed(page: Page, sentence: Sentence) -> int:
    """Give where somebody is said to have that outcome: `judged that way`; 0 where nobody is."""
    low = page.words.words
    for word in range(sentence.first + 1, sentence.last):
        if low[word] not in _BANDS or low[word - 1] not in _POINTING:
            continue
        front = low[max(sentence.first, word - _NEAR) : word - 1]
        if not _GIVEN.isdisjoint(front) and _ASKING.isdisjoint(front):
            return word
    return 0


def _explained(before: Sentence) -> Outcome | None:
    """Give the one outcome that a sentence names, and says of nobody."""
    if "council" in before.classes:
        return None
    named = {hit.value for hit in before.hits if hit.cls in {"grade", "send"}}
    outcomes = {OUTCOMES[value] for value in named if value in OUTCOMES}
    if len(outcomes) != 1:
        return None
    outcome = outcomes.pop()
    return outcome if outcome in GRADES | SEND_OUTCOMES else None
