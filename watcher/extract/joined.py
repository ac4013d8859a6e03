"""Two judgements that once were one: children in care, and care leavers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from watcher.model.vocabulary import Area

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.model.dates import PartialDate
    from watcher.model.framework import Rulebook

PARTS = (Area.CHILDREN_IN_CARE, Area.CARE_LEAVERS)
_WRITTEN_UP = dt.timedelta(days=60)
"""So long after the first inspections under new rules may reports under the old ones appear."""


def judged_apart(
    claims: list[Claim], published: PartialDate | None, rulebook: Rulebook
) -> list[Claim]:
    """Tell of both where they are named in one breath, and were judged apart by then.

    What is recalled without a date stays as it was told.
    """
    if True not in [claim.area is _BOTH for claim in claims]:
        return claims
    apart: list[Claim] = []
    for claim in claims:
        if claim.area is _BOTH and _by_then(claim, published, rulebook.combined_care_ends):
            apart += [claim.but(area=part) for part in PARTS]
        else:
            apart.append(claim)
    return apart


def _by_then(claim: Claim, published: PartialDate | None, ends: dt.date) -> bool:
    """Tell whether a claim is of a time from which both are judged apart."""
    if claim.dated is not None:
        return claim.dated.first >= ends
    return not claim.past and published is not None and published.first >= ends + _WRITTEN_UP


_BOTH = Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS
