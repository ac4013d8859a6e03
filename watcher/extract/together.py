"""Councils that are spoken of by their number: `all three were told`, `the two councils have`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.model.document import BlockRole

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Words
    from watcher.extract.topics import Topics

_COUNTS = {
    word: number
    for number, word in enumerate("two three four five six seven eight nine ten".split(), 2)
} | {"both": 2}
_ALL = frozenset({"all", "both", "the", "those", "these"})
_BODIES = frozenset(
    "councils authorities boroughs counties towns cities neighbours areas partnerships".split()
)
_VERBS = frozenset(
    "are were is was have had has now remain remained perform performs performed got get gets"
    " received receive require requires required must need needed failed fell fall dropped slipped"
    " lost still will also fail".split()
)
_AREAS = frozenset({"areas"})
_BACK = 8
"""Sentences back in which those who are counted are named, at most."""


def counted_off(page: Page, sentence: Sentence, topics: Topics) -> tuple[str, ...]:
    """Give those of whom a sentence that names nobody tells by their number; nobody for none."""
    if "council" in sentence.classes or COUNTING.isdisjoint(sentence.said):
        return ()
    number = _number(page.words.words[sentence.first : sentence.last])
    return _named_before(page, sentence, topics, number) if number else ()


def _number(said: list[str]) -> int:
    """Give how many are spoken of, 0 where no such words are there."""
    for place, word in enumerate(said):
        count = _COUNTS.get(word, 0)
        if not count or (said[place - 1] not in _ALL and word != "both"):
            continue
        behind = said[place + 1 : place + 5]
        if behind[:2] == ["of", "them"]:
            behind = behind[2:]
        if behind[:1] and behind[0] in _BODIES:
            return 0 if behind[0] in _AREAS and "send" not in said else count
        plain = word == "both" or said[place - 1] == "all"
        if plain and behind[:1] and behind[0] in _VERBS:
            return count
    return 0


def _named_before(page: Page, sentence: Sentence, topics: Topics, number: int) -> tuple[str, ...]:
    """Give the councils, so many, that the sentences before named together, or one by one."""
    names = page.context.automaton.names
    found: dict[object, str] = {}
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
        other = page.sentences[index]
        if "council" not in other.classes:
            continue
        named = [hit for chain in topics.chains[index] for hit in chain]
        here = {names[hit.value].codes: hit.value for hit in named}
        if len(here) == number:
            return tuple(here.values())
        found = here | found
        if len(found) >= number:
            break
    return tuple(found.values()) if len(found) == number else ()


def some_of_them(words: Words, sentence: Sentence) -> int:
    """Give of how many unnamed places it is told: `In two areas inspectors ...`; 0 for none."""
    if "council" in sentence.classes:
        return 0
    opening = words.words[sentence.first : sentence.first + _PLACED]
    if sentence.role is BlockRole.TITLE:
        return _in_headline(words.words[sentence.first : sentence.last])
    if opening[0] not in {"in", "at"}:
        return 0
    if opening[2:3] and opening[2] in _BODIES:
        return _COUNTS.get(opening[1], 0)
    if opening[2:4] == ["of", "them"]:
        return 1 if opening[1] == "one" else _COUNTS.get(opening[1], 0)
    return 0


def _in_headline(said: list[str]) -> int:
    """Give of how many a headline tells: `Priority action for two`, `urgent action at three of`."""
    for place, word in enumerate(said[1:], 1):
        count = _COUNTS.get(word, 0)
        behind = said[place + 1 : place + 2]
        if count and said[place - 1] in {"for", "at", "in"} and behind in _OF_THEM:
            return count
    return 0


_OF_THEM: tuple[list[str], ...] = ([], ["of"], ["councils"])


_PLACED = 4


def of_its_kind(page: Page, sentence: Sentence, topics: Topics) -> tuple[str, ...]:
    """Give the council that `the county` or `the city` means, where it is another; else nobody.

    It is one of a headline's councils, or where one alone is spoken of and is a county, the city
    that was named last.
    """
    kind = _kind_named(page.words.words, sentence)
    spoken_of = topics.at[sentence.index]
    if len(topics.main) > 1 and kind:
        of_kind = [form for form in topics.main if kind in _kinds_of(page, form)]
        return tuple(of_kind) if len(of_kind) == 1 else ()
    if kind != "city" or len(spoken_of) != 1 or not _is_county(page, spoken_of[0]):
        return ()
    for before in reversed(page.having("council")):
        if before.index < sentence.index:
            named = [hit.value for hit in before.hits if hit.cls == "council"]
            cities = [form for form in named if not _is_county(page, form)]
            if cities:
                return (cities[-1],)
    return ()


def _kind_named(said: list[str], sentence: Sentence) -> str:
    """Give the one of `the county` and `the city` that a sentence speaks of, or an empty text."""
    kinds = {
        said[word]
        for word in range(sentence.first + 1, sentence.last)
        if said[word] in KINDS
        and said[word - 1] == "the"
        and said[word - 2] not in _PLACING
        and said[word + 1 : word + 2] not in _ELSE
    }
    return kinds.pop() if len(kinds) == 1 else ""


def _kinds_of(page: Page, form: str) -> str:
    """Give the words that tell what sort of councils a name is that of."""
    register = page.context.register.by_code
    councils = [register[code] for code in page.context.automaton.names[form].codes]
    return " ".join(f"{one.full_name} {one.type}" for one in councils).lower()


def _is_county(page: Page, form: str) -> bool:
    """Tell whether a name is that of county councils alone."""
    register = page.context.register.by_code
    codes = page.context.automaton.names[form].codes
    return all(register[code].type == "county" for code in codes)


KINDS = frozenset({"county", "city"})
_PLACING = frozenset({"in", "of", "across", "around", "for", "from", "elsewhere"})
_ELSE = (["centre"], ["hall"], ["region"])


def of_the_rest(words: Words, sentence: Sentence) -> bool:
    """Tell whether those are spoken of whom nobody has named: `the other two were`, `the rest`."""
    said = words.words[sentence.first : sentence.first + _RESTING]
    if said[0] != "the":
        return False
    if said[1:2] in (["rest"], ["others"]):
        return said[2:3] != ["of"]
    if said[1:2] not in (["other"], ["remaining"]):
        return False
    behind = said[2:3]
    counted = behind and (behind[0] in _COUNTS or behind[0] in _BODIES - _AREAS)
    return bool(counted) and said[3:4] != ["areas"] and said[3:4] != ["judgements"]


_RESTING = 4
REST = frozenset({"rest", "others", "other", "remaining"})


def given_to(words: Words, sentence: Sentence) -> int:
    """Give how many are given an outcome: `has judged three councils inadequate`; 0 for nobody."""
    if COUNTING.isdisjoint(sentence.said) or _BODIES.isdisjoint(sentence.said):
        return 0
    said = words.words[sentence.first : sentence.last]
    graded = "grade" in sentence.classes
    told = min([hit.first for hit in sentence.hits if hit.cls in _TELLING], default=sentence.last)
    for place, word in enumerate(said):
        count = _COUNTS.get(word, 0)
        if not count or word == "both" or (place and said[place - 1] in _PARTS):
            continue
        if said[place + 1 : place + 2] == ["of"]:
            of_them = said[place + 2 : place + 6]
            return count if not _BODIES.isdisjoint(of_them) and of_them[0] in _ALL else 0
        behind = said[place + 1 : place + 4]
        body = next((at for at, low in enumerate(behind) if low in _BODIES), None)
        if body is None or not _OF_BODIES.issuperset(behind[:body]):
            continue
        if behind[body] in _AREAS and graded and "local" not in behind:
            continue
        if _is_given(said, place, place + body + 2, told - sentence.first):
            return count
    return 0


def _is_given(said: list[str], place: int, behind: int, told: int) -> bool:
    """Tell whether those counted at a place are whom what is told is given to."""
    if not place:
        return not (_VERBS | _GIVING).isdisjoint(said[behind : behind + 2])
    front = said[place - 1]
    if front in {"are", "were"}:
        return said[0] == "there"
    if not told and place <= _LABEL:
        return True
    return front in _GIVING or (front in {"in", "at", "to"} and told < place)


_LABEL = 2
"""Words of a grade that is set in front: `Inadequate: three councils slated`."""


_PARTS = frozenset("of other others these those all last past remaining next the".split())
_OF_BODIES = frozenset("more local english northern southern london".split())
_GIVING = frozenset(
    "judged judges rated rates found finds told tells gave gives ordered asked branded graded named"
    " downgraded criticised has brands labels slams calls deems downgrades fails".split()
)
_TELLING = frozenset({"grade", "send", "urgent", "signal"})

COUNTING = frozenset(_COUNTS)
