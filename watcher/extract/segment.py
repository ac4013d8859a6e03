"""Blocks into sentences, sentences into clauses."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from watcher.model.document import READABLE, BlockRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from watcher.extract.tokens import Found, Hit, Words
    from watcher.model.document import Block, Document

_END = re.compile(r"(?<![.!?])[.!?]++[\"'”’)\]]*(?=\s)|\n")
_MARK = re.compile("[,;:–—]| - ")
_HARD_MARK = re.compile("[;:–—]| - ")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr st cllr coun prof rev hon no vs etc eg ie jan feb mar apr jun jul aug sep sept"
    " oct nov dec mon tue wed thu fri sat sun pp fig approx ltd co".split()
)
_LAST_WORD = re.compile(r"([^\W_]+)[.]$")
_WRAPPED = 60
"""A line longer than this may be a hard-wrapped one; a shorter line ends a sentence."""

LONGEST = 160
"""What runs on for more words than this is no sentence: it is cut, so that its cost is bounded."""

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

    `classes` are those of its hits. Hits and clauses are made when they are first asked for; else
    it is never changed once made; not frozen, because a page makes hundreds and freezing them
    costs more than making them.
    """

    index: int
    block: int
    role: BlockRole
    start: int
    end: int
    first: int
    last: int
    classes: frozenset[str]
    found: Found
    span: tuple[int, int]
    """Which of the phrases found are its own."""
    held: tuple[Hit, ...] | None = None
    clauses: list[Clause] | None = None

    @property
    def hits(self) -> tuple[Hit, ...]:
        """Its phrases."""
        if self.held is None:
            self.held = self.found.hits(*self.span)
        return self.held

    def holding(self, hits: tuple[Hit, ...]) -> Sentence:
        """Give the same sentence with other hits."""
        return replace(self, held=hits, clauses=None, classes=classes_of(hits))


@dataclass(slots=True, eq=False)
class Clause:
    """A stretch of a sentence over which a modifier reaches. `classes` are those of its hits.

    Never changed once made.
    """

    first: int
    last: int
    hits: tuple[Hit, ...]
    classes: frozenset[str]


def clause_of(first: int, last: int, hits: tuple[Hit, ...]) -> Clause:
    """Make the clause of a stretch."""
    return Clause(first, last, hits, classes_of(hits))


def split_sentences(document: Document, words: Words, hits: Found) -> list[Sentence]:
    """Cut the readable blocks of a document into sentences that hold the hits inside them.

    List commas written as full stops are mended.
    """
    starts, classes = hits.firsts, [meaning.cls for meaning in hits.meanings]
    sentences: list[Sentence] = []
    high = 0
    every = hits.meanings
    for number, (block, closers) in enumerate(_closed(_readable(document), _closers(words))):
        role = block.role
        for start, end, first, last in _places(words, block, closers):
            low = bisect_left(starts, first, high)
            high = bisect_left(starts, last, low)
            inside = high
            if high > low and starts[high - 1] + every[high - 1][0] >= last:
                inside -= 1
            found, span = frozenset(classes[low:inside]), (low, inside)
            index = len(sentences)
            made = Sentence(index, number, role, start, end, first, last, found, hits, span)
            if "council" in found and index and _continues(sentences[-1], made, words):
                made = _merged(sentences.pop(), made)
            sentences.append(made)
    return sentences


def _readable(document: Document) -> Iterator[Block]:
    """Give the blocks in which findings are looked for, without a repeated title."""
    seen_title = ""
    for block in document.blocks:
        role = block.role
        if role not in READABLE:
            continue
        if role is BlockRole.TITLE:
            seen_title = document.text[block.start : block.end].strip()
        elif seen_title and document.text[block.start : block.end].strip() == seen_title:
            continue
        yield block


def _closed(blocks: Iterable[Block], closers: list[Closer]) -> Iterator[tuple[Block, list[Closer]]]:
    """Give each block with the closers inside it; both are in order."""
    low, last = 0, len(closers)
    for block in blocks:
        while low < last and closers[low][0] < block.start:
            low += 1
        high = low
        while high < last and closers[high][1] <= block.end:
            high += 1
        yield block, closers[low:high]
        low = high


Place = tuple[int, int, int, int]
"""Where a sentence starts and ends, its first word, and the first word behind it."""

Closer = tuple[int, int, int]
"""What closes a sentence: where it ends, where the next begins, and that one's first word."""


def _places(words: Words, block: Block, closers: list[Closer]) -> list[Place]:
    """Give the places of a block's sentences that have words; none is without bounds."""
    text = words.text
    if text.find("\n", block.start, block.end) < 0:
        places = _line_places(words, block, closers)
    else:
        places = list(_wrapped_places(words, block))
    if places and places[-1][3] - places[0][2] > LONGEST:
        return [piece for place in places for piece in _pieces(place, words)]
    return places


def _pieces(place: Place, words: Words) -> Iterator[Place]:
    """Cut what never ends into pieces of as many words as a sentence may have."""
    start, end, begin, stop = place
    for first in range(begin, stop, LONGEST):
        last = min(first + LONGEST, stop)
        opening = start if first == begin else words.starts[first]
        yield opening, end if last == stop else words.end(last - 1), first, last


def _line_places(words: Words, block: Block, closers: list[Closer]) -> list[Place]:
    """Give the places of the sentences of a block that is one line."""
    text, start, limit = words.text, block.start, block.end
    if text[start : start + 1].isspace() or text[limit - 1 : limit].isspace():
        start, limit = _trimmed(text, start, limit)
    first = bisect_left(words.starts, start)
    places: list[Place] = []
    for end, behind, word in closers:
        if word > first:
            places.append((start, end, first, word))
        start, first = behind, word
    last = bisect_left(words.starts, limit, first)
    if last > first:
        places.append((start, limit, first, last))
    return places


