"""Put a report's pages together: running heads out, sentences whole, blocks named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.model.document import Block, BlockRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NUMBER = re.compile(r"^(?:page\s+)?\d{1,3}(?:\s+of\s+\d{1,3})?$", re.IGNORECASE)
_RUNNING = re.compile(
    r"^(?:re-?inspection|inspection|monitoring visit|focuss?ed visit|area send|joint|local area"
    r"|single inspection)\b.*(?:\b(?:19|20)\d\d\b.*|services|partnership|report|\d)$"
    r"|^\W*\d{1,2}(?:st|nd|rd|th)?\b.{0,40}\b(?:19|20)\d\d\b(?:\s+\d{1,3})?$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[•◼■▪●○◆□➢✓]\s?|[-–]\s|\d{1,3}\.\s?(?=[A-Z‘“])|\(?[a-z]\)\s")
_ENDED = re.compile(r"[.!?:;][’”'\")]?\d{0,2}$")
_STOP = 4
"""A stop, a closing mark and a footnote are no longer than this (characters)."""

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


def assemble(texts: Mapping[int, str], total: int) -> Assembled:
    """Join the pages read; one that was not read takes no room."""
    parts: list[str] = []
    offsets: list[int] = []
    length = 0
    for index in range(total):
        body = without_heads(texts[index], first=index == 0) if index in texts else ""
        if body and parts:
            joint = "\n\n" if _ENDED.search(parts[-1]) else "\n"
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
    lines = list(_lines(text))
    if not lines:
        return ()
    widest = max(end - start for start, end in lines)
    blocks: list[Block] = []
    begin = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or _opens(text, lines, index, widest * _SHORT):
            blocks.append(_block(text, lines[begin][0], lines[index - 1][1]))
            begin = index
    return tuple(blocks)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            begin = start + line.index(bare[0])
            yield begin, begin + len(bare)
        start += len(line) + 1


def _opens(text: str, lines: list[tuple[int, int]], index: int, short: float) -> bool:
    """Tell whether a line opens a new block."""
    start, end = lines[index]
    before_start, before_end = lines[index - 1]
    if text.count("\n", before_end, start) > 1:
        return True
    if text[start].islower() and text[start + 1 : start + 2] != ")":
        return False
    line, before = text[start:end], text[before_start:before_end]
    if _BULLET.match(line):
        return True
    if line[0].islower():
        return False
    if _ENDED.search(before[-_STOP:]):
        return len(before) < short or bool(_NUMBER.match(line)) or len(line) < short
    # a short line without a stop: a heading, unless the sentence plainly runs on
    return len(before) < short and (line[0].isupper() or line[0].isdigit())


def _block(text: str, start: int, end: int) -> Block:
    piece = text[start:end]
    if _BULLET.match(piece):
        role = BlockRole.LIST_ITEM
    elif (
        len(piece) < _HEADING
        and len(piece.split()) <= _HEADING_WORDS
        and not re.search(r"[.!?;]\W?$", piece)
    ):
        role = BlockRole.HEADING
    else:
        role = BlockRole.PARAGRAPH
    return Block(start, end, role)
