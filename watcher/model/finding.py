"""Findings: what a document says of a named council, with the sentence that proves it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.model.record import record

if TYPE_CHECKING:
    from watcher.model.council import CouncilRef
    from watcher.model.dates import PartialDate
    from watcher.model.document import Document
    from watcher.model.vocabulary import Area, Direction, Kind, Outcome, Role, Severity


@record
class Evidence:
    """Quote `text[start:end]` of the document (code points); `page` counts from 1 in PDFs."""

    quote: str
    start: int
    end: int
    page: int | None = None


@record
class Previous:
    """The earlier outcome that the text itself states."""

    outcome: Outcome
    when: PartialDate | None = None


@record
class Finding:
    """One outcome for one council in one judgement area.

    `when` is the start of the inspection or visit as far as known. `adverse` means that this
    finding alone, against an empty store, would alert at medium or above. `confidence` is
    between 0 and 1; `held` marks one under the threshold. `rule` names what fired.
    """

    council: CouncilRef
    role: Role
    kind: Kind
    regime: str | None
    area: Area
    outcome: Outcome
    direction: Direction
    previous: Previous | None
    when: PartialDate | None
    adverse: bool
    severity: Severity | None
    confidence: float
    rule: str
    evidence: tuple[Evidence, ...]
    held: bool = False


@record
class Rejection:
    """What a stage dropped, and why."""

    stage: str
    reason: str
    council: CouncilRef | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierGrade:
    """The grade that a report says was given before it: a cross-check, never part of a history.

    `predecessor` marks a grade of the council that this one replaced.
    """

    area: Area
    outcome: Outcome
    when: PartialDate | None
    predecessor: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """What an official report says of itself.

    `published_basis` is printed, file, link or None. `not_judged` lists areas that the report
    says it did not judge. `pages_read` counts the pages whose text was needed. `previous` is
    what the report says of the overall grade before. `responsible_body` is whom the report of a
    joint inspection names as the one that must answer it, in its own words.
    """

    council: CouncilRef | None
    kind: Kind
    regime: str | None
    start: PartialDate | None
    end: PartialDate | None
    published: PartialDate | None
    published_basis: str | None
    lead_inspector: str | None
    not_judged: tuple[Area, ...]
    pages_read: int
    previous: EarlierGrade | None = None
    responsible_body: str | None = None


@record
class Reading:
    """Everything that was understood of one document."""

    document: Document
    findings: tuple[Finding, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    inspection: Inspection | None = None
    error: str | None = None
