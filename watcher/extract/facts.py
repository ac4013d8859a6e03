"""Facts about a finding: what was found, and what is said by the claims that it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.extract.condemn import CONDEMNATION
from watcher.extract.occasion import VISITS
from watcher.extract.page import TITLES
from watcher.model.vocabulary import GRADES, SEND_OUTCOMES, Direction, Kind, Outcome

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.extract.drafts import Draft
    from watcher.extract.page import Page

_TOLD_OFTEN = 3
_LOWERED = GRADES - {Outcome.INADEQUATE}
"""Grades that are bad news only where they are lower than before."""


def about_outcome(draft: Draft) -> dict[str, bool]:
    """Give the facts about what was found, and which way things went."""
    outcome, way = draft.outcome, draft.direction
    worse = way is Direction.WORSE
    return {
        "grade": outcome in GRADES,
        "inadequate": outcome is Outcome.INADEQUATE,
        "send": outcome in SEND_OUTCOMES,
        "weaknesses": outcome is Outcome.WEAKNESSES,
        "deterioration": outcome is Outcome.DETERIORATION,
        "condemned": draft.best.rule == CONDEMNATION,
        "worse": worse,
        "same": way is Direction.SAME,
        "better": way is Direction.BETTER,
        "drop": worse and outcome in _LOWERED,
        "earlier_known": draft.previous is not None,
        "visit": draft.kind in VISITS,
        "kind_unknown": draft.kind is Kind.UNSPECIFIED,
    }


def about_claims(page: Page, lead_end: int, claims: tuple[Claim, ...]) -> dict[str, bool]:
    """Give the facts about all that a finding rests on."""
    outcome, told = claims[0].outcome, set[int]()
    titled = led = now = False
    known = anaphora = agreed = True
    for claim in claims:
        told.add(claim.sentence)
        now = now or claim.now
        known = known and claim.known
        anaphora = anaphora and claim.anaphora
        agreed = agreed and claim.outcome is outcome
        if page.sentences[claim.sentence].role in TITLES:
            titled = True
        elif claim.sentence < lead_end:
            led = True
    return {
        "claim_in_title": titled,
        "claim_in_lead": led,
        "known": known,
        "anaphora": anaphora,
        "told_twice": len(told) > 1,
        "told_often": len(told) >= _TOLD_OFTEN,
        "now": now,
        "agreed": agreed,
    }
