"""What one sentence says of one council: the unit between phrases and findings."""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING

from watcher.model.vocabulary import Area, Outcome

if TYPE_CHECKING:
    from watcher.model.dates import PartialDate
    from watcher.model.vocabulary import Direction, Kind

OUTCOMES = {outcome.value: outcome for outcome in Outcome}
AREAS = {area.value: area for area in Area}
"""What the values of hits stand for; a look-up costs a tenth of asking the class."""

STRAND = 0.2
"""How strong a grade of a mere strand of a judgement is: alone it alerts nobody."""


@dataclass(slots=True, eq=False)
class Claim:
    """An assertion with its modifiers resolved.

    Made in several steps: its kind and date are set when those of the page are known. Not frozen,
    because slots are made and asked fastest; a claim is equal to itself alone.

    `councils` are name forms. `outcome` is None where only what was lost is named (`no longer
    inadequate`). `past` is set by a historical modifier, `status` where the grade is a mere
    adjective of the council, `known` where it is spoken of as known (`after its good rating`),
    `recent` where it was given not long before (`judged inadequate earlier this year`), `perfect`
    where it is past by its tense alone (`had been judged ... in May`), `heard` where somebody is
    told of it; `timeless` where its sentence only names who is meant, and dates nothing.
    `negated` holds the reason why it does not hold. `dated` is when
    the text says that the inspection took place, or the judgement was given.
    """

    sentence: int
    word: int
    outcome: Outcome | None
    area: Area | None
    councils: tuple[str, ...]
    rule: str
    direction: Direction | None = None
    previous: Outcome | None = None
    past: bool = False
    status: bool = False
    now: bool = False
    negated: str | None = None
    anaphora: bool = False
    known: bool = False
    recent: bool = False
    perfect: bool = False
    heard: bool = False
    timeless: bool = False
    strength: float = 1.0
    kind: Kind | None = None
    dated: PartialDate | None = None
    visit_dated: bool = False

    def but(self, **changes: object) -> Claim:
        """Give another claim that says the same but for some parts."""
        made = Claim(*_parts(self))
        for name, value in changes.items():
            setattr(made, name, value)
        return made


_parts = attrgetter(*[part.name for part in fields(Claim)])
