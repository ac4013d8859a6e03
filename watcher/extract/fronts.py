"""Which councils head the parts of a page over several: `Bexley: ...`, `At Bury inspectors ...`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.page import TITLES
from watcher.model.document import BlockRole
from watcher.model.vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.topics import Chain

_ROWS = 3


def labelled(page: Page) -> list[Sentence]:
    """Give the lines of a round-up, each of which opens with its council: `Bexley: ...`."""
    if _ROWED not in page.once:
        page.once[_ROWED] = _rows(page)
    rows = page.once[_ROWED]
    if not rows:
        return []
    return [page.sentences[at] for at in range(rows.bit_length()) if rows >> at & 1]


def _rows(page: Page) -> int:
    """Give the lines of a round-up, as bits; none where they are too few for one."""
    words, naming, rows = page.words, page.having("council"), 0
    if len(naming) < _ROWS:
        return 0
    for one in naming:
        last = _opened_by(one, words.words)
        if not last or last + 1 >= one.last:
            continue
        gap = words.between(last, last + 1)
        mark = gap.strip() or gap[:1]
        if mark in _LABELS or (mark == "," and is_heading(one)):
            rows |= 1 << one.index
    return rows if rows.bit_count() >= _ROWS else 0


def is_heading(line: Sentence) -> bool:
    """Tell whether a line says no more than who was inspected: `Leeds, ILACS, 9 to 20 May.`."""
    return "kind" in line.classes and line.classes.isdisjoint(_TOLD)


_TOLD = frozenset({"be", "judge", "pronoun", "past", "stop", "generic", "grade"})
_ROWED = "rows of a round-up"


def _opened_by(sentence: Sentence, low: list[str]) -> int:
    """Give the last word of the council with which a line opens, 0 for none.

    Asked of what was found, before a sentence's hits are made.
    """
    firsts, meanings, _ = sentence.found
    place, first = sentence.low, sentence.first
    if low[first] in _AT:
        first += 1
        place += firsts[place] < first
    if place >= sentence.high or firsts[place] != first:
        return 0
    more, cls, *_ = meanings[place]
    return first + more if cls == "council" else 0


def openers(page: Page, lead: Sequence[Sentence]) -> list[Sentence]:
    """Give what opens with a council on a page over the reports of several: `At Bexley, ...`."""
    if not over_several(page, lead):
        return []
    words = page.words.words
    found: list[Sentence] = []
    for one in page.having("council"):
        first = next(hit for hit in one.hits if hit.cls == "council").first
        closed = page.document.text[one.end - 1] in ".”\"'" or one.role is BlockRole.HEADING
        if closed and words[one.first : first] in _OPENING:
            found.append(one)
    return found


def over_several(page: Page, lead: Sequence[Sentence]) -> bool:
    """Tell whether headline or lead say that a page is over several councils' reports."""
    words = page.words.words
    for one in (*page.titles, *lead[:_LEADING]):
        if _counts_several(words, one):
            return True
    if _HEADED not in page.once:
        short = [one for one in page.having("council") if one.last - one.first <= _NAME]
        alone = len(short) >= _HEADS and sum(map(is_name_alone, short)) >= _HEADS
        page.once[_HEADED] = alone or bool(labelled(page))
    return bool(page.once[_HEADED])


_HEADED = "headed by councils"


def over_the_year(page: Page) -> bool:
    """Tell whether headline or lead speak of the ratings that every council gets in a year."""
    lead = [one for one in page.having("kind") if one.index <= _LEADING + 1]
    return any(hit.value == _YEARLY for one in lead for hit in one.hits)


_YEARLY = Kind.ANNUAL_RATING.value


def is_name_alone(sentence: Sentence) -> bool:
    """Tell whether a line, or a sentence, is a council's name and nothing else."""
    if sentence.last - sentence.first > _NAME or sentence.role in TITLES:
        return False
    name = sentence.hits[0]
    return name.cls == "council" and (name.first, name.last) == (sentence.first, sentence.last - 1)


def heads_round_up(page: Page, sentence: Sentence, *, below: bool) -> bool:
    """Tell whether several names stand on lines of their own, all of them `below` a sentence if so.

    Counted once a page, however many sentences ask.
    """
    if _ALONE not in page.once:
        alone = [one.index for one in page.having("council") if is_name_alone(one)]
        page.once[_ALONE], page.once[_FIRST] = len(alone), alone[0] if alone else 0
    if page.once[_ALONE] < _HEADS:
        return False
    return not below or page.once[_FIRST] >= sentence.index


_ALONE, _FIRST = "names alone", "first name alone"
_HEADS, _NAME = 2, 7


def _counts_several(words: Sequence[str], sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of the reports of several councils: `six letters`."""
    if "other" in sentence.classes:
        return False
    if sentence.role in TITLES and not _ROUNDS.isdisjoint(sentence.said):
        return True
    if _SOME.isdisjoint(sentence.said):
        return False
    said = words[sentence.first : sentence.last]
    return any(
        said[at - 1] not in _WHERE and not _THEIRS.isdisjoint(said[at + 1 : at + _THEIR])
        for at, word in enumerate(said)
        if word in _SOME
    )


_OPENING = [phrase.split() for phrase in ("", "at", "in", "which leaves", "that leaves", "as for")]
_OPENING += [phrase.split() for phrase in ("finally", "next", "then", "on to", "and", "last")]
"""What may stand before the name: `Which leaves Leeds.`."""

_LEADING = 2
_AT = frozenset({"at", "in"})
_ROUNDS = frozenset({"round", "roundup", "roundups", "brief"})
_SOME = frozenset("two three four five six seven eight nine ten eleven twelve".split())
_THEIRS = frozenset("councils authorities boroughs counties reports letters partnerships".split())
_THEIR = 5
_WHERE = frozenset({"in", "across", "around"})

_LABELS = frozenset({":", "-", "–", "—", "|", "/", "\t"})


def told_of_a_neighbour(page: Page, lists: Sequence[tuple[Chain, ...]]) -> tuple[str, ...]:
    """Give of whom a page tells whose headline names but a neighbour: `Leeds helps neighbour`.

    Its text opens with `a council`, and names it soon.
    """
    if not page.titles or _NEIGHBOURS.isdisjoint(page.titles[0].said):
        return ()
    headlined = {hit.value for chain in lists[0] for hit in chain}
    lead = page.sentences[1:_SOON]
    if len(headlined) != 1 or not lead or not _opens_with_some(page, lead[0]):
        return ()
    named = next((lists[one.index] for one in lead if lists[one.index]), ())
    if not named or named[0][0].value in headlined:
        return ()
    return (named[0][0].value,)


def _opens_with_some(page: Page, sentence: Sentence) -> bool:
    """Tell whether a sentence opens with a council that it does not name: `A London council`."""
    if page.words.words[sentence.first] not in _UNNAMED or "council" in sentence.classes:
        return False
    return any(
        hit.cls == "generic" and hit.first - sentence.first <= _NOUN for hit in sentence.hits
    )


_NEIGHBOURS = frozenset({"neighbour", "neighbours", "neighbouring"})
_UNNAMED = frozenset({"a", "an", "another", "one"})
_SOON, _NOUN = 5, 5
