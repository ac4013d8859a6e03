"""A drill: a message marked TEST through a real channel; and what a message would look like."""

from __future__ import annotations

import base64
import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from watcher.app.clock import now
from watcher.errors import DeliveryError, UsageError, WatcherError
from watcher.model.alert import Alert
from watcher.model.council import CouncilCode, CouncilRef, LineageKey
from watcher.model.dates import PartialDate
from watcher.model.event import AlertId, Citation, Event, EventId, Standing
from watcher.model.message import Message, MessageKind
from watcher.model.vocabulary import Area, Change, Kind, Outcome, Severity, Status

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from watcher.config import Config
    from watcher.store import Store

FORMS = ("email", "html", "terminal", "webhook", "slack", "teams", "feed", "jsonl", "short")
"""What a preview can be rendered as."""

_KEY_BYTES = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillResult:
    """What a drill through one channel came to; `error` is None when it arrived."""

    notifier: str
    answer: str
    dialogue: tuple[str, ...]
    error: str | None = None
    hint: str = ""


def run_drill(
    config: Config, names: tuple[str, ...], tell: Callable[[tuple[Alert, ...]], None]
) -> tuple[DrillResult, ...]:
    """Send a message marked TEST through channels, all when none is named; stores nothing.

    Raises:
        UsageError: when a name is not known.
    """
    from watcher.app.delivering import Channels, config_of
    from watcher.app.secrets import Secrets

    chosen = [config_of(config, name).name for name in names]
    chosen = chosen or [one.name for one in config.notifiers]
    secrets = Secrets()
    channels = Channels(config, secrets, tell)
    return tuple(_drill(channels.notifier, name, secrets.mask) for name in chosen)


def _drill(build: Callable[[str], Any], name: str, mask: Callable[[str], str]) -> DrillResult:
    moment = now()
    try:
        receipt = build(name).send(drill_message(name, moment), moment)
    except DeliveryError as error:
        said = tuple(mask(line) for line in error.dialogue)
        return DrillResult(
            notifier=name, answer="", dialogue=said, error=mask(str(error)), hint=error.hint
        )
    except WatcherError as error:
        return DrillResult(
            notifier=name, answer="", dialogue=(), error=mask(str(error)), hint=error.hint
        )
    return DrillResult(
        notifier=name,
        answer=mask(receipt.answer),
        dialogue=tuple(mask(line) for line in receipt.dialogue),
    )


def drill_message(notifier: str, moment: dt.datetime) -> Message:
    """Make a message that nobody can take for a real one."""
    alert = drill_alert(moment)
    return Message(
        key=f"test-{moment:%Y%m%dT%H%M%S%f}.{notifier}",
        notifier=notifier,
        kind=MessageKind.TEST,
        subject=alert.headline,
        created=moment,
        alerts=(alert,),
    )


def drill_alert(moment: dt.datetime) -> Alert:
    """Make an alert about a council that does not exist."""
    council = CouncilRef(code=CouncilCode("E00000000"), name="TEST Exampleshire")
    today = PartialDate.of(moment.date())
    events = tuple(
        Event(
            id=EventId(f"test-{area.value}"),
            council=council,
            lineage=LineageKey("test"),
            kind=Kind.FULL_INSPECTION,
            regime="ilacs",
            area=area,
            change=Change.WORSENED,
            before=Standing(outcome=before, when=PartialDate("2022-03")),
            after=Standing(outcome=after, when=today),
            severity=severity,
            status=Status.REPORTED,
            late=False,
            silent=False,
            held=False,
            published=today,
            records=(),
            citations=(
                Citation(
                    quote="This is a drill: no inspection took place & nothing <changed>.",
                    title="A drill",
                    outlet="watcher",
                    url="https://example.org/drill",
                ),
            ),
            inspection="test",
        )
        for area, before, after, severity in (
            (Area.OVERALL, Outcome.GOOD, Outcome.INADEQUATE, Severity.CRITICAL),
            (Area.LEADERS, Outcome.GOOD, Outcome.REQUIRES_IMPROVEMENT, Severity.MEDIUM),
        )
    )
    return Alert(
        id=AlertId(f"test-{moment:%Y%m%dT%H%M%S}"),
        council=council,
        kind=Kind.FULL_INSPECTION,
        change=Change.WORSENED,
        severity=Severity.CRITICAL,
        headline="TEST: this is a drill. Exampleshire: overall effectiveness fell to inadequate",
        status=Status.REPORTED,
        when=today,
        published=today,
        raised=moment,
        events=events,
    )


