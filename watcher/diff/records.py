"""Findings -> records: the council of the day, its lineage, a stable id, the receipt."""

from __future__ import annotations

import re
from collections import Counter
from hashlib import blake2b
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from watcher.model.document import Format
from watcher.model.event import Citation, Record, RecordId
from watcher.model.vocabulary import Kind, Role, Status

if TYPE_CHECKING:
    import datetime as dt

    from watcher.diff.context import DiffContext, Provenance
    from watcher.model.council import Council, CouncilCode, Register
    from watcher.model.dates import PartialDate
    from watcher.model.document import Document
    from watcher.model.finding import Finding, Reading

_FILE_NUMBER = re.compile(r"/file/(\d{6,12})(?!\d)")
_OFSTED = "ofsted.gov.uk"
_GOVERNMENT = "www.gov.uk"


def records_from(
    reading: Reading, provenance: Provenance, context: DiffContext
) -> tuple[Record, ...]:
    """Turn what was read of one document into records, one for each thing it says.

    A report's sentence about an earlier inspection is a cross-check for people, not evidence:
    it makes no record.
    """
    official = reading.document.format is Format.PDF
    seen_keys: Counter[tuple[str, ...]] = Counter()
    records = []
    for finding in reading.findings:
        if official and finding.role is Role.BACKGROUND:
            continue
        council = council_on(finding.council.code, _day_of(finding, reading), context.register)
        key = (*_key(finding, council), _edition(finding, reading.document))
        number = seen_keys[key]
        seen_keys[key] += 1
        record_id = digest("record", identity_of(reading.document), *key, str(number))
        records.append(_record(RecordId(record_id), finding, council, (reading, provenance)))
    return tuple(records)


def council_on(code: CouncilCode, day: dt.date | None, register: Register) -> Council:
    """Give the council that bore the responsibility on that day.

    That is the one of the same lineage; where a new council replaced one of the same name and
    did not yet exist on that day, it is the one it replaced.
    """
    if day is None:
        return register.by_code[code]
    council = register.at(code, day)
    if council.valid_on(day):
        return council
    for older in register.predecessors(council.code):
        if older.short_name == council.short_name and older.valid_on(day):
            return older
    return council


def identity_of(document: Document) -> str:
    """Name a document so that reading it again, or a later edition of it, gives the same name.

    A file is known by its name without its folder: moved, it is still the same.
    """
    if document.url:
        return document.url
    name = re.split(r"[/\\]", document.path)[-1] if document.path else ""
    if name and document.id is not None:
        return f"{name}#{document.id}"
    if name and not name.endswith(".jsonl"):
        return name
    return document.sha256 or digest("text", document.text)


def file_number(url: str | None) -> int | None:
    """Give Ofsted's rising file number in a link, None when it has none."""
    found = _FILE_NUMBER.search(url or "")
    return int(found.group(1)) if found else None


def digest(*parts: str) -> str:
    """Hash parts to a short stable name."""
    return blake2b("\x1f".join(parts).encode(), digest_size=10).hexdigest()


def _day_of(finding: Finding, reading: Reading) -> dt.date | None:
    if finding.when is not None:
        return finding.when.last if not finding.when.precise else finding.when.first
    if reading.inspection is not None and reading.inspection.start is not None:
        return reading.inspection.start.first
    published = reading.document.published
    return published.first if published else None


def _key(finding: Finding, council: Council) -> tuple[str, ...]:
    """Say what distinguishes a finding from others of its document.

    A news finding's date is left out: a better reading of it is still the same finding.
    """
    older = finding.role is Role.BACKGROUND and finding.when is not None
    return (
        council.lineage,
        finding.role.value,
        finding.kind.value,
        finding.area.value,
        finding.outcome.value,
        str(finding.when) if older else "",
    )


def _edition(finding: Finding, document: Document) -> str:
    """Tell one telling from a later one under the same address, but not from its corrections.

    An article that is corrected keeps its date; a page that is written anew has another one.
    """
    if document.published is not None:
        return document.published.text
    return finding.evidence[0].quote if finding.evidence else ""


def _record(
    record_id: RecordId, finding: Finding, council: Council, origin: tuple[Reading, Provenance]
) -> Record:
    reading, provenance = origin
    document, inspection = reading.document, reading.inspection
    report = document.format is Format.PDF
    start = inspection.start if inspection else None
    previous = None if report else finding.previous
    return Record(
        id=record_id,
        council=council.ref,
        lineage=council.lineage,
        role=finding.role,
        kind=finding.kind,
        regime=finding.regime,
        area=finding.area,
        outcome=finding.outcome,
        direction=finding.direction,
        previous_outcome=previous.outcome if previous else None,
        previous_when=previous.when if previous else None,
        when=_begun(finding.when, document.published) or start,
        when_end=inspection.end if inspection else None,
        published=(inspection.published if inspection else None) or document.published,
        status=_status(document, finding.kind),
        origin="report" if report else "article",
        order=file_number(document.url),
        severity=finding.severity,
        confidence=finding.confidence,
        adverse=finding.adverse,
        silent=provenance.silent,
        held=finding.held,
        seen=provenance.seen,
        source=provenance.source,
        citations=_citations(finding, document),
    )


def _begun(when: PartialDate | None, published: PartialDate | None) -> PartialDate | None:
    """Give the date of an inspection, unless it lies after the very news of it."""
    if when is not None and published is not None and when.first > published.last:
        return None
    return when


def _status(document: Document, kind: Kind) -> Status:
    """Tell what is official: Ofsted's report or page, and the government's own acts."""
    host = urlsplit(document.url or "").hostname or ""
    if document.format is Format.PDF or host == _OFSTED or host.endswith("." + _OFSTED):
        return Status.CONFIRMED
    if host == _GOVERNMENT and kind is Kind.INTERVENTION:
        return Status.CONFIRMED
    return Status.REPORTED


def _citations(finding: Finding, document: Document) -> tuple[Citation, ...]:
    return tuple(
        Citation(
            quote=evidence.quote,
            title=document.title,
            url=document.url,
            path=document.path,
            outlet=document.outlet,
            start=evidence.start,
            end=evidence.end,
            page=evidence.page,
            sha256=document.sha256,
            rule=finding.rule,
        )
        for evidence in finding.evidence
    )
