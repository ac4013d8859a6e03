"""The kind of inspection, and the framework, that fit an outcome and its time."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from watcher.extract.occasion import VISITS
from watcher.model.vocabulary import GRADES, SEND_OUTCOMES, Area, Kind

if TYPE_CHECKING:
    from watcher.extract.claims import Claim
    from watcher.model.framework import Rulebook

_RESTATES = frozenset({Kind.ANNUAL_RATING, Kind.AGGREGATE})
"""Kinds that are no inspection of their own, whatever the year."""

_SAFEGUARDING_YEARS = (2009, 2013)
_NO_GRADE = VISITS | {Kind.AREA_SEND, Kind.UNSPECIFIED, Kind.INTERVENTION}


def kind_for(claim: Claim, day: dt.date | None, news: Kind | None) -> Kind:
    """Give the kind of a claim that fits its outcome and its time."""
    kind = claim.kind
    if claim.outcome not in GRADES:
        send = claim.outcome in SEND_OUTCOMES or claim.area is Area.SEND
        return Kind.AREA_SEND if send else kind or news or Kind.UNSPECIFIED
    if day is not None and _SAFEGUARDING_YEARS[0] <= day.year and day < _SIF:
        return kind if kind in _RESTATES else Kind.SAFEGUARDING_INSPECTION
    if kind is not None and kind not in _NO_GRADE:
        return kind
    return Kind.FULL_INSPECTION


_SIF = dt.date(2014, 1, 1)
"""The day from which reports under the single framework appeared."""


def regime_for(kind: Kind, day: dt.date | None, rulebook: Rulebook) -> str | None:
    """Give the key of the framework in force on a day."""
    framework = rulebook.framework_at(kind, day) if day is not None else None
    return framework.key if framework else None
