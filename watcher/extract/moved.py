"""Who went where, in one list: `Down: Leeds (good to inadequate), Bury (to good)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from watcher.extract.claims import Claim
from watcher.extract.graded import way_between
from watcher.extract.marks import KNOWN, from_to
from watcher.extract.members import is_old
from watcher.extract.scales import marks_of, value_in
from watcher.model.vocabulary import Area, Direction

if TYPE_CHECKING:
    from watcher.extract.page import Page
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit
    from watcher.model.vocabulary import Outcome

RULE = "grade.moved"
_FEWEST = 2
_END = re.compile(r"[;.]")
_DOWN = frozenset(
    "down fell fall falls fallers dropped drops slipped slips downgraded declined decliners lowered"
    " worse worsened".split()
)
_UP = frozenset(
    "up rose rise rises risers improved improvers upgraded climbed climbers raised better".split()
)
_ONWARDS = frozenset({"to", "now"})
_LIKEWISE = frozenset("likewise too similarly the same also as well".split())
_LEFT = frozenset("were was had from lost off formerly until losing".split())
_Move = tuple["Outcome | None", "Outcome"]


def moved_claims(page: Page) -> tuple[list[Claim], set[int]]:
    """Give the claims of lists that say behind each name what it went to, and their sentences."""
    found: list[Claim] = []
    done: set[int] = set()
    text = page.document.text
    bracketed = "(" in text
    for sentence in page.having("council"):
        graded = "grade" in sentence.classes
        if not graded and not (bracketed and "(" in text[sentence.start : sentence.end]):
            continue
        names = [hit for hit in sentence.hits if hit.cls == "council"]
        if len(names) < _FEWEST:
            continue
        behind = page.words.end(names[0].last)
        mark = text[behind : behind + 2].strip()[:1]
        made = _claims(page, sentence, names) if mark == "(" or (graded and mark == ",") else []
        if made:
            found += made
            done.add(sentence.index)
    return found, done


def _claims(page: Page, sentence: Sentence, names: list[Hit]) -> list[Claim]:
    """Give the claims of a list, none where a name is followed by anything but what it went to."""
    moves = _moves(page, sentence, names)
    if len(moves) < len(names):
        return _stated(page, sentence, names)
    head = page.words.words[sentence.first : names[0].first]
    down, up = not _DOWN.isdisjoint(head), not _UP.isdisjoint(head)
    way = None if down == up else Direction.WORSE if down else Direction.BETTER
    left = None
    if not _LEFT.isdisjoint(head):
        starts = page.words.starts
        left, _ = value_in(
            page.document.text[sentence.start : starts[names[0].first]], marks_of(page)
        )
    if way is None and left is None and any(old is None for old, _ in moves):
        return _stated(page, sentence, names)
    old = is_old(page, sentence)
    return [
        _claim(sentence, name, (before or left, now), way).but(past=old)
        for name, (before, now) in zip(names, moves, strict=True)
    ]


def _stated(page: Page, sentence: Sentence, names: list[Hit]) -> list[Claim]:
    """Give the claims of a list that has just a grade in brackets behind each of several names.

    `Leeds (good), York (adequate, up from inadequate) and Hull (outstanding)`.
    """
    text, starts = page.document.text, page.words.starts
    head = text[sentence.start : starts[names[0].first]]
    if value_in(head, marks_of(page))[0] is not None:
        return []
    made: list[Claim] = []
    for name in names:
        behind = page.words.end(name.last)
        if text[behind : behind + 2] != " (":
            break
        part, _, added = text[behind + 2 : sentence.end].partition(")")[0].partition(",")
        now, rest = value_in(part, marks_of(page))
        before, more = value_in(added, marks_of(page))
        if now is None or not KNOWN.issuperset(rest + more) or not _OLD.isdisjoint(rest):
            break
        made.append(_claim(sentence, name, (before, now), None))
    if len(made) < _SEVERAL or is_old(page, sentence):
        return []
    placed = page.words.words[names[0].first - 1] in _PLACING
    aside = placed and sentence.classes.isdisjoint(_RATING)
    return [claim.but(status=True) for claim in made] if aside else made


_PLACING = frozenset({"in", "at", "from", "of", "for", "across"})
_RATING = frozenset({"judge", "inspectorate", "rating", "kind"})
"""What one of is said of the list itself, where it is more than an aside in brackets."""


_OLD = frozenset("was were previously formerly until from".split())
_SEVERAL = 3


def _moves(page: Page, sentence: Sentence, names: list[Hit]) -> list[_Move]:
    """Give what stood before and what stands now behind each name."""
    text, starts = page.document.text, page.words.starts
    limits = [*[starts[name.first] for name in names[1:]], sentence.end]
    moves: list[_Move] = []
    for name, limit in zip(names, limits, strict=True):
        part = text[page.words.end(name.last) : limit].strip()
        if part[:1] == "(":
            part, _, behind = part[1:].partition(")")
            part = _left_for(part, behind)
        elif limit == sentence.end:
            part = _END.split(part)[0]
        old, new, rest = from_to(part.strip(" ,;"), marks_of(page))
        words = set(rest) - {"and"}
        if new is None and moves and words and words <= _LIKEWISE:
            moves.append(moves[-1])
            continue
        told = old is not None or not words.isdisjoint(_ONWARDS)
        if new is None or not told or not KNOWN.issuperset(words):
            return []
        moves.append((old, new))
    return moves


def _left_for(inner: str, behind: str) -> str:
    """Say in one what stood in brackets and what stands behind them: `(good), now inadequate`."""
    now = _NOW.match(behind)
    return f"{inner} to {_END.split(behind[now.end() :])[0].strip(' ,')}" if now else inner


_NOW = re.compile(r"[\s,:–—-]{0,4}\b(?:is now|are now|now|to)\b|\s?(?:→|[-=]?>)")


def _claim(sentence: Sentence, name: Hit, move: _Move, way: Direction | None) -> Claim:
    before, now = move
    if before is not None and before is not now:
        way = way_between(before, now)
    return Claim(
        sentence=sentence.index,
        word=name.first,
        outcome=now,
        area=Area.OVERALL,
        councils=(name.value,),
        rule=RULE,
        direction=way,
        previous=before,
        timeless=True,
    )
