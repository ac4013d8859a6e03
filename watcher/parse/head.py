"""The head of an article: its title, who wrote it, and the day it was published."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from watcher.model.document import BlockRole
from watcher.parse.dates import find_dates, opens_date, read_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from watcher.model.dates import PartialDate
    from watcher.parse.pieces import Piece

_HEAD_PROSE = 2
"""The head ends with the second paragraph of running text."""
_HEAD_PIECES = 14
_DATE_LINE = 120
_TITLE_WORDS = 32
_LABEL_WORDS = 4
_SHORT_TITLE = 3
_NAME_WORDS = 4
_STANDFIRST_WORDS = 7
_REST_WORDS = 5
_SAME_TITLE = 12
"""Letters and digits that a shortened title must share with the line."""

LABEL = re.compile(
    r"(?:(?:latest |local |breaking |public sector |national |regional |uk |lead |top |more )*news"
    r"|home|comment|opinion|analysis|features?|exclusive|agenda item|press releases?|news release"
    r"|media release|politics|education|social care|children|health|community|blog|in depth"
    r"|don't miss|sports?|football|rugby|cricket|jobs|weather|travel|traffic(?: (?:and|&) travel)?"
    r"|what's on|things to do|lifestyle|entertainment|arts|culture|music|tv(?: (?:and|&) radio)?"
    r"|food(?: (?:and|&) drink)?|business|money|property|motoring|motors|technology|tech|science"
    r"|environment|world|uk|england|local|regions?|in your area|crime|courts?|people|family|puzzles"
    r"|obituaries|notices|public notices|letters|columnists?|nostalgia|memories|competitions|offers"
    r"|video|videos|pictures|photos|podcasts?|live|events|directory|classifieds?|e-?editions?|shop"
    r"|about(?: us)?|contact(?: us)?|accessibility|log ?in|sign ?in|register|my account|subscribe"
    r"|advertise(?: with us)?|more|all|main navigation|navigation|site search"
    r"|early years|local government|council|story|article|report|updates?|latest|issue - meetings"
    r"|[\w' ]{2,30} news)$"
)
_MASTHEAD = re.compile(
    r"(?:[A-Z][\w'’.&-]* |of |and |the |for ){1,3}(?:Council|Cabinet|Committee|Panel|Gazette"
    r"|Daily|Echo|Post|Times|Live|Mail|Herald|Express|Telegraph|Mercury|Argus|Star|Chronicle|Journal|News"
    r"|Advertiser|Observer|Today|Press|Record|Standard|Tribune|Globe|Examiner|Messenger|Courier)$"
)
"""The name of the paper or body above a title, each word with a capital."""

_BYLINE = re.compile(
    r"(?:by|words by|written by|posted by|author|from our|reported by) ?:? [a-z]"
    r"|[^.]{2,60}\b(?:reporter|correspondent|editor|ldrs|local democracy reporting service)$"
)
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’.-]+(?: (?:[A-ZÀ-Þ][\w'’.-]*|de|van|der|von|al|of|and)){1,3}$")
_FIRM = re.compile(
    r"\b(?:council|borough|county|city|trust|ofsted|services?|care|report|district|inspection|children"
    r"|partnership|committee|school)\b"
)
_PUBLISHED = re.compile(r"\b(?:published|posted|issued|released|first published|date)\b")
_UPDATED = re.compile(r"\b(?:updated|modified|reviewed|amended|edited)\b")
_EVENT = re.compile(
    r"\b(?:inspect\w*|visit\w*|ofsted|between|since|until|rated|judged|report on|deadline|from)\b"
)
_DRESSING = re.compile(
    r"\d{1,2}[:.]\d\d(?::\d\d)? ?(?:[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b|\b(?:first|last|this|was"
    r"|article"
    r"|story|page|published|posted|updated|modified|reviewed|issued|released|date|dated|on|at|by|in"
    r"|gmt"
    r"|bst|utc|meeting|answered|author|added|created|created on|min|mins|minutes?|read)\b"
)
_WORD = re.compile(r"[a-z'’-]+")
_LEADS_IN = re.compile(
    r"(?:(?:date|published|posted|updated)\b ?(?:on)?[: ]{0,2}|[A-Z ,]{3,30}[,:–-] ?)?"
)
_STEM = re.compile(r"\b[a-z]{4,5}")
"""The beginnings of words, which a headline and its story share."""

_COMMON = frozenset(
    _STEM.findall(
        "children services social council inspectors ofsted rated rating inadequate requires"
        " improvement good outstanding report fail failed failing vulnerable young families city"
        " county district news care with have been from that this will more after over into their"
        " they says said tell told find finds found judged watchdog safe risk"
    )
)
"""Those that stand in any story told here, and tell none from another."""

_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_ALNUM = re.compile(r"[^a-z0-9]+")

_STRENGTH_PUBLISHED, _STRENGTH_PLAIN, _STRENGTH_UPDATED = 3, 2, 1


@dataclass(slots=True)
class Head:
    """What the head tells; `roles` are those of its pieces, by index."""

    title: str = ""
    published: PartialDate | None = None
    roles: dict[int, BlockRole] = field(default_factory=dict)


def read_head(pieces: Sequence[Piece], own: Sequence[BlockRole | None], title: str) -> Head:
    """Find title, date and byline among the first pieces.

    Args:
        pieces: The whole document's pieces.
        own: What each tells of itself by its words alone.
        title: The title that is known from elsewhere; empty when none is.
    """
    head = Head()
    size = _size(pieces, own)
    _find_date(pieces[:size], head)
    known = _known_title(pieces[:size], title) if title else None
    opening = pieces[: size + 1]
    chosen = known if known is not None else _own_title(opening, own, head)
    if chosen is not None:
        head.title = pieces[chosen].text
        head.roles[chosen] = BlockRole.TITLE
    _find_bylines(pieces[:size], own, head, chosen)
    return head


def holds_title(pieces: Sequence[Piece], title: str) -> bool:
    """Tell whether one of the first pieces is this title."""
    return _known_title(pieces[:_HEAD_PIECES], title) is not None


def _size(pieces: Sequence[Piece], own: Sequence[BlockRole | None]) -> int:
    """Give the number of pieces before the body has clearly begun."""
    prose = 0
    for index, piece in enumerate(pieces[:_HEAD_PIECES]):
        if own[index] is None and piece.prose:
            prose += 1
            if prose == _HEAD_PROSE:
                return index
    return min(len(pieces), _HEAD_PIECES)


def _letters(folded: str) -> str:
    return _ALNUM.sub("", folded)


def _known_title(pieces: Sequence[Piece], title: str) -> int | None:
    """Find the piece that is the title, also where one of both has the outlet's name added."""
    wanted = _letters(title.lower())
    for index, piece in enumerate(pieces):
        have = _letters(piece.folded)
        shorter = min(have, wanted, key=len)
        if have == wanted or (
            len(shorter) >= _SAME_TITLE
            and len(shorter) * 2 > max(len(have), len(wanted))
            and have.startswith(shorter)
            and wanted.startswith(shorter)
        ):
            return index
    return None


