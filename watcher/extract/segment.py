"""Blocks into sentences, sentences into clauses."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from watcher.model.document import BlockRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from watcher.extract.tokens import Hit, Words
    from watcher.model.document import Block, Document

_END = re.compile(r"(?<![.!?])[.!?]++[\"'”’)\]]*(?=\s)|\n")
_MARK = re.compile("[,;:–—]| - ")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr st cllr coun prof rev hon no vs etc eg ie jan feb mar apr jun jul aug sep sept"
    " oct nov dec mon tue wed thu fri sat sun pp fig approx ltd co".split()
)
_LAST_WORD = re.compile(r"([^\W_]+)[.]$")
_WRAPPED = 60
"""A line longer than this may be a hard-wrapped one; a shorter line ends a sentence."""

LONGEST = 250
"""What runs on for more words than this is no sentence; a list of every council is shorter."""

_BLANKS = 4
"""So many blanks behind a mark close a sentence, even where a small letter follows."""

_BULLET = re.compile(r"\s*(?:[-•*–·▪]|\d{1,2}[.)])\s")


NOTHING: frozenset[str] = frozenset()
"""The classes of a stretch without a hit."""


def classes_of(hits: Iterable[Hit]) -> frozenset[str]:
    """Give the classes of hits, which answer in one step what is not there to be looked for."""
    return frozenset([hit.cls for hit in hits])


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence: its words `first..last` (last not included), its place, its hits.

    `classes` are those of its hits. Never changed once made; not frozen, because a page makes
    hundreds and freezing them costs more than making them.
    """

    index: int
    block: int
    role: BlockRole
    start: int
    end: int
    first: int
    last: int
    hits: tuple[Hit, ...] = ()
    classes: frozenset[str] = NOTHING


class Clause(NamedTuple):
    """A stretch of a sentence over which a modifier reaches. `classes` are those of its hits."""

    first: int
    last: int
    hits: tuple[Hit, ...]
    classes: frozenset[str]


def clause_of(first: int, last: int, hits: tuple[Hit, ...]) -> Clause:
    """Make the clause of a stretch."""
    return Clause(first, last, hits, classes_of(hits))


def split_sentences(document: Document, words: Words, hits: list[Hit]) -> list[Sentence]:
    """Cut the readable blocks of a document into sentences that hold the hits inside them.

    List commas written as full stops are mended.
    """
    starts = [hit.first for hit in hits]
    sentences: list[Sentence] = []
    high = 0
    for number, block in enumerate(_readable(document)):
        for start, end, first, last in _places(document.text, block, words):
            low = bisect_left(starts, first, high)
            high = bisect_left(starts, last, low)
            inside = tuple([hit for hit in hits[low:high] if hit.last < last])
            found = classes_of(inside) if inside else NOTHING
            made = Sentence(
                len(sentences), number, block.role, start, end, first, last, inside, found
            )
            if "council" in found and sentences and _continues(sentences[-1], made, words):
                sentences[-1] = _merged(sentences[-1], made)
            else:
                sentences.append(made)
    return sentences


def _readable(document: Document) -> Iterator[Block]:
    """Give the blocks in which findings are looked for, without a repeated title."""
    seen_title = ""
    for block in document.blocks:
        if not block.readable:
            continue
        if block.role is BlockRole.TITLE:
            seen_title = document.text[block.start : block.end].strip()
        elif seen_title and document.text[block.start : block.end].strip() == seen_title:
            continue
        yield block


def _places(text: str, block: Block, words: Words) -> Iterator[tuple[int, int, int, int]]:
    """Give where a block's sentences start and end, and their words; none is without bounds."""
    wrapped = text.find("\n", block.start, block.end) >= 0
    cut = _wrapped_spans if wrapped else _sentence_spans
    for start, end, first, last in cut(text, block, words):
        if last - first > LONGEST:
            yield from _pieces(start, end, range(first, last), words)
        elif last > first:
            yield start, end, first, last


def _pieces(
    start: int, end: int, sentence: range, words: Words
) -> Iterator[tuple[int, int, int, int]]:
    """Cut what never ends into pieces of as many words as a sentence may have."""
    for first in sentence[::LONGEST]:
        last = min(first + LONGEST, sentence.stop)
        opening = start if first == sentence.start else words.starts[first]
        yield opening, end if last == sentence.stop else words.end(last - 1), first, last


def _sentence_spans(text: str, block: Block, words: Words) -> Iterator[tuple[int, int, int, int]]:
    """Give the places of the sentences of a block of one line, and those of their words."""
    start, _ = _trimmed(text, block.start, block.end)
    first = words.at(start)
    breaks, limit = words.breaks, block.end
    for place in range(bisect_left(breaks, (start, 0, 0)), len(breaks)):
        here, behind, word = breaks[place]
        if behind > limit:
            break
        end = here + len(text[here:behind].rstrip())
        if _closes(words, start, (here, end, behind), word):
            yield start, end, first, word
            start, first = behind, word
    start, end = _trimmed(text, start, limit)
    yield start, end, first, words.at(end, first)


