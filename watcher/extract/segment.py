"""Blocks into sentences, sentences into clauses."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from watcher.extract.automaton import Meaning
from watcher.extract.ends import BLANKS, WRAPPED, abbreviates, in_a_grade
from watcher.model.document import READABLE, BlockRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from watcher.extract.tokens import Found, Hit, Words
    from watcher.model.document import Block, Document

_END = re.compile(r"(?<![.!?])[.!?]++[\"'”’)\]]*(?=\s)|\n")
_MARK = re.compile("[,;:–—-]")
"""What may end a clause, what stands around it allowing: single characters are quick to find."""

LONGEST = 160
"""What runs on for more words than this is no sentence: it is cut, so that its cost is bounded."""

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
    low: int
    high: int
    """Which of the phrases found are its own: from `low` on, `high` not included."""
    said: frozenset[str]
    """Its words, in which a word is looked for without going through all of them."""
    held: tuple[Hit, ...] | None = None
    clauses: list[Clause] | None = None

    @property
    def hits(self) -> tuple[Hit, ...]:
        """Its phrases."""
        if self.held is None:
            self.held = self.found.hits(self.low, self.high)
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


def split_sentences(
    document: Document, words: Words, hits: Found, without: frozenset[int] = frozenset()
) -> list[Sentence]:
    """Cut the readable blocks of a document into sentences that hold the hits inside them.

    Blocks that start at one of the places `without` are left out. List commas written as full
    stops are mended.
    """
    firsts, meanings, low_words = hits
    classes = list(map(_class_of, meanings))
    sentences: list[Sentence] = []
    high = passed = 0
    for number, (role, places) in enumerate(_places(document, words, without)):
        for start, end, first, last in places:
            low = high if first == passed else bisect_left(firsts, first, high)
            inside = high = bisect_left(firsts, last, low)
            passed = last
            if high > low and firsts[high - 1] + meanings[high - 1][0] >= last:
                inside -= 1
            own, index = frozenset(classes[low:inside]), len(sentences)
            said = frozenset(low_words[first:last])
            made = Sentence(
                index, number, role, start, end, first, last, own, hits, low, inside, said
            )
            if "council" in own and index and _continues(sentences[-1], made, words):
                made = _merged(sentences.pop(), made)
            sentences.append(made)
    return sentences


_class_of = itemgetter(Meaning._fields.index("cls"))
_TITLE = BlockRole.TITLE


def _readable(document: Document, without: frozenset[int]) -> Iterator[Block]:
    """Give the blocks in which findings are looked for, without a repeated title."""
    text = document.text
    repeated = ""
    for block in document.blocks:
        start, end, role = block
        if role not in READABLE or start in without:
            continue
        if role is _TITLE:
            title = text[start:end].strip()
            repeated = title if text.find(title, end) >= 0 else ""
        elif repeated and text[start:end].strip() == repeated:
            continue
        yield block


Place = tuple[int, int, int, int]
"""Where a sentence starts and ends, its first word, and the first word behind it."""


def _places(
    document: Document, words: Words, without: frozenset[int]
) -> Iterator[tuple[BlockRole, list[Place]]]:
    """Give each block's role and the places of its sentences that have words.

    No sentence is without bounds.
    """
    text = words.text
    closer = 0
    for start, limit, role in _readable(document, without):
        if text.find("\n", start, limit) < 0:
            places, closer = _line_places(words, start, limit, closer)
        else:
            places = list(_wrapped_places(words, start, limit))
        if places and places[-1][3] - places[0][2] > LONGEST:
            places = [piece for place in places for piece in _pieces(place, words)]
        yield role, places


def _pieces(place: Place, words: Words) -> Iterator[Place]:
    """Cut what never ends into pieces of as many words as a sentence may have."""
    start, end, begin, stop = place
    for first in range(begin, stop, LONGEST):
        last = min(first + LONGEST, stop)
        opening = start if first == begin else words.starts[first]
        yield opening, end if last == stop else words.end(last - 1), first, last


def _line_places(words: Words, start: int, limit: int, closer: int) -> tuple[list[Place], int]:
    """Give the places of the sentences of a block that is one line, and the first closer behind.

    No closer in front of that one stands in the block.
    """
    text, starts, closers = words.text, words.starts, words.closers
    if start < limit and (text[start].isspace() or text[limit - 1].isspace()):
        start, limit = _trimmed(text, start, limit)
    places: list[Place] = []
    end, behind, word = closers[closer]
    while end < start:
        closer += 1
        end, behind, word = closers[closer]
    _, opening, first = closers[closer - 1]
    if opening != start:
        first = bisect_left(starts, start)
    while behind <= limit:
        if word > first:
            places.append((start, end, first, word))
        start, first = behind, word
        closer += 1
        end, behind, word = closers[closer]
    last = word if end == limit else bisect_left(starts, limit, first)
    if last > first:
        places.append((start, limit, first, last))
    return places, closer


def _wrapped_places(words: Words, start: int, limit: int) -> Iterator[Place]:
    """Give the places of the sentences of a block of several lines."""
    text = words.text
    last = words.at(start)
    for match in [*_END.finditer(text, start, limit), None]:
        if match is not None and not _ends(text, start, match, limit):
            continue
        behind = limit if match is None else match.end()
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
        if in_a_grade(text, here):
            return False
        line = text.rfind("\n", start, here) + 1 or start
        return here - max(line, start) < WRAPPED or bool(_BULLET.match(text, behind, limit))
    follow = text[behind : behind + BLANKS].lstrip()
    if follow and follow[0].islower():
        return False
    return not abbreviates(text, start, here)


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
    said = left.said | right.said
    whole = replace(left, end=right.end, last=right.last, said=said)
    return whole.holding(left.hits + right.hits)


def split_clauses(sentence: Sentence, words: Words) -> list[Clause]:
    """Cut a sentence where a modifier's reach ends (terminators, `;`, commas between grades)."""
    if sentence.clauses is None:
        sentence.clauses = _clauses(sentence, words)
    return sentence.clauses


