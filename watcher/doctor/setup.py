"""Checks of the set-up: configuration, secrets, database, baseline, what waits."""

from __future__ import annotations

import datetime as dt
import importlib.util
from typing import TYPE_CHECKING

from watcher.doctor.line import ok, problem, warning
from watcher.errors import ConfigError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watcher.doctor.line import Line, Patient

OLD_BASELINE = dt.timedelta(days=270)
"""After this a full inspection may well have happened that no source told of."""

LARGE = 5_000_000_000
"""A database of this size (bytes) is worth a word."""


def configuration(patient: Patient) -> Iterator[Line]:
    """Look at what the configuration makes of the watch as a whole."""
    config = patient.config
    where = config.path or "built in"
    number, channels = len(config.sources), len(config.notifiers)
    yield ok(
        "config", f"{where}: {number} sources, {channels} notifiers, {len(config.routes)} routes"
    )
    if not number:
        yield warning("config", "no source is watched", "add a [[source]] table: docs/config.md")
    if not channels:
        yield warning("config", "nobody is told", "add a [[notify]] table: docs/config.md")
    if channels and all(one.type == "terminal" for one in config.notifiers):
        yield warning(
            "config",
            "alerts go to the terminal only: a run under cron or systemd tells nobody",
            "add a [[notify]] table of type email, webhook or another",
        )


def groups(patient: Patient) -> Iterator[Line]:
    """Look whether the councils that are named in groups and routes exist."""
    from watcher.app.standing import council_named
    from watcher.reference import load_register

    register = load_register()
    named = {name for members in patient.config.groups.values() for name in members}
    named |= {name for route in patient.config.routes for name in route.councils}
    for name in sorted(named):
        try:
            council_named(register, name)
        except UsageError as error:
            yield problem("councils", str(error), error.hint)
    if named:
        yield ok("councils", f"{len(named)} councils named in groups and routes")


def secrets(patient: Patient) -> Iterator[Line]:
    """Look whether every secret is where the configuration says."""
    from watcher.app.secrets import secret_of, secrets_in

    found = secrets_in(patient.config)
    missing = 0
    for place, ref in found:
        try:
            secret_of(ref)
        except ConfigError as error:
            missing += 1
            yield problem(
                "secrets", f"{place}: {error}", error.hint or "set it, or correct the name"
            )
        if ref.value is not None:
            yield warning(
                "secrets",
                f"{place} stands in the configuration itself",
                'write { env = "NAME" } or { file = "PATH" } instead',
            )
    if found and not missing:
        yield ok("secrets", f"{len(found)} secrets found")


def database(patient: Patient) -> Iterator[Line]:
    """Look whether the database is whole, and how large it is."""
    path = patient.config.watcher.database
    if patient.store is None or not path.exists():
        if not path.exists():
            yield warning("database", f"{path} does not exist yet", "run `watcher check`")
        return
    wrong = patient.store.intact()
    if wrong:
        yield problem(
            "database",
            f"{path} is damaged: {wrong[0]}",
            "restore a backup, or salvage it with `sqlite3 FILE .recover`",
        )
        return
    size = sum(
        part.stat().st_size for part in (path, path.with_name(path.name + "-wal")) if part.exists()
    )
    documents = patient.store.documents.count()
    text = f"{path} is whole: {size / 1e6:.1f} MB, {documents} documents"
    if size > LARGE:
        yield warning("database", text, "run `watcher prune --vacuum`")
    else:
        yield ok("database", text)


def baseline(patient: Patient) -> Iterator[Line]:
    """Look how old the baseline is."""
    if str(patient.config.watcher.baseline) == "none":
        yield warning(
            "baseline",
            "the watch began without a baseline: a first fall may look like a first judgement",
            'leave `baseline = "none"` out, or run `watcher import packaged`',
        )
        return
    day = patient.store.meta.get("baseline_date") if patient.store else None
    if day is None:
        yield warning("baseline", "none was taken in yet", "run `watcher check`")
        return
    age = patient.now.date() - dt.date.fromisoformat(day)
    text = f"the baseline reaches to {day}, {age.days} days ago"
    if age > OLD_BASELINE:
        yield warning("baseline", text, "import a newer register: `watcher import FILE`")
    else:
        yield ok("baseline", text)


def waiting(patient: Patient) -> Iterator[Line]:
    """Look at what waits for a person: held alerts, messages that did not arrive."""
    store = patient.store
    if store is None:
        return
    held = len(store.alerts.held())
    if held:
        yield warning(
            "alerts",
            f"{held} alerts are held for review",
            "see `watcher alerts`, `watcher release`",
        )
    counts = store.outbox.counts()
    dead = counts.get("dead", 0)
    if dead:
        yield problem("outbox", f"{dead} messages could not be delivered", "see `watcher outbox`")
    if not held and not dead:
        yield ok("outbox", f"nothing waits for you; {counts.get('sent', 0)} messages were sent")


def extras(patient: Patient) -> Iterator[Line]:
    """Look whether the optional libraries that the configuration calls for are there."""
    kinds = {one.type for one in patient.config.notifiers}
    daemon = patient.config.daemon
    for extra, module, wanted in (
        ("apprise", "apprise", "apprise" in kinds),
        ("metrics", "prometheus_client", bool(daemon.metrics or daemon.metrics_file)),
    ):
        if wanted and importlib.util.find_spec(module) is None:
            yield problem(
                "extras",
                f"the configuration needs {module}, which is not installed",
                f"pip install 'watcher[{extra}]'",
            )
