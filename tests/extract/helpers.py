"""Short ways to read a text and to say what was found in it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from watcher.app.reading import reading_context
from watcher.extract import draft_findings, extract
from watcher.model.dates import PartialDate
from watcher.model.vocabulary import Role
from watcher.parse.article import parse_string
from watcher.parse.hints import Hints

if TYPE_CHECKING:
    from watcher.model.document import Document
    from watcher.model.finding import Finding, Reading


def parsed(text: str, title: str = "", published: str | None = None) -> Document:
    """Parse a text as an article."""
    date = PartialDate(published) if published else None
    return parse_string(text, Hints(title=title, published=date))


def read(text: str, title: str = "", published: str | None = None) -> Reading:
    """Read a text."""
    return extract(parsed(text, title, published), reading_context())


def news(text: str, title: str = "", published: str | None = None) -> set[tuple[str, str]]:
    """Give council and outcome of what a text reports."""
    return {
        (finding.council.name, finding.outcome.value)
        for finding in read(text, title, published).findings
        if finding.role is Role.NEWS
    }


def one(text: str, council: str, title: str = "", published: str | None = None) -> Finding:
    """Give the first finding about a council that is news."""
    return next(
        finding
        for finding in read(text, title, published).findings
        if finding.role is Role.NEWS and finding.council.name == council
    )


def digest(text: str) -> str:
    """Give the digest of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


Pairs = set[tuple[str, str]]


def told(text: str, title: str = "", published: str | None = None) -> tuple[Pairs, Pairs]:
    """Give council and outcome of what a text reports, and of what it recalls, before weighing."""
    _, drafts = draft_findings(parsed(text, title, published), reading_context())
    pairs = [(d.finding.role, d.finding.council.name, d.finding.outcome.value) for d in drafts]
    return (
        {(name, outcome) for role, name, outcome in pairs if role is Role.NEWS},
        {(name, outcome) for role, name, outcome in pairs if role is Role.BACKGROUND},
    )


def reported(text: str, title: str = "", published: str | None = None) -> Pairs:
    """Give council and outcome of what a text reports, before it is weighed."""
    return told(text, title, published)[0]


def recalled(text: str, title: str = "", published: str | None = None) -> Pairs:
    """Give council and outcome of what a text only recalls."""
    return told(text, title, published)[1]


def reasons(text: str, title: str = "", published: str | None = None) -> set[str]:
    """Give the reasons for which something in a text was dropped."""
    return {rejection.reason for rejection in read(text, title, published).rejections}


def findings(text: str, title: str = "", published: str | None = None) -> list[Finding]:
    """Give what a text reports, before it is weighed."""
    _, drafts = draft_findings(parsed(text, title, published), reading_context())
    return [draft.finding for draft in drafts if draft.role is Role.NEWS]
