"""Furniture that spans several lines: comment sections, related links, subscription boxes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from watcher.model.document import BlockRole
from watcher.parse import furniture, pagewords
from watcher.parse.head import is_date_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from watcher.parse.pieces import Piece

_BOX_LINE = 12
"""Words of the longest line that a subscription box takes in for its looks."""
_DUPLICATE = 300
_HALF_CAPTION = 15
_ENDS = frozenset(".!?\"”’'")
_SETTLED = 2
"""Paragraphs of running text after which a heading of comments is believed."""

_HEADLINE_WORDS = 4
"""A headline has at least so many words."""
_CARDS = 2
"""A single line with a day under it may be the article's own."""
_BROKEN_OFF = ("..", "…", "[…]", "[...]", "(...)", "(…)")
_OPEN = (None, BlockRole.RELATED)
"""What a line of another story may have been told to be."""

_FURNITURE = frozenset(
    {
        BlockRole.PROMO,
        BlockRole.RELATED,
        BlockRole.CAPTION,
        BlockRole.NOTICE,
        BlockRole.COMMENT,
        BlockRole.BYLINE,
    }
)

_NO_TEXT = _FURNITURE | {BlockRole.TITLE}


def mark_regions(pieces: Sequence[Piece], roles: list[BlockRole | None]) -> None:
    """Fill in the roles of all pieces that belong to a region of furniture."""
    prose = _prose_before(pieces, roles)
    own = pieces[: _comments(pieces, roles, prose)]
    _related(own, roles, prose)
    _dated_links(own, roles, prose)
    _teasers(own, roles, prose)
    _dated_cards(own, roles, prose)
    _boxes(own, roles)
    _duplicates(own, roles)
    _labelled_captions(own, roles)


def _prose_before(pieces: Sequence[Piece], roles: Sequence[BlockRole | None]) -> list[int]:
    """Count the paragraphs of running text before each piece, and in all."""
    counts = [0]
    count = 0
    for piece, role in zip(pieces, roles, strict=True):
        if piece.prose and role not in _NO_TEXT:
            count += 1
        counts.append(count)
    return counts


def _comments(pieces: Sequence[Piece], roles: list[BlockRole | None], prose: Sequence[int]) -> int:
    """Mark readers' comments; give the index at which they begin, else the end.

    They run to the end of the page: what follows them is furniture as well.
    """
    heads: set[str] = set()
    for index, piece in enumerate(pieces):
        if len(piece.folded) > furniture.HEAD_LINE and not piece.opening:
            continue
        if not prose[index] or roles[index] is BlockRole.BYLINE:
            continue
        alone = furniture.heads_comment(piece.folded)
        if alone:
            heads = heads or {one.folded for one in pieces if furniture.heads_comment(one.folded)}
        if _opens_comments(piece, prose[index], prose[-1], len(heads) if alone else 0):
            start = index - _named_above(pieces, roles, index)
            for later in range(start, len(pieces)):
                if roles[later] not in _FURNITURE or roles[later] is BlockRole.BYLINE:
                    roles[later] = BlockRole.COMMENT
            return start
    return len(pieces)


def _opens_comments(piece: Piece, before: int, total: int, heads: int) -> bool:
    """Tell whether readers' comments begin here.

    A line that may stand above one comment is not believed where most of the page is behind it,
    and `heads` counts no other such line: it is the day of a meeting, or of the article. `heads`
    is 0 where this is none.
    """
    folded = piece.folded
    if before < _SETTLED and total - before > before * 2:
        return False
    if heads:
        return total - before <= before or heads > 1
    if piece.opening and pagewords.COMMENT_AREA.match(folded):
        return True
    return furniture.tells_age(folded)


def _named_above(pieces: Sequence[Piece], roles: Sequence[BlockRole | None], index: int) -> int:
    """Give 1 when the line above is the commenter's name or the story that the age belongs to."""
    if index == 0 or not furniture.tells_age(pieces[index].folded):
        return 0
    above = pieces[index - 1]
    return int(roles[index - 1] is None and not above.prose and not above.bullet)


