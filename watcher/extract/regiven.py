"""A grade that was given again: `Leeds, inadequate last time, got the same`, `so is the whole`."""

from __future__ import annotations

from itertools import pairwise
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
        getting = not _GETTING.isdisjoint(low[word - _VERB : word - 1])
        if not getting or _GRADE.isdisjoint(low[noun : noun + 1]):
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


def given_to_the_whole(page: Page, claims: list[Claim]) -> list[Claim]:
    """Give the claims that a judgement's grade is the overall one too: `which is also its overall`.

    It may be said in the next sentence: `So is the overall judgement.`
    """
    if "overall" not in page.classes:
        return []
    whole = {claim.sentence for claim in claims if claim.area in _WHOLE}
    last = {c.sentence: c for c in claims if c.outcome in GRADES and c.area not in _WHOLE}
    found: list[Claim] = []
    for index, claim in last.items():
        if claim.negated is not None or claim.past or index in whole:
            continue
        for sentence in page.sentences[index : index + 2]:
            own = sentence.index == index
            if "overall" not in sentence.said or sentence.index in whole:
                continue
            if not own and not _NAMING.isdisjoint(sentence.classes):
                continue
            said = page.words.words[claim.word + 1 if own else sentence.first : sentence.last]
            if _is_the_whole(said if own else said[:_OPENING]):
                word = page.words.words.index("overall", sentence.first)
                found.append(claim.but(sentence=sentence.index, word=word, area=Area.OVERALL))
                break
    return found


def _is_the_whole(said: list[str]) -> bool:
    """Tell whether words say that what was told is the overall grade as well."""
    said = [
        low
        for at, low in enumerate(said)
        if low not in _RESULTING and not (low == "as" and said[at + 1 : at + 2] == ["a"])
    ]
    for at, (one, two) in enumerate(pairwise(said)):
        if one in _POINTING and two in _IS:
            behind = said[at + 2 : at + _OPENING]
            if "overall" not in behind:
                return False
            place = behind.index("overall")
            noun = behind[place + 1 : place + 2]
            return _ALSO.issuperset(behind[:place]) and not (noun and noun[0] not in _WHOLES)
    return False


_OPENING = 8
_WHOLES = _GRADE | {"effectiveness", "one", "score", "picture", "for", "in"}
_RESULTING = frozenset("a result in consequence consequently inevitably turn too".split())
"""What may be put in: `So, as a result, is the overall grade`, `So too was`."""

_POINTING = frozenset({"which", "that", "this", "so", "as"})
_IS = frozenset({"is", "was", "became", "becomes", "s", "makes", "made"})
_ALSO = frozenset("also the its their new therefore thus now then council s as well".split())
