"""Lines that only give marks: `Leeds - inadequate (good)`, `Performs well: Bury (up), Kent (=)`.

A line that is no more than names, grades, what they are for and what stood before is read as such:
what is in brackets, or behind `previously`, is what stood before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from watcher.extract.claims import AREAS, Claim
from watcher.extract.fronts import is_heading
from watcher.extract.graded import way_between
from watcher.extract.scales import marks_of, value_in
from watcher.model.dates import MONTHS
from watcher.model.vocabulary import Area, Direction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watcher.extract.page import Page
    from watcher.extract.scales import Scale
    from watcher.extract.segment import Sentence
    from watcher.extract.tokens import Hit
    from watcher.model.vocabulary import Outcome

RULE = "grade.mark"
_LONGEST = 60
_FEWEST = 2
"""So many lines of marks a page must have: one alone may be anything."""

_WORD = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"[,;/|\t](?![^(]*\))")
_BRACKETS = re.compile(r"\(([^()]*)\)|\(([^()]*)$")
_SEPARATOR = re.compile(r"\s*(?:[:/|,–—\t]|-(?=\s))\s*")
_SPACE = re.compile(
    r"[ \t]+(?=[1-4]\b|(?:in)?adequate\b|good\b|outstanding\b|requires\b)", re.IGNORECASE
)
_SEPARATED = re.compile(r"[:/|,–—\t-] ")
_ASIDE = re.compile(r"\s*\([^()\n]*\)")
_LABEL = re.compile(r"\s*(?::|[–—]|-(?=\s))\s*")
ARROW = re.compile(r"\s?(?:→|[-=]?>)\s?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FILL = frozenset(
    "overall effectiveness performs perform performing performed rated judged graded grade rating"
    " judgement for and in is are now still the its children s services all areas across every area"
    " change no at time year years first ofsted of to it been has this next service"
    " short standard full graded ilacs inspection inspected two week throughout rest".split()
).union(MONTHS)
_OLD = frozenset(
    "was were previously formerly previous last before earlier from had having".split()
)
_COUNCIL = frozenset(
    "council councils authority authorities city county borough mbc mdc cc bc district metropolitan"
    " royal london of the and s trust partnership those".split()
)
_UP = frozenset("up improved improving rose risen upgraded raised increased".split())
_DOWN = frozenset("down declined fell fallen dropped downgraded lowered slipped".split())
_SAME = frozenset("unchanged same again kept retained".split())
KNOWN = _FILL | _OLD | _COUNCIL | _UP | _DOWN | _SAME


class Mark(NamedTuple):
    """A grade on a line: for what it is given, what stood before, which way it went."""

    outcome: Outcome
    area: Area | None
    before: Outcome | None = None
    way: Direction | None = None


def marked_claims(page: Page) -> tuple[list[Claim], set[int]]:
    """Give the claims of lines of marks, and which sentences these are."""
    rows: dict[int, list[Claim]] = {}
    for sentence in page.having("council"):
        size = sentence.last - sentence.first
        if size > _LONGEST:
            continue
        if _opens(sentence):
            if size <= _NAME or is_heading(sentence):
                rows.update(_below(page, sentence))
            elif _SEPARATED.search(page.document.text, sentence.start, sentence.end):
                rows.update(_of_row(page, sentence))
        elif "grade" in sentence.classes and _parted(page, sentence):
            rows[sentence.index] = _of_label(page, sentence)
    made = {index: claims for index, claims in rows.items() if claims}
    if len(made) < _FEWEST:
        return [], set()
    return [claim for claims in made.values() for claim in claims], set(made)


_NAME = 7
"""Words of a line that is no more than a council's name, at most."""


def _parted(page: Page, sentence: Sentence) -> bool:
    """Tell whether a line has one of the marks behind a label."""
    line = page.document.text[sentence.start : sentence.end]
    return ":" in line or "–" in line or "—" in line or "- " in line


def _opens(sentence: Sentence) -> bool:
    """Tell whether a line begins with the name of a council; asked before its hits are made."""
    firsts, meanings, _ = sentence.found
    low = sentence.low
    return firsts[low] == sentence.first and meanings[low].cls == "council"


