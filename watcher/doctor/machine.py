"""Checks of the machine: Python, SQLite, disk, clock, time zone, permissions."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import sys
import tempfile
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from watcher.doctor.line import ok, problem, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watcher.doctor.line import Line, Patient

OLDEST_SQLITE = (3, 37, 0)
"""The first that knows STRICT tables."""

LITTLE, NONE_LEFT = 500_000_000, 50_000_000
"""Free bytes under which it is worth a warning, and a problem."""

BUILT = dt.date(2026, 1, 1)
"""A clock that shows an earlier day is wrong."""

SKEW = dt.timedelta(minutes=5)


def python(patient: Patient) -> Iterator[Line]:
    """Look at the interpreter."""
    del patient
    shown = ".".join(str(part) for part in sys.version_info[:3])
    yield ok("python", f"Python {shown}")


def sqlite(patient: Patient) -> Iterator[Line]:
    """Look at the SQLite that Python was built with."""
    del patient
    shown = sqlite3.sqlite_version
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        yield problem(
            "sqlite", f"SQLite {shown} is too old", "install a Python with SQLite 3.37 or later"
        )
        return
    memory = sqlite3.connect(":memory:")
    try:
        memory.execute("CREATE VIRTUAL TABLE t USING fts5(x)")
    except sqlite3.Error:
        yield problem(
            "sqlite", f"SQLite {shown} has no full-text search", "install a Python with FTS5"
        )
    else:
        yield ok("sqlite", f"SQLite {shown} with full-text search")
    finally:
        memory.close()


def folders(patient: Patient) -> Iterator[Line]:
    """Look whether the database's folder, and the site's, can be written."""
    config = patient.config
    wanted = [("database", config.watcher.database.absolute().parent)]
    if config.site.directory is not None:
        wanted.append(("site", config.site.directory.absolute()))
    for name, folder in wanted:
        existing = folder
        while not existing.exists():
            existing = existing.parent
        try:
            with tempfile.TemporaryFile(dir=existing):
                pass
        except OSError as error:
            yield problem(
                "write access",
                f"the folder of the {name} cannot be written: {folder} ({error.strerror})",
                f"give this user the right to write there: chown {_user()} {existing}",
            )
        else:
            yield ok("write access", f"the folder of the {name} can be written: {folder}")


def disk(patient: Patient) -> Iterator[Line]:
    """Look at the room on the database's disk."""
    free = patient.world.free(patient.config.watcher.database.absolute().parent)
    text = f"{free / 1e9:.1f} GB free for the database"
    remedy = "make room, or run `watcher prune`"
    if free < NONE_LEFT:
        yield problem("disk", text, remedy)
    elif free < LITTLE:
        yield warning("disk", text, remedy)
    else:
        yield ok("disk", text)


def clock(patient: Patient) -> Iterator[Line]:
    """Look whether the clock can be right: not before the program, nor before its own data."""
    now = patient.now
    shown = now.isoformat(timespec="seconds")
    if now.date() < BUILT:
        yield problem("clock", f"the clock shows {shown}", "set the clock; turn NTP on")
        return
    newest = patient.store.records.newest() if patient.store else None
    if newest is not None and newest - now > SKEW:
        yield problem(
            "clock",
            f"the clock shows {shown}, but something was recorded at {newest:%Y-%m-%d %H:%M}",
            "set the clock; turn NTP on (timedatectl set-ntp true)",
        )
        return
    yield ok("clock", f"the clock shows {shown}")


def time_zone(patient: Patient) -> Iterator[Line]:
    """Look at the time zone of digests, and at the machine's own."""
    name = patient.config.watcher.timezone
    there = patient.now.astimezone(ZoneInfo(name))
    here = patient.now.astimezone()
    text = f"digests go by {name}, where it is {there:%H:%M}"
    if there.utcoffset() != here.utcoffset():
        text += f"; this machine's own time is {here:%H:%M} (cron goes by that)"
    yield ok("time zone", text)


def permissions(patient: Patient) -> Iterator[Line]:
    """Look whether others can read what they should not."""
    from watcher.app.secrets import exposed

    found = exposed(patient.config)
    for sentence in found:
        what, _, remedy = sentence.rpartition(": ")
        yield warning("permissions", what or sentence, remedy)
    database = patient.config.watcher.database
    if database.exists() and database.stat().st_mode & 0o002:
        yield warning("permissions", f"everybody can write {database}", f"chmod o-w {database}")
    elif not found:
        yield ok("permissions", "no secret can be read by others")


def _user() -> str:
    return os.environ.get("USER", "$USER")
