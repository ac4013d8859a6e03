"""How councils came to stand where they stand: their history, and what moved last."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.site.piece import fell, rose
from watcher.site.steps import changes_of, headline_steps, public_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from watcher.app.standing import Place
    from watcher.model.council import LineageKey, Register
    from watcher.model.event import CouncilState, Event, Headline
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


def trends_of(
    store: Store, places: Iterable[Place], rules: tuple[Register, Rulebook], day: dt.date
) -> Mapping[LineageKey, Trend]:
    """Give the trend of each council, as the world knew it on a day."""
    groups: dict[LineageKey, list[Event]] = {}
    for event in store.events.all():
        if not event.held and (public := public_day(event)) is not None and public <= day:
            groups.setdefault(event.lineage, []).append(event)
    return {
        place.council.lineage: _trend(
            store, groups.get(place.council.lineage, []), place.state, rules
        )
        for place in places
    }


def _trend(
    store: Store, events: Sequence[Event], state: CouncilState, rules: tuple[Register, Rulebook]
) -> Trend:
    register, rulebook = rules
    lineage = state.lineage

    def headline_on(day: dt.date) -> Headline | None:
        from watcher.diff import DiffContext, as_of, derive

        records = as_of(store.records.of_lineage(lineage), day)
        context = DiffContext(register=register, rulebook=rulebook)
        return derive(records, context, lineage=lineage).state.headline

    steps = headline_steps(events, rulebook, headline_on, state.areas)
    moves = [
        Move(day=day, worse=fell(event), event=event)
        for event in events
        if (fell(event) or rose(event)) and (day := public_day(event)) is not None
    ]
    told = {(move.day, move.worse) for move in moves}
    for text, way in changes_of(steps, rulebook):
        day = dt.date.fromisoformat(text)
        if (day, way == "worse") not in told:
            moves.append(Move(day=day, worse=way == "worse", event=None))
    return Trend(steps=steps, moves=tuple(sorted(moves, key=_order)))


def _order(move: Move) -> tuple[int, bool, int]:
    severity = move.event.severity if move.event else None
    return (-move.day.toordinal(), not move.worse, -(severity or 0))
