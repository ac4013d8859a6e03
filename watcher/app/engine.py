"""Read PDFs in a process of their own, within bounds of time and memory.

The engine is a large body of C++: some bytes keep it busy for hours, fill the memory, or break
it. Whatever it does there, the one who asks has the text or a clear error within seconds. One
process serves all documents; it is started for the first, and anew when it has ended.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import mmap
import os
import select
import signal
import subprocess
import threading
import time

from watcher.app.engine_room import (
    ANSWER,
    ASK,
    CLOSE,
    NO_MEMORY,
    OPEN,
    PAGE,
    SECONDS,
    TOO_MUCH,
)
from watcher.app.engine_start import shared_file, started
from watcher.errors import EngineError, UnreadableDocument
from watcher.parse.pdf import MAX_BYTES, Pdf, check_bytes, open_pdf

PATIENCE = 3.5
"""Seconds by the clock for one document, waits and starts of the engine included."""

IDLE = 0.5
"""Who did not even get this share of its processor time was held up by the machine."""

START = 20
"""Seconds for the start of the engine, which reads it from a disk that may be cold."""

WHAT_TO_DO = "if it is a report, open it by hand and print it to a new PDF"
TOO_SLOW = f"takes more than {SECONDS:g} seconds to read, as no report does"
BREAKS = "breaks the PDF engine, or needs more memory than any report"

_PART = 1 << 16
_TIMED_OUT = -getattr(signal, "SIGPROF", 0)
_FROM_OUTSIDE = frozenset(
    -getattr(signal, name, 0) for name in ("SIGKILL", "SIGTERM", "SIGHUP", "SIGINT")
)


class _Ended(Exception):  # noqa: N818  (what happened, and no error yet)
    """The process ended by itself, or (`late`) the time was up."""

    def __init__(self, *, late: bool = False) -> None:
        super().__init__()
        self.late = late


class _Document:
    """What is read, and how much patience is left for it."""

    def __init__(self, body: bytes, resource: str) -> None:
        self.body = body
        self.resource = resource
        self.patience = PATIENCE
        self.tried_again = False
        self.worked = 0.0
        self.pages: dict[int, tuple[int, str]] = {}

    def unreadable(self, reason: str) -> UnreadableDocument:
        """Make the error that says why it cannot be read, and what to do."""
        return UnreadableDocument(f"{reason}: {WHAT_TO_DO}", resource=self.resource)


class _Process:
    """One process of the engine: a pipe to it, a pipe from it, and memory for the document."""

    def __init__(self) -> None:
        self._owner = os.getpid()
        with shared_file() as file:
            self._desk = mmap.mmap(file.fileno(), MAX_BYTES)
            self._popen = started(file.fileno())
        assert self._popen.stdin is not None  # noqa: S101  (pipes were asked for)
        assert self._popen.stdout is not None  # noqa: S101
        self._to, self._from = self._popen.stdin, self._popen.stdout
        self._bell = select.poll()
        self._bell.register(self._from, select.POLLIN)
        self.up = False
        self.opened = 0
        self.holds: _Document | None = None
        self.owes: tuple[_Document, int] | None = None
        self._worked = 0.0

    @property
    def pid(self) -> int:
        """Its number."""
        return self._popen.pid

    @property
    def lives(self) -> bool:
        """Whether this process can ask it."""
        return self._owner == os.getpid() and self._popen.poll() is None

    def ask(self, document: _Document, index: int) -> None:
        """Ask for a page, of a document that takes the place of the one before if need be.

        Raises:
            _Ended: when the process ended.
        """
        asked = ASK.pack(PAGE, index)
        if self.holds is not document:
            self.opened += 1
            self.holds = document
            self._desk[: len(document.body)] = document.body
            asked = ASK.pack(OPEN, len(document.body)) + asked
        self.owes = (document, index)
        self._tell(asked)  # in one piece, so that the other side is woken once

    def close(self) -> None:
        """Let it give back the memory of its document.

        Raises:
            _Ended: when the process ended.
        """
        self.holds = None
        self._tell(ASK.pack(CLOSE, 0))

    def _tell(self, asked: bytes) -> None:
        """Write; the pipe has room for more than there ever is."""
        try:
            self._to.write(asked)
        except OSError as error:
            raise _Ended from error

    def answer(self, until: float) -> tuple[bool, int, str]:
        """Wait for an answer: whether it was read, the number of pages, the text or reason.

        Raises:
            _Ended: when the process ended, or gave none in time.
        """
        held = bytearray()
        size = ANSWER.size
        while len(held) < size:
            if not self._bell.poll(max(0.0, until - time.monotonic()) * 1000):
                raise _Ended(late=True)
            part = self._from.read(_PART)
            if not part:
                raise _Ended
            held += part
            if len(held) >= ANSWER.size:
                size = ANSWER.size + ANSWER.unpack_from(held)[3]
        self.owes = None
        fine, pages, self._worked, _ = ANSWER.unpack_from(held)
        return fine, pages, held[ANSWER.size :].decode("utf-8", "surrogatepass")

    def end(self, *, late: bool = True) -> tuple[int, float]:
        """End it and leave nothing of it: its exit code, the processor time since its answer."""
        before = _children_time()
        if self._owner == os.getpid():  # after a fork it is the parent's
            if not late:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self._popen.wait(1)
            self._popen.kill()
            self._popen.wait()
        self._to.close()
        self._from.close()
        self._desk.close()
        return self._popen.returncode or 0, _children_time() - before - self._worked


class Engine:
    """The engine, in whatever process it runs at the moment; safe to share among threads."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._process: _Process | None = None

    @property
    def pid(self) -> int | None:
        """The number of the process that runs now."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start the process without waiting for it, so that it is up when it is needed."""
        with self._lock, contextlib.suppress(EngineError):  # found out when it is needed
            if self._process is None:
                self._process = _Process()

    def open(self, body: bytes, resource: str = "") -> Pdf:
        """Begin to read a PDF; what is wrong inside it is known with its first page.

        Raises:
            UnreadableDocument: when a look at the bytes shows that it cannot be read.
            EngineError: when the machine does not let the engine run.
        """
        check_bytes(body, resource)
        document = _Document(body, resource)
        with self._lock, contextlib.suppress(_Ended):  # found out when the page is asked for
            self._ask(self._ready(), document, 0)
        return Pdf(
            lambda: self._page(document, 0)[0],
            lambda index: self._page(document, index)[1],
            lambda: self._close(document),
            soon=lambda index: self._soon(document, index),
            resource=resource,
        )

    def end(self) -> None:
        """End the process; the next document starts another."""
        with self._lock:
            process, self._process = self._process, None
            if process is not None:
                process.end()

    def _page(self, document: _Document, index: int) -> tuple[int, str]:
        """Read a page, if need be in a new process: the number of pages, and its text."""
        if index in document.pages:
            return document.pages[index]
        with self._lock:
            while True:
                answer = self._asked(document, index)
                if answer is not None:
                    break
        fine, pages, said = answer
        if fine:
            document.pages[index] = pages, said
            document.tried_again = False
            return pages, said
        if said == TOO_MUCH:
            raise document.unreadable(said)
        raise UnreadableDocument(said, resource=document.resource)

    def _soon(self, document: _Document, index: int) -> None:
        """Ask for a page before it is needed, unless another answer is still due."""
        with self._lock, contextlib.suppress(_Ended):  # found out when the page is asked for
            process = self._process
            if process is not None and process.holds is document and process.owes is None:
                process.ask(document, index)

    def _ask(self, process: _Process, document: _Document, index: int) -> None:
        """Ask for a page, unless that is done; whatever else was asked for goes unheard."""
        if process.owes == (document, index):
            return
        if process.owes is not None:
            process.answer(time.monotonic() + document.patience)
        process.ask(document, index)

    def _asked(self, document: _Document, index: int) -> tuple[bool, int, str] | None:
        """Ask for a page; None when it is worth asking again."""
        process = self._ready()
        start = time.monotonic()
        try:
            self._ask(process, document, index)
            return process.answer(start + document.patience)
        except _Ended as ended:
            self._process = None
            code, worked = process.end(late=ended.late)
            document.worked += worked
            if ended.late:
                raise _overdue(document) from None
            if process.opened == 1 or code == _TIMED_OUT:
                _blame(document, code)
            return None  # otherwise it may have ended of what it read before
        except BaseException:  # whoever leaves in between, as Ctrl-C does, leaves no half answer
            self._process = None
            process.end()
            raise
        finally:
            document.patience -= time.monotonic() - start

    def _ready(self) -> _Process:
        """Give the process, started when there is none."""
        process = self._process
        if process is None or not process.lives:
            self.end()
            process = self._process = _Process()
        if not process.up:
            try:
                process.answer(time.monotonic() + START)
            except _Ended as ended:
                self._process = None
                code, _ = process.end(late=ended.late)
                raise EngineError(
                    f"the PDF engine did not start (exit code {code})",
                    hint="see what `python -m watcher.app.engine_room` says",
                ) from None
            except BaseException:
                self.end()
                raise
            process.up = True
        return process

    def _close(self, document: _Document) -> None:
        """Let it give back the memory of a document."""
        with self._lock:
            process = self._process
            if process is not None and process.holds is document:
                with contextlib.suppress(_Ended):  # found out when the next document comes
                    process.close()


