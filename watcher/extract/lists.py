"""Lists of councils that a figure announces: `21 were found inadequate. The 21 are: ...`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.claims import OUTCOMES, Claim
from watcher.extract.listing import named_from, names_in
from watcher.extract.members import is_old, of_none, tells, undecided
from watcher.extract.together import COUNTING, given_to, some_of_them
from watcher.model.document import BlockRole
from watcher.model.vocabulary import Outcome

if TYPE_CHECKING:
    from watcher.extract.link import Chain, Topics
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit, Words

SHORTEST = 4
"""Fewer names than this are a sentence of their own, not the list that a figure announced."""

_BACK = 4
_NEAR = 9
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
    counting = _counting(page)
    claims: list[Claim] = []
    if counting:
        claims = _counted(page, counting) + _in_some(page, counting)
        claims += _given_to_some(page, counting)
    for sentence in page.having("council"):
        if not sentence.classes.isdisjoint(_OUTCOMES):
            continue
        chain = max(topics.chains[sentence.index], key=len, default=())
        found = _pointed_at(page, sentence) if chain else None
        if found is None and len(chain) >= SHORTEST:
            found = _announced(page, sentence, chain)
        if found is not None:
            told = page.sentences[sentence.index - 1]
            old = found.first >= told.first and is_old(page, told)
            names = [h for h in names_in(page.words, sentence) if h.first >= chain[0].first]
            chain = max(chain, tuple(named_from(page.words, names)), key=len)
            claims.append(_listed(sentence, chain, found).but(past=old))
    return claims


def _counting(page: Page) -> list[Sentence]:
    """Give the sentences that tell an outcome, name no council, and have a number for a few."""
    if "council" not in page.classes or page.classes.isdisjoint(_SHARED):
        return []
    return [
        one
        for one in page.telling
        if not one.classes.isdisjoint(_SHARED)
        and "council" not in one.classes
        and not one.said.isdisjoint(_COUNTS)
    ]


_COUNTS = COUNTING | {"one"}


def _in_some(page: Page, counting: list[Sentence]) -> list[Claim]:
    """Give the claims of the few places of which an outcome is told before they are named.

    `In two areas there was priority action. Partners in A and B ...`.
    """
    claims: list[Claim] = []
    for sentence in counting:
        count = some_of_them(page.words, sentence)
        if not count or undecided(page, sentence):
            continue
        hits = [h for h in sentence.hits if h.cls in _SHARED and h.value in _ASKED]
        for hit in {hit.cls: hit for hit in reversed(hits)}.values():
            for index, names in _named_next(page, sentence.index, count):
                claims.append(_listed(page.sentences[index], names, hit))
    return claims


def _given_to_some(page: Page, counting: list[Sentence]) -> list[Claim]:
    """Give the claims of those to whom an outcome is given by their number, before their names.

    `Ofsted has judged three councils inadequate. A is in the north. B and C ...`.
    """
    claims: list[Claim] = []
    for sentence in counting:
        count = given_to(page.words, sentence)
        hits = [hit for hit in sentence.hits if tells(hit)] if count else []
        if not hits or len({hit.value for hit in hits}) > 1 or undecided(page, sentence):
            continue
        if sentence.role is BlockRole.TITLE and _told_below(page, hits[0]):
            continue
        old = is_old(page, sentence)
        for at, names in _named_next(page, sentence.index, count):
            claims.append(_listed(page.sentences[at], names, hits[0]).but(past=old))
    return claims


def _told_below(page: Page, grade: Hit) -> bool:
    """Tell whether the text itself says of councils that it names what the headline tells."""
    return any(
        grade.cls in one.classes and grade.value in {hit.value for hit in one.hits}
        for one in page.having("council")
    )


_SHARED = frozenset({"grade", "send", "urgent", "signal"})
_ASKED = frozenset({"priority_action", "written_statement_of_action", "urgent"})


def _listed(sentence: Sentence, chain: Chain, grade: Hit) -> Claim:
    return Claim(
        sentence=sentence.index,
        word=chain[0].first,
        outcome=OUTCOMES.get(grade.value, Outcome.PRIORITY_ACTION),
        area=None,
        councils=tuple(hit.value for hit in chain),
        rule=grade.rule,
    )


def _counted(page: Page, counting: list[Sentence]) -> list[Claim]:
    """Give the claims of the few councils that a sentence counts and the next ones name.

    `Two councils were rated inadequate. Reports on A and B ...`.
    """
    claims: list[Claim] = []
    for sentence in counting:
        if "generic" not in sentence.classes or "grade" not in sentence.classes:
            continue
        grade = None if of_none(sentence, page.words) else _one_grade(sentence)
        count = _few(page.words, sentence, grade) if grade is not None else 0
        if grade is not None and count:
            past = "past" in sentence.classes and "now" not in sentence.classes
            past = past or is_old(page, sentence)
            for index, names in _named_next(page, sentence.index, count):
                here = page.sentences[index]
                claims.append(_listed(here, names, grade).but(past=past))
    return claims


_PLURALS = frozenset({"councils", "authorities"})
_FEW = {"two": 2, "three": 3, "both": 2}
_FOLLOWING = 3
"""Sentences in which the few that were counted are named, at most."""


def _one_grade(sentence: Sentence) -> Hit | None:
    """Give the grade of a sentence that gives one only."""
    grades = [hit for hit in sentence.hits if hit.cls == "grade"]
    return grades[0] if len({hit.value for hit in grades}) == 1 else None


def _few(words: Words, sentence: Sentence, grade: Hit) -> int:
    """Give how many councils get a grade, 0 where the sentence does not count them."""
    plurals = [
        hit.first
        for hit in sentence.hits
        if hit.cls == "generic" and words.words[hit.last] in _PLURALS and hit.first < grade.first
    ]
    if not plurals or not _NONE.isdisjoint(words.words[sentence.first : sentence.last]):
        return 0
    between = words.words[plurals[0] : grade.first]
    if plurals[0] - sentence.first > _OPENING and _BEEN.isdisjoint(between):
        return 0
    front = words.words[max(sentence.first, plurals[0] - 2) : plurals[0] + 1]
    return next((_FEW[word] for word in front if word in _FEW), 0)


_OPENING = 2
_BEEN = frozenset({"are", "were", "been"})
_NONE = frozenset({"other", "others", "of", "could", "would", "may", "last", "not", "no"})


def _named_next(page: Page, index: int, count: int) -> list[tuple[int, Chain]]:
    """Give so many councils, as the next sentences name them without a grade; none otherwise."""
    found: list[tuple[int, Chain]] = []
    codes = page.context.automaton.names
    seen: set[object] = set()
    for sentence in page.sentences[index + 1 : index + 1 + _FOLLOWING]:
        if "council" not in sentence.classes:
            continue
        if not sentence.classes.isdisjoint(_DEALT):
            return []
        hits = names_in(page.words, sentence)
        fresh = {codes[h.value].codes: h for h in hits if codes[h.value].codes not in seen}
        seen |= fresh.keys()
        found.append((sentence.index, tuple(fresh.values())))
        if len(seen) >= count:
            return found if len(seen) == count else []
    return []


def _pointed_at(page: Page, sentence: Sentence) -> Hit | None:
    """Give the one grade of the sentence before, when this one names who it spoke of.

    `Three councils were rated good. Those were ...`, `A, B and C all got the rating`.
    """
    if not sentence.index:
        return None
    before = page.sentences[sentence.index - 1]
    others = _the_others(sentence, before, page.words)
    if not others and ("council" in before.classes or not _points_back(sentence, page.words)):
        return None
    grades = [h for h in before.hits if h.cls in _DEALT]
    if len({h.value for h in grades}) != 1 or undecided(page, before):
        return None
    return grades[0]


def _the_others(sentence: Sentence, before: Sentence, words: Words) -> bool:
    """Tell whether those are named who share a grade with one: `A is one of four. The others are`.

    `Others visited were A and B` shares nothing.
    """
    said = words.words[sentence.first : sentence.first + _OTHERS_ARE]
    if said[:2] not in _THE_OTHERS or _COPULAS.isdisjoint(said):
        return False
    return not _ONE_OF.isdisjoint(before.said)


_OTHERS_ARE = 6
_THE_OTHERS = (["the", "others"], ["the", "other"])
_ONE_OF = frozenset({"one", "among", "amongst"})


_DEALT = frozenset({"grade", "send"})
"""What a sentence may give to councils that the next one names."""


def _points_back(sentence: Sentence, words: Words) -> bool:
    """Tell whether a sentence is about those of the one before, or about its grade."""
    said = words.words[sentence.first : sentence.last]
    opens = said[0] in _THEY or said[:2] in (["the", "councils"], ["the", "authorities"])
    if opens and not _COPULAS.isdisjoint(said[1:5]):
        return True
    if said[:3] == ["the", "latest", "of"] and said[3:4] and said[3] in _OF_THEM:
        return True
    return any(
        one in _GETTING and two in {"the", "this", "that"} and three in _RATINGS
        for one, two, three in zip(said, said[1:], said[2:], strict=False)
    )


_THEY = frozenset({"those", "they", "these"})
_OF_THEM = frozenset({"these", "those", "them"})
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
        if "grade" not in earlier.classes or of_none(earlier, page.words):
            continue
        for grade in [hit for hit in earlier.hits if hit.cls == "grade"]:
            low, high = max(earlier.first, grade.first - _NEAR), grade.last + _NEAR
            near = _numbers(page.words, low, min(high, earlier.last))
            if any(abs(number - len(chain)) <= 1 for number in near):
                return grade
    return _headlined(page, chain)


_NO_COUNT = frozenset({"council", "statistics"})
"""A headline that names somebody, or says `one in seven`, counts nobody."""


def _headlined(page: Page, chain: Chain) -> Hit | None:
    """Give the failing of just so many in the headline: `Seven councils fail to keep them safe`."""
    for title in page.titles:
        if "signal" not in title.classes or not title.classes.isdisjoint(_NO_COUNT):
            continue
        if len(chain) in _numbers(page.words, title.first, title.last):
            return next(hit for hit in title.hits if hit.cls == "signal")
    return None


def _numbers(words: Words, low: int, high: int) -> set[int]:
    found = set()
    for word in words.words[low:high]:
        number = int(word) if word.isascii() and word.isdecimal() else _NUMBERS.get(word)
        if number is not None and SHORTEST <= number < 153:
            found.add(number)
    return found
