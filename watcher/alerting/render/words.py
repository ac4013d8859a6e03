"""The words in which findings are told, the same in every channel."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from watcher.model.vocabulary import Area, Change, Kind, Outcome, Severity, Status

if TYPE_CHECKING:
    from watcher.model.alert import Alert
    from watcher.model.dates import PartialDate
    from watcher.model.event import Citation, Event, Standing

OUTCOME_WORDS: dict[Outcome, str] = {
    Outcome.OUTSTANDING: "outstanding",
    Outcome.GOOD: "good",
    Outcome.REQUIRES_IMPROVEMENT: "requires improvement",
    Outcome.ADEQUATE: "adequate",
    Outcome.INADEQUATE: "inadequate",
    Outcome.PRIORITY_ACTION: "area for priority action",
    Outcome.NO_PRIORITY_ACTION: "no area for priority action",
    Outcome.DETERIORATION: "practice has deteriorated",
    Outcome.WEAKNESSES: "serious weaknesses",
    Outcome.INSUFFICIENT_PROGRESS: "insufficient progress",
    Outcome.PROGRESS: "progress",
    Outcome.POSITIVE: "positive findings",
    Outcome.MIXED: "mixed findings",
    Outcome.SEND_POSITIVE: "typically positive experiences and outcomes",
    Outcome.SEND_INCONSISTENT: "inconsistent experiences and outcomes",
    Outcome.SEND_SYSTEMIC_FAILINGS: "widespread and/or systemic failings",
    Outcome.WRITTEN_STATEMENT_OF_ACTION: "written statement of action required",
    Outcome.NO_WRITTEN_STATEMENT: "no written statement of action required",
    Outcome.IMPROVEMENT_NOTICE: "improvement notice",
    Outcome.STATUTORY_DIRECTION: "statutory direction",
    Outcome.COMMISSIONER: "commissioner appointed",
    Outcome.TRUST: "services moved to a trust",
    Outcome.INTERVENTION_ENDED: "intervention ended",
}

AREA_WORDS: dict[Area, str] = {
    Area.OVERALL: "overall effectiveness",
    Area.LEADERS: "leaders",
    Area.HELP_AND_PROTECTION: "help and protection",
    Area.CHILDREN_IN_CARE: "children in care",
    Area.CARE_LEAVERS: "care leavers",
    Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS: "children in care and care leavers",
    Area.FRONT_DOOR: "front door",
    Area.ADOPTION: "adoption",
    Area.FOSTERING: "fostering",
    Area.SEND: "SEND",
    Area.OTHER: "other",
}

KIND_WORDS: dict[Kind, str] = {
    Kind.FULL_INSPECTION: "full inspection",
    Kind.FOCUSED_VISIT: "focused visit",
    Kind.MONITORING_VISIT: "monitoring visit",
    Kind.UNANNOUNCED_VISIT: "unannounced visit",
    Kind.SAFEGUARDING_INSPECTION: "safeguarding inspection",
    Kind.JTAI: "joint targeted area inspection",
    Kind.AREA_SEND: "area SEND inspection",
    Kind.ANNUAL_RATING: "annual rating",
    Kind.AGGREGATE: "list or annual report",
    Kind.INTERVENTION: "government intervention",
    Kind.UNSPECIFIED: "inspection",
}

CHANGE_WORDS: dict[Change, str] = {
    Change.WORSENED: "worse",
    Change.IMPROVED: "better",
    Change.UNCHANGED: "unchanged",
    Change.FIRST_SEEN: "first known",
    Change.RECLASSIFIED: "reclassified",
    Change.CORRECTED: "corrected",
    Change.NOT_COMPARABLE: "not comparable",
    Change.MIXED: "mixed",
}

STATUS_WORDS: dict[Status, str] = {
    Status.REPORTED: "reported by the press",
    Status.CONFIRMED: "confirmed by Ofsted",
    Status.DERIVED: "derived, not Ofsted's own",
}

SEVERITY_MARKS: dict[Severity, str] = {
    Severity.LOW: "·",
    Severity.MEDIUM: "▲",
    Severity.HIGH: "▲▲",
    Severity.CRITICAL: "▲▲▲",
}
"""Readable without colour."""

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

_SOURCE_LIMIT = 100

_SPACES = re.compile(r"[ \t\u00a0\u2007\u202f]+")
_ALLOWED_CONTROLS = frozenset("\n")


def clean(text: str) -> str:
    """Take out whatever could drive a terminal or turn text around.

    Control, format (bidi, zero-width), surrogate and private-use characters go; line ends stay.
    """
    kept = (
        char
        for char in text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
        if char in _ALLOWED_CONTROLS or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co"}
    )
    return "".join(kept)


def one_line(text: str) -> str:
    """Clean a text and fold it into one line."""
    return _SPACES.sub(" ", re.sub(r"\s+", " ", clean(text))).strip()


def date_words(date: PartialDate | None) -> str:
    """Write a date as people do: `14 June 2024`, `June 2024`, `2024`; empty for None."""
    if date is None:
        return ""
    parts = str(date).split("-")
    if len(parts) == 1:
        return parts[0]
    month = f"{_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return month if len(parts) == 2 else f"{int(parts[2])} {month}"  # noqa: PLR2004


def standing_words(standing: Standing) -> str:
    """Write an outcome with its date: `good (June 2021)`."""
    words = OUTCOME_WORDS[standing.outcome]
    return f"{words} ({date_words(standing.when)})" if standing.when else words


def was_now(event: Event) -> str:
    """Write an event as `area: was → now`, never claiming a fall that is not known."""
    area = AREA_WORDS[event.area]
    now = OUTCOME_WORDS[event.after.outcome]
    if event.claimed:
        return f"{area}: {now} (as told; Ofsted gives no overall grade any more)"
    if event.change is Change.FIRST_SEEN or event.before is None:
        return f"{area}: {now} (nothing earlier known)"
    if event.change is Change.CORRECTED and event.before.outcome is event.after.outcome:
        return f"{area}: {now} — taken back"
    if event.change is Change.UNCHANGED:
        since = date_words(event.before.when)
        return f"{area}: still {now}" + (f" (since {since})" if since else "")
    return f"{area}: {standing_words(event.before)} → {now}"


def proof_of(event: Event) -> Citation | None:
    """Choose the sentence that proves an event best to somebody who reads only one.

    It is from the document that is cited first. A sentence that names the council says more
    than one that does not, and any sentence says more than the document's title.
    """
    if not event.citations:
        return None
    first = event.citations[0]
    same = [c for c in event.citations if (c.url, c.path) == (first.url, first.path) and c.quote]
    name = event.council.name.split(" (", 1)[0]
    return max(same, key=lambda c: (c.quote != c.title, name in c.quote), default=first)


def told_by(event: Event) -> str:
    """Name who says so: outlet or title of the document, with its date."""
    citation = proof_of(event)
    source = shorten((citation.outlet or citation.title) if citation else "", _SOURCE_LIMIT)
    return ", ".join(part for part in (source, date_words(event.published)) if part)


def alert_subject(alert: Alert) -> str:
    """Write the one line that says everything: council, what happened, how sure."""
    sure = "" if alert.status is Status.CONFIRMED else f" [{STATUS_WORDS[alert.status]}]"
    return f"{one_line(alert.headline)}{sure}"


def shorten(text: str, limit: int) -> str:
    """Cut plain words at a word's end; for quotations see `quote_if_fits`."""
    text = one_line(text)
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:-") + "…"


def quote_if_fits(quote: str, limit: int) -> str:
    """Give a quotation whole, or the whole sentences of it that fit, or nothing."""
    quote = one_line(quote)
    if len(quote) <= limit:
        return quote
    kept = ""
    for sentence in re.split(r"(?<=[.!?])\s+", quote):
        if len(kept) + len(sentence) + 1 > limit:
            break
        kept = f"{kept} {sentence}".strip()
    return kept
