"""Where councils stand, kept beside the events that led there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from watcher.model.event import CouncilState, Headline
from watcher.model.vocabulary import Area, Outcome, Status
from watcher.store.rows import area_of, council_of, date_text, signal_of, signal_row

if TYPE_CHECKING:
    from watcher.model.council import LineageKey
    from watcher.model.event import AreaState
    from watcher.store.connection import Handle


class States:
    """Keep one state a lineage."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle

    def put(self, state: CouncilState) -> None:
        """Replace the state of a lineage."""
        headline = state.headline
        self._handle.write("DELETE FROM council_states WHERE lineage = ?", state.lineage)
        self._handle.insert(
            "council_states",
            [
                {
                    "lineage": state.lineage,
                    "council_code": state.council.code,
                    "council_name": state.council.name,
                    "headline_outcome": headline.outcome.value if headline else None,
                    "headline_status": headline.status.value if headline else None,
                }
            ],
        )
        areas = [_area_row(state.lineage, area, found) for area, found in state.areas.items()]
        self._handle.insert("area_states", areas)
        self._handle.insert("signals", _signal_rows(state))

    def drop(self, lineage: LineageKey) -> None:
        """Forget a lineage of which nothing is known any more."""
        self._handle.write("DELETE FROM council_states WHERE lineage = ?", lineage)

    def get(self, lineage: LineageKey) -> CouncilState | None:
        """Give where one lineage stands."""
        return self._read("WHERE lineage = ?", lineage).get(lineage)

    def all(self) -> dict[LineageKey, CouncilState]:
        """Give where every lineage stands of which something is known."""
        return self._read("")

    def _read(self, where: str, *values: str) -> dict[LineageKey, CouncilState]:
        areas: dict[str, dict[Area, AreaState]] = {}
        for row in self._handle.rows(f"SELECT * FROM area_states {where}", *values):  # noqa: S608
            areas.setdefault(row["lineage"], {})[Area(row["area"])] = area_of(row)
        signals: dict[str, list[Any]] = {}
        acts: dict[str, Any] = {}
        for row in self._handle.rows(
            f"SELECT * FROM signals {where} ORDER BY lineage, position",  # noqa: S608
            *values,
        ):
            if row["intervention"]:
                acts[row["lineage"]] = signal_of(row)
            else:
                signals.setdefault(row["lineage"], []).append(signal_of(row))
        states: dict[LineageKey, CouncilState] = {}
        for row in self._handle.rows(f"SELECT * FROM council_states {where}", *values):  # noqa: S608
            key = row["lineage"]
            states[key] = CouncilState(
                council=council_of(row),
                lineage=key,
                areas={area: areas[key][area] for area in Area if area in areas.get(key, {})},
                signals=tuple(signals.get(key, ())),
                intervention=acts.get(key),
                headline=_headline(row),
            )
        return states


def _headline(row: Any) -> Headline | None:
    if row["headline_outcome"] is None:
        return None
    return Headline(outcome=Outcome(row["headline_outcome"]), status=Status(row["headline_status"]))


def _area_row(lineage: LineageKey, area: Area, state: AreaState) -> dict[str, Any]:
    return {
        "lineage": lineage,
        "area": area.value,
        "outcome": state.outcome.value,
        "when": date_text(state.when),
        "published": date_text(state.published),
        "kind": state.kind.value,
        "regime": state.regime,
        "status": state.status.value,
        "url": state.url,
        "record": state.record,
    }


def _signal_rows(state: CouncilState) -> list[dict[str, Any]]:
    acts = () if state.intervention is None else (state.intervention,)
    return [
        {
            "lineage": state.lineage,
            "position": place,
            "intervention": place >= len(state.signals),
            **signal_row(signal),
        }
        for place, signal in enumerate((*state.signals, *acts))
    ]
