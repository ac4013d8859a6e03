"""Cut a text into the pieces that become its blocks: lines, or paragraphs of wrapped lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.parse.furniture import fold, opens, single, straighten, telltales
from watcher.parse.pagewords import INLINE_TAIL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watcher.model.document import BlockRole
    from watcher.parse.furniture import Telltales

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_BULLET = re.compile(r"(?:[•·◦▪‣●○■*–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+\S", re.IGNORECASE)
_CONTINUES = re.compile(r"[a-z(0-9&£,;]")
_TERMINAL = frozenset(".!?…:;\"”'’)")

_WRAP_FROM, _WRAP_TO = 38, 110
"""Lines of hand-wrapped text are about this long (characters)."""
_INLINE_FROM = 30
_PROSE_WORDS = 12
_LONG_PROSE = 25


@dataclass(slots=True, eq=False)
class Piece:
    """A stretch of text with its folded form; `given` is the role that markup already tells.

    Never changed once made; not frozen, because a page makes thousands.
    """

    start: int
    end: int
    text: str
    folded: str
    opening: bool
    """Whether any furniture begins like it."""
    words: int
    prose: bool
    """Whether it reads as running text: long enough, and ended like a sentence."""
    given: BlockRole | None = None

    @property
    def bullet(self) -> bool:
        """Whether it opens with a bullet or a number."""
        return is_bullet(self.text)


def piece_at(text: str, start: int, end: int, given: BlockRole | None = None) -> Piece:
    """Make the piece `text[start:end]`."""
    part = text[start:end]
    return _piece(start, end, part, fold(part), given)


def _piece(start: int, end: int, part: str, folded: str, given: BlockRole | None = None) -> Piece:
    words = folded.count(" ") + 1
    prose = words >= _LONG_PROSE or (words >= _PROSE_WORDS and part[-1] in _TERMINAL)
    return Piece(start, end, part, folded, opens(folded), words, prose, given)


def is_bullet(line: str) -> bool:
    """Tell whether a line opens with a bullet or a number."""
    opening = line[:_NUMERAL]
    if opening[:1].isalpha() and "." not in opening and ")" not in opening:
        return False
    return _BULLET.match(line) is not None


_NUMERAL = 5
"""A number of letters, such as `viii`, has its mark among so many characters."""


def cut(text: str) -> tuple[list[Piece], Telltales]:
    """Cut plain text into pieces in order; only white space is left out.

    With them come the words in it that betray furniture.
    """
    straight = straighten(text)
    plain, odd = _lowered(straight)
    spans: list[tuple[int, int]] = []
    wrapped = False
    odd_ends = odd and any(map(text.__contains__, _ODD_ENDS))
    for chunk in _odd_chunks(text) if odd_ends else _chunks(text):
        if len(chunk) == 1:
            spans += chunk
        elif not _wrapped(text, chunk):
            spans += _with_grades(text, chunk)
        else:
            spans += _joined(text, chunk)
        wrapped = wrapped or len(chunk) > 1
    singly = not (odd or "  " in plain or (wrapped and (" \n" in text or "\n " in text)))
    plain = plain.replace("\n", " ") if singly else plain
    told = telltales(plain if singly else single(plain))
    if told.inline:
        spans = [span for place in spans for span in _inline(text, place, told.inline)]
    if not len(plain) == len(straight) == len(text):
        return [piece_at(text, start, end) for start, end in spans], told
    if singly:
        return [_piece(low, high, text[low:high], plain[low:high]) for low, high in spans], told
    return [_piece(low, high, text[low:high], single(plain[low:high])) for low, high in spans], told


def _lowered(text: str) -> tuple[str, bool]:
    """Give a text in small letters, and whether it has other white space than blanks and feeds."""
    try:
        narrow = text.encode(_NARROW)
    except UnicodeEncodeError:
        return text.lower(), True in map(text.__contains__, _ODD_BLANKS)
    odd = True in map(narrow.__contains__, _ODD_NARROW)
    return narrow.translate(_LOWER).decode(_NARROW), odd


_NARROW = "latin-1"
"""An encoding of one byte a character that is that character's number: nothing is looked up."""