def _own_title(pieces: Sequence[Piece], own: Sequence[BlockRole | None], head: Head) -> int | None:
    """Choose the title: the first line of the head that is not a section's label or prose."""
    candidates: list[int] = []
    for index, piece in enumerate(pieces):
        if piece.given is BlockRole.TITLE:
            return index
        if own[index] is not None or index in head.roles:
            continue
        if not _LETTERS.search(piece.text):
            continue
        if piece.bullet or piece.words > _TITLE_WORDS or (piece.prose and piece.text[-1] in ".!"):
            break
        candidates.append(index)
    for place, index in enumerate(candidates):
        following = [pieces[other] for other in candidates[place + 1 :]]
        if not _is_label(pieces[index], following):
            return _told_of(pieces, candidates[place:], head)
        head.roles[index] = (
            BlockRole.NOTICE if LABEL.match(pieces[index].folded) else BlockRole.HEADING
        )
    return None


def _told_of(pieces: Sequence[Piece], candidates: Sequence[int], head: Head) -> int:
    """Choose the first line of which the opening tells, where it tells nothing of the first one.

    Menus and headlines of other stories may stand above the title; they lead elsewhere.
    """
    if len(candidates) == 1:
        return candidates[0]
    opening = [piece.folded for piece in pieces[candidates[-1] + 1 :] if piece.prose]
    told = set(_STEM.findall(" ".join(opening))) - _COMMON
    chosen = candidates[0]
    if told:
        shared = (index for index in candidates if not told.isdisjoint(_stems(pieces[index])))
        chosen = next(shared, chosen)
    for index in candidates:
        if index < chosen:
            head.roles[index] = BlockRole.RELATED
    return chosen


