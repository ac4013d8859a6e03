"""Read documents of every kind: bytes in, one `Reading` out, errors included."""

from __future__ import annotations

import functools
import gc
import hashlib
import time
from typing import TYPE_CHECKING

from watcher.errors import DocumentError, EngineError
from watcher.model.document import Document, Format
from watcher.model.finding import Reading, Rejection
from watcher.parse.archive import Content, parse_archive
from watcher.parse.article import looks_like_html, parse_article, parse_string
from watcher.parse.screen import mentions_inspectorate, stub_reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from watcher.extract.context import ExtractContext
    from watcher.model.document import Fetched
    from watcher.parse.hints import Hints
    from watcher.parse.pdf import Pdf

    Opener = Callable[[bytes, str], Pdf]

THRESHOLD = 0.5
"""Confidence under which a finding is held, unless the configuration says otherwise."""

LARGEST = 64_000_000
"""No more of a file is taken in (bytes): scanned reports can be this large, articles cannot."""

_OBJECTS = 20_000
"""So many new objects set the collector of cycles to work."""

_PDF = b"%PDF-"
_PDF_HEAD = 1024


class PlainTiming:
    """The machine's own clock, and pauses that are real."""

    def now(self) -> float:
        """Give seconds of a clock that never goes back."""
        return time.monotonic()

    def wall(self) -> float:
        """Give seconds since 1970."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)

    def jitter(self) -> float:
        """Give the middle: one page needs no spreading."""
        return 0.5


@functools.cache
def reading_context(threshold: float = THRESHOLD) -> ExtractContext:
    """Load what the reader compares with, once a process.

    A long text makes a hundred thousand phrases, none of them part of a cycle: the collector
    looks for cycles less often from then on.
    """
    from watcher.extract.context import ExtractContext
    from watcher.reference import load_register, load_rulebook
    from watcher.reference.lexicon import load_lexicon

    gc.set_threshold(_OBJECTS)
    return ExtractContext(
        register=load_register(),
        rulebook=load_rulebook(),
        lexicon=load_lexicon(),
        threshold=threshold,
    )


def read_bytes(body: bytes, hints: Hints, context: ExtractContext) -> Reading:
    """Read a report, a page or a text; what cannot be read yields its error.

    A page that cannot speak of an inspection is dismissed before it is parsed.
    """
    return next(read_in_turn([(hints, body)], context))


def read_in_turn(
    documents: Iterable[tuple[Hints, bytes | DocumentError]], context: ExtractContext
) -> Iterator[Reading]:
    """Read documents one after another, or say of one why its bytes could not be had.

    Reports are opened in a process of their own, which begins on the next one while the last is
    understood here.
    """
    understand: Callable[[], Reading] | None = None
    for hints, content in documents:
        opener = _begun(content, hints) if understand is not None else None
        if understand is not None:
            yield understand()
        understand = _opened(content, hints, context, opener)
    if understand is not None:
        yield understand()


def _is_pdf(body: bytes, hints: Hints) -> bool:
    """Tell whether bytes are a PDF or, by their name, ought to be one."""
    return _PDF in body[:_PDF_HEAD] or _named_pdf(hints)


def _begun(content: bytes | DocumentError, hints: Hints) -> Opener | None:
    """Let the engine begin on a report; what is wrong with it is said when its turn comes."""
    if isinstance(content, DocumentError) or not _is_pdf(content, hints):
        return None
    from watcher.app.engine import open_apart

    try:
        pdf = open_apart(content, hints.path or hints.url or "")
    except (DocumentError, EngineError):
        return None
    return lambda _body, _resource: pdf


def _opened(
    content: bytes | DocumentError, hints: Hints, context: ExtractContext, opener: Opener | None
) -> Callable[[], Reading]:
    """Read the pages of a report; give what makes a reading of it, or of whatever it is."""
    if isinstance(content, DocumentError):
        return functools.partial(failed, hints, content)
    if not _is_pdf(content, hints):
        return functools.partial(_read_article, content, hints, context)
    from watcher.app.engine import open_apart
    from watcher.extract.report import read_report
    from watcher.parse.report import open_report

    try:
        report = open_report(content, hints, opener or open_apart)
    except DocumentError as error:
        return functools.partial(failed, hints, error, content)
    return functools.partial(read_report, report, context)


def _read_article(body: bytes, hints: Hints, context: ExtractContext) -> Reading:
    try:
        if looks_like_html(body, hints) and not mentions_inspectorate(body):
            return _dismissed(body, hints)
        return _read(parse_article(body, hints), context)
    except DocumentError as error:
        return failed(hints, error, body)


def _named_pdf(hints: Hints) -> bool:
    """Tell whether bytes call themselves a PDF: if they are none, that is their error."""
    name = (hints.path or hints.url or "").casefold().partition("?")[0]
    return (
        name.endswith(".pdf") or hints.content_type.partition(";")[0].strip() == "application/pdf"
    )


def read_archive(
    lines: Iterable[str], context: ExtractContext, path: str | None = None
) -> Iterator[Reading]:
    """Read the documents of a `.jsonl` archive, in order, one at a time."""
    for hints, content in parse_archive(lines, path):
        yield read_content(hints, content, context)


def read_content(
    hints: Hints, content: Content | DocumentError, context: ExtractContext
) -> Reading:
    """Read one line of an archive."""
    if isinstance(content, DocumentError):
        return failed(hints, content)
    try:
        if content.html:
            body = content.text.encode()
            if not mentions_inspectorate(body):
                return _dismissed(body, hints)
        return _read(parse_string(content.text, hints, html=content.html), context)
    except DocumentError as error:
        return failed(hints, error, content.text.encode())


def fetch_page(url: str) -> Fetched:
    """Fetch the one page that a person asks for by hand, from wherever it is."""
    from watcher import __version__
    from watcher.fetch.http import Ask, HttpFetcher, HttpPolicy

    policy = HttpPolicy(user_agent=f"watcher/{__version__}", gap=0.0, tries=2)
    fetcher = HttpFetcher(policy, PlainTiming())
    try:
        return fetcher.fetch(Ask(url=url, allow_private=True, robots=False))
    finally:
        fetcher.close()


def failed(hints: Hints, error: DocumentError, body: bytes = b"") -> Reading:
    """Make the reading of a document that could not be read."""
    return Reading(document=_bare(body, hints, _format_of(body, hints)), error=str(error))


def _format_of(body: bytes, hints: Hints) -> Format:
    """Tell what a document that could not be read was meant to be."""
    if _PDF in body[:_PDF_HEAD] or _named_pdf(hints):
        return Format.PDF
    return Format.HTML if looks_like_html(body, hints) else Format.TEXT


def _read(document: Document, context: ExtractContext) -> Reading:
    """Extract, unless the document is no article; say so where it is only a piece of one."""
    from watcher.extract import extract

    stub = stub_reason(document)
    if stub is None:
        return extract(document, context)
    rejection = Rejection(stage="parse", reason=stub, quote=document.title)
    if stub == "error_page":
        return Reading(document=document, rejections=(rejection,))
    reading = extract(document, context)
    return Reading(
        document=reading.document,
        findings=reading.findings,
        rejections=(rejection, *reading.rejections),
        inspection=reading.inspection,
        error=reading.error,
    )


def _dismissed(body: bytes, hints: Hints) -> Reading:
    """Make the reading of a page that names no inspectorate."""
    document = _bare(body, hints, Format.HTML)
    rejection = Rejection(stage="parse", reason="no_inspectorate")
    return Reading(document=document, rejections=(rejection,))


def _bare(body: bytes, hints: Hints, kind: Format) -> Document:
    """Make a document of which only the hints are known."""
    return Document(
        text="",
        title=hints.title,
        path=hints.path,
        url=hints.url,
        outlet=hints.outlet,
        published=hints.published,
        published_basis=hints.published_basis,
        sha256=hashlib.sha256(body).hexdigest() if body else "",
        format=kind,
        id=hints.id,
    )
