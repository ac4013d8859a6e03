"""Fakes that stand in for the edges: a reader of one-line documents, sources, a clock."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING

from watcher.alerting.policy import Policy
from watcher.diff import DiffContext
from watcher.model.dates import PartialDate
from watcher.model.document import Block, BlockRole, Document, Fetched
from watcher.model.finding import Evidence, Finding, Reading, Rejection
from watcher.model.source import Item, SourceResult, SourceStatus
from watcher.model.vocabulary import Area, Direction, Kind, Outcome, Role
from watcher.pipeline.ingest import Ingest, Rules
from watcher.reference import load_register, load_rulebook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from watcher.model.event import EventId, RecordId
    from watcher.parse.hints import Hints
    from watcher.store import Store

START = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.UTC)


class StepClock:
    """A clock that goes on by a second whenever it is read."""

    def __init__(self, start: dt.datetime = START, step: float = 1.0) -> None:
        self.time = start
        self.step = dt.timedelta(seconds=step)

    def __call__(self) -> dt.datetime:
        self.time += self.step
        return self.time


class ScriptedReader:
    """Reads documents of lines `council|kind|area|outcome|when[|confidence]`.

    The first line is the day of publication. A document that begins with `!` cannot be read,
    one that begins with `$` asks for a subscription; a line that begins with `#` is furniture.
    """

    extractor = "scripted"

    def __init__(self) -> None:
        self.read_count = 0

    def read(self, body: bytes, hints: Hints) -> Reading:
        self.read_count += 1
        text = body.decode()
        published, *lines = text.split("\n")
        known = hints.published or (PartialDate(published) if published[:1].isdigit() else None)
        document = Document(
            text=text,
            title="A title",
            path=hints.path,
            url=hints.url,
            outlet=hints.outlet,
            published=known,
            sha256=hashlib.sha256(body).hexdigest(),
            blocks=_blocks(text),
        )
        if text.startswith("$"):
            return Reading(
                document=document, rejections=(Rejection(stage="parse", reason="paywall"),)
            )
        if text.startswith("!"):
            return Reading(document=document, error="cannot be read")
        return Reading(
            document=document,
            findings=tuple(_finding(text, line) for line in lines if line[:1] not in {"", "#"}),
        )

    def diff(self, known: Mapping[RecordId, EventId]) -> DiffContext:
        return DiffContext(register=load_register(), rulebook=load_rulebook(), known=known)


def _blocks(text: str) -> tuple[Block, ...]:
    made, start = [], 0
    for line in text.split("\n"):
        role = BlockRole.COMMENT if line.startswith("#") else BlockRole.PARAGRAPH
        if line:
            made.append(Block(start=start, end=start + len(line), role=role))
        start += len(line) + 1
    return tuple(made)


def _finding(text: str, line: str) -> Finding:
    name, kind, area, outcome, when, *rest = line.split("|")
    council = load_register().named(name)
    assert council is not None
    start = text.index(line)
    confidence = float(rest[0]) if rest else 0.9
    return Finding(
        council=council.ref,
        role=Role.NEWS,
        kind=Kind(kind),
        regime="ilacs",
        area=Area(area),
        outcome=Outcome(outcome),
        direction=Direction.UNKNOWN,
        previous=None,
        when=PartialDate(when) if when else None,
        adverse=True,
        severity=None,
        confidence=confidence,
        rule="scripted",
        evidence=(Evidence(quote=line, start=start, end=start + len(line)),),
        held=confidence < 0.5,
    )


class ListSource:
    """A source of documents that stand in a mapping from key to text."""

    def __init__(self, documents: Mapping[str, str | Fetched], name: str = "list") -> None:
        self.name = name
        self.documents = documents
        self.settled = 0

    def fetch(self) -> SourceResult:
        return SourceResult(status=SourceStatus.OK, items=self._items(), settle=self._settle)

    def _items(self) -> Iterable[Item]:
        for key, given in self.documents.items():
            fetched = (
                Fetched(url="", outcome="ok", body=given.encode(), path=key)
                if isinstance(given, str)
                else given
            )
            yield Item(key=key, fetched=fetched)

    def _settle(self) -> None:
        self.settled += 1


class BrokenSource:
    """A source that raises what it is told to."""

    def __init__(self, error: Exception, name: str = "broken") -> None:
        self.name = name
        self._error = error

    def fetch(self) -> SourceResult:
        raise self._error


def make_ingest(
    store: Store,
    *,
    reader: ScriptedReader | None = None,
    policy: Policy | None = None,
    hold_above: int = 0,
    clock: Callable[[], dt.datetime] | None = None,
) -> Ingest:
    """Make an ingest with one notifier named `desk`."""
    rules = Rules(
        policy=policy or Policy(), hold_above=hold_above, notifiers=lambda _alert: ("desk",)
    )
    return Ingest(store, reader or ScriptedReader(), rules, clock or StepClock())