def _stems(piece: Piece) -> list[str]:
    return _STEM.findall(piece.folded)


def _is_label(piece: Piece, following: Sequence[Piece]) -> bool:
    """Tell a section's label (`News`, `OFSTED`) from a title: a longer line follows it."""
    if piece.words > _LABEL_WORDS:
        return False
    if LABEL.match(piece.folded) is not None:
        return any(one.words >= _SHORT_TITLE and not LABEL.match(one.folded) for one in following)
    if not any(other.words > _LABEL_WORDS for other in following):
        return False
    return piece.text.isupper() or _MASTHEAD.match(piece.text) is not None


def _find_date(pieces: Sequence[Piece], head: Head) -> None:
    """Take the day of publication from the lines that print nothing else.

    `published` wins over a bare date, and that over `updated`.
    """
    best = 0
    for index, piece in enumerate(pieces):
        if not _DIGIT.search(piece.text, 0, _DATE_LINE):
            continue
        if len(piece.text) > _DATE_LINE or piece.prose:
            date, strength = _leading_date(piece), _STRENGTH_PLAIN
        else:
            date, strength = _line_date(piece)
            if date is not None:
                updated = strength == _STRENGTH_UPDATED
                head.roles[index] = BlockRole.NOTICE if updated else BlockRole.BYLINE
        if date is not None and strength > best:
            head.published, best = date, strength


def _line_date(piece: Piece) -> tuple[PartialDate | None, int]:
    """Read a line that holds a date and little else."""
    folded = piece.folded
    if _EVENT.search(folded):
        return None, 0
    whole = read_date(folded)
    if whole is not None:
        month_or_day = len(whole.text) > len("YYYY")
        return (whole if month_or_day else None), _STRENGTH_PLAIN
    found = next((found for found in find_dates(folded) if found.date.precise), None)
    if found is None:
        return None, 0
    rest = _DRESSING.sub(" ", folded[: found.start] + " " + folded[found.end :])
    plain = len(_WORD.findall(rest)) <= _REST_WORDS and "?" not in rest
    plain = plain or folded.startswith("meeting:")
    if not plain and not _PUBLISHED.match(folded):
        return None, 0
    before = folded[: found.start]
    if _UPDATED.search(before) and not _PUBLISHED.search(before):
        return found.date, _STRENGTH_UPDATED
    return found.date, _STRENGTH_PUBLISHED if _PUBLISHED.search(before) else _STRENGTH_PLAIN


def is_date_line(piece: Piece) -> bool:
    """Tell a line that holds a day and little else."""
    if piece.prose or len(piece.text) > _DATE_LINE or not _DIGIT.search(piece.text):
        return False
    date, _ = _line_date(piece)
    return date is not None and date.precise


def _leading_date(piece: Piece) -> PartialDate | None:
    """Read a date that opens a paragraph, as a dateline does."""
    opening = piece.text[:_DATE_LINE]
    match = _LEADS_IN.match(opening)
    at = match.end() if match else 0
    if not (opens_date(opening) or opens_date(opening, at)):
        return None
    for found in find_dates(opening):
        return found.date if found.date.precise and found.start in (0, at) else None
    return None


def _find_bylines(
    pieces: Sequence[Piece], own: Sequence[BlockRole | None], head: Head, title: int | None
) -> None:
    """Mark who wrote it, and the sentence that stands under the title."""
    for index, piece in enumerate(pieces):
        if index in head.roles or own[index] is not None or piece.prose or piece.bullet:
            continue
        if _BYLINE.match(piece.folded) or _is_name(pieces, index, head):
            head.roles[index] = BlockRole.BYLINE
        elif title is not None and index == title + 1 and piece.words >= _STANDFIRST_WORDS:
            head.roles[index] = BlockRole.STANDFIRST


def _is_name(pieces: Sequence[Piece], index: int, head: Head) -> bool:
    """Tell a person's name beside a date line."""
    piece = pieces[index]
    if piece.words > _NAME_WORDS or not _NAME.match(piece.text) or _FIRM.search(piece.folded):
        return False
    return any(
        head.roles.get(other) is BlockRole.BYLINE and any(map(str.isdigit, pieces[other].text))
        for other in (index - 1, index + 1)
    )
