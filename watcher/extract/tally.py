"""How much of what was to be mended is: `sufficient progress in three of the six areas`."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from watcher.extract.measures import AMOUNTS, DONE, MEASURES, NOUNS, is_mended
from watcher.extract.segment import clause_of
from watcher.extract.supposing import hypothetical
from watcher.extract.wanted import SPECIAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence

ALL, MOST, SOME, FEW, NONE = "all", "most", "some", "few", "none"
"""Shares; `some` may be any part, `few` is less than half."""

NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen".split()
    )
} | {str(number): number for number in range(1, 17)}
_WHOLE = frozenset({"all", "each", "every", "both", "everything"})
_PART = frozenset({"only", "just", "most", "some", "several", "half", "few", "many", "majority"})
_MOST = frozenset({"most", "majority"})
_EMPTY = frozenset({"none", "any", "neither"})
_FILL = frozenset(
    "the its their these those original originally identified main key serious significant earlier"
    " previously out of in on against with different separate other previous first".split()
)
_OPEN = frozenset(
    "whether if will must should would could ensure ensuring until before expect expects hope hopes"
    " aim aims required needs".split()
)
_ABROAD = frozenset("nationally nationwide england cent percent country revisited".split())
_REACH, _AHEAD = 7, 12


def tally_of(page: Page, sentence: Sentence) -> tuple[int, str] | None:
    """Give the word of a sentence that measures what is mended, and how much that is.

    None where nothing is counted, or nothing said of it.
    """
    words = page.words.words[sentence.first : sentence.last]
    if sentence.said.isdisjoint(MEASURES) or _tells_of_areas(sentence, words):
        return None
    said = _with_what_was_found(page, sentence.said, words)
    if said.isdisjoint(NOUNS) and said.isdisjoint(AMOUNTS):
        return None
    for place, word in enumerate(words):
        if word in MEASURES:
            good = is_mended(words, place, said)
            if good is None or _open(page, sentence, place):
                continue
            share = _share(page, words, place, good=good)
            if share is None and good and "inspectorate" in sentence.classes:
                share = _those_found(words, place)
            if share is not None:
                return sentence.first + place, _mended(share, good=good)
    return None


def _tells_of_areas(sentence: Sentence, words: Sequence[str]) -> bool:
    """Tell whether it is areas of the country that are counted: `In one area, Kent,`."""
    if not _ABROAD.isdisjoint(sentence.said):
        return True
    if "council" not in sentence.classes:
        return False
    if "but" in words and _not_in_others(sentence, words):
        return True
    at = 4 if words[2:4] == ["local", "area"] else 3
    if words[:2] != ["in", "one"] or words[at - 1 : at] != ["area"]:
        return False
    return any(h.cls == "council" and h.first == sentence.first + at for h in sentence.hits)


def _not_in_others(sentence: Sentence, words: Sequence[str]) -> bool:
    """Tell whether others are told of the contrary: `enough in Kent, but not in Essex`."""
    behind = words.index("but") + 1
    if words[behind : behind + 2] not in (["not", "in"], ["not", "at"]):
        return False
    return any(h.cls == "council" and h.first == sentence.first + behind + 2 for h in sentence.hits)


def _with_what_was_found(page: Page, said: frozenset[str], words: Sequence[str]) -> frozenset[str]:
    """Add the noun that a number stands for, the weaknesses of a page: `two of the seven`."""
    if said.isdisjoint(DONE) or not said.isdisjoint(NOUNS):
        return said
    for the, number in itertools.pairwise(words):
        if the == "the" and number in NUMBERS and NUMBERS[number] == _most(page):
            return said | {"weaknesses"}
    return said


def _mended(share: str, *, good: bool) -> str:
    """Give how much is mended, where so much is (or is not)."""
    if good:
        return SOME if share == FEW else share
    if share == FEW:
        return MOST
    return NONE if share in {ALL, NONE} else SOME


def _open(page: Page, sentence: Sentence, place: int) -> bool:
    """Tell whether it is only asked, wished or required that something be mended."""
    word = sentence.first + place
    front = page.words.words[max(sentence.first, word - _AHEAD) : word]
    seen = "could" in front[:-1] and front[front.index("could") + 1] in _SEEING
    asked = _OPEN.intersection([low for low in front if low != "could"] if seen else front)
    if asked and (asked != {"needs"} or front[front.index("needs") - 1] not in SPECIAL):
        return True
    if seen or "hyp" not in sentence.classes:
        return False
    clause = clause_of(sentence.first, sentence.last, sentence.hits)
    return hypothetical(clause, word, word, page.words) is not None


_SEEING = frozenset({"find", "see", "point", "identify", "only"})
"""What somebody could do is done: `they could find enough progress in two areas only`."""


def _share(page: Page, words: Sequence[str], place: int, *, good: bool) -> str | None:
    """Give how many of them the sentence speaks of, None where it counts nothing."""
    if _all_but(words):
        return MOST if good else SOME
    if good and (whole := _not_in(words) or _all_of_them(words, place)):
        return whole
    if _but_not(words, place):
        return SOME
    found = [
        share
        for at in range(len(words))
        if not (good and _is_rest(words, at)) and (share := _counted(page, words, at)) is not None
    ]
    if good and NONE in found:
        return NONE
    for part in (SOME, FEW, MOST):
        if part in found:
            return part
    if NONE in found:
        return NONE if "any" in words else None
    return ALL if ALL in found else None


def _those_found(words: Sequence[str], place: int) -> str | None:
    """Tell whether what was found is all mended: `the concerns that they raised are addressed`."""
    for at in range(place - 2):
        if words[at] != "the" or words[at - 1] in {"of", "some"}:
            continue
        behind = words[at + 1 : place]
        if not NOUNS.isdisjoint(behind[:2]) and not _FOUND.isdisjoint(behind[1:_AHEAD]):
            return ALL if words[place] in DONE else None
    return None


def _all_of_them(words: Sequence[str], place: int) -> str | None:
    """Tell whether all that was counted before is mended: `five areas ... made in all of them`."""
    if "but" in words[place:]:
        return None
    behind = range(place, len(words) - 2)
    return ALL if any(words[at : at + 3] == _ALL_OF for at in behind) else None


_ALL_OF = ["all", "of", "them"]


def _but_not(words: Sequence[str], place: int) -> bool:
    """Tell whether a rest is set against what is mended: `but not in the other four`."""
    for at in range(place, len(words) - 1):
        if words[at] == "but" and not _OTHERWISE.isdisjoint(words[at + 1 : at + _REACH]):
            return True
    return False


def _not_in(words: Sequence[str]) -> str | None:
    """Give the share where a sentence counts what is mended, and then what is not: `not on three`.

    `In one it is; in three others they have not`.
    """
    counted = [at for at, word in enumerate(words) if word in NUMBERS]
    if len(counted) != _TWO or "not" not in words:
        return None
    denied = words.index("not")
    mended, left = (NUMBERS[words[at]] for at in counted)
    if words[counted[1] - 1] not in _UPON or words[counted[1] - 2] == "of":
        return None
    if not (counted[0] < denied < counted[1] or (counted[1] < denied == len(words) - 1)):
        return None
    return SOME if left > mended else MOST


_TWO = 2


def _all_but(words: Sequence[str]) -> bool:
    """Tell whether one or two are left out: `all but one of the areas`."""
    return any(
        low in {"all", "every"} and behind in {"but", "bar", "except"}
        for low, behind in itertools.pairwise(words)
    )


_OTHERWISE = frozenset("not too insufficient remain remains still".split())


def _counted(page: Page, words: Sequence[str], at: int) -> str | None:
    """Give the share that a word begins: `all nine`, `three of the six`, `none of`."""
    word = words[at]
    behind = words[at + 1 : at + 1 + _REACH]
    if word in _WHOLE:
        return _whole(words, at, behind)
    if word in _EMPTY:
        return NONE if not NOUNS.isdisjoint(behind) or behind[:1] == ["of"] else None
    if word in _PART:
        return _some(page, words, at, behind)
    if word not in NUMBERS or not _TIMES.isdisjoint(behind[:1]):
        return None
    return _number(page, words, at)


def _some(page: Page, words: Sequence[str], at: int, behind: Sequence[str]) -> str | None:
    """Give the share that a word for a part begins: `only two`, `most`, `only the first of`."""
    if behind[:1] == ["the"] and behind[1:3] in _THE_FIRST:
        return FEW
    if not at and not _UPON.isdisjoint(behind[:1]) and not _BEING.isdisjoint(words):
        return SOME
    if NOUNS.isdisjoint(behind[:4]) and not _leads(behind):
        return None
    led = _number(page, words, at + 1) if _leads(behind) else None
    if words[at] in _MOST or led == MOST:
        return MOST
    return FEW if led == FEW else SOME


_THE_FIRST = (["first", "of"], ["last", "of"], ["first", "has"], ["first", "had"])
_UPON = frozenset({"on", "in", "for", "with"})
_BEING = frozenset("is was has had were have".split())
_TIMES = frozenset("year years month months week weeks day days".split())
"""What is counted in these is when it was found: `weaknesses noted three years ago`."""


def _whole(words: Sequence[str], at: int, behind: Sequence[str]) -> str | None:
    """Give the share that a word for all of them begins: `all nine`, `not all`, `all but one`."""
    if at and words[at - 1] == "not":
        return None if NOUNS.isdisjoint(behind) else SOME
    if behind[:1] and behind[0] in {"but", "bar", "except"}:
        return SOME
    counted = not NOUNS.isdisjoint(behind) or any(low in NUMBERS for low in behind[:3])
    return ALL if counted or words[at] == "everything" else None


def _leads(behind: Sequence[str]) -> bool:
    """Tell whether a number follows at once: `only two`, `just one`."""
    return bool(behind) and behind[0] in NUMBERS


def _number(page: Page, words: Sequence[str], at: int) -> str | None:
    """Give the share that a number is: of a total named behind it, before it, or elsewhere."""
    if words[max(0, at - 1)] in _WHOLE:
        return None
    few = NUMBERS[words[at]]
    total = _most(page) if words[at + 1 : at + 3] in _OF_THEM else _total(words, at)
    if total:
        return _part(few, total)
    if _is_rest(words, at):
        return SOME if few > 1 and few * 2 > _most(page) else None
    front = words[max(0, at - 2) : at]
    if not {"these", "those", "the", "all", "its"}.isdisjoint(front) or "of" in front:
        return None
    before = [NUMBERS[words[i + 1]] for i in range(at - 1) if _of_number(words, i)]
    if before:
        return _part(few, before[0])
    total = _most(page)
    if NOUNS.isdisjoint(words[at + 1 : at + 5]):
        bare = total > few and (words[at - 1] in _UPON and at) and _ends(words, at)
        return _part(few, total) if bare else None
    if total == few and _as_found(words[at + 1 : at + 2 + _REACH]):
        return ALL if set(_of_weaknesses(page.words.words)) == {few} else MOST
    return _part(few, total) if total > few else None if _known(page, words[at]) else MOST


def _ends(words: Sequence[str], at: int) -> bool:
    """Tell whether a number stands for what was named before: `progress was made in three`."""
    return at == 1 or at + 1 == len(words) or words[at + 1] in _GOING_ON


_GOING_ON = frozenset("and but while though with by since however".split())
_OF_THEM = (["of", "them"], ["of", "these"], ["of", "those"])


def _as_found(behind: Sequence[str]) -> bool:
    """Tell whether what is counted is what was found: `three areas of weakness identified in`."""
    found = next((at for at, word in enumerate(behind) if word in _FOUND), None)
    return found is not None and (NOUNS | _FILL | _THAT).issuperset(behind[:found])


_THAT = frozenset({"that", "which", "were"})


def _known(page: Page, number: str) -> bool:
    """Tell whether a number is told twice: so many they were, and so many are mended."""
    words, told = page.words.words, f"told {number}"
    if told not in page.once:
        page.once[told] = sum(
            word == number and not _is_rest(words, at) for at, word in enumerate(words)
        )
    return page.once[told] > 1


def _is_rest(words: Sequence[str], at: int) -> bool:
    """Tell whether a number is what is left of another: `the other three areas`."""
    return not _REST.isdisjoint((*words[max(0, at - 1) : at], *words[at + 1 : at + 3]))


_REST = frozenset({"other", "others", "remaining"})


def _part(few: int, total: int) -> str | None:
    """Give the share that so few of so many are."""
    if few >= total:
        return ALL if few == total else None
    return MOST if few * 2 >= total else FEW


def _of_number(words: Sequence[str], at: int) -> bool:
    """Tell whether a total is named: `of nine`, `the nine`."""
    return words[at] in {"of", "the", "its"} and words[at + 1] in NUMBERS


def _total(words: Sequence[str], at: int) -> int | None:
    """Give the total behind a number: `three (areas) (out) of the six`."""
    behind = words[at + 1 : at + 1 + _REACH]
    if "of" not in behind[:3] or not NOUNS.issuperset(set(behind[: behind.index("of")]) - _FILL):
        return None
    for word in behind[behind.index("of") + 1 :]:
        if word in NUMBERS:
            return NUMBERS[word]
        if word not in _FILL:
            return None
    return None


def _most(page: Page) -> int:
    """Give the greatest number of weaknesses that a page speaks of."""
    if "weaknesses" not in page.once:
        page.once["weaknesses"] = max(_of_weaknesses(page.words.words), default=0)
    return page.once["weaknesses"]


def _of_weaknesses(words: Sequence[str]) -> Iterator[int]:
    for at, word in enumerate(words[:-4]):
        if word in NUMBERS and not _WEAK.isdisjoint(words[at + 1 : at + 5]):
            yield NUMBERS[word]


_FOUND = frozenset("identified found raised highlighted named noted".split())
_WEAK = frozenset({"weakness", "weaknesses", "failings", "areas", "shortcomings"})
