"""Open an official report: read the pages that hold its facts, and no others.

A full inspection prints its judgements on the front page, a report of 2009-13 at its end, a
letter in all its prose. Names of inspectors stand at the front or on the last pages; where they
stand in between they are looked for only where the contents say.
"""

from __future__ import annotations

import hashlib
import re
from itertools import islice
from typing import TYPE_CHECKING

from watcher.errors import UnreadableDocument
from watcher.model.document import Document, Format
from watcher.model.report import AGAIN_WITHIN, LETTERS, Family, Report, is_again
from watcher.parse.dates import name_date
from watcher.parse.pdf import open_pdf
from watcher.parse.report_front import family_of, read_front
from watcher.parse.report_team import lead_inspector, lead_of_team
from watcher.parse.report_text import assemble, name_blocks, without_heads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from watcher.model.dates import PartialDate
    from watcher.parse.hints import Hints
    from watcher.parse.pdf import Pdf
    from watcher.parse.report_front import Front

MAX_LETTER_PAGES = 40
MAX_COVER = 60
"""A first page with less text (characters) is a cover: the next page is the front page."""

_CELLS = ("outstanding", "good", "improvement", "adequate", "not judged", "n/a")
"""What a row of judgements ends in, lower case."""

_FEWEST_ROWS = 4
_SEND_OUTCOME = re.compile(r"inspection\s+outcome[\s\S]{80,}?experiences", re.IGNORECASE)
_NEEDS = re.compile(r"what\s+does\s+the\s+local\s+authority\s+need\s+to\s+improve", re.IGNORECASE)
_CONTENTS = re.compile(r"^\s*contents\b", re.IGNORECASE | re.MULTILINE)
_STATED_OVERALL = re.compile(r"the\s+overall\s+judgement\s+is", re.IGNORECASE)
_EARLIER = re.compile(
    r"\boverall\b[^.]{0,60}\b(?:inadequate|improvement|good|outstanding)\b"
    r"|\b(?:inadequate|improvement|good|outstanding)\b[^.]{0,40}\boverall\b",
    re.IGNORECASE,
)
_RECORD = re.compile(r"record\s+of\s+main\s+findings", re.IGNORECASE)
_ABOUT = re.compile(
    r"^information\s+about\s+(?:this|the)\s+(?:local\s+authority\s+)?inspection[\s.]+(\d{1,3})$",
    re.IGNORECASE | re.MULTILINE,
)
"""Where the table of contents says that the inspectors are named."""

_NEEDS_WITHIN = 10
_RECORD_WITHIN = 4
_WEAK = frozenset({"file", "link"})


def open_report(
    body: bytes, hints: Hints, opener: Callable[[bytes, str], Pdf] = open_pdf
) -> Report:
    """Read what a PDF says of itself and the text of the pages that hold its judgements.

    Raises:
        UnreadableDocument: when it is no PDF, empty, encrypted, cut off, far too long, or has
            no text.
    """
    with opener(body, hints.path or hints.url or "") as pdf:
        sha256 = hashlib.sha256(body).hexdigest()  # while the engine reads the first page
        bare: dict[int, str] = {}
        family, first = _read_pages(pdf, bare)
        assembled = assemble(pdf.texts, len(pdf), bare)
        if not assembled.text.strip():
            raise UnreadableDocument("has no text", resource=hints.path or hints.url or "")
        lead, order = _lead_pages(family, assembled.text, len(pdf))
        if order:
            pdf.soon(order[0])
        front_end = assembled.pages[first] if first < len(assembled.pages) else len(assembled.text)
        front = read_front(assembled.text[:front_end])  # while the engine reads on
        read = pdf.pages_read
        if order:
            lead = _lead_on(pdf, family, order)
        if pdf.pages_read > read:
            read, assembled = pdf.pages_read, assemble(pdf.texts, len(pdf), bare)
    published, basis = _dated(front, hints)
    document = Document(
        text=assembled.text,
        title=hints.title or front.title,
        path=hints.path,
        url=hints.url,
        outlet=hints.outlet or (None if family is Family.UNKNOWN else "Ofsted"),
        sha256=sha256,
        format=Format.PDF,
        blocks=name_blocks(assembled.text),
        pages=assembled.pages,
        id=hints.id,
        published=published,
        published_basis=basis,
    )
    return _report(document, front, (lead, front_end, read))


