"""Make a reading one that can be stored and printed; pure.

A lone surrogate (half of a character, as a careless JSON escape leaves it) can be neither. It
gives way to U+FFFD, one code point for another, so that offsets stay true.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.model.finding import Evidence, Finding, Reading, Rejection

_SURROGATE = re.compile("[\ud800-\udfff]")


def whole(text: str) -> str:
    """Give a text without halves of characters."""
    return _SURROGATE.sub("\ufffd", text)


def storable(reading: Reading) -> Reading:
    """Give the same reading without halves of characters."""
    document = reading.document
    given = (document.text, document.title, document.path, document.url, document.outlet)
    if not any(_SURROGATE.search(text) for text in given if text):
        return reading
    return replace(
        reading,
        document=replace(
            document,
            text=whole(document.text),
            title=whole(document.title),
            path=_maybe(document.path),
            url=_maybe(document.url),
            outlet=_maybe(document.outlet),
        ),
        findings=tuple(_finding(finding) for finding in reading.findings),
        rejections=tuple(_rejection(rejection) for rejection in reading.rejections),
        error=_maybe(reading.error),
    )


def _maybe(text: str | None) -> str | None:
    return None if text is None else whole(text)


def _finding(finding: Finding) -> Finding:
    return replace(finding, evidence=tuple(_evidence(one) for one in finding.evidence))


def _evidence(evidence: Evidence) -> Evidence:
    return replace(evidence, quote=whole(evidence.quote))


def _rejection(rejection: Rejection) -> Rejection:
    return replace(rejection, quote=whole(rejection.quote))
