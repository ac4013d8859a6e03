"""What the page of one alert shows: the receipt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.alerting.render.words import (
    CHANGE_WORDS,
    KIND_WORDS,
    STATUS_WORDS,
    date_words,
    one_line,
)
from watcher.site.council import Quote, quote_of
from watcher.site.view import Look, area_words, day_words, look_of

if TYPE_CHECKING:
    from watcher.model.alert import Alert
    from watcher.model.event import Citation, Event
    from watcher.model.publishing import AlertLine
    from watcher.site.ports import Archive


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One quotation with everything that vouches for it."""

    quote: Quote
    title: str
    place: str
    fetched: str
    stands: bool | None
    rule: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEvent:
    """One area of an alert."""

    area: str
    look: Look
    before: Look | None
    before_date: str
    change: str
    proofs: tuple[Shown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """An alert as its page shows it."""

    id: str
    council: str
    page: str
    headline: str
    severity: int
    kind: str
    when: str
    published: str
    status: str
    raised: str
    rejected: str | None
    events: tuple[ShownEvent, ...]


def receipt_of(alert: Alert, line: AlertLine, page: str, archive: Archive) -> Receipt:
    """Gather what stands behind an alert."""
    return Receipt(
        id=alert.id,
        council=one_line(alert.council.name),
        page=page,
        headline=one_line(alert.headline),
        severity=int(alert.severity),
        kind=KIND_WORDS[alert.kind],
        when=date_words(alert.when),
        published=date_words(alert.published),
        status=STATUS_WORDS[alert.status],
        raised=alert.raised.date().isoformat(),
        rejected=None if line.rejected is None else one_line(line.rejected),
        events=tuple(_event(event, archive) for event in alert.events),
    )


def _event(event: Event, archive: Archive) -> ShownEvent:
    before = event.before
    return ShownEvent(
        area=area_words(event.area.value),
        look=look_of(event.after.outcome.value),
        before=look_of(before.outcome.value) if before else None,
        before_date=date_words(before.when) if before else "",
        change=CHANGE_WORDS[event.change],
        proofs=tuple(_proof(citation, archive) for citation in event.citations),
    )


def _proof(citation: Citation, archive: Archive) -> Shown:
    proof = archive.proof(citation)
    quote = quote_of(citation)
    title = one_line(citation.title)
    page = f"page {citation.page}, " if citation.page else ""
    return Shown(
        quote=quote,
        title=title if title != quote.source else "",
        place=f"{page}characters {citation.start} to {citation.end}" if quote.text else "",
        fetched=day_words(proof.fetched) if proof else "",
        stands=proof.stands if proof else None,
        rule=one_line(citation.rule),
        sha256=citation.sha256 if proof else "",
    )
