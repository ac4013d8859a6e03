"""How councils came to stand where they stand: their history, and what moved last."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.model.vocabulary import Role
from watcher.site.piece import fell, rose
from watcher.site.steps import changes_of, headline_steps, mentions, public_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from watcher.app.standing import Place
    from watcher.model.council import LineageKey, Register
    from watcher.model.event import CouncilState, Event, Record
    from watcher.model.framework import Rulebook
    from watcher.site.steps import Step
    from watcher.store import Store

YEAR = dt.timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Something got worse or better, and became public on `day`.

    `event` is None where only the derived headline moved.
    """

    day: dt.date
    worse: bool
    event: Event | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """A council's headline through time, and its moves, latest first."""

    steps: tuple[Step, ...] = ()
    moves: tuple[Move, ...] = ()

    @property
    def last(self) -> Move | None:
        """The latest move; of one day the gravest."""
        return self.moves[0] if self.moves else None

    def since(self, day: dt.date, *, worse: bool) -> Move | None:
        """Give the latest move on or after a day: of either way, or only for the worse."""
        found = (m for m in self.moves if m.day >= day and (m.worse or not worse))
        return next(found, None)


class Pasts:
    """Derives where councils stood on earlier days."""

    def __init__(self, store: Store, rules: tuple[Register, Rulebook]) -> None:
        self._store = store
        self._register, self.rulebook = rules
        self._last: tuple[LineageKey | None, tuple[Record, ...]] = (None, ())

    def state_on(self, lineage: LineageKey, day: dt.date) -> CouncilState:
        """Give where a lineage stood, as the world knew it on a day."""
        from watcher.diff import DiffContext, as_of, derive

        context = DiffContext(register=self._register, rulebook=self.rulebook)
        records = as_of(self._records(lineage), day)
        return derive(records, context, lineage=lineage).state

    def mention_days(self, lineage: LineageKey) -> tuple[dt.date, ...]:
        """Give the days on which a document mentioned an older grade."""
        days = {
            record.published.first
            for record in self._records(lineage)
            if record.role is Role.BACKGROUND and record.published and not record.held
        }
        return tuple(sorted(days))

    def _records(self, lineage: LineageKey) -> tuple[Record, ...]:
        if self._last[0] != lineage:
            self._last = (lineage, self._store.records.of_lineage(lineage))
        return self._last[1]


def trends_of(
    store: Store, places: Iterable[Place], rules: tuple[Register, Rulebook], day: dt.date
) -> Mapping[LineageKey, Trend]:
    """Give the trend of each council, as the world knew it on a day."""
    groups: dict[LineageKey, list[Event]] = {}
    for event in store.events.all():
        if not event.held and (public := public_day(event)) is not None and public <= day:
            groups.setdefault(event.lineage, []).append(event)
    pasts = Pasts(store, rules)
    return {
        lineage: _trend(lineage, groups.get(lineage, []), pasts, day)
        for lineage in (place.council.lineage for place in places)
    }


def _trend(lineage: LineageKey, events: Sequence[Event], pasts: Pasts, until: dt.date) -> Trend:
    def state_on(day: dt.date) -> CouncilState:
        return pasts.state_on(lineage, day)

    mentioned = mentions((d for d in pasts.mention_days(lineage) if d <= until), state_on)
    steps = headline_steps(events, pasts.rulebook, state_on, mentioned)
    moves = [
        Move(day=day, worse=fell(event), event=event)
        for event in events
        if (fell(event) or rose(event)) and (day := public_day(event)) is not None
    ]
    told = {(move.day, move.worse) for move in moves}
    for text, way in changes_of(steps, pasts.rulebook):
        day = dt.date.fromisoformat(text)
        if (day, way == "worse") not in told:
            moves.append(Move(day=day, worse=way == "worse", event=None))
    return Trend(steps=steps, moves=tuple(sorted(moves, key=_order)))


def _order(move: Move) -> tuple[int, bool, int]:
    severity = move.event.severity if move.event else None
    return (-move.day.toordinal(), not move.worse, -(severity or 0))
