"""Messages to send in tests, plain and hostile."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from watcher.app.drill import drill_alert, drill_message
from watcher.model.council import CouncilCode, CouncilRef
from watcher.model.event import AlertId
from watcher.model.message import Message, MessageKind
from watcher.model.vocabulary import Severity

if TYPE_CHECKING:
    from watcher.model.alert import Alert

NOW = dt.datetime(2026, 3, 4, 9, 0, tzinfo=dt.UTC)

HOSTILE = "\x1b[31m<script>alert(1)</script> *bold* <!channel> & \u202eevil\r\nBcc: x@example.org"


def alert(
    name: str = "Swindon", severity: Severity = Severity.CRITICAL, *, quote: str | None = None
) -> Alert:
    """Give an alert; its first event quotes what is given."""
    made = drill_alert(NOW)
    events = made.events
    if quote is not None:
        first = events[0]
        citation = replace(first.citations[0], quote=quote, title=quote, outlet=quote)
        events = (replace(first, citations=(citation,)), *events[1:])
    council = CouncilRef(code=CouncilCode(f"E06-{name}"), name=name)
    return replace(
        made,
        id=AlertId(f"a-{name.lower().replace(' ', '-')}"),
        council=council,
        headline=f"{name}: overall effectiveness fell from good to inadequate",
        severity=severity,
        events=events,
    )


def message(*alerts: Alert, kind: MessageKind = MessageKind.ALERT) -> Message:
    """Give a message about some alerts."""
    from watcher.alerting.render.message import subject_of

    told = alerts or (alert(),)
    return Message(
        key="key-1.mail",
        notifier="mail",
        kind=kind,
        subject=subject_of(told),
        created=NOW,
        alerts=told,
        thread="council-1",
    )


def ops(text: str = "The source news fails.") -> Message:
    """Give word of the watch itself."""
    return Message(
        key="ops-1.mail",
        notifier="mail",
        kind=MessageKind.OPS,
        subject="news fails",
        created=NOW,
        text=text,
    )


def drill() -> Message:
    """Give a drill."""
    return drill_message("mail", NOW)
