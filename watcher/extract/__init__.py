"""Documents to findings: segment, mention, target, modify, link, assemble."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.context import ExtractContext
    from watcher.extract.drafts import Draft
    from watcher.extract.page import Page
    from watcher.model.document import Document
    from watcher.model.finding import Reading

__all__ = ["draft_findings", "extract"]


def extract(document: Document, context: ExtractContext) -> Reading:
    """Read a document: what it reports of councils, what it recalls, what was dropped and why."""
    from watcher.extract.stages import read_document

    return read_document(document, context)


def draft_findings(
    document: Document, context: ExtractContext
) -> tuple[Page | None, tuple[Draft, ...]]:
    """Give the findings of a document before they are weighed, with what they rest on."""
    from watcher.extract.stages import drafted

    page, drafts, _ = drafted(document, context)
    return page, drafts
