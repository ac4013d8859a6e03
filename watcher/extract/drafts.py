"""Drafts of findings: what is told of a council, with its severity and its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.extract.choose import weight
from watcher.extract.claims import STRAND
from watcher.extract.kinds import kind_for, regime_for
from watcher.model.finding import Evidence, Finding
from watcher.model.severity import Found, severity_of
from watcher.model.vocabulary import (
    BACKGROUND,
    INTERVENTIONS,
    NEWS,
    SEND_OUTCOMES,
    Area,
    Kind,
    Outcome,
    Role,
    Severity,
)

if TYPE_CHECKING:
    import datetime as dt

    from watcher.extract.claims import Claim
    from watcher.extract.page import Page
    from watcher.extract.setting import Setting
    from watcher.model.council import Council
    from watcher.model.dates import PartialDate
    from watcher.model.finding import Previous
    from watcher.model.vocabulary import Direction

LEAD = 5
"""Sentences that count as headline and lead."""

BACKGROUND_CONFIDENCE = 0.8
"""What an article recalls is state, never an alert; it is not weighed further."""

_QUOTED = 4
"""Sentences that a finding quotes at most."""


_FOUND_BY_VISITS = frozenset(
    {Outcome.PRIORITY_ACTION, Outcome.DETERIORATION, Outcome.INSUFFICIENT_PROGRESS}
    | {Outcome.WEAKNESSES}
)


@dataclass(slots=True, eq=False)
class Told:
    """A claim with its council and role. Never changed once made; a page makes dozens."""

    council: Council
    claim: Claim
    role: Role

    def recalled(self) -> Told:
        """Give the same as background."""
        return Told(self.council, self.claim, BACKGROUND)


@dataclass(slots=True, eq=False)
class Draft:
    """What a finding will say, with the claims it rests on; how sure it is has yet to be said.

    `alarming` means that its severity would alert. Its date, and the regime of that day, may be
    set when the visits that a page tells of are known.
    """

    council: Council
    role: Role
    kind: Kind
    regime: str | None
    area: Area
    outcome: Outcome
    direction: Direction
    previous: Previous | None
    when: PartialDate | None
    severity: Severity | None
    alarming: bool
    evidence: tuple[Evidence, ...]
    claims: tuple[Claim, ...]
    best: Claim

    @property
    def finding(self) -> Finding:
        """The finding as it stands before it is weighed."""
        return self.weighed(1.0 if self.role is NEWS else BACKGROUND_CONFIDENCE)

    def weighed(self, sure: float, *, held: bool = False) -> Finding:
        """Make the finding, which is so sure; one that is held cannot alert."""
        return Finding(
            self.council.ref,
            self.role,
            self.kind,
            self.regime,
            self.area,
            self.outcome,
            self.direction,
            self.previous,
            self.when,
            self.alarming and not held,
            self.severity,
            sure,
            self.best.rule,
            self.evidence,
            held,
        )


@dataclass(slots=True, eq=False, kw_only=True)
class Desk:
    """What every finding of a page is made with. Never changed once made."""

    page: Page
    setting: Setting


def day_of(claim: Claim, role: Role, setting: Setting) -> dt.date | None:
    """Give the day at which a council is looked up: of the event, else of publication."""
    if claim.dated is not None and role is BACKGROUND:
        return claim.dated.first
    date = setting.published or claim.dated
    return date.first if date else None


def draft_of(  # noqa: PLR0913  (what a finding is, no more)
    desk: Desk,
    ones: list[Told],
    best: Claim,
    *,
    area: Area,
    previous: Previous | None,
    direction: Direction,
) -> Draft:
    """Make a finding with its severity and evidence."""
    role = ones[0].role
    outcome = best.outcome or Outcome.MIXED
    day = day_of(best, role, desk.setting)
    kind = Kind.INTERVENTION if outcome in INTERVENTIONS else kind_for(best, day, desk.setting.kind)
    if outcome in _FOUND_BY_VISITS and kind is Kind.UNSPECIFIED:
        kind = _by_letter(desk.page, day)
    area = Area.SEND if outcome in SEND_OUTCOMES else _NAMES.get((kind, area), area)
    rulebook = desk.page.context.rulebook
    before = previous.outcome if previous else None
    severity = severity_of(Found(outcome, area, kind, before, direction), rulebook)
    alerts = severity is not None and severity >= Severity.MEDIUM
    when = best.dated
    alarming = role is NEWS and alerts and kind is not Kind.INTERVENTION and best.strength > STRAND
    alone = len(ones) == 1
    return Draft(
        ones[0].council,
        role,
        kind,
        regime_for(kind, when.first if when else day, rulebook),
        area,
        outcome,
        direction,
        previous,
        when,
        severity,
        alarming,
        (_quoted(desk.page, ones[0].claim.sentence),) if alone else _evidence(desk, ones, best),
        (ones[0].claim,) if alone else tuple([one.claim for one in ones]),
        best,
    )


def _by_letter(page: Page, day: dt.date | None) -> Kind:
    """Give the kind of what is known only to be a visit, of which a letter tells, not a report."""
    words = page.words.words
    if not any(
        not _LETTERS.isdisjoint(words[sentence.first : sentence.last])
        for sentence in page.having("inspectorate")
    ):
        return Kind.UNSPECIFIED
    early = day is not None and day.year < _FOCUSED
    return Kind.UNANNOUNCED_VISIT if early else Kind.FOCUSED_VISIT


_LETTERS = frozenset({"letter", "letters", "wrote"})
_FOCUSED = 2013
"""Visits before this year came unannounced."""


_NAMES = {(Kind.AREA_SEND, area): Area.SEND for area in Area} | {
    (Kind.SAFEGUARDING_INSPECTION, Area.OVERALL): Area.HELP_AND_PROTECTION
}
"""Judgements that an inspection of some kind has by another name."""


def _evidence(desk: Desk, ones: list[Told], best: Claim) -> tuple[Evidence, ...]:
    """Quote the sentences, the strongest first, each once."""
    return tuple([_quoted(desk.page, sentence) for sentence in _strongest(ones, best)])


def _quoted(page: Page, index: int) -> Evidence:
    """Quote a sentence."""
    sentence = page.sentences[index]
    start, end = sentence.start, sentence.end
    return Evidence(page.document.text[start:end], start, end)


def _strongest(ones: list[Told], best: Claim) -> list[int]:
    """Give the sentences that say it best."""

    def rank(one: Told) -> tuple[bool, bool, float]:
        other = one.claim.outcome is not best.outcome
        return other, one.claim.anaphora, -weight(one.claim, LEAD)

    found = dict.fromkeys([one.claim.sentence for one in sorted(ones, key=rank)])
    return list(found)[:_QUOTED]
