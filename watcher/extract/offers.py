"""Headlines of other pages that no mark tells from the article: whose councils it never names."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from watcher.extract.things import LABELLING
from watcher.model.document import READABLE, BlockRole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from watcher.extract.names import NameForm
    from watcher.extract.tokens import Found, Hit, Words
    from watcher.model.document import Block, Document

ROUND_UP = frozenset("reports letters verdicts inspections visits round roundup brief".split())
"""Words of a headline over the reports of several councils."""

_MANY = ROUND_UP | frozenset(
    "councils authorities boroughs counties cities areas results ratings".split()
)
SEVERAL = _MANY | frozenset("another two three four five six".split())
"""Words of a headline over what is told of several councils."""

_PLURAL = frozenset("councils authorities boroughs counties ratings".split())
"""Words of a heading over how several councils stand, which is the article's own."""

_SETTLED = 2
"""Paragraphs after which a headline can be another page's."""
_LEAD = 2
"""Paragraphs that tell whose article it is, where the headline names nobody."""
_HEADLINE_WORDS = 5
"""A line of fewer words that only names somebody heads a section."""
_TOLD = frozenset("grade signal send sendweak down up lose judge negative positive act".split())
_RUNNING = frozenset({BlockRole.PARAGRAPH, BlockRole.STANDFIRST})
_TITLES = frozenset({BlockRole.TITLE, BlockRole.STANDFIRST})
_HEADINGS = frozenset({BlockRole.HEADING})
_LINES = _HEADINGS | {BlockRole.LIST_ITEM, BlockRole.PARAGRAPH}
_STOPS = frozenset(".!?:;,…\"”’')")
_LONGEST = 200
"""No headline is longer (characters)."""
_TEASER_WORDS = 35
"""What stands under another story's headline is no longer."""


class _Part(NamedTuple):
    """A readable block with the councils that it names."""

    start: int
    role: BlockRole
    words: int
    codes: frozenset[str]
    tells: bool
    """Whether it speaks of anything that an inspection can find."""

    headline: bool
    many: bool
    """Whether it is a headline over how several councils stand."""


def offered(
    document: Document, words: Words, found: Found, names: Mapping[str, NameForm]
) -> frozenset[int]:
    """Give the starts of the blocks that offer other stories, each about another council.

    An article that tells of one council, or of few, all named in its headline or lead, is
    followed or broken by headlines that name others, of whom it has said nothing.
    """
    blocks = [block for block in document.blocks if block.role in READABLE]
    heads = _headline_places(blocks, document.text)
    if not heads or not _name_any([blocks[index] for index in heads], words, found):
        return frozenset()
    parts = [
        _part(block, words, found, names, headline=index in heads)
        for index, block in enumerate(blocks)
    ]
    own = _own(parts, blocks, words)
    if not own:
        return frozenset()
    gone = _offers(_with_rows(parts), own)
    return frozenset([parts[index].start for index in gone])


def _with_rows(parts: Sequence[_Part]) -> list[_Part]:
    """Take the lines under a heading such as `How councils stand` for its rows."""
    rows = False
    settled: list[_Part] = []
    for part in parts:
        rows = part.many or (rows and part.headline)
        settled.append(part._replace(headline=False) if rows else part)
    return settled


def _headline_places(blocks: Sequence[Block], text: str) -> set[int]:
    """Give which blocks inside or below the text read like headlines: they have no full stop.

    The items of a list that the text announces are none.
    """
    places: set[int] = set()
    paragraphs = 0
    announced = False
    for index, (start, end, role) in enumerate(blocks):
        closing = text[end - 1]
        announced = closing == ":" or (announced and role is BlockRole.LIST_ITEM)
        paragraphs += role in _RUNNING
        if end - start > _LONGEST or role not in (_HEADINGS if closing in _STOPS else _LINES):
            continue
        if index >= _SETTLED <= paragraphs and not announced:
            places.add(index)
    return places


def _name_any(heads: Sequence[Block], words: Words, found: Found) -> bool:
    """Tell whether a council is named in any headline: else none of them is another story's."""
    for head in heads:
        low, high = _inside(found, words.at(head.start), words.at(head.end))
        if "council" in [one.cls for one in found.meanings[low:high]]:
            return True
    return False


def _inside(found: Found, first: int, last: int) -> tuple[int, int]:
    """Give which phrases begin among some words."""
    return bisect_left(found.firsts, first), bisect_left(found.firsts, last)


def _part(
    block: Block, words: Words, found: Found, names: Mapping[str, NameForm], *, headline: bool
) -> _Part:
    first, last = words.at(block.start), words.at(block.end)
    low, high = _inside(found, first, last)
    inside = found.meanings[low:high]
    codes = [names[one.value].codes for one in inside if one.cls == "council"]
    headline = headline and not _row(words, found.hits(low, min(high, low + 2)))
    return _Part(
        start=block.start,
        role=block.role,
        words=last - first,
        codes=frozenset().union(*codes),
        tells=not _TOLD.isdisjoint([one.cls for one in inside]),
        headline=headline,
        many=headline and not _PLURAL.isdisjoint(words.words[first:last]),
    )


def _row(words: Words, hits: tuple[Hit, ...]) -> bool:
    """Tell whether a line is a council and its grade, as in a list of them: `Leeds: good`."""
    if [hit.cls for hit in hits] != ["council", "grade"] or hits[1].first != hits[0].last + 1:
        return False
    return words.between(hits[0].last, hits[1].first).strip() in LABELLING


def _own(parts: Sequence[_Part], blocks: Sequence[Block], words: Words) -> frozenset[str]:
    """Give the councils that an article is about; none where it may be about many."""
    titles = [index for index, part in enumerate(parts) if part.role in _TITLES]
    own = frozenset().union(*[parts[index].codes for index in titles])
    several = _MANY if own else SEVERAL
    for index in titles:
        first, last = words.at(blocks[index].start), words.at(blocks[index].end)
        if not several.isdisjoint(words.words[first:last]):
            return frozenset()
    lead = [part.codes for part in parts if part.role is BlockRole.PARAGRAPH][:_LEAD]
    return own or frozenset().union(*lead)


def _offers(parts: Sequence[_Part], own: frozenset[str]) -> set[int]:
    """Give the places of the headlines of other stories and of what stands under them."""
    named = Counter(code for part in parts if not part.headline for code in part.codes)
    gone: set[int] = set()
    for index, part in enumerate(parts):
        if not _headlines(part, own):
            continue
        teaser = _teaser(parts, index, own)
        if not any(named[code] > (code in teaser) for code in part.codes):
            gone.update([index, index + 1] if teaser else [index])
    return gone


def _headlines(part: _Part, own: frozenset[str]) -> bool:
    """Tell a headline about others from the article's text and from a section's heading."""
    if not part.headline or not part.codes or not own.isdisjoint(part.codes):
        return False
    return part.tells or part.words >= _HEADLINE_WORDS


def _teaser(parts: Sequence[_Part], head: int, own: frozenset[str]) -> frozenset[str]:
    """Give the councils of the few words of another story that stand under its headline.

    Where the text goes on with neither headline nor its own council, a section has begun.
    """
    below, rest = parts[head + 1 : head + 2], parts[head + 2 :]
    if not below or below[0].headline or below[0].words > _TEASER_WORDS:
        return frozenset()
    goes_on = bool(rest) and not rest[0].headline
    if goes_on and all(own.isdisjoint(part.codes) for part in rest):
        return frozenset()
    return below[0].codes if own.isdisjoint(below[0].codes) else frozenset()