def _clauses(sentence: Sentence, words: Words) -> list[Clause]:
    first, last, hits = sentence.first, sentence.last, sentence.hits
    opening = not sentence.classes.isdisjoint(_OPENING)
    cuts = _parted(sentence, words, hits, opening=opening)
    if opening:
        cuts += [h.first for h in hits if h.cls in _OPENING and _subordinates(h, words)]
    if not cuts:
        return [Clause(first, last, hits, sentence.classes)]
    made: list[Clause] = []
    begin = 0
    for low, high in itertools.pairwise(sorted({first, last, *cuts})):
        end = bisect_left(hits, high, begin, key=_first)
        made.append(clause_of(low, high, hits[begin:end]))
        begin = end
    return made


_first = attrgetter("first")


def _parted(sentence: Sentence, words: Words, hits: tuple[Hit, ...], *, opening: bool) -> list[int]:
    """Give the words in front of which a mark ends a clause; a comma does between targets.

    `opening` tells whether any phrase may open a clause of its own.
    """
    low, high = words.starts[sentence.first], words.starts[sentence.last - 1]
    said = words.text[low:high]
    ends, listing = _ends_clause(said), "," in said
    if not (ends or listing):
        return []
    after, before = _among(hits)
    leading = opening and _led(sentence, words, hits[0])
    if not (ends or leading or after < before):
        return []
    marks = map(re.Match.start, _MARK.finditer(words.text, low, high))
    cuts: list[int] = []
    for word in dict.fromkeys([bisect_left(words.starts, mark, sentence.first) for mark in marks]):
        gap = words.between(word - 1, word)
        if _ends_clause(gap):
            if ":" not in gap or not labels_old(sentence, words, word):
                cuts.append(word)
        elif "," in gap and (after < word <= before or (leading and word > sentence.first + 3)):
            cuts.append(word)
            leading = False
    return cuts + _joined(words.words, hits, cuts) if len(cuts) > 2 else cuts