def _of_row(page: Page, sentence: Sentence) -> dict[int, list[Claim]]:
    """Read a line that begins with the name of a council."""
    named = [hit for hit in sentence.hits if hit.cls == "council"]
    if len(named) > 1:
        return {}
    text = page.document.text
    start = page.words.end(named[0].last)
    while (aside := _ASIDE.match(text, start)) and _FILL.issuperset(
        _WORD.findall(aside[0].lower())
    ):
        start = aside.end()
    while (word := _WORD.match(text, start + 1)) and word[0].lower() in _COUNCIL:
        start = word.end()
    mark = _SEPARATOR.match(text, start, sentence.end) or _SPACE.match(text, start, sentence.end)
    return _read(page, sentence, named[0], mark.end()) if mark else {}


def _below(page: Page, line: Sentence) -> dict[int, list[Claim]]:
    """Read the marks below a line that is a council's name: the line's, then its block's."""
    owner = _alone(page, line)
    if owner is None:
        return _of_row(page, line)
    for other in page.sentences[line.index + 1 : line.index + 1 + _LINES]:
        if "council" in other.classes:
            break
        if "grade" in other.classes:
            return _read(page, other, owner, other.start)
    return {}


def _read(page: Page, sentence: Sentence, owner: Hit, start: int) -> dict[int, list[Claim]]:
    """Give the claims of the marks that stand behind a place in a line, sentence by sentence."""
    marks, told = _marks_behind(page, sentence, start)
    whole = next((at for at, one in enumerate(marks) if one.area is Area.OVERALL), None)
    after = _told_after(page, sentence) if whole is not None and not told else None
    if whole is not None and after is not None:
        marks[whole] = marks[whole]._replace(before=after)
    elif not told:
        return {}
    word = min(page.words.at(start), sentence.last - 1)
    claims = [_claim(sentence, word, owner, one) for one in marks]
    if whole is not None and after is not None:
        behind = page.sentences[sentence.index + 1]
        old = _earlier(claims[whole]).but(sentence=behind.index, word=behind.first)
        return {sentence.index: claims, behind.index: [old]}
    old_ones = [_earlier(one) for one in claims if one.previous and _dated(page, sentence)]
    return {sentence.index: claims + old_ones}


def _told_after(page: Page, sentence: Sentence) -> Outcome | None:
    """Give what stood before, where the next sentence says just that: `Previously good.`."""
    if sentence.index + 1 >= len(page.sentences):
        return None
    behind = page.sentences[sentence.index + 1]
    if behind.block != sentence.block or "council" in behind.classes:
        return None
    value, rest = value_in(page.document.text[behind.start : behind.end], marks_of(page))
    return value if KNOWN.issuperset(rest) and not _OLD.isdisjoint(rest) else None


_LINES = 2


def _dated(page: Page, sentence: Sentence) -> bool:
    """Tell whether a line says when what stood before was given."""
    return _YEAR.search(page.document.text, sentence.start, sentence.end) is not None


def _earlier(claim: Claim) -> Claim:
    """Give what stood before as a grade of its own."""
    return claim.but(outcome=claim.previous, previous=None, direction=None, past=True)


def _alone(page: Page, line: Sentence) -> Hit | None:
    """Give the council whose name is all that a line says."""
    named = [hit for hit in line.hits if hit.cls == "council"]
    rest = page.words.words[named[0].last + 1 : line.last]
    headed = is_heading(line) and page.document.text.find(":", line.start, line.end) < 0
    plain = headed or _COUNCIL.issuperset(rest)
    return named[0] if plain and len(named) == 1 and named[0].first == line.first else None


def _marks_behind(page: Page, sentence: Sentence, start: int) -> tuple[list[Mark], bool]:
    """Read all that stands behind a name, and whether it tells more than grades in words.

    Nothing where it is more than marks.
    """
    text, scale = page.document.text, marks_of(page)
    marks: list[Mark] = []
    told, was = False, None
    for low, high in _parts(text, start, sentence.end):
        inner = " ".join(m[1] or m[2] or "" for m in _BRACKETS.finditer(text[low:high]))
        outer = _BRACKETS.sub(" ", text[low:high])
        labels = _labels(page, sentence, low, high)
        named = {w for h in labels for w in page.words.words[h.first : h.last + 1]}
        before, way = _before(inner, scale)
        came_from, value, rest = from_to(outer, scale)
        if not (KNOWN | named).issuperset(rest) or not _plain(inner, scale):
            return [], False
        then = not _CHANGED.isdisjoint(rest) or _YEAR.search(outer) is not None
        if not marks and came_from is None and not _THEN.isdisjoint(rest):
            was = value or was
            continue
        if value is None and marks and labels and not (inner or then):
            marks += [Mark(marks[-1].outcome, _area([one], first=False)) for one in labels]
            continue
        if marks and came_from is None and (value is None or then):
            marks[-1] = marks[-1]._replace(before=value or marks[-1].before, way=_way(rest))
            told = True
            continue
        if value is None and not marks and not inner and rest:
            continue
        if value is None:
            return [], False
        mark = Mark(value, _area(labels, first=not marks), came_from or before or was, way)
        told = told or mark.before is not None or way is not None or not scale.plain(outer)
        marks.append(mark)
    return [mark for mark in marks if mark.area is not None], told


