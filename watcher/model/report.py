"""Official reports: what a PDF of the inspectorate says of itself, before it is judged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.model.dates import PartialDate
    from watcher.model.document import Document


class Family(StrEnum):
    """Which sort of official report a PDF is, by its own title."""

    ILACS = "ilacs"
    SINGLE = "sif"
    SAFEGUARDING = "safeguarding"
    BOARD_REVIEW = "board_review"
    AREA_SEND = "area_send"
    SEND_FOLLOW_UP = "send_follow_up"
    FOCUSED_VISIT = "focused_visit"
    MONITORING_VISIT = "monitoring_visit"
    JTAI = "jtai"
    UNKNOWN = "unknown"


LETTERS = frozenset(
    {Family.SEND_FOLLOW_UP, Family.FOCUSED_VISIT, Family.MONITORING_VISIT, Family.JTAI}
)
"""Reports without grades, whose finding is in their prose."""


AGAIN_WITHIN = 6
"""Pages of a re-inspection within which it says what grade it follows."""

_AGAIN = re.compile(r"\bre-?\s?inspection\s+of\s+services\b", re.IGNORECASE)


def is_again(head: str) -> bool:
    """Tell by its title whether a single inspection only follows an earlier one."""
    return _AGAIN.search(head) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Hold the pages that were read of a report, and what its front page prints.

    `document.text` is the text of the pages read, `document.pages` their offsets (a page that
    was not read takes no room). `names` are the stretches of the title that may be the
    council's name, likeliest first. `front` ends the text of the front page; `judgements` is
    where its judgements can begin. `published` is what the report itself prints.
    """

    document: Document
    family: Family
    names: tuple[str, ...]
    start: PartialDate | None
    end: PartialDate | None
    dates_text: str
    published: PartialDate | None
    lead_inspector: str | None
    judgements: int
    front: int
    pages_read: int
