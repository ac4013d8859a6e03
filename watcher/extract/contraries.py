"""Who is told of the contrary: `sufficient progress in Kent, but not in Essex or Torbay`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.model.vocabulary import Direction, Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from watcher.extract.claims import Claim
    from watcher.extract.link import Topics
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.topics import Chain

_CONTRARY = {
    Outcome.PROGRESS: Outcome.INSUFFICIENT_PROGRESS,
    Outcome.PRIORITY_ACTION: Outcome.NO_PRIORITY_ACTION,
    Outcome.NO_PRIORITY_ACTION: Outcome.PRIORITY_ACTION,
    Outcome.WRITTEN_STATEMENT_OF_ACTION: Outcome.NO_WRITTEN_STATEMENT,
    Outcome.NO_WRITTEN_STATEMENT: Outcome.WRITTEN_STATEMENT_OF_ACTION,
}
"""What is so of others where it is not so of them. No grade has a contrary."""

_PLACED = (["but", "not", "in"], ["but", "not", "at"], ["but", "not", "for"])
_FRONT = 3


def contrary_claims(page: Page, topics: Topics, claims: Sequence[Claim]) -> list[Claim]:
    """Give the claims of those of whom a sentence tells the contrary of what it tells of others."""
    found: list[Claim] = []
    for claim in claims:
        sentence = page.sentences[claim.sentence]
        if claim.outcome not in _CONTRARY or "but" not in sentence.said:
            continue
        others = _others(page, sentence, topics.chains[sentence.index])
        if others and claim.negated is None and not set(others) & set(claim.councils):
            contrary = _CONTRARY[claim.outcome]
            way = Direction.BETTER if contrary is Outcome.NO_PRIORITY_ACTION else None
            found.append(claim.but(outcome=contrary, councils=others, direction=way))
    return found


def _others(page: Page, sentence: Sentence, chains: tuple[Chain, ...]) -> tuple[str, ...]:
    """Give those named behind `but not in`."""
    low = page.words.words
    for chain in chains:
        first = chain[0].first
        if first - sentence.first > _FRONT and low[first - _FRONT : first] in _PLACED:
            return tuple([hit.value for hit in chain])
    return ()
