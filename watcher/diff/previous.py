"""Compare what a report says of the grade before it with the history that is stored.

The report's sentence is a cross-check for people: it changes no history, whatever it says. Only
a grade that is stored for that very inspection can contradict it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.diff.families import Axis, Family
from watcher.diff.judgements import judgements, when_of
from watcher.diff.occasions import occasions

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from watcher.diff.judgements import Judgement
    from watcher.model.council import CouncilRef, LineageKey, Register
    from watcher.model.dates import PartialDate
    from watcher.model.event import Record
    from watcher.model.finding import EarlierGrade, Inspection, Reading
    from watcher.model.vocabulary import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A report that says one grade of an earlier inspection where another one is stored.

    `when` and `kept_when` date that inspection as the report has it, and as it is stored.
    """

    council: CouncilRef
    said: Outcome
    when: PartialDate | None
    kept: Outcome
    kept_when: PartialDate | None
    quote: str
    page: int | None
    place: str

    @property
    def text(self) -> str:
        """Say it in one line for people."""
        at = f" in {self.when}" if self.when else " at the inspection before"
        page = f", page {self.page}" if self.page else ""
        begun = f" of the inspection of {self.kept_when}" if self.kept_when else ""
        return (
            f"{self.council.name}: a report says that the overall grade was "
            f"{_words(self.said)}{at}, but {_words(self.kept)} is stored{begun} "
            f"({self.place}{page}: “{' '.join(self.quote.split())}”)"
        )


def lineages_before(reading: Reading, register: Register) -> tuple[LineageKey, ...]:
    """Give the lineages whose history a report's sentence on the grade before speaks of.

    That is the council's own; of a new council, those that it replaced.
    """
    inspection = reading.inspection
    if inspection is None or inspection.council is None or inspection.previous is None:
        return ()
    if inspection.previous.predecessor:
        before = register.predecessors(inspection.council.code)
        return tuple(dict.fromkeys(council.lineage for council in before))
    return (register.by_code[inspection.council.code].lineage,)


def contradiction(reading: Reading, records: Iterable[Record]) -> Contradiction | None:
    """Give how a report contradicts the records of one lineage; None where it does not.

    A dated sentence is compared with the inspections of that date, from the first day on site
    to publication; an undated one with the last inspection before the report's own. None, too,
    where no overall grade of that inspection is stored.
    """
    inspection = reading.inspection
    if inspection is None or inspection.council is None or inspection.previous is None:
        return None
    stored = list(_meant(inspection, inspection.previous, records))
    said = inspection.previous.outcome
    if not stored or any(judgement.best.outcome is said for judgement in stored):
        return None
    kept = stored[-1]
    evidence = inspection.previous.evidence
    return Contradiction(
        council=inspection.council,
        said=said,
        when=inspection.previous.when,
        kept=kept.best.outcome,
        kept_when=when_of(kept.occasion),
        quote=evidence.quote,
        page=evidence.page,
        place=reading.document.url or reading.document.path or reading.document.title,
    )


def _meant(
    inspection: Inspection, earlier: EarlierGrade, records: Iterable[Record]
) -> Iterator[Judgement]:
    """Give the stored grades that a sentence can mean, oldest first."""
    own = inspection.start or inspection.published
    graded = [
        judgement
        for occasion in occasions(record for record in records if not record.held)
        if occasion.family is Family.FULL and (own is None or occasion.anchor < own.first)
        for judgement in judgements(occasion)
        if judgement.area is earlier.area and judgement.axis is Axis.GRADE
    ]
    if earlier.when is None:
        yield from graded[-1:]
        return
    for judgement in graded:
        first, last = _span(judgement)
        if earlier.when.first <= last and first <= earlier.when.last:
            yield judgement


def _span(judgement: Judgement) -> tuple[dt.date, dt.date]:
    """Give the days by which people may date an inspection: from its start to its report."""
    occasion = judgement.occasion
    days = [occasion.anchor, occasion.end, occasion.told]
    known = [day for day in days if day is not None]
    return min(known), max(known)


def _words(outcome: Outcome) -> str:
    return outcome.value.replace("_", " ")
