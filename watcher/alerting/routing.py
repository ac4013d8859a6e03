"""Who is to be told of an alert, and whether at once or in a digest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.model.vocabulary import Change, Severity

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from watcher.model.alert import Alert
    from watcher.model.message import SilenceRule
    from watcher.model.vocabulary import Area, Kind, Status

CONFIRMATION = "confirmation"
CORRECTION = "correction"

_SEQUEL = re.compile(rf"(.+?)\.(?:{CONFIRMATION}|{CORRECTION})(?:\.\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where a council is, as routes and silences name places."""

    lineage: str
    region: str = ""
    groups: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Which alerts go to which notifiers; an empty condition matches all.

    `councils` holds lineages. Places are joined by "or": an alert about any of the named
    councils, groups or regions matches. `ops` routes carry word of the watch itself and no
    alerts. With a `digest` hour, what is less grave than `at_once` waits for that hour.
    """

    notify: tuple[str, ...]
    minimum: Severity | None = None
    changes: frozenset[Change] = frozenset()
    councils: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    areas: frozenset[Area] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    statuses: frozenset[Status] = frozenset()
    ops: bool = False
    digest: dt.time | None = None
    at_once: Severity = Severity.CRITICAL


def matches(route: Route, alert: Alert, where: Where) -> bool:
    """Tell whether an alert takes a route."""
    return (
        not route.ops
        and (route.minimum is None or alert.severity >= route.minimum)
        and (not route.kinds or alert.kind in route.kinds)
        and (not route.statuses or alert.status in route.statuses)
        and _place_fits(route, where)
        and _change_fits(route, alert)
        and (not route.areas or any(event.area in route.areas for event in alert.events))
    )


def recipients(
    routes: Sequence[Route], everyone: Iterable[str], alert: Alert, where: Where
) -> tuple[str, ...]:
    """Give the notifiers that are to be told of an alert.

    Without any route all are, except of improvements, which are told only to those who ask. A
    correction is offered to all: when it is packed, it goes to whoever had the alert.
    """
    names = tuple(everyone)
    if alert.reason == CORRECTION:
        return names
    ways = [route for route in routes if not route.ops]
    if not ways:
        return () if alert.change is Change.IMPROVED else names
    wanted = {name for way in ways if matches(way, alert, where) for name in way.notify}
    return tuple(name for name in names if name in wanted)


def digest_hour(
    routes: Sequence[Route], notifier: str, alert: Alert, where: Where
) -> dt.time | None:
    """Give the hour at which a notifier is told of an alert; None means at once."""
    ways = [way for way in routes if notifier in way.notify and matches(way, alert, where)]
    hours = [way.digest for way in ways if way.digest is not None and alert.severity < way.at_once]
    return min(hours) if ways and len(hours) == len(ways) else None


def ops_recipients(
    routes: Sequence[Route], fallback: Iterable[str], *, without: str | None = None
) -> tuple[str, ...]:
    """Give the notifiers that hear of the watch itself.

    Args:
        routes: All routes.
        fallback: Who hears it where no route is for it, and when it alone is left.
        without: A notifier that is the trouble: it is passed over.
    """
    named = tuple(dict.fromkeys(name for way in routes if way.ops for name in way.notify))
    rest = tuple(fallback)
    for names in (named, rest):
        heard = tuple(name for name in names if name != without)
        if heard:
            return heard
    return ()


def silencing(
    rules: Iterable[SilenceRule], alert: Alert, where: Where, notifier: str
) -> SilenceRule | None:
    """Give the silence that keeps an alert from a notifier, the longest one; None for none."""
    found = [rule for rule in rules if _silences(rule.target, alert, where, notifier)]
    return max(found, key=lambda rule: rule.ends, default=None)


def story_of(alert: Alert) -> str:
    """Give the id of the alert that a confirmation or correction follows, else its own."""
    found = _SEQUEL.fullmatch(alert.id)
    return found[1] if found else str(alert.id)


def _silences(target: str, alert: Alert, where: Where, notifier: str) -> bool:
    kind, _, value = target.partition(":")
    match kind:
        case "all":
            return True
        case "council":
            return value in {str(alert.council.code), where.lineage}
        case "region":
            return value == where.region
        case "group":
            return value in where.groups
        case "notifier":
            return value == notifier
        case _:
            return False


def _place_fits(route: Route, where: Where) -> bool:
    if not (route.councils or route.regions or route.groups):
        return True
    return (
        where.lineage in route.councils
        or where.region in route.regions
        or bool(where.groups & route.groups)
    )


def _change_fits(route: Route, alert: Alert) -> bool:
    if not route.changes:
        return alert.change is not Change.IMPROVED
    return alert.change in route.changes or (
        alert.change is Change.MIXED and any(e.change in route.changes for e in alert.events)
    )
