"""Where councils stand, now or as the world knew it on a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.errors import UsageError
from watcher.model.council import normal_name
from watcher.model.event import CouncilState

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from watcher.model.council import Council, LineageKey, Register
    from watcher.model.event import Record
    from watcher.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One line of the picture: a council, its region, and where it stands."""

    council: Council
    state: CouncilState

    @property
    def known(self) -> bool:
        """Whether anything at all is known of it."""
        state = self.state
        return bool(state.areas or state.signals or state.intervention)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What to show: some councils or all, a region or all, on a day or now.

    `known` shows those of which something is known, also councils that are no more; otherwise
    all councils of the day are shown.
    """

    day: dt.date
    past: bool = False
    councils: tuple[str, ...] = ()
    region: str | None = None
    known: bool = False


def picture(store: Store, register: Register, asked: Picture) -> tuple[Place, ...]:
    """Give where the councils stand, by name.

    Raises:
        UsageError: when a council or region is not known.
    """
    states = _states_on(store, register, asked.day) if asked.past else store.states.all()
    chosen = _chosen(register, asked, states)
    region = None if asked.region is None else region_named(register, asked.region)
    places = (
        Place(council=council, state=states.get(council.lineage) or _nothing(council))
        for council in chosen
        if region is None or council.region == region
    )
    return tuple(place for place in places if place.known or not asked.known)


def council_named(register: Register, name: str) -> Council:
    """Find a council by name, alias or code.

    Raises:
        UsageError: with the nearest name, when there is none.
    """
    from watcher.app.wiring import near_hint
    from watcher.model.council import CouncilCode

    found = register.by_code.get(CouncilCode(name.strip().upper())) or register.named(name)
    if found is None:
        near = near_hint(name.strip().title(), register.names())
        hint = near if near.startswith("did you") else "see `watcher status` for all names"
        raise UsageError(f"no council is named {name!r}", hint=hint)
    return found


def region_named(register: Register, name: str) -> str:
    """Find a region, whatever its case.

    Raises:
        UsageError: with the nearest name, when there is none.
    """
    from watcher.app.wiring import near_hint

    regions = sorted({council.region for council in register.councils})
    wanted = normal_name(name)
    found = next((region for region in regions if normal_name(region) == wanted), None)
    if found is None:
        raise UsageError(f"no region is named {name!r}", hint=near_hint(name, regions))
    return found


def _chosen(
    register: Register, asked: Picture, states: dict[LineageKey, CouncilState]
) -> Iterable[Council]:
    if asked.councils:
        return [council_named(register, name) for name in asked.councils]
    present = register.current(asked.day)
    if not asked.known:
        return present
    lineages = {council.lineage for council in present}
    former = [
        register.in_lineage(lineage)[-1]
        for lineage in states
        if lineage not in lineages and register.in_lineage(lineage)
    ]
    return sorted((*present, *former), key=lambda council: council.name)


def _states_on(store: Store, register: Register, day: dt.date) -> dict[LineageKey, CouncilState]:
    """Derive every lineage from what the world knew on that day."""
    from watcher.diff import DiffContext, as_of, derive
    from watcher.reference import load_rulebook

    context = DiffContext(register=register, rulebook=load_rulebook())
    groups: dict[LineageKey, list[Record]] = {}
    for record in as_of(store.records.all(), day):
        groups.setdefault(record.lineage, []).append(record)
    return {
        lineage: derive(records, context, lineage=lineage).state
        for lineage, records in groups.items()
    }


def _nothing(council: Council) -> CouncilState:
    return CouncilState(
        council=council.ref,
        lineage=council.lineage,
        areas={},
        signals=(),
        intervention=None,
        headline=None,
    )
