"""How things look and read on every page: badges, dates, links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.alerting.render.message import safe_url
from watcher.alerting.render.words import AREA_WORDS, OUTCOME_WORDS, date_words, one_line
from watcher.model.dates import PartialDate
from watcher.model.vocabulary import Area, Outcome, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from watcher.model.event import Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """An outcome on the page: a class for its colour, a sign for those who see none, words.

    `tone` is 4 (best) to 1 (worst), 0 for what is not on a scale.
    """

    tone: int
    sign: str
    words: str


_LOOKS: Mapping[Outcome, tuple[int, str, str]] = {
    Outcome.OUTSTANDING: (4, "O", "outstanding"),
    Outcome.GOOD: (3, "G", "good"),
    Outcome.REQUIRES_IMPROVEMENT: (2, "R", "requires improvement"),
    Outcome.ADEQUATE: (2, "A", "adequate"),
    Outcome.INADEQUATE: (1, "I", "inadequate"),
    Outcome.SEND_POSITIVE: (3, "+", "typically positive"),
    Outcome.SEND_INCONSISTENT: (2, "~", "inconsistent"),
    Outcome.SEND_SYSTEMIC_FAILINGS: (1, "×", "systemic failings"),
    Outcome.WRITTEN_STATEMENT_OF_ACTION: (1, "W", "statement of action required"),
    Outcome.NO_WRITTEN_STATEMENT: (0, "n", "no statement of action required"),
    Outcome.PRIORITY_ACTION: (1, "!", "priority action"),
    Outcome.DETERIORATION: (1, "!", "deteriorated"),
    Outcome.WEAKNESSES: (1, "!", "serious weaknesses"),
    Outcome.INSUFFICIENT_PROGRESS: (1, "!", "insufficient progress"),
}

UNKNOWN = Look(tone=0, sign="?", words="not known")

LEGEND_GRADES = (
    Outcome.OUTSTANDING,
    Outcome.GOOD,
    Outcome.REQUIRES_IMPROVEMENT,
    Outcome.ADEQUATE,
    Outcome.INADEQUATE,
)
LEGEND_SEND = (
    Outcome.SEND_POSITIVE,
    Outcome.SEND_INCONSISTENT,
    Outcome.SEND_SYSTEMIC_FAILINGS,
    Outcome.NO_WRITTEN_STATEMENT,
    Outcome.WRITTEN_STATEMENT_OF_ACTION,
)

SEVERITY_WORDS: Mapping[int, str] = {int(s): s.label for s in Severity}
SERIES_WORDS: Mapping[str, str] = {
    "headline": "Overall",
    "leaders": "Leaders",
    "help_and_protection": "Help and protection",
    "children_in_care": "Children in care",
    "care_leavers": "Care leavers",
    "send": "SEND",
}
"""What the map's switch offers, in its order."""


def look_of(outcome: str | None) -> Look:
    """Give the look of an outcome by its name; of none, `not known`."""
    if not outcome:
        return UNKNOWN
    found = Outcome(outcome)
    tone, sign, words = _LOOKS.get(found, (0, "·", OUTCOME_WORDS[found]))
    return Look(tone=tone, sign=sign, words=words)


def day_words(text: str | None) -> str:
    """Write an ISO date, whole or in part, or the date of an instant, as people do."""
    return date_words(PartialDate(text[:10])) if text else ""


def area_words(area: str) -> str:
    """Name an area."""
    return "services" if area == Area.OTHER.value else AREA_WORDS[Area(area)]


def file_name(path: str | None) -> str:
    """Give the last part of a path: where a file lies on this machine is nobody's business."""
    return one_line((path or "").replace("\\", "/").rsplit("/", 1)[-1])


def source_of(citation: Citation) -> tuple[str, str]:
    """Give what a quotation's document is called, and a link to it, at its page in a PDF."""
    name = one_line(citation.outlet or "") or one_line(citation.title) or file_name(citation.path)
    link = safe_url(citation.url) or ""
    if not quoted(citation):
        name = "Ofsted’s report, as listed in a table of grades" if link else "a table of grades"
    if link and citation.page and "#" not in link:
        link = f"{link}#page={citation.page}"
    return name or "source", link


def quoted(citation: Citation) -> bool:
    """Tell whether a citation quotes a document; a table's row is no sentence."""
    return bool(citation.quote) and citation.end > citation.start