@functools.cache
def the_engine() -> Engine:
    """Give the one engine of this process, which ends with it."""
    engine = Engine()
    atexit.register(engine.end)
    return engine


def open_apart(body: bytes, resource: str = "") -> Pdf:
    """Open a PDF whose pages are read in a process of their own, within bounds.

    On Windows they are read in this one, unbounded.

    Raises:
        UnreadableDocument: when it cannot be read, within the bounds or at all.
        EngineError: when the machine does not let the engine run.
    """
    if os.name != "posix":  # no such pipes, timers and bounds: better read than refused
        return open_pdf(body, resource)
    return the_engine().open(body, resource)


def start_apart() -> None:
    """Start the process that reads PDFs, where there is one, while other things are loaded."""
    if os.name == "posix":
        the_engine().start()


def _overdue(document: _Document) -> EngineError | UnreadableDocument:
    """Say whose fault it is that the time was up."""
    if document.worked < IDLE:
        return EngineError(
            "the machine was too busy to read it",
            resource=document.resource,
            hint="try again when less is running",
        )
    return document.unreadable(TOO_SLOW)


def _blame(document: _Document, code: int) -> None:
    """Raise what the end of a process says of the one document that it ever had.

    Returns when it was ended from outside, for the first time.
    """
    if code == _TIMED_OUT:
        raise document.unreadable(TOO_SLOW)
    if code not in _FROM_OUTSIDE:
        raise document.unreadable(TOO_MUCH if code == NO_MEMORY else BREAKS)
    if document.tried_again:
        raise EngineError(
            "the PDF engine was ended twice from outside",
            resource=document.resource,
            hint="the machine may be short of memory",
        )
    document.tried_again = True


def _children_time() -> float:
    """Give the processor time of all processes that were started here and have ended."""
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
