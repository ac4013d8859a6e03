"""Read the change notes of GOV.UK's page of improvement notices."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from watcher.model.document import Block, BlockRole, Document, Format
from watcher.model.finding import Evidence, Finding, Reading, Rejection
from watcher.model.severity import Found, severity_of
from watcher.model.vocabulary import Area, Direction, Kind, Outcome, Role
from watcher.parse.notices import acts_of

if TYPE_CHECKING:
    from watcher.model.council import Council, Register
    from watcher.model.framework import Rulebook
    from watcher.parse.hints import Hints
    from watcher.parse.notices import Act

_SURE = 0.95


def read_note(body: bytes, hints: Hints, register: Register, rulebook: Rulebook) -> Reading:
    """Read one change note: a finding for each act, a rejection for what names no council."""
    text = body.decode("utf-8", "replace")
    end = len(text.rstrip())
    document = Document(
        text=text,
        title=hints.title,
        url=hints.url,
        outlet=hints.outlet,
        published=hints.published,
        published_basis=hints.published_basis,
        sha256=hashlib.sha256(body).hexdigest(),
        format=Format.FEED_ITEM,
        blocks=(Block(0, end, BlockRole.PARAGRAPH),) if end else (),
    )
    findings, rejections = [], []
    for act in acts_of(text):
        council = _council(act, hints, register)
        if council is None:
            quote = text[act.start : act.end]
            rejections.append(Rejection(stage="extract", reason="unknown_council", quote=quote))
        else:
            findings.append(_finding(act, council, text, rulebook))
    return Reading(document=document, findings=tuple(findings), rejections=tuple(rejections))


def _council(act: Act, hints: Hints, register: Register) -> Council | None:
    day = hints.published.first if hints.published else None
    words = act.council.split()
    for end in range(len(words), 0, -1):
        found = register.named(" ".join(words[:end]), on=day)
        if found is not None:
            return found
    return None


def _finding(act: Act, council: Council, text: str, rulebook: Rulebook) -> Finding:
    found = Found(outcome=act.outcome, area=Area.OTHER, kind=Kind.INTERVENTION)
    ended = act.outcome is Outcome.INTERVENTION_ENDED
    return Finding(
        council=council.ref,
        role=Role.NEWS,
        kind=Kind.INTERVENTION,
        regime=None,
        area=Area.OVERALL,
        outcome=act.outcome,
        direction=Direction.BETTER if ended else Direction.WORSE,
        previous=None,
        when=act.when,
        adverse=False,
        severity=severity_of(found, rulebook),
        confidence=_SURE,
        rule="govuk_notice",
        evidence=(Evidence(quote=text[act.start : act.end], start=act.start, end=act.end),),
    )