def _joined(low: list[str], hits: tuple[Hit, ...], cuts: list[int]) -> list[int]:
    """Give the `and` with which another's name begins: `X is good and Y, which was poor, is`."""
    names = {hit.last + 1: hit.first - 1 for hit in hits if hit.cls == "council"}
    joints = [names[word] for word in cuts if word in names and low[names[word]] == "and"]
    grades = [hit.last for hit in hits if hit.cls == "grade"] if joints else []
    joined: list[int] = []
    for joint in joints:
        before = bisect_left(cuts, joint)
        opened = cuts[before - 1] if before else 0
        if bisect_left(grades, joint) > bisect_left(grades, opened):
            joined.append(joint)
    return joined


def _among(hits: tuple[Hit, ...]) -> tuple[int, int]:
    """Give between which words a comma parts targets; where there are not several, between none."""
    targets = [hit for hit in hits if hit.cls in _TARGETS]
    if len(targets) < 2:
        return 0, 0
    return min([hit.last for hit in targets]), targets[-1].first


def _ends_clause(gap: str) -> bool:
    """Tell whether what stands between words ends a clause, whatever the words are."""
    return ";" in gap or (":" in gap and len(gap) > 1) or "–" in gap or "—" in gap or " - " in gap


def labels_old(sentence: Sentence, words: Words, word: int) -> bool:
    """Tell whether what leads to a word, in brackets, calls it old: `poor (previously: good)`."""
    if "past" not in sentence.classes:
        return False
    led = next((h for h in sentence.hits if h.cls == "past" and h.last == word - 1), None)
    start = words.starts[led.first] if led is not None else 0
    return start > 0 and words.text[start - 1] in "(["


def _led(sentence: Sentence, words: Words, opener: Hit) -> bool:
    """Tell whether a sentence opens with a clause that its first comma ends: `Although ...,`."""
    if opener.first != sentence.first:
        return False
    return _subordinates(opener, words) and words.words[opener.first] not in _COORDINATORS


_TARGETS = frozenset({"grade", "send", "signal"})
_OPENING = frozenset({"stop", "past"})
_COORDINATORS = frozenset({"but", "however", "yet", "meanwhile", "nevertheless", "nonetheless"})
_SUBORDINATORS = frozenset({"since", "after", "when", "following", "ahead", "as"})


def _put_in(hit: Hit, words: Words) -> bool:
    """Tell whether a word is only put in: `leadership, though, was`, `it is, however, good`."""
    if words.words[hit.first] not in _PUT_IN or not hit.first or hit.last + 1 >= len(words.words):
        return False
    if "," not in words.between(hit.first - 1, hit.first):
        return False
    if "," not in words.between(hit.last, hit.last + 1):
        return False
    return words.words[hit.last + 1] in _VERBS or words.words[hit.first - 1] in _VERBS


_PUT_IN = frozenset("though however meanwhile nevertheless nonetheless while by in on".split())
_VERBS = frozenset("and is are was were has have had remain remains remained".split())


def _subordinates(hit: Hit, words: Words) -> bool:
    """Tell whether a phrase opens a clause of its own: `but`, `since it was`, `a year after`."""
    if hit.cls == "stop":
        return not _put_in(hit, words)
    if hit.cls != "past" or _SUBORDINATORS.isdisjoint(words.words[hit.first : hit.last + 1]):
        return False
    if words.words[hit.last] in _WHOLE:
        return False
    behind = words.words[hit.first + 1 : hit.first + 2]
    return behind not in _NO_CLAUSE and words.words[hit.first] != "twice"


_WHOLE = frozenset({"began", "started"})
"""With these a phrase is a whole clause by itself: `when the work began`."""

_NO_CLAUSE = (["recently"], ["times"])
"""What makes a date of a phrase that would open a clause: `as recently as last year`."""
