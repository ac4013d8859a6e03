"""Which lines of a page are not the article: captions, comments, promotions, related links."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from watcher.model.document import BlockRole
from watcher.parse import pagewords as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ahocorasick_rs import BytesAhoCorasick

LONGEST_LINE = 400
"""Longer lines are prose (characters); the longest caption seen in print has about 350."""

_STRAIGHT = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("‚", "'"))
_NO_WIDTH = ("\xad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff")


def fold(line: str) -> str:
    """Lower the case, straighten quotes, drop what has no width, and single the spaces."""
    return single(straighten(line))


def straighten(text: str) -> str:
    """Straighten quotes and drop what has no width."""
    if not text.isascii():
        for curly, straight in _STRAIGHT:
            text = text.replace(curly, straight)
        for invisible in _NO_WIDTH:
            text = text.replace(invisible, "")
    return text


def single(line: str) -> str:
    """Lower the case and single the spaces."""
    return " ".join(line.lower().split())


OPENINGS = re.compile(
    "|".join(
        pattern.pattern
        for pattern in (
            words.CAPTION,
            words.NOTICE,
            words.RELATED_LINE,
            words.RELATED_LABEL,
            words.PROMO,
            words.RELATED_AREA,
            words.COMMENT_AREA,
        )
    )
)
"""All of the above that are known by how the line begins, tried at once."""

_LONG_LINE = 130
"""Longer lines are tried only where their first word opens such furniture (characters)."""

HEAD_LINE = 120
"""No line above a comment is longer (characters)."""
_TIME = re.compile(r"\d[:.]\d\d")
_CREDIT_TAIL = 64
"""A picture's credit is no longer (characters)."""
_SHORT_LINE = 220
"""In longer lines nothing is sought inside but picture credits and cookies (characters)."""


def opens(folded: str) -> bool:
    """Tell whether any furniture begins like this line."""
    length = len(folded)
    if length > LONGEST_LINE:
        return False
    word = folded.partition(" ")[0]
    if word[: words.STEM] in words.STEMS or not (
        word.isalpha() or word.removeprefix('"').removesuffix("'s").isalpha()
    ):
        prose = length > _LONG_LINE and not words.LONG_OPENERS.match(folded)
    else:
        prose = length > _LONG_LINE or not words.CRUMBS.search(folded)
    return not prose and OPENINGS.match(folded) is not None


def heads_comment(folded: str) -> bool:
    """Tell the line above a reader's comment."""
    if len(folded) > HEAD_LINE:
        return False
    timed = "says" in folded or folded.startswith("reply")
    if not timed and (":" in folded or "." in folded[:-1]):
        timed = _TIME.search(folded) is not None
    return timed and words.COMMENT_HEAD.match(folded) is not None


def tells_age(folded: str) -> bool:
    """Tell a line such as `3 hours ago`."""
    return len(folded) <= HEAD_LINE and " ago" in folded and words.AGO.match(folded) is not None


class Telltales(NamedTuple):
    """Which words that betray furniture stand in a text at all; most texts hold few."""

    cookies: bool
    caption: tuple[str, ...]
    promo: tuple[str, ...]
    inline: tuple[str, ...]


_NO_TELLTALES = Telltales(cookies=False, caption=(), promo=(), inline=())


def telltales(text: str) -> Telltales:
    """Look for all such words at once in a text of small letters."""
    matches = _finder().find_matches_as_indexes(text.encode("latin-1", "replace"), overlapping=True)
    if not matches:
        return _NO_TELLTALES
    found = {_SOUGHT[index] for index, _, _ in matches}
    return Telltales(
        cookies=_COOKIE in found,
        caption=tuple(word for word in words.CAPTION_WORDS if word in found),
        promo=tuple(word for word in words.PROMO_WORDS if word in found),
        inline=tuple(word for word in words.INLINE_WORDS if word.lower() in found),
    )


_COOKIE = "cookie"
_SOUGHT = tuple(
    dict.fromkeys(
        (
            _COOKIE,
            *words.CAPTION_WORDS,
            *words.PROMO_WORDS,
            *map(str.lower, words.INLINE_WORDS),
        )
    )
)


@functools.cache
def _finder() -> BytesAhoCorasick:
    """Build, once, what finds all words in one pass."""
    from ahocorasick_rs import BytesAhoCorasick

    return BytesAhoCorasick(map(str.encode, _SOUGHT))


def own_role(line: str, folded: str, told: Telltales, *, opening: bool) -> BlockRole | None:
    """Tell what a line is by its own words alone; None where it may be the article's.

    Args:
        line: The line as it stands.
        folded: `fold(line)`.
        told: `telltales` of a text that holds the line.
        opening: `opens(folded)`.
    """
    if told.cookies and _COOKIE in folded and _cookies(folded):
        return BlockRole.NOTICE
    if len(folded) > LONGEST_LINE:
        return None
    if opening:
        role = _opening_role(folded)
        if role is not None:
            return role
    if folded.endswith(words.RELATED_ENDS) and words.RELATED_TAIL.match(folded):
        return BlockRole.RELATED
    if told.caption and _captioned(line, folded, told.caption):
        return BlockRole.CAPTION
    promoted = told.promo and len(folded) <= _SHORT_LINE and _promoted(folded, told.promo)
    return BlockRole.PROMO if promoted else None


def _opening_role(folded: str) -> BlockRole | None:
    """Tell what begins like this; regions are told elsewhere."""
    if words.CAPTION.match(folded):
        return BlockRole.CAPTION
    if words.NOTICE.match(folded):
        return BlockRole.NOTICE
    if words.RELATED_LINE.match(folded) or words.RELATED_LABEL.match(folded):
        return BlockRole.RELATED
    return BlockRole.PROMO if words.PROMO.match(folded) else None


def _captioned(line: str, folded: str, sought: Iterable[str]) -> bool:
    if ":" in line[-_CREDIT_TAIL:] and words.CREDIT.search(line):
        return True
    if folded.endswith((".", '"', "'")):
        return False
    return _holds(folded, sought) and bool(words.CAPTION_INSIDE.search(folded))


def _promoted(folded: str, sought: Iterable[str]) -> bool:
    return _holds(folded, sought) and bool(words.PROMO_INSIDE.search(folded))


def _holds(folded: str, sought: Iterable[str]) -> bool:
    """Tell whether one of the words stands in a line."""
    return True in map(folded.__contains__, sought)


def _cookies(folded: str) -> bool:
    """Tell a cookie notice: it speaks of cookies and of nothing that matters here."""
    found = words.COOKIES.search(folded)
    return found is not None and not words.ABOUT_FINDINGS.search(folded)
