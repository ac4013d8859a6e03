"""The stages of reading, one after another; loaded when the first document is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.assemble import assemble
from watcher.extract.banded import banded_claims
from watcher.extract.confidence import weigh
from watcher.extract.contraries import contrary_claims
from watcher.extract.grades import grade_claims
from watcher.extract.headlines import of_another_body, rebound
from watcher.extract.likewise import echoed_claims
from watcher.extract.link import find_topics
from watcher.extract.lists import listed_claims
from watcher.extract.marks import marked_claims
from watcher.extract.members import member_claims
from watcher.extract.moved import moved_claims
from watcher.extract.occasion import find_occasions, place
from watcher.extract.outcomes import outcomes_there_are
from watcher.extract.page import read_page
from watcher.extract.regiven import given_again, given_to_the_whole
from watcher.extract.sendrows import rows_of_send
from watcher.extract.setting import setting_of
from watcher.extract.signals import signal_claims
from watcher.extract.steps import HELD, WAYS, step_claims, with_steps
from watcher.extract.topic import foreign_topic, no_inspectorate, ours_here, speaks_of_send
from watcher.extract.underneath import claims_below
from watcher.extract.unmended import left_over
from watcher.extract.visits import with_visits
from watcher.model.finding import Reading, Rejection

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.context import ExtractContext
    from watcher.extract.drafts import Draft
    from watcher.extract.link import Topics
    from watcher.extract.page import Page
    from watcher.model.document import Document

_GRADED = "grade"
_HELD = frozenset({HELD})
_SIGNALS = frozenset(
    {"signal", "positive", "negative", "send", "sendweak", "act", "urgent", "sendplan"}
)
_COUNTED = frozenset({"addressed", "pace", "failnoun", "up", "nograde"})
"""Classes of what a revisit counts."""


def read_document(document: Document, context: ExtractContext) -> Reading:
    """Read a document: what it reports of councils, what it recalls, what was dropped and why."""
    page, drafts, rejected = drafted(document, context)
    if page is None:
        return Reading(document=document, rejections=rejected)
    findings, unlikely = weigh(page, drafts)
    return Reading(document=document, findings=findings, rejections=(*rejected, *unlikely))


def drafted(
    document: Document, context: ExtractContext
) -> tuple[Page | None, tuple[Draft, ...], tuple[Rejection, ...]]:
    """Take a document through all stages but the last."""
    page = read_page(document, context)
    if no_inspectorate(page):
        return None, (), (Rejection(stage="topic", reason="no_inspectorate"),)
    foreign = foreign_topic(page)
    topics = find_topics(page)
    claims, rejected = _claims(page, topics, foreign=foreign is not None)
    if not claims:
        return None, (), tuple(rejected)
    occasions = find_occasions(page, document.published)
    place(claims, page, occasions)
    setting = setting_of(page, claims, occasions, document.published)
    drafts, dropped = assemble(page, claims, setting)
    return page, with_visits(page, tuple(drafts), topics, occasions), (*rejected, *dropped)


def _claims(page: Page, topics: Topics, *, foreign: bool) -> tuple[list[Claim], list[Rejection]]:
    """Read every sentence that has a target."""
    rejected: list[Rejection] = []
    send = speaks_of_send(page)
    signals = _SIGNALS | _COUNTED if send else _SIGNALS
    targets = signals | WAYS | {_GRADED}
    claims, marked = _marked(page, foreign=foreign)
    for sentence in page.telling:
        classes = sentence.classes
        if classes.isdisjoint(targets) or sentence.index in marked:
            continue
        told = False
        elsewhere = foreign and not ours_here(page, sentence)
        if _GRADED in classes:
            made, dropped = grade_claims(page, sentence, topics, (elsewhere, send))
            claims += with_steps(page, sentence, topics, made) if made else made
            rejected += dropped
            told = bool(made)
        if not elsewhere and not classes.isdisjoint(_HELD if told else WAYS):
            claims += step_claims(page, sentence, topics, _HELD if told else WAYS)
        if not classes.isdisjoint(signals):
            made, dropped = signal_claims(page, sentence, topics, (elsewhere, send))
            claims += made
            rejected += dropped
    claims = of_another_body(page, claims, rejected) if rejected else claims
    claims += left_over(page, claims) if send else []
    if not foreign:
        claims = _with_lists(page, topics, claims, (marked, send))
    claims += echoed_claims(page, claims) + contrary_claims(page, topics, claims)
    claims += [] if foreign else banded_claims(page, topics)
    claims += given_again(page, claims) + given_to_the_whole(page, claims)
    return rebound(page, claims), rejected


def _marked(page: Page, *, foreign: bool) -> tuple[list[Claim], set[int]]:
    """Give the claims of rows, and the sentences that are read with them, or tell of nobody."""
    nobodys = outcomes_there_are(page)
    if foreign:
        return [], nobodys
    claims, rows = marked_claims(page)
    return claims, rows | nobodys


def _with_lists(
    page: Page, topics: Topics, claims: list[Claim], known: tuple[set[int], bool]
) -> list[Claim]:
    """Add the claims of lists and of whom they name, whose outcome stands in another sentence.

    `known` are the sentences that have been read as marks, and whether the page speaks of SEND.
    """
    marked, send = known
    rows, told = rows_of_send(page, send=send)
    moved, there = moved_claims(page)
    below, lines = claims_below(page, marked | told)
    lines |= told | (there - marked)
    rows += [one for one in moved if one.sentence not in marked]
    listed = [one for one in listed_claims(page, topics) if one.sentence not in lines]
    left = [one for one in claims if one.sentence not in lines] if lines else claims
    made = left + rows + below + listed
    return made + member_claims(page, made, {claim.sentence for claim in listed} | lines)
