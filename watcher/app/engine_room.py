"""Run the PDF engine apart: what it costs, and what it breaks, is this process's alone.

    (up) -> an empty answer
    -> O length           open the PDF in the shared memory; no answer
    -> P index            read a page -> text, or why it cannot be read
    -> C                  close; no answer

Started by `watcher.app.engine` as `python -m watcher.app.engine_room`. A document's processor
time is measured by a timer whose signal ends the process, also in the midst of a call into the
engine and when nobody is left to end it. Memory is bounded by the system.
"""

from __future__ import annotations

import contextlib
import mmap
import os
import select
import signal
import struct
import sys
import time
from typing import TYPE_CHECKING

from watcher.errors import UnreadableDocument
from watcher.parse.pdf import MAX_BYTES, open_pdf

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import RawIOBase
    from typing import BinaryIO

    from watcher.parse.pdf import Pdf

SECONDS = 2.5
"""Processor time for one document. A page of a report takes some 1.5 ms."""

_LEAST = 0.001
"""No timer can be set to less (seconds), and 0 would be no bound."""

MEMORY = 320 * 1024 * 1024
"""Address space (bytes). Reports need some 60 MB."""

LINGER = 0.001
"""Seconds for which the next question is awaited awake. On a machine that is else idle it takes
longer to wake a processor than the one who asks needs between two pages."""

TOO_MUCH = "needs more memory than any report"
NO_MEMORY = 3
"""How the process ends when memory is refused where it cannot say so."""

ASK = struct.Struct("<cQ")
OPEN, PAGE, CLOSE = b"O", b"P", b"C"

ANSWER = struct.Struct("<?IdQ")
"""Whether it was read, how many pages there are, the processor time of this process so far
(seconds), and how many bytes of text follow."""


class Room:
    """The one document that is open."""

    def __init__(self) -> None:
        self._body = b""
        self._pdf: Pdf | None = None
        self._left = SECONDS

    def open(self, body: bytes) -> None:
        """Take the place of the document before, with time of its own."""
        self.close()
        self._body, self._left = body, SECONDS

    def page(self, index: int) -> tuple[bool, int, str]:
        """Read a page: whether it could be read, the number of pages, and the text or reason.

        Time is counted only within, so that what comes after is never laid to a document.
        """
        _within(self._left)
        try:
            return self._page(index)
        finally:
            self._left = max(_within(0), _LEAST)

    def _page(self, index: int) -> tuple[bool, int, str]:
        try:
            if self._pdf is None:
                self._pdf = open_pdf(self._body)
            return True, len(self._pdf), self._pdf.page(index)
        except UnreadableDocument as error:
            return False, 0, str(error)
        except MemoryError:
            return False, 0, TOO_MUCH

    def close(self) -> None:
        """Give memory back; if that takes too long, it is not laid to the next document."""
        pdf, self._pdf, self._body = self._pdf, None, b""
        if pdf is not None:
            _within(SECONDS, closing=True)
            with pdf:
                pass
            _within(0, closing=True)


def serve(
    asked: RawIOBase,
    answers: BinaryIO,
    desk: mmap.mmap | bytes,
    linger: Callable[[], None] = lambda: None,
) -> None:
    """Answer until nobody asks any more; linger before the wait for the next to ask."""
    room = Room()
    answers.write(ANSWER.pack(True, 0, time.process_time(), 0))  # noqa: FBT003  (it is up)
    answers.flush()
    while len(head := asked.read(ASK.size) or b"") == ASK.size:
        kind, number = ASK.unpack(head)
        if kind == OPEN:
            room.open(desk[:number])
        elif kind == CLOSE:
            room.close()
        else:
            fine, pages, said = room.page(number)
            text = said.encode("utf-8", "surrogatepass")
            answers.write(ANSWER.pack(fine, pages, time.process_time(), len(text)) + text)
            answers.flush()
        linger()


def _lingering(asked: RawIOBase) -> Callable[[], None]:
    """Give what waits awake for a moment, and lets others run."""
    if not hasattr(select, "poll"):
        return lambda: None
    bell = select.poll()
    bell.register(asked, select.POLLIN)

    def linger() -> None:
        until = time.monotonic() + LINGER
        while not bell.poll(0) and time.monotonic() < until:
            os.sched_yield()

    return linger


def _within(seconds: float, *, closing: bool = False) -> float:
    """Let a signal end this process after so much processor time; give what was left till then.

    0 lets it live on.
    """
    if not hasattr(signal, "setitimer"):
        return SECONDS
    clock = signal.ITIMER_VIRTUAL if closing else signal.ITIMER_PROF
    return signal.setitimer(clock, seconds)[0]


def _bound() -> None:
    """Let the system refuse memory beyond the bound, and keep no image of a crash."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main() -> None:
    """Serve on the standard streams; what the engine itself prints goes nowhere."""
    import pypdfium2  # noqa: F401  (before memory is bounded, and before the first is asked for)

    _bound()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    try:
        desk = mmap.mmap(int(sys.argv[1]), MAX_BYTES, prot=mmap.PROT_READ)
        asked = os.fdopen(0, "rb", buffering=0, closefd=False)
        serve(asked, answers, desk, _lingering(asked))
    except MemoryError:
        os._exit(NO_MEMORY)


if __name__ == "__main__":
    main()
