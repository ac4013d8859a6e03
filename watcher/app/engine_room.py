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
import signal
import struct
import sys
import time
from typing import TYPE_CHECKING

from watcher.errors import UnreadableDocument
from watcher.parse.pdf import MAX_BYTES, open_pdf

if TYPE_CHECKING:
    from typing import BinaryIO

    from watcher.parse.pdf import Pdf

SECONDS = 2.5
"""Processor time for one document. A page of a report takes some 1.5 ms."""

MEMORY = 320 * 1024 * 1024
"""Address space (bytes). Reports need some 60 MB."""

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

    def open(self, body: bytes) -> None:
        """Take the place of the document before, and begin to count the time of this one."""
        self.close()
        self._body = body
        _within(SECONDS)

    def page(self, index: int) -> tuple[bool, int, str]:
        """Read a page: whether it could be read, the number of pages, and the text or reason."""
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
            _within(0)
            _within(SECONDS, closing=True)
            with pdf:
                pass
            _within(0, closing=True)


def serve(asked: BinaryIO, answers: BinaryIO, desk: mmap.mmap | bytes) -> None:
    """Answer until nobody asks any more."""
    room = Room()
    answers.write(ANSWER.pack(True, 0, time.process_time(), 0))  # noqa: FBT003  (it is up)
    answers.flush()
    while len(head := asked.read(ASK.size)) == ASK.size:
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


def _within(seconds: float, *, closing: bool = False) -> None:
    """Let a signal end this process after so much processor time; 0 lets it live on."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_VIRTUAL if closing else signal.ITIMER_PROF, seconds)


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
        serve(sys.stdin.buffer, answers, desk)
    except MemoryError:
        os._exit(NO_MEMORY)


if __name__ == "__main__":
    main()