def _report(document: Document, front: Front, rest: tuple[str | None, int, int]) -> Report:
    lead, front_end, read = rest
    fieldwork = front.fieldwork
    return Report(
        document=document,
        family=front.family,
        names=front.names,
        start=fieldwork.start if fieldwork else None,
        end=fieldwork.end if fieldwork else None,
        dates_text=fieldwork.text if fieldwork else "",
        published=front.published,
        lead_inspector=lead,
        judgements=front.judgements,
        front=front_end,
        pages_read=read,
    )


def _dated(front: Front, hints: Hints) -> tuple[PartialDate | None, str | None]:
    """Choose the day of publication: a person's word, what is printed, then file and link."""
    if hints.published is not None and hints.published_basis not in _WEAK:
        return hints.published, hints.published_basis or "config"
    if front.published is not None:
        return front.published, "printed"
    if hints.published is not None:
        return hints.published, hints.published_basis
    for basis, name in (("file", hints.path), ("link", hints.url)):
        published = name_date(name) if name else None
        if published is not None:
            return published, basis
    return None, None


def _continues(front: str, family: Family) -> bool:
    """Tell whether the first page is a cover, or what makes the front runs over to the next."""
    if len(front) < MAX_COVER or family is Family.UNKNOWN:
        return True
    if family is Family.AREA_SEND:
        return not _SEND_OUTCOME.search(front)
    if family in {Family.ILACS, Family.SINGLE}:
        lines = front.lower().split("\n")
        ended = (line for line in lines if line.rstrip(" \t.0123456789").endswith(_CELLS))
        return len(list(islice(ended, _FEWEST_ROWS))) < _FEWEST_ROWS
    return False


def _read_pages(pdf: Pdf, bare: dict[int, str]) -> tuple[Family, int]:
    """Read the pages that hold the facts; tell what the report is, and how long its front."""
    front = pdf.page(0)
    family, first = family_of(front), 1
    if len(pdf) > 1 and _continues(front, family):
        pdf.page(1)
        first = 2
        if family is Family.UNKNOWN:
            family = family_of(assemble(pdf.texts, 2, bare).text)
    if family in LETTERS or family is Family.UNKNOWN:
        for index in range(min(len(pdf), MAX_LETTER_PAGES)):
            pdf.page(index)
    elif family is Family.SINGLE and is_again(front):
        _read_earlier(pdf)
    elif family is Family.SINGLE and _STATED_OVERALL.search(front):
        _read_needs(pdf)
    elif family is Family.SAFEGUARDING:
        _read_record(pdf)
    return family, first


def _read_earlier(pdf: Pdf) -> None:
    """Read on to where a re-inspection says what overall grade it follows."""
    for index in range(1, min(len(pdf), AGAIN_WITHIN)):
        if _EARLIER.search(pdf.page(index)):
            return


def _read_record(pdf: Pdf) -> None:
    """Read back from the end to the record of main findings."""
    last = len(pdf) - 1
    for index in range(last, max(0, last - _RECORD_WITHIN), -1):
        if _RECORD.search(pdf.page(index)):
            return


def _read_needs(pdf: Pdf) -> None:
    """Read on to what the authority must improve, where areas for priority action stand."""
    for index in range(1, min(len(pdf), _NEEDS_WITHIN)):
        page = pdf.page(index)
        found = _NEEDS.search(page)
        if found is not None and not _CONTENTS.search(page):
            if len(page) - found.end() < MAX_COVER and index + 1 < len(pdf):
                pdf.page(index + 1)
            return


def _lead_pages(family: Family, text: str, pages: int) -> tuple[str | None, list[int]]:
    """Give the lead inspector named in what was read, else the pages on which to look for one.

    These are the last, and before them those of which the contents say so.
    """
    last = pages - 1
    if family is Family.AREA_SEND:
        order = [last, last - 1, last - 2]
    else:
        name = lead_inspector(text)
        if name is not None or family not in {Family.SINGLE, Family.BOARD_REVIEW}:
            return name, []
        order = [last - 1, last]
    told = _ABOUT.search(text)
    if told is not None:
        order[:0] = [int(told[1]) - 1, int(told[1])]
    return None, [index for index in order if 0 < index <= last]


def _lead_on(pdf: Pdf, family: Family, order: Iterable[int]) -> str | None:
    """Find the lead inspector on the first of these pages that names one."""
    finder = lead_of_team if family is Family.AREA_SEND else lead_inspector
    for index in order:
        name = finder(without_heads(pdf.page(index)))
        if name is not None:
            return name
    return None
