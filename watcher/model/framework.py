"""Inspection frameworks and their scales, as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from watcher.model.vocabulary import Area, Kind, Outcome


_REMEMBERED = 5000
"""So many days are remembered at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """An ordered scale; a higher rank is better. Outcomes may share a rank.

    Only outcomes of one scale compare: `rank` of any other is None.
    """

    key: str
    ranks: Mapping[Outcome, int]

    def rank(self, outcome: Outcome) -> int | None:
        """Give the rank on this scale, None when the outcome is not on it."""
        return self.ranks.get(outcome)


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """One inspection framework: what it judges, when, and on which scale.

    `labels` maps the framework's printed labels (lower case) to areas. `words` maps its printed
    grade words (lower case) to outcomes. `compares_with` maps the key of another framework to
    the confidence (0 to 1) with which their grades can be compared.
    """

    key: str
    title: str
    kinds: tuple[Kind, ...]
    starts: dt.date | None
    ends: dt.date | None
    areas: tuple[Area, ...]
    scale: str | None
    labels: Mapping[str, Area]
    words: Mapping[str, Outcome]
    compares_with: Mapping[str, float]

    def covers(self, day: dt.date) -> bool:
        """Tell whether inspections began under it on that day."""
        return (self.starts is None or self.starts <= day) and (
            self.ends is None or day <= self.ends
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """Everything about regimes and scales that the core compares with.

    `overall_ends` is the first inspection start from which a full inspection gives no overall
    grade; `combined_care_ends` the one from which care leavers are judged apart.
    """

    frameworks: Mapping[str, Framework]
    scales: Mapping[str, Scale]
    overall_ends: dt.date
    combined_care_ends: dt.date
    _by_kind: Mapping[Kind, tuple[Framework, ...]] = field(init=False)
    _asked: dict[tuple[Kind, dt.date], Framework | None] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    """What was in force on the days that were asked for."""

    def __post_init__(self) -> None:
        """Index the frameworks by kind."""
        kinds: dict[Kind, list[Framework]] = {}
        for framework in self.frameworks.values():
            for kind in framework.kinds:
                kinds.setdefault(kind, []).append(framework)
        object.__setattr__(self, "_by_kind", {k: tuple(v) for k, v in kinds.items()})

    def framework_at(self, kind: Kind, day: dt.date) -> Framework | None:
        """Give the framework of that kind under which inspections began on that day."""
        asked, key = self._asked, (kind, day)
        if key not in asked:
            if len(asked) >= _REMEMBERED:
                asked.clear()
            frameworks = self._by_kind.get(kind, ())
            asked[key] = next((one for one in frameworks if one.covers(day)), None)
        return asked[key]

    def scale_of(self, outcome: Outcome) -> Scale | None:
        """Give the scale that an outcome is on, None when it is on none."""
        for scale in self.scales.values():
            if scale.rank(outcome) is not None:
                return scale
        return None

    def worse(self, new: Outcome, old: Outcome) -> bool | None:
        """Tell whether `new` is worse than `old`; None when they are not on one scale."""
        scale = self.scale_of(new)
        if scale is None or scale.rank(old) is None:
            return None
        return scale.ranks[new] < scale.ranks[old]
