"""Put a report's pages together: running heads out, sentences whole, blocks named."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.model.document import Block, BlockRole

if TYPE_CHECKING:
    from collections.abc import Mapping

_NUMBER = re.compile(r"^(?:page\s+)?\d{1,3}(?:\s+of\s+\d{1,3})?$", re.IGNORECASE)
_RUNNING = re.compile(
    r"^(?:re-?inspection|inspection|monitoring visit|focuss?ed visit|area send|joint|local area"
    r"|single inspection)\b.*(?:\b(?:19|20)\d\d\b.*|services|partnership|report|\d)$"
    r"|^\W*\d{1,2}(?:st|nd|rd|th)?\b.{0,40}\b(?:19|20)\d\d\b(?:\s+\d{1,3})?$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[•◼■▪●○◆□➢✓]\s?|[-–]\s|\d{1,3}\.\s?(?=[A-Z‘“])|\(?[a-z]\)\s")
_BULLETS = frozenset("•◼■▪●○◆□➢✓-–(0123456789" + string.ascii_lowercase)
"""What an item of a list can begin with."""

_ENDED = re.compile(r"[.!?:;][’”'\")]?\d{0,2}$")
_STOP = 4
"""A stop, a closing mark and a footnote are no longer than this (characters)."""

_SENTENCE = re.compile(r"[.!?;]\W?$")
_SENTENCE_STOP = 2

_HEADS = 3
_HEADING_WORDS = 14
_HEADING = 250
"""No fourteen words take so much room (characters)."""

_SHORT = 0.8


@dataclass(frozen=True, slots=True)
class Assembled:
    """The text of the pages read, and the offset at which every page of the PDF starts."""

    text: str
    pages: tuple[int, ...]


def assemble(texts: Mapping[int, str], total: int, bodies: dict[int, str]) -> Assembled:
    """Join the pages read; one that was not read takes no room.

    `bodies` keeps the pages without their heads, so that none is looked at twice.
    """
    parts: list[str] = []
    offsets: list[int] = []
    length = 0
    for index in range(total):
        if index in texts and index not in bodies:
            bodies[index] = without_heads(texts[index], first=index == 0)
        body = bodies.get(index)
        if body and parts:
            joint = "\n\n" if _ENDED.search(parts[-1][-_STOP:]) else "\n"
            parts.append(joint)
            length += len(joint)
        offsets.append(length)
        if body:
            parts.append(body)
            length += len(body)
    return Assembled("".join(parts), tuple(offsets))


def without_heads(text: str, *, first: bool = False) -> str:
    """Take page numbers, and on later pages running heads and feet, from a page's ends."""
    lines = text.split("\n")
    for _ in range(_HEADS):
        if lines and _is_head(lines[0], first=first):
            lines.pop(0)
        if len(lines) > 1 and _is_head(lines[-1], first=first):
            lines.pop()
    return "\n".join(lines).strip("\n")


def _is_head(line: str, *, first: bool) -> bool:
    line = line.strip()
    if not line or _NUMBER.match(line):
        return True
    return not first and _RUNNING.match(line) is not None


def name_blocks(text: str) -> tuple[Block, ...]:
    """Cut the text of a report, whose lines are wrapped, into headings, items and paragraphs."""
    lines = _lines(text)
    if not lines:
        return ()
    short = max(len(line) for _, _, line in lines) * _SHORT
    blocks: list[Block] = []
    number, begin, before = lines[0]
    end = begin + len(before)
    for at, start, line in lines[1:]:
        if at - number > 1 or _opens(line, before, short):
            blocks.append(_block(text, begin, end))
            begin = start
        number, before, end = at, line, start + len(line)
    blocks.append(_block(text, begin, end))
    return tuple(blocks)


def _lines(text: str) -> list[tuple[int, int, str]]:
    """Give the lines that are not blank: their number, where they begin, what they say."""
    lines: list[tuple[int, int, str]] = []
    start = 0
    for number, line in enumerate(text.split("\n")):
        bare = line.strip()
        if bare:
            lines.append((number, start + line.index(bare[0]), bare))
        start += len(line) + 1
    return lines


def _opens(line: str, before: str, short: float) -> bool:
    """Tell whether a line that follows another at once opens a new block."""
    first = line[0]
    if first.islower():
        return line[1:2] == ")" and _is_bullet(line)
    if _is_bullet(line):
        return True
    if _ENDED.search(before[-_STOP:]):
        return len(before) < short or len(line) < short or _NUMBER.match(line) is not None
    # a short line without a stop: a heading, unless the sentence plainly runs on
    return len(before) < short and (first.isupper() or first.isdigit())


def _is_bullet(line: str) -> bool:
    return line[0] in _BULLETS and _BULLET.match(line) is not None


def _block(text: str, start: int, end: int) -> Block:
    piece = text[start:end]
    if _is_bullet(piece):
        role = BlockRole.LIST_ITEM
    elif (
        len(piece) < _HEADING
        and not _SENTENCE.search(piece[-_SENTENCE_STOP:])
        and len(piece.split()) <= _HEADING_WORDS
    ):
        role = BlockRole.HEADING
    else:
        role = BlockRole.PARAGRAPH
    return Block(start, end, role)
