"""One run at a time: a file lock that names the process that holds it."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from watcher.errors import LockHeld, StoreUnwritable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def lock_path(database: Path) -> Path:
    """Give the file that stands for the right to run against a database."""
    return database.with_name(database.name + ".lock")


@contextmanager
def run_lock(database: Path, *, wait: float = 0) -> Iterator[None]:
    """Hold the right to run against a database.

    Args:
        database: The database.
        wait: Seconds to wait for another run.

    Raises:
        LockHeld: when another run holds it.
        StoreUnwritable: when the lock cannot be made.
    """
    from filelock import FileLock, Timeout

    path = lock_path(database)
    lock = FileLock(path, timeout=wait)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise LockHeld(
            f"another run holds the lock{_holder(path)}",
            resource=str(database),
            hint="wait for it to finish, or stop it",
        ) from error
    except OSError as error:
        raise StoreUnwritable(
            "the lock file cannot be made",
            resource=str(path),
            hint="check that the folder exists and can be written",
        ) from error
    try:
        path.write_text(f"{os.getpid()}\n", encoding="ascii")
        yield
    finally:
        lock.release()


def _holder(path: Path) -> str:
    try:
        text = path.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""
    return f" (process {text})" if text.isdigit() else ""
