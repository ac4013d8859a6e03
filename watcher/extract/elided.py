"""Grades whose verb is left out: `Leeds and Bury perform excellently, Kent well, Hull poorly`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.model.vocabulary import Direction, Outcome

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words

HOW = {
    "excellently": Outcome.OUTSTANDING,
    "well": Outcome.GOOD,
    "adequately": Outcome.ADEQUATE,
    "poorly": Outcome.INADEQUATE,
}
"""How councils performed, in the words of the annual ratings of 2009-11."""

_PERFORMING = frozenset({"perform", "performs", "performed", "performing"})
_AND = frozenset({"and", "both", "while", "but", "again", "just", "only"})


PERFORMED = _PERFORMING.union(HOW)
"""With these words a grade says how a council performs."""


def elided_claims(words: Words, sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """Give the grades of those of whom a sentence says but how, behind one of whom it says all."""
    low = words.words
    here = [c for c in claims if c.sentence == sentence.index and low[c.word] in PERFORMED]
    if not here or here[0].negated is not None:
        return []
    model = here[0]
    found: list[Claim] = []
    waiting: list[Hit] = []
    last = model.word
    for hit in sentence.hits:
        if hit.cls != "council" or hit.first < last:
            continue
        joined = _AND.issuperset(words.words[last + 1 : hit.first]) if waiting else True
        waiting = [*waiting, hit] if joined else [hit]
        last = hit.last
        how = _how(words, sentence, hit)
        if how is not None:
            found.append(_claim(model, waiting, how, HOW[words.words[how]]))
            waiting = []
    return found


def _how(words: Words, sentence: Sentence, name: Hit) -> int | None:
    """Give the word for how somebody does right behind a name, if nothing else is said of it."""
    at = name.last + 1
    while at < sentence.last and words.words[at] in _AND:
        at += 1
    if at >= sentence.last or words.words[at] not in HOW:
        return None
    ends = at + 1 == sentence.last or words.words[at + 1] in _AND
    return at if ends or words.between(at, at + 1).strip(" ") else None


def _claim(model: Claim, names: list[Hit], word: int, outcome: Outcome) -> Claim:
    """Give the claim about names, as old and as sure as the one whose verb they share."""
    same = model.direction is Direction.SAME
    return model.but(
        word=word,
        outcome=outcome,
        councils=tuple(dict.fromkeys([hit.value for hit in names])),
        anaphora=False,
        direction=Direction.SAME if same else None,
        previous=None,
    )