_LOWER = bytes(range(256)).decode(_NARROW).lower().encode(_NARROW)
_ODD_BLANKS = "".join(
    char for char in map(chr, range(0x3001)) if char.isspace() and char not in " \n"
)
"""White space of every other kind than a blank and a line feed."""

_ODD_NARROW = "".join(char for char in _ODD_BLANKS if ord(char) < len(_LOWER)).encode(_NARROW)

_ODD_ENDS = "\f\v\x1c\x1d\x1e\x85\u2028\u2029"
"""Line ends beside line feed and carriage return."""


def _chunks(text: str) -> Iterator[list[tuple[int, int]]]:
    """Give the lines between empty lines, each stripped of white space at its ends."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    start = 0
    for part in text.split("\n\n"):
        if part:
            end = start + len(part)
            if "\n" in part or len(part.strip()) < len(part):
                yield from _chunks_between(text, start, end)
            else:
                yield [(start, end)]
        start += len(part) + 2


def _chunks_between(text: str, start: int, limit: int) -> Iterator[list[tuple[int, int]]]:
    """Give the same of a stretch."""
    chunk: list[tuple[int, int]] = []
    while start < limit:
        end = text.find("\n", start, limit)
        behind = (limit if end < 0 else end) + 1
        low, high = start, behind - 1
        if low < high and (text[low].isspace() or text[high - 1].isspace()):
            line = text[low:high]
            low += len(line) - len(line.lstrip())
            high = low + len(line.strip())
        if low < high:
            chunk.append((low, high))
        elif chunk:
            yield chunk
            chunk = []
        start = behind
    if chunk:
        yield chunk


def _odd_chunks(text: str) -> Iterator[list[tuple[int, int]]]:
    """Give the same of a text with line ends of which some mark no empty line."""
    chunk: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        line = match[0]
        bare = line.strip()
        if not bare or (chunk and _gap(text, chunk[-1][1], match.start())):
            if chunk:
                yield chunk
            chunk = []
        if bare:
            start = match.start() + len(line) - len(line.lstrip())
            chunk.append((start, start + len(bare)))
    if chunk:
        yield chunk


def _gap(text: str, end: int, start: int) -> bool:
    """Tell whether an empty line lies between."""
    between = text[end:start]
    if between == "\n":
        return False
    between = between.replace("\r\n", "\n").replace("\r", "\n")
    return between.count("\n") > 1 or "\f" in between or "\u2029" in between


def _wrapped(text: str, chunk: list[tuple[int, int]]) -> bool:
    """Tell a hand-wrapped paragraph from lines that stand alone.

    In a wrapped one every line but the last is about equally long and some break falls in the
    middle of a sentence.
    """
    lengths = [end - start for start, end in chunk[:-1]]
    if max(lengths) > _WRAP_TO or sum(lengths) < _WRAP_FROM * len(lengths):
        return False
    return any(
        text[end - 1] not in _TERMINAL and _CONTINUES.match(text, following)
        for (_, end), (following, _) in pairwise(chunk)
    )


def _joined(text: str, chunk: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the lines of a wrapped paragraph; a bullet opens a new one."""
    joined = [chunk[0]]
    for start, end in chunk[1:]:
        if _BULLET.match(text, start):
            joined.append((start, end))
        else:
            joined[-1] = (joined[-1][0], end)
    return joined


def _with_grades(text: str, chunk: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join lines that a grade runs over, as in narrow columns: `Requires`, and `Improvement`."""
    joined = [chunk[0]]
    for start, end in chunk[1:]:
        first, last = joined[-1]
        if text[start : start + len(_IMPROVEMENT)].lower() == _IMPROVEMENT and text[
            first:last
        ].lower().endswith(_REQUIRES):
            joined[-1] = (first, end)
        else:
            joined.append((start, end))
    return joined


_REQUIRES, _IMPROVEMENT = ("require", "requires"), "improvement"


def _inline(
    text: str, place: tuple[int, int], markers: tuple[str, ...]
) -> Iterator[tuple[int, int]]:
    """Split off furniture whose line break was lost; `markers` are those in the whole text."""
    start, end = place
    if end - start < _INLINE_FROM or all(text.find(word, start, end) < 0 for word in markers):
        yield start, end
        return
    for match in INLINE_TAIL.finditer(text, start + 1, end):
        yield start, match.start()
        start = match.end()
    yield start, end
