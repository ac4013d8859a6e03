"""Lists of councils that a figure announces: `21 were found inadequate. The 21 are: ...`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.claims import Claim
from watcher.model.vocabulary import Outcome

if TYPE_CHECKING:
    from watcher.extract.link import Chain, Topics
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words

SHORTEST = 4
"""Fewer names than this are a sentence of their own, not the list that a figure announced."""

_BACK = 4
_NEAR = 6
_OUTCOMES = frozenset(
    {"grade", "signal", "send", "sendweak", "urgent", "act", "negative", "positive"}
)
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
}


def listed_claims(page: Page, topics: Topics) -> list[Claim]:
    """Give the claims of lists whose outcome stands in an earlier sentence."""
    claims: list[Claim] = []
    for sentence in page.sentences:
        if "council" not in sentence.classes or not sentence.classes.isdisjoint(_OUTCOMES):
            continue
        chain = max(topics.chains[sentence.index], key=len, default=())
        found = _pointed_at(page, sentence) if chain else None
        if found is None and len(chain) >= SHORTEST:
            found = _announced(page, sentence, chain)
        if found is not None:
            claims.append(_listed(sentence, chain, found))
    return claims


def _listed(sentence: Sentence, chain: Chain, grade: Hit) -> Claim:
    return Claim(
        sentence=sentence.index,
        word=chain[0].first,
        outcome=Outcome(grade.value),
        area=None,
        councils=tuple(hit.value for hit in chain),
        rule=grade.rule,
    )


def _pointed_at(page: Page, sentence: Sentence) -> Hit | None:
    """Give the one grade of the sentence before, when this one names who it spoke of.

    `Three councils were rated good. Those were ...`, `A, B and C all got the rating`.
    """
    if not sentence.index or not _points_back(sentence, page.words):
        return None
    before = page.sentences[sentence.index - 1]
    grades = [h for h in before.hits if h.cls == "grade"]
    if len({h.value for h in grades}) != 1 or "council" in before.classes:
        return None
    return grades[0]


def _points_back(sentence: Sentence, words: Words) -> bool:
    """Tell whether a sentence is about those of the one before, or about its grade."""
    said = words.words[sentence.first : sentence.last]
    opens = said[0] in _THEY or said[:2] in (["the", "councils"], ["the", "authorities"])
    if opens and not _COPULAS.isdisjoint(said[1:5]):
        return True
    return any(
        one in _GETTING and two in {"the", "this", "that"} and three in _RATINGS
        for one, two, three in zip(said, said[1:], said[2:], strict=False)
    )


_THEY = frozenset({"those", "they", "these"})
_COPULAS = frozenset({"are", "were", "include", "included"})
_GETTING = frozenset(
    {"got", "received", "given", "awarded", "achieved", "earned", "gained", "handed"}
)
_RATINGS = frozenset({"rating", "grade", "judgement", "judgment", "verdict", "mark"})


def _announced(page: Page, sentence: Sentence, chain: Chain) -> Hit | None:
    """Give the grade that an earlier sentence gives to as many councils as the list names.

    One more or less: a name may have been lost, or stand apart.
    """
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
        earlier = page.sentences[index]
        if "grade" not in earlier.classes:
            continue
        for grade in [hit for hit in earlier.hits if hit.cls == "grade"]:
            low, high = max(earlier.first, grade.first - _NEAR), grade.last + _NEAR
            near = _numbers(page.words, low, min(high, earlier.last))
            if any(abs(number - len(chain)) <= 1 for number in near):
                return grade
    return None


def _numbers(words: Words, low: int, high: int) -> set[int]:
    found = set()
    for word in words.words[low:high]:
        number = int(word) if word.isascii() and word.isdecimal() else _NUMBERS.get(word)
        if number is not None and SHORTEST <= number < 153:
            found.add(number)
    return found
