"""Keep alerts back for a while, and give them back in one message when it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.errors import UsageError

if TYPE_CHECKING:
    import datetime as dt

    from watcher.config import Config
    from watcher.model.message import SilenceRule

KINDS = ("council", "region", "group", "notifier", "source", "all")


def target_of(config: Config, text: str) -> str:
    """Read what is to be silenced: a council's name, or `region:`, `group:`, ... and a name.

    Raises:
        UsageError: when it means nothing.
        ConfigError: when there is no such council or region.
    """
    from watcher.app.routes import Routing
    from watcher.app.wiring import near_hint

    if text == "all":
        return text
    kind, colon, name = text.partition(":")
    if not colon:
        kind, name = "council", text
    routing = Routing(config)
    known = {
        "group": list(config.groups),
        "notifier": [one.name for one in config.notifiers],
        "source": [one.name for one in config.sources],
    }
    match kind:
        case "council":
            return f"council:{routing.lineage_named(name)}"
        case "region":
            return f"region:{routing.region_named(name)}"
        case "group" | "notifier" | "source":
            if name not in known[kind]:
                raise UsageError(f"no {kind} is named {name!r}", hint=near_hint(name, known[kind]))
            return f"{kind}:{name}"
        case _:
            raise UsageError(f"cannot silence a {kind!r}", hint=f"one of: {', '.join(KINDS)}")


def end_of(duration: str | None, until: str | None, now: dt.datetime) -> dt.datetime:
    """Give the end of a silence; there must be one, and it must lie ahead.

    Raises:
        UsageError: when there is none, two, or it is over already.
    """
    import datetime as dt

    from watcher.model.durations import duration_of

    if (duration is None) == (until is None):
        raise UsageError("a silence needs an end", hint="--for 14d, or --until 2026-12-24")
    try:
        if duration is not None:
            end = now + duration_of(duration)
        else:
            end = dt.datetime.fromisoformat(until or "")
            end = end if end.tzinfo is not None else end.astimezone()
    except (ValueError, OverflowError) as error:
        raise UsageError(f"not a time: {duration or until!r}") from error
    if end <= now:
        raise UsageError("the end of the silence is over already")
    return end.astimezone(dt.UTC)


def shown_target(config: Config, rule: SilenceRule) -> str:
    """Name what a silence is about as a person does."""
    kind, _, value = rule.target.partition(":")
    if kind != "council":
        return rule.target
    del config
    from watcher.model.council import LineageKey
    from watcher.reference import load_register

    line = load_register().in_lineage(LineageKey(value))
    return line[-1].short_name if line else value