def preview(store: Store, config: Config, text: str, form: str) -> str:
    """Render the message about an alert or event without sending it.

    Args:
        store: The database.
        config: The configuration: an e-mail looks as the first e-mail notifier sends it.
        text: The id of an alert or event, or its beginning; `test` renders the drill.
        form: One of `FORMS`.

    Raises:
        UsageError: when there is no such alert or event.
    """
    from watcher.alerting.digest import Parcel, message_of
    from watcher.model.message import Waiting

    alert = drill_alert(now()) if text == "test" else _alert(store, text)
    row = Waiting(
        delivery=0,
        key=f"{alert.id}.preview",
        alert=alert,
        notifier="preview",
        created=alert.raised,
        next_try=None,
        silence=None,
    )
    kind = {"confirmation": MessageKind.CONFIRMATION, "correction": MessageKind.CORRECTION}
    parcel = Parcel(kind=kind.get(alert.reason, MessageKind.ALERT), rows=[row])
    return rendered(message_of(parcel, "preview", alert.raised), config, form)


def rendered(message: Message, config: Config, form: str) -> str:
    """Render a message in one of the `FORMS`."""
    if form in {"email", "html"}:
        return _mail(message, config, html=form == "html")
    return _RENDERERS[form](message)


def _webhook(message: Message) -> str:
    from watcher.notify.webhook import body_of

    return _pretty(json.loads(body_of(message)))


def _chat(message: Message, form: str) -> str:
    from watcher.notify.chat import payload_of

    return _pretty(payload_of(message, form))


def _feed(message: Message) -> str:
    from watcher.alerting.render.feed import FeedInfo, atom, entry_of

    return atom([entry_of(one) for one in message.alerts], FeedInfo(title="preview"))


def _line(message: Message) -> str:
    from watcher.notify.jsonl import line_of

    return json.dumps(line_of(message, message.created), ensure_ascii=False)


def _short(message: Message) -> str:
    from watcher.alerting.render.message import short_of

    return "\n".join(short_of(one, 240) for one in message.alerts)


def _long(message: Message) -> str:
    from watcher.alerting.render.message import part_of, text_of

    return "\n\n".join(text_of(part_of(one)) for one in message.alerts)


_RENDERERS: dict[str, Callable[[Message], str]] = {
    "terminal": _long,
    "webhook": _webhook,
    "slack": lambda message: _chat(message, "slack"),
    "teams": lambda message: _chat(message, "teams"),
    "feed": _feed,
    "jsonl": _line,
    "short": _short,
}


def webhook_secret() -> str:
    """Make a secret for a webhook, as the specification writes it."""
    return "whsec_" + base64.b64encode(os.urandom(_KEY_BYTES)).decode()


def _alert(store: Store, text: str) -> Alert:
    from watcher.app.receipts import alert_id_of, event_id_of

    if store.alerts.ids_like(text):
        found = store.alerts.get(alert_id_of(store, text))
        if found is not None:
            return found
    event = store.events.get(event_id_of(store, text))
    if event is None:
        raise UsageError(f"no event has the id {text!r}")
    if told := store.alerts.of_event(event.id):
        return told[-1]
    from watcher.alerting.grouping import alert_of

    return alert_of([event], [event], now())


def _mail(message: Message, config: Config, *, html: bool) -> str:
    from watcher.notify.email import Options, mail_of

    mine = [one.options for one in config.notifiers if one.type == "email"]
    example = Options(
        name="preview",
        kind="email",
        host="localhost",
        sender="watcher@example.org",
        to=("you@example.org",),
    )
    mail = mail_of(message, mine[0] if mine else example)
    if html:
        part = mail.get_body(("html", "plain"))
        return str(part.get_content()) if part is not None else ""
    heads = "".join(f"{name}: {value}\n" for name, value in mail.items())
    part = mail.get_body(("plain",))
    return f"{heads}\n{part.get_content() if part is not None else ''}"


def _pretty(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