def _closes(words: Words, start: int, mark: tuple[int, int, int], word: int) -> bool:
    """Tell whether a mark (its place, its end, what is behind it) closes the sentence."""
    text = words.text
    here, end, behind = mark
    if text[here] == ";" or (behind - end < _BLANKS and text[behind : behind + 1].islower()):
        return False
    while here > start and text[here - 1] in ".!?":
        here -= 1
    if text[here] != ".":
        return True
    low = words.words[word - 1] if word else ""
    return (len(low) > 1 and low not in _ABBREVIATIONS) or not _abbreviates(text, start, here)


def _wrapped_spans(text: str, block: Block, words: Words) -> Iterator[tuple[int, int, int, int]]:
    """Give the places of the sentences of a block of several lines, and those of their words."""
    start, last = block.start, words.at(block.start)
    ends = list(_END.finditer(text, block.start, block.end))
    for match in [*ends, None]:
        if match is not None and not _ends(text, start, match, block.end):
            continue
        behind = block.end if match is None else match.end()
        opening, end = _trimmed(text, start, behind)
        first = words.at(opening, last)
        last = words.at(end, first)
        yield opening, end, first, last
        start = behind


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the white space at both ends of a stretch."""
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    return start, max(start, start + len(part.strip()))


def _ends(text: str, start: int, match: re.Match[str], limit: int) -> bool:
    """Tell whether a full stop or a line's end closes a sentence."""
    here, behind = match.start(), match.end()
    if text[here] == "\n":
        line = text.rfind("\n", start, here) + 1 or start
        return here - max(line, start) < _WRAPPED or bool(_BULLET.match(text, behind, limit))
    follow = text[behind : behind + _BLANKS].lstrip()
    if follow and follow[0].islower():
        return False
    return not _abbreviates(text, start, here)


def _abbreviates(text: str, start: int, stop: int) -> bool:
    """Tell whether a full stop ends a word that is cut short, or an initial."""
    word = _LAST_WORD.search(text, max(start, stop - 12), stop + 1)
    if word is None:
        return False
    return word[1].lower() in _ABBREVIATIONS or (len(word[1]) == 1 and word[1].isalpha())


def _continues(left: Sentence, right: Sentence, words: Words) -> bool:
    """Tell whether a full stop stands where a list of councils has its comma."""
    if left.block != right.block or not left.hits or not right.hits:
        return False
    ends, starts = left.hits[-1], right.hits[0]
    if ends.cls != "council" or starts.cls != "council":
        return False
    if ends.last != left.last - 1 or starts.first != right.first:
        return False
    named = sum(hit.last - hit.first + 1 for hit in right.hits if hit.cls == "council")
    joints = sum(word in {"and", "the"} for word in words.words[right.first : right.last])
    return named + joints == right.last - right.first


def _merged(left: Sentence, right: Sentence) -> Sentence:
    return replace(
        left,
        end=right.end,
        last=right.last,
        hits=left.hits + right.hits,
        classes=left.classes | right.classes,
    )


def split_clauses(sentence: Sentence, words: Words) -> list[Clause]:
    """Cut a sentence where a modifier's reach ends (terminators, `;`, commas between grades)."""
    cuts = {sentence.first, sentence.last}
    grades = [hit for hit in sentence.hits if hit.cls in {"grade", "send", "signal"}]
    leading = bool(sentence.hits) and sentence.hits[0].first == sentence.first
    leading = leading and _leads(sentence.hits[0], words)
    for hit in sentence.hits:
        if _subordinates(hit, words):
            cuts.add(hit.first)
    for word in _marked(sentence, words):
        gap = words.between(word, word + 1)
        if ";" in gap or (":" in gap and len(gap) > 1) or "–" in gap or "—" in gap or " - " in gap:
            cuts.add(word + 1)
        elif "," in gap and (_splits(grades, word) or (leading and word > sentence.first + 2)):
            cuts.add(word + 1)
            leading = False
    edges = sorted(cuts)
    return [
        clause_of(low, high, tuple([hit for hit in sentence.hits if low <= hit.first < high]))
        for low, high in itertools.pairwise(edges)
        if high > low
    ]


def _marked(sentence: Sentence, words: Words) -> list[int]:
    """Give the words of a sentence behind which a mark stands that may end a clause."""
    low, high = words.end(sentence.first), words.starts[sentence.last - 1]
    marks = (match.start() for match in _MARK.finditer(words.text, low, high))
    found = [words.at(mark, sentence.first) - 1 for mark in marks]
    return list(dict.fromkeys(found))


_COORDINATORS = frozenset({"but", "however", "yet", "meanwhile", "nevertheless", "nonetheless"})


def _leads(hit: Hit, words: Words) -> bool:
    """Tell whether a sentence opens with a clause that its first comma ends: `Although ...,`."""
    return _subordinates(hit, words) and words.words[hit.first] not in _COORDINATORS


_SUBORDINATORS = frozenset({"since", "after", "when", "following", "ahead", "as"})


def _subordinates(hit: Hit, words: Words) -> bool:
    """Tell whether a phrase opens a clause of its own: `but`, `since it was`, `a year after`."""
    if hit.cls == "stop":
        return True
    return hit.cls == "past" and bool(_SUBORDINATORS & set(words.words[hit.first : hit.last + 1]))


def _splits(grades: list[Hit], word: int) -> bool:
    """Tell whether targets stand on both sides of a comma."""
    return any(hit.last <= word for hit in grades) and any(hit.first > word for hit in grades)