def _closers(words: Words) -> list[Closer]:
    """Give the marks of a text that close sentences, wherever its blocks are."""
    text, length, all_words = words.text, len(words.text), words.words
    closers: list[Closer] = []
    for here, behind, word in words.breaks:
        if text[here] in ";\n" or behind == length:
            continue
        end = here + 1 if behind - here <= 2 else here + len(text[here:behind].rstrip())
        if text[behind].islower() and behind - end < _BLANKS:
            continue
        low = all_words[word - 1] if word else ""
        if (len(low) > 1 and low not in _ABBREVIATIONS) or not _abbreviated(text, here):
            closers.append((end, behind, word))
    return closers


def _abbreviated(text: str, here: int) -> bool:
    """Tell whether the first of the marks that end here is the stop of a word cut short."""
    while here and text[here - 1] in ".!?":
        here -= 1
    return text[here] == "." and _abbreviates(text, 0, here)


def _wrapped_places(words: Words, block: Block) -> Iterator[Place]:
    """Give the places of the sentences of a block of several lines."""
    text = words.text
    start, last = block.start, words.at(block.start)
    for match in [*_END.finditer(text, block.start, block.end), None]:
        if match is not None and not _ends(text, start, match, block.end):
            continue
        behind = block.end if match is None else match.end()
        opening, end = _trimmed(text, start, behind)
        first = words.at(opening, last)
        last = words.at(end, first)
        if last > first:
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
    if left.block != right.block or "council" not in left.classes:
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
    whole = replace(left, end=right.end, last=right.last)
    return whole.holding(left.hits + right.hits)


def split_clauses(sentence: Sentence, words: Words) -> list[Clause]:
    """Cut a sentence where a modifier's reach ends (terminators, `;`, commas between grades)."""
    if sentence.clauses is None:
        sentence.clauses = _clauses(sentence, words)
    return sentence.clauses


def _clauses(sentence: Sentence, words: Words) -> list[Clause]:
    first, last, hits = sentence.first, sentence.last, sentence.hits
    cuts = [*_opened(sentence, words), *_parted(sentence, words)]
    if not cuts:
        return [Clause(first, last, hits, sentence.classes)]
    edges = sorted({first, last, *cuts})
    starts = [hit.first for hit in hits]
    places = [bisect_left(starts, edge) for edge in edges]
    return [
        clause_of(low, high, hits[begin:end])
        for (low, high), (begin, end) in zip(
            itertools.pairwise(edges), itertools.pairwise(places), strict=True
        )
    ]


def _opened(sentence: Sentence, words: Words) -> list[int]:
    """Give the words with which a phrase opens a clause of its own."""
    if sentence.classes.isdisjoint(_OPENING):
        return []
    return [h.first for h in sentence.hits if h.cls in _OPENING and _subordinates(h, words)]


def _parted(sentence: Sentence, words: Words) -> list[int]:
    """Give the words in front of which a mark ends a clause; a comma does between targets."""
    after = before = 0
    if not sentence.classes.isdisjoint(_TARGETS):
        targets = [hit for hit in sentence.hits if hit.cls in _TARGETS]
        if len(targets) > 1:
            after, before = min([hit.last for hit in targets]), targets[-1].first
    leading = _led(sentence, words)
    low, high = words.end(sentence.first), words.starts[sentence.last - 1]
    pattern = _MARK if leading or after < before else _HARD_MARK
    marks = [match.start() for match in pattern.finditer(words.text, low, high)]
    if not marks:
        return []
    cuts: list[int] = []
    for word in dict.fromkeys([words.at(mark, sentence.first) for mark in marks]):
        gap = words.between(word - 1, word)
        if _ends_clause(gap):
            cuts.append(word)
        elif "," in gap and (after < word <= before or (leading and word > sentence.first + 3)):
            cuts.append(word)
            leading = False
    return cuts


def _ends_clause(gap: str) -> bool:
    """Tell whether what stands between two words ends a clause, whatever the words are."""
    return ";" in gap or (":" in gap and len(gap) > 1) or "–" in gap or "—" in gap or " - " in gap


def _led(sentence: Sentence, words: Words) -> bool:
    """Tell whether a sentence opens with a clause that its first comma ends: `Although ...,`."""
    if sentence.classes.isdisjoint(_OPENING):
        return False
    opener = sentence.hits[0]
    if opener.first != sentence.first:
        return False
    return _subordinates(opener, words) and words.words[opener.first] not in _COORDINATORS


_TARGETS = frozenset({"grade", "send", "signal"})
_OPENING = frozenset({"stop", "past"})
_COORDINATORS = frozenset({"but", "however", "yet", "meanwhile", "nevertheless", "nonetheless"})
_SUBORDINATORS = frozenset({"since", "after", "when", "following", "ahead", "as"})


def _subordinates(hit: Hit, words: Words) -> bool:
    """Tell whether a phrase opens a clause of its own: `but`, `since it was`, `a year after`."""
    if hit.cls == "stop":
        return True
    if hit.cls != "past" or words.words[hit.first + 1 : hit.first + 2] == ["recently"]:
        return False
    if words.words[hit.first] == "twice" or words.words[hit.first + 1 : hit.first + 2] == ["times"]:
        return False
    return not _SUBORDINATORS.isdisjoint(words.words[hit.first : hit.last + 1])