def _related(pieces: Sequence[Piece], roles: list[BlockRole | None], prose: Sequence[int]) -> None:
    """Mark headings that offer other articles, and the links under them."""
    for index, piece in enumerate(pieces):
        if not piece.opening:
            continue
        if pagewords.RELATED_LABEL.match(piece.folded):
            _take(pieces, roles, index + 1, _links_below(pieces, index + 1))
        elif prose[index] and roles[index] is None and pagewords.RELATED_AREA.match(piece.folded):
            roles[index] = BlockRole.RELATED
            resumes = index + 1 < len(pieces) and pieces[index + 1].prose
            if resumes and not pagewords.RELATED_END.match(piece.folded):
                continue
            if (prose[-1] - prose[index]) * 2 <= prose[index]:
                _take_all(pieces, roles, index + 1)
            else:
                _take(pieces, roles, index + 1, len(pieces))


def _links_below(pieces: Sequence[Piece], start: int) -> int:
    """Give how many lines under a label read like headlines; the first is one whatever it is."""
    end = start + 1
    while end < len(pieces) and _heads(pieces[end]):
        end += 1
    return end - start


def _heads(piece: Piece) -> bool:
    """Tell a line that reads like a headline: several words and no full stop."""
    return not piece.prose and piece.words >= _HEADLINE_WORDS and piece.text[-1] not in ".:;,!…"


def _teasers(pieces: Sequence[Piece], roles: list[BlockRole | None], prose: Sequence[int]) -> None:
    """Mark the openings of other stories: a headline above a text that breaks off."""
    broken = [at for at, piece in enumerate(pieces) if piece.text.endswith(_BROKEN_OFF) and at]
    for index in broken:
        if prose[index] < _SETTLED:
            continue
        if roles[index] in _OPEN and _is_open(pieces, roles, index - 1):
            roles[index] = roles[index - 1] = BlockRole.RELATED


def _dated_cards(
    pieces: Sequence[Piece], roles: list[BlockRole | None], prose: Sequence[int]
) -> None:
    """Mark other stories of which headline, day and opening are shown, one after the other."""
    dated = [
        index
        for index, piece in enumerate(pieces)
        if not piece.prose and index and prose[index] >= _SETTLED and is_date_line(piece)
    ]
    cards = [card for card in (_card_at(pieces, roles, index) for index in dated) if card]
    if len(cards) < _CARDS:
        return
    gone = {index for card in cards for index in card}
    if is_date_line(pieces[cards[0][0]]):
        gone.update([index + 1 for index in dated if _is_open(pieces, roles, index + 1)])
    for index in gone:
        roles[index] = BlockRole.RELATED


def _card_at(
    pieces: Sequence[Piece], roles: Sequence[BlockRole | None], dated: int
) -> tuple[int, ...]:
    """Give the lines of the card to which a day belongs; none where it stands alone."""
    if _is_open(pieces, roles, dated - 1):
        return (dated - 1, dated)
    if dated > 1 and pieces[dated - 1].prose and _is_open(pieces, roles, dated - 2):
        return (dated - 2, dated - 1, dated)
    return (dated, dated + 1) if _is_open(pieces, roles, dated + 1) else ()


def _is_open(pieces: Sequence[Piece], roles: Sequence[BlockRole | None], index: int) -> bool:
    """Tell a line that reads like a headline and has been told to be nothing else."""
    return index < len(pieces) and roles[index] in _OPEN and _heads(pieces[index])


