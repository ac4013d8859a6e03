"""JSON shapes of the outside face for documents, findings and rejections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from watcher.model.council import CouncilRef
    from watcher.model.document import Document
    from watcher.model.finding import (
        EarlierGrade,
        Evidence,
        Finding,
        Inspection,
        Reading,
        Rejection,
    )

SCHEMA = 1
"""Version of the JSON that every command prints."""


def council_json(council: CouncilRef | None) -> dict[str, str] | None:
    """Render a council."""
    return None if council is None else {"code": council.code, "name": council.name}


def reading_json(reading: Reading, *, with_text: bool = False) -> dict[str, Any]:
    """Render one object of `watcher extract`."""
    document = reading.document
    shown: dict[str, Any] = {
        "schema": SCHEMA,
        "document": document_json(document),
        "findings": [finding_json(finding) for finding in reading.findings],
        "rejections": [rejection_json(rejection) for rejection in reading.rejections],
        "error": reading.error,
    }
    if document.id is not None:
        shown["id"] = document.id
    if reading.inspection is not None:
        shown["inspection"] = inspection_json(reading.inspection)
    if with_text:
        shown["document"]["text"] = document.text
    return shown


def document_json(document: Document) -> dict[str, Any]:
    """Render what is known of a document."""
    return {
        "path": document.path,
        "url": document.url,
        "title": document.title,
        "published": str(document.published) if document.published else None,
        "outlet": document.outlet,
        "sha256": document.sha256,
        "format": document.format.value,
    }


def finding_json(finding: Finding) -> dict[str, Any]:
    """Render a finding."""
    previous = finding.previous
    return {
        "council": council_json(finding.council),
        "role": finding.role.value,
        "kind": finding.kind.value,
        "regime": finding.regime,
        "area": finding.area.value,
        "outcome": finding.outcome.value,
        "direction": finding.direction.value,
        "previous": None
        if previous is None
        else {
            "outcome": previous.outcome.value,
            "when": str(previous.when) if previous.when else None,
        },
        "when": str(finding.when) if finding.when else None,
        "adverse": finding.adverse,
        "severity": finding.severity.label if finding.severity else None,
        "confidence": round(finding.confidence, 3),
        "held": finding.held,
        "rule": finding.rule,
        "evidence": [evidence_json(evidence) for evidence in finding.evidence],
    }


def evidence_json(evidence: Evidence) -> dict[str, Any]:
    """Render a quotation with its offsets."""
    return {
        "quote": evidence.quote,
        "start": evidence.start,
        "end": evidence.end,
        "page": evidence.page,
    }


def rejection_json(rejection: Rejection) -> dict[str, Any]:
    """Render a rejection."""
    return {
        "stage": rejection.stage,
        "reason": rejection.reason,
        "council": council_json(rejection.council),
        "quote": rejection.quote,
    }


def inspection_json(inspection: Inspection) -> dict[str, Any]:
    """Render what a report says of itself."""
    return {
        "council": council_json(inspection.council),
        "kind": inspection.kind.value,
        "regime": inspection.regime,
        "start": str(inspection.start) if inspection.start else None,
        "end": str(inspection.end) if inspection.end else None,
        "published": str(inspection.published) if inspection.published else None,
        "published_basis": inspection.published_basis,
        "lead_inspector": inspection.lead_inspector,
        "not_judged": [area.value for area in inspection.not_judged],
        "pages_read": inspection.pages_read,
        "previous": earlier_json(inspection.previous),
        "responsible_body": inspection.responsible_body,
    }


def earlier_json(earlier: EarlierGrade | None) -> dict[str, Any] | None:
    """Render what a report says of the grade before it."""
    if earlier is None:
        return None
    return {
        "area": earlier.area.value,
        "outcome": earlier.outcome.value,
        "when": str(earlier.when) if earlier.when else None,
        "predecessor": earlier.predecessor,
        "evidence": evidence_json(earlier.evidence),
    }
