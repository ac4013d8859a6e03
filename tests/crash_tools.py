"""Kill a run at a chosen statement, in a process of its own, and compare what is left."""

from __future__ import annotations

import os
import signal
import traceback
from typing import TYPE_CHECKING, Any

import watcher.store
from watcher.errors import LockHeld
from watcher.store.connection import connect

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from watcher.store.connection import Connection

_READING = ("SELECT", "PRAGMA", "--", "EXPLAIN")


class Writes:
    """Counts the statements that write, and kills the process at one of them.

    A statement is counted before it takes effect, so killing at number n means that n - 1 of
    them were carried out.
    """

    def __init__(self, kill_at: int | None = None) -> None:
        self.count = 0
        self._kill_at = kill_at

    def connect(self, path: Path, *, mode: str) -> Connection:
        connection = connect(path, mode=mode)
        connection.set_trace_callback(self._trace)
        return connection

    def _trace(self, statement: str) -> None:
        if statement.lstrip().upper().startswith(_READING):
            return
        self.count += 1
        if self.count == self._kill_at:
            os.kill(os.getpid(), signal.SIGKILL)


def in_a_child(work: Callable[[], Any], *, kill_at: int | None = None) -> tuple[int, int]:
    """Do something in a forked process; give how it ended and how many statements wrote.

    A negative end is the signal that killed it; the count is 0 then.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        writes = Writes(kill_at)
        watcher.store.connect = writes.connect  # type: ignore[assignment]
        code = 0
        try:
            work()
        except BaseException:  # noqa: BLE001  (the child must not return into the test runner)
            traceback.print_exc()
            code = 1
        os.write(writing, str(writes.count).encode())
        os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        counted = pipe.read()
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), int(counted or b"0")


def at_once(work: Callable[[], Any], number: int) -> list[int]:
    """Do the same thing in several processes at the same moment; give how each ended."""
    waiting, going = os.pipe()
    children = []
    for _ in range(number):
        child = os.fork()
        if child == 0:
            os.close(going)
            os.read(waiting, 1)
            code = 0
            try:
                work()
            except LockHeld:
                code = 75
            except BaseException:  # noqa: BLE001  (the child must not return into the test runner)
                traceback.print_exc()
                code = 1
            os._exit(code)
        children.append(child)
    os.close(waiting)
    os.close(going)
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