_CHANGED = _OLD | _UP | _DOWN
_THEN = _OLD - {"from", "having"}


def _labels(page: Page, sentence: Sentence, low: int, high: int) -> list[Hit]:
    """Give what a part of a line says its grade is for."""
    starts = page.words.starts
    return [h for h in sentence.hits if h.cls in _FOR and low <= starts[h.first] < high]


_FOR = frozenset({"area", "overall"})


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give where the parts of a line begin and end that commas and the like set apart."""
    low = start
    for mark in _PART.finditer(text, start, end):
        if text[low : mark.start()].strip(" ."):
            yield low, mark.start()
        low = mark.end()
    if text[low:end].strip(" ."):
        yield low, end


def from_to(part: str, scale: Scale) -> tuple[Outcome | None, Outcome | None, list[str]]:
    """Give what stood before in `from good to inadequate`, what stands now, and the other words."""
    front, to, behind = ARROW.sub(" to ", part).partition(" to ")
    if to and not behind.startswith("be "):
        old, old_rest = value_in(front, scale)
        new, rest = value_in(behind, scale)
        if old is not None and new is not None and KNOWN.issuperset(old_rest):
            return old, new, rest
    return None, *value_in(part, scale)


def _plain(inner: str, scale: Scale) -> bool:
    """Tell whether a bracket holds no more than a grade, or which way it went."""
    _, rest = value_in(inner, scale)
    return KNOWN.issuperset(rest)


def _before(inner: str, scale: Scale) -> tuple[Outcome | None, Direction | None]:
    value, rest = value_in(inner, scale)
    return value, _way(rest) or (Direction.SAME if "=" in inner else None)


def _way(words: list[str]) -> Direction | None:
    """Give which way words tell."""
    for known, way in _WAYS:
        if not known.isdisjoint(words):
            return way
    return Direction.SAME if words[:2] == ["no", "change"] else None


_WAYS = ((_DOWN, Direction.WORSE), (_UP, Direction.BETTER), (_SAME, Direction.SAME))


def _area(labels: list[Hit], *, first: bool) -> Area | None:
    """Give for what a mark is: overall where the first has no name, nothing where a later has."""
    for hit in labels:
        return Area.OVERALL if hit.cls == "overall" else AREAS[hit.value]
    return Area.OVERALL if first else None


def _of_label(page: Page, sentence: Sentence) -> list[Claim]:
    """Read a line that gives one grade to all whom it lists: `Inadequate: Leeds (down), Bury`."""
    named = [hit for hit in sentence.hits if hit.cls == "council"]
    if not named or named[0].first == sentence.first or "grade" not in sentence.classes:
        return []
    text = page.document.text
    starts = [page.words.starts[hit.first] for hit in named]
    mark = next((m for m in _LABEL.finditer(text, sentence.start, starts[0])), None)
    if mark is None or text[mark.end() : starts[0]].strip(" *•-"):
        return []
    scale = marks_of(page)
    value, rest = value_in(text[sentence.start : mark.start()], scale)
    if value is None or not KNOWN.issuperset(rest):
        return []
    way = _way(rest)
    told = way is not None
    claims: list[Claim] = []
    for hit, high in zip(named, [*starts[1:], sentence.end], strict=True):
        behind = text[page.words.end(hit.last) : high]
        before, words = value_in(behind, scale)
        if not KNOWN.issuperset(words):
            return []
        own = _way(words) or (Direction.SAME if "(=" in behind else None)
        told = told or before is not None or own is not None or "(" in behind
        one = Mark(value, Area.OVERALL, before, own or way)
        claims.append(_claim(sentence, page.words.at(sentence.start), hit, one))
    return claims if told else []


def _claim(sentence: Sentence, word: int, council: Hit, mark: Mark) -> Claim:
    """Make the claim of one mark."""
    way = mark.way
    if mark.before is not None:
        way = way_between(mark.before, mark.outcome)
    return Claim(
        sentence=sentence.index,
        word=word,
        outcome=mark.outcome,
        area=mark.area,
        councils=(council.value,),
        rule=RULE,
        direction=way,
        previous=mark.before,
        timeless=True,
    )
