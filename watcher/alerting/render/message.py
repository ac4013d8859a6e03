"""A message to one channel: some alerts, told together, in one form for every notifier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.alerting.render.words import (
    CHANGE_WORDS,
    KIND_WORDS,
    SEVERITY_MARKS,
    STATUS_WORDS,
    alert_subject,
    date_words,
    one_line,
    proof_of,
    quote_if_fits,
    shorten,
    told_by,
    was_now,
)
from watcher.model.message import MessageKind
from watcher.model.vocabulary import Change, Severity

if TYPE_CHECKING:
    from watcher.model.alert import Alert
    from watcher.model.event import Citation, Event
    from watcher.model.message import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One area of one alert: what was, what is, and the sentence that proves it."""

    text: str
    quote: str
    source: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One alert, in plain words that still need escaping for their medium."""

    id: str
    subject: str
    severity: Severity
    mark: str
    council: str
    facts: str
    lines: tuple[Line, ...]
    status: str
    link: str | None


def part_of(alert: Alert) -> Part:
    """Put an alert into words."""
    lines = tuple(_line(event) for event in alert.events)
    return Part(
        id=str(alert.id),
        subject=alert_subject(alert),
        severity=alert.severity,
        mark=SEVERITY_MARKS[alert.severity],
        council=one_line(alert.council.name),
        facts=_facts(alert),
        lines=lines,
        status=STATUS_WORDS[alert.status],
        link=next((line.url for line in lines if line.url), None),
    )


def _facts(alert: Alert) -> str:
    published = date_words(alert.published)
    facts = [
        alert.severity.label,
        CHANGE_WORDS[alert.change],
        KIND_WORDS[alert.kind] + (f" of {date_words(alert.when)}" if alert.when else ""),
        f"published {published}" if published else "",
    ]
    return " · ".join(fact for fact in facts if fact)


def _line(event: Event) -> Line:
    citation = proof_of(event)
    return Line(
        text=was_now(event),
        quote=one_line(citation.quote) if citation else "",
        source=_source(event, citation),
        url=safe_url(citation.url) if citation else None,
    )


def _source(event: Event, citation: Citation | None) -> str:
    page = f", page {citation.page}" if citation and citation.page else ""
    return told_by(event) + page


def safe_url(url: str | None) -> str | None:
    """Give a link only if it is http or https and holds no spaces or controls."""
    if url is None or not url.startswith(("http://", "https://")):
        return None
    return url if one_line(url) == url and " " not in url and '"' not in url else None


def text_of(part: Part, *, width_of_quote: int = 1200) -> str:
    """Write a part as plain text."""
    out = [f"{part.mark} {part.subject}", f"  {part.facts}"]
    for line in part.lines:
        out.append(f"  {line.text}")
        quote = quote_if_fits(line.quote, width_of_quote)
        if quote:
            out.append(f"    “{quote}”")
        where = " — ".join(bit for bit in (line.source, line.url or "") if bit)
        if where:
            out.append(f"    {where}")
    out.append(f"  receipt: watcher explain {part.id}")
    return "\n".join(out)


def short_of(alert: Alert, limit: int) -> str:
    """Write an alert within `limit` characters: subject, then a link if it still fits."""
    part = part_of(alert)
    subject = shorten(f"{part.mark} {part.subject}", limit)
    if part.link and len(subject) + len(part.link) + 1 <= limit:
        return f"{subject} {part.link}"
    return subject


def ordered(alerts: tuple[Alert, ...]) -> tuple[Alert, ...]:
    """Put alerts in a digest's order: the gravest first, then by council."""
    return tuple(sorted(alerts, key=lambda a: (-a.severity, a.council.name, str(a.id))))


def subject_of(alerts: tuple[Alert, ...]) -> str:
    """Write the subject of a message about some alerts."""
    if len(alerts) == 1:
        return alert_subject(alerts[0])
    worse = sum(1 for alert in alerts if alert.change is not Change.IMPROVED)
    councils = list(dict.fromkeys(one_line(alert.council.name) for alert in ordered(alerts)))
    names, more = ", ".join(councils[:3]), len(councils) - 3
    tail = f" and {more} more" if more > 0 else ""
    noun = "alerts" if worse else "improvements"
    return f"{len(alerts)} {noun}: {names}{tail}"


_BANNERS = {
    MessageKind.TEST: "TEST: this is a drill. Nothing happened.",
    MessageKind.CORRECTION: "CORRECTION: an earlier alert was wrong. This is what stands.",
    MessageKind.CONFIRMATION: "Confirmed by Ofsted's own report:",
    MessageKind.CATCH_UP: "While this was silenced:",
}


def banner_of(message: Message) -> str:
    """Say above the alerts what sort of message it is, where that is not plain."""
    return _BANNERS.get(message.kind, "")
