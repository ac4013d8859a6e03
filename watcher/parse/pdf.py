"""Read the text of a PDF's pages, in the order in which they were written.

pdfium keeps stream order: a wrapped label and its grade stay together. Engines that sort by
position put the grade inside the label. pdfium is not safe to call from two threads at once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from watcher.errors import UnreadableDocument

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self

MAX_BYTES = 32 * 1024 * 1024
"""The largest report is under 2 MB; what is larger than this is none."""

MAX_PAGES = 400
"""The longest report has some 60 pages."""

MAX_PAGE_CHARACTERS = 60_000
"""A page of print holds some 4,000."""

MAX_CHARACTERS = 600_000
"""The pages that are read of a report, all together: 150 pages of print."""

_HEAD, _TAIL = 1024, 4096

_PLAIN = {
    "\u00a0": " ",
    "\u2007": " ",
    "\u2009": " ",
    "\u202f": " ",
    "\u2028": "\n",
    "\u2029": "\n",
    "\x0b": "\n",
    "\x0c": "\n",
    "\u200b": "",
    "\ufeff": "",
    "\x00": "",
    "\u2010": "-",
    "\u2011": "-",
    "\uf02d": "-",
    "\uf06e": "•",
    "\uf0a7": "•",
    "\uf0b7": "•",
    "\uf0be": "•",
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
}
_ASCII_ODD = tuple(odd for odd in _PLAIN if odd.isascii())
_HYPHENS = "\ufffe\x02\u00ad"
_LINE_END_HYPHEN = re.compile(rf"[{_HYPHENS}]\s*")


class Pdf:
    """Hold an open PDF; a context manager, as its memory is not Python's.

    Args:
        count: Tells how many pages it has; asked once.
        read: Gives the clean text of a page, counted from 0.
        close: Gives its memory back.
        soon: Is told of a page that will be read next.
        resource: What it is called.
    """

    def __init__(
        self,
        count: Callable[[], int],
        read: Callable[[int], str],
        close: Callable[[], None],
        *,
        soon: Callable[[int], None] | None = None,
        resource: str = "",
    ) -> None:
        self._count = count
        self._pages: int | None = None
        self._reader = read
        self._closer = close
        self._soon = soon
        self._resource = resource
        self._read: dict[int, str] = {}

    def __enter__(self) -> Self:
        """Enter it."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the memory back."""
        self._closer()

    def __len__(self) -> int:
        """Count its pages.

        Raises:
            UnreadableDocument: when it cannot be opened.
        """
        if self._pages is None:
            self._pages = self._count()
        return self._pages

    @property
    def pages_read(self) -> int:
        """How many pages have been read so far."""
        return len(self._read)

    @property
    def texts(self) -> dict[int, str]:
        """The pages read so far, by index from 0."""
        return self._read

    def soon(self, index: int) -> None:
        """Say that a page will be asked for next, so that it may be read meanwhile."""
        if self._soon is not None and index not in self._read:
            self._soon(index)

    def page(self, index: int) -> str:
        """Give the clean text of a page, counted from 0; read once.

        Raises:
            UnreadableDocument: when the page is broken, or it or all together hold far more than
                a report can.
        """
        if index not in self._read:
            self._read[index] = self._reader(index)
            held = sum(map(len, self._read.values()))
            if held > MAX_CHARACTERS:
                raise UnreadableDocument(
                    f"holds {held:,} characters on {len(self._read)} pages; no report does",
                    resource=self._resource,
                )
        return self._read[index]


def open_pdf(body: bytes, resource: str = "") -> Pdf:
    """Open a PDF after looking at what needs no engine.

    The engine runs in this very process: nothing bounds the time and memory that a page takes.

    Raises:
        UnreadableDocument: when it is empty, no PDF, cut off, encrypted, broken or too large.
    """
    check_bytes(body, resource)
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(body)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).casefold():
            raise UnreadableDocument("is encrypted", resource=resource) from error
        raise UnreadableDocument("is a broken PDF", resource=resource) from error
    if not 0 < pages <= MAX_PAGES:
        document.close()
        raise UnreadableDocument(
            f"has {pages:,} pages; no report has more than {MAX_PAGES}", resource=resource
        )
    return Pdf(
        lambda: pages,
        lambda index: clean(_raw_text(document, index, resource)),
        document.close,
        resource=resource,
    )


def check_bytes(body: bytes, resource: str = "") -> None:
    """Look at what needs no engine.

    Raises:
        UnreadableDocument: when the bytes are empty, no PDF, too many, or cut off.
    """
    if not body.strip(b"\x00\t\n\r "):
        raise UnreadableDocument("is empty", resource=resource)
    if b"%PDF-" not in body[:_HEAD]:
        kind = "a web page" if re.match(rb"(?is)\s*<(?:!doctype|html|\?xml)", body) else "no PDF"
        raise UnreadableDocument(f"is {kind}", resource=resource)
    if len(body) > MAX_BYTES:
        raise UnreadableDocument(
            f"has {len(body):,} bytes; no report has more than {MAX_BYTES:,}", resource=resource
        )
    if b"%%EOF" not in body[-_TAIL:]:
        raise UnreadableDocument("is cut off", resource=resource)


def clean(text: str) -> str:
    """Undo what the engine does to text: line ends, line-end hyphens, bullets, odd blanks."""
    text = text.replace("\r", "")
    for odd in _ASCII_ODD if text.isascii() else _PLAIN:
        text = text.replace(odd, _PLAIN[odd])
    if any(hyphen in text for hyphen in _HYPHENS):
        text = _LINE_END_HYPHEN.sub("-", text)
    return "\n".join([line.rstrip(" \t") for line in text.split("\n")]).strip()


def _raw_text(document: Any, index: int, resource: str) -> str:
    import pypdfium2

    try:
        page = document[index]
        try:
            textpage = page.get_textpage()
            count = textpage.count_chars()
            if count > MAX_PAGE_CHARACTERS:
                raise UnreadableDocument(
                    f"holds {count:,} characters on page {index + 1}", resource=resource
                )
            return str(textpage.get_text_range())
        finally:
            page.close()
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocument(f"page {index + 1} is broken", resource=resource) from error
