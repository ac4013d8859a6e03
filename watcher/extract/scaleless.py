"""Grades of what has no scale: an area's special needs are judged in sentences, not in grades."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watcher.model.vocabulary import Area, Kind, Outcome

if TYPE_CHECKING:
    from watcher.extract.claims import Claim


def of_no_scale(claim: Claim) -> Claim:
    """Give a claim as it is, or what its grade comes to where it is said of special needs.

    `SEND services require improvement` is a headline's word for what inspectors wrote.
    """
    if claim.area is not Area.SEND or claim.outcome not in _COMES_TO:
        return claim
    outcome = _COMES_TO[claim.outcome]
    return claim.but(outcome=outcome, kind=Kind.AREA_SEND, previous=None, direction=None)


_COMES_TO = {
    Outcome.INADEQUATE: Outcome.WEAKNESSES,
    Outcome.REQUIRES_IMPROVEMENT: Outcome.MIXED,
    Outcome.ADEQUATE: Outcome.MIXED,
    Outcome.GOOD: Outcome.POSITIVE,
    Outcome.OUTSTANDING: Outcome.POSITIVE,
}
