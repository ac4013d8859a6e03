"""The grades of a table: in words, in the letters that it explains, in numbers of a told scale."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from watcher.model.vocabulary import Outcome

if TYPE_CHECKING:
    from watcher.extract.page import Page

_WORDS = {
    "inadequate": Outcome.INADEQUATE,
    "poorly": Outcome.INADEQUATE,
    "poor": Outcome.INADEQUATE,
    "adequate": Outcome.ADEQUATE,
    "adequately": Outcome.ADEQUATE,
    "requires improvement to be good": Outcome.REQUIRES_IMPROVEMENT,
    "requires improvement": Outcome.REQUIRES_IMPROVEMENT,
    "required improvement": Outcome.REQUIRES_IMPROVEMENT,
    "needed to improve": Outcome.REQUIRES_IMPROVEMENT,
    "good": Outcome.GOOD,
    "well": Outcome.GOOD,
    "outstanding": Outcome.OUTSTANDING,
    "excellent": Outcome.OUTSTANDING,
    "excellently": Outcome.OUTSTANDING,
}
_CODES = {
    "I": Outcome.INADEQUATE,
    "A": Outcome.ADEQUATE,
    "RI": Outcome.REQUIRES_IMPROVEMENT,
    "G": Outcome.GOOD,
    "O": Outcome.OUTSTANDING,
}
_NUMBERS = {
    "1": Outcome.INADEQUATE,
    "2": Outcome.ADEQUATE,
    "3": Outcome.GOOD,
    "4": Outcome.OUTSTANDING,
}
_IN_WORDS = re.compile(r"(?<![\w'-])(?:" + "|".join(_WORDS) + r")(?![\w'-])", re.IGNORECASE)
_IN_CODES = re.compile(r"(?<![\w'-])(?:RI|[GIAO])(?![\w'-])")
_IN_SHORT = re.compile(r"(?<![\w'-])RI(?![\w'-])")
_IN_NUMBERS = re.compile(r"(?<![\w'.-])[1-4](?![\w'%.-])")
_LEGEND = re.compile(r"\bRI\b[\s=:–—(-]{1,4}requires improvement|requires improvement \(RI\)")
_LETTER_MOVE = re.compile(
    r"(?<![\w'-])(?:RI|[GIAO])(?: to |\s?(?:→|[-=]?>)\s?)(?:RI|[GIAO])(?![\w'-])"
)
_FEWEST = 2
"""So many moves from letter to letter explain themselves."""

_TOP = (" best", " highest", " top")
_BEST = re.compile(r"\b(?:four|4) (?:is|was|being) (?:the )?(?:best|highest|top)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


class Scale(NamedTuple):
    """How the grades of a page are written, beside words: in letters that it explains, in numbers.

    The letters for what requires improvement are known where nobody explains them.
    """

    codes: bool
    numbers: bool
    short: bool = False

    def plain(self, text: str) -> bool:
        """Tell whether a grade is written in words."""
        return _IN_WORDS.search(text) is not None


def marks_of(page: Page) -> Scale:
    """Give how the grades of a page are written, as it explains itself."""
    found = page.once.get("scale")
    if found is None:
        text = page.document.text
        codes = "RI" in text and _LEGEND.search(text) is not None
        codes = codes or len(_LETTER_MOVE.findall(text)) >= _FEWEST
        told = any(word in text for word in _TOP)
        numbers = told and _BEST.search(text) is not None
        found = page.once["scale"] = codes + 2 * numbers + 4 * ("RI" in text)
    return Scale(codes=bool(found & 1), numbers=bool(found & 2), short=bool(found & 4))


def value_in(text: str, scale: Scale) -> tuple[Outcome | None, list[str]]:
    """Give the one grade that a text has, and its other words."""
    ways = [(_IN_WORDS, _WORDS)]
    if scale.codes or scale.short:
        ways.append((_IN_CODES if scale.codes else _IN_SHORT, _CODES))
    if scale.numbers:
        ways.append((_IN_NUMBERS, _NUMBERS))
    for pattern, values in ways:
        found = list(pattern.finditer(text))
        if found:
            key = found[0][0] if values is not _WORDS else found[0][0].lower()
            rest = text[: found[0].start()] + " " + text[found[0].end() :]
            return values[key], _words(rest)
    return None, _words(text)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