def _dated_links(
    pieces: Sequence[Piece], roles: list[BlockRole | None], prose: Sequence[int]
) -> None:
    """Mark other stories listed under the article: a headline, and the day it was published."""
    if prose[-1] < _SETTLED:
        return
    for index in range(prose.index(prose[-1]), len(pieces)):
        if roles[index] is not None or not is_date_line(pieces[index]):
            continue
        roles[index] = BlockRole.RELATED
        above = pieces[index - 1]
        if roles[index - 1] is None and not above.prose and not above.bullet:
            roles[index - 1] = BlockRole.RELATED


def _take(pieces: Sequence[Piece], roles: list[BlockRole | None], start: int, most: int) -> None:
    """Mark the short lines that follow, up to the next running text; a first one may break off."""
    for index in range(start, min(start + most, len(pieces))):
        if pieces[index].prose and (index > start or not _breaks_off(pieces[index])):
            return
        if roles[index] is None:
            roles[index] = BlockRole.RELATED


def _breaks_off(piece: Piece) -> bool:
    """Tell whether a line is a headline that was cut: `Leeds no longer inadequate but ...`."""
    return piece.words <= _CUT_LINE and piece.text.endswith(_BROKEN_OFF)


_CUT_LINE = 20


def _take_all(pieces: Sequence[Piece], roles: list[BlockRole | None], start: int) -> None:
    """Mark everything that follows."""
    for index in range(start, len(pieces)):
        if roles[index] is None:
            roles[index] = BlockRole.RELATED


def _boxes(pieces: Sequence[Piece], roles: list[BlockRole | None]) -> None:
    """Let each line that sells something draw its neighbours into one box."""
    promo = BlockRole.PROMO
    if promo not in roles:
        return
    anchors = [index for index, role in enumerate(roles[: len(pieces)]) if role is promo]
    for anchor in anchors:
        for step in (-1, 1):
            index = anchor + step
            while 0 <= index < len(pieces) and _joins_box(pieces[index], roles[index]):
                roles[index] = promo
                index += step


def _joins_box(piece: Piece, role: BlockRole | None) -> bool:
    """Tell whether a line looks like part of a subscription box."""
    if role is not None or piece.words > _BOX_LINE or piece.prose:
        return False
    if pagewords.ABOUT_FINDINGS.search(piece.folded):
        return False
    return pagewords.BOX_WORDS.search(piece.folded) is not None


def _labelled_captions(pieces: Sequence[Piece], roles: list[BlockRole | None]) -> None:
    """Mark the line after `Image caption,` where the caption lost its label to a line break."""
    if BlockRole.CAPTION not in roles:
        return
    for index, piece in enumerate(pieces[:-1]):
        if roles[index] is BlockRole.CAPTION and pagewords.CAPTION_LABEL.match(piece.folded):
            roles[index + 1] = BlockRole.CAPTION


def _doubled(text: str) -> str | None:
    """Give the half of a line that says everything twice without a break, as glued captions do.

    The line does not end like a sentence.
    """
    half = len(text) // 2
    if half < _HALF_CAPTION:
        return None
    if text[half] != text[0] and not text[half].isspace():
        return None
    first, second = text[:half].strip(), text[half:].strip()
    return first if first == second and first[-1] not in _ENDS else None


def _duplicates(pieces: Sequence[Piece], roles: list[BlockRole | None]) -> None:
    """Mark a line that is printed twice in a row: a picture's description and its caption."""
    for index, (above, piece) in enumerate(pairwise(pieces), start=1):
        if above.text[-1:] in _ENDS and above.folded != piece.folded:
            continue
        half = None
        if above.text[-1:] not in _ENDS and len(above.text) <= 2 * _DUPLICATE:
            half = _doubled(above.text)
        if half is not None:
            roles[index - 1] = BlockRole.CAPTION
            roles[index] = BlockRole.CAPTION if piece.text == half else roles[index]
            continue
        if above.folded != piece.folded or len(piece.text) > _DUPLICATE or roles[index - 1]:
            continue
        roles[index - 1] = BlockRole.CAPTION
        if piece.text[-1] not in _ENDS:
            roles[index] = roles[index] or BlockRole.CAPTION
