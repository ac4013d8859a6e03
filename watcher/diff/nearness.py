"""How near a record is to an occasion: whether its dates can mean the same inspection."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from watcher.diff.families import LAGS, REPEAT, Family, axis_of
from watcher.diff.occasion import OFFICIAL, told_on
from watcher.model.vocabulary import INTERVENTIONS, Area, Outcome, Role

if TYPE_CHECKING:
    from watcher.diff.occasion import Occasion
    from watcher.model.dates import PartialDate
    from watcher.model.event import Record

    Visit = tuple[dt.date, dt.date]

HEADER_SLACK = 30
"""Days by which two official dates of one inspection may differ (two blocks, misprints)."""
PRESS_SLACK = 14
"""Days by which a newspaper's date of a visit may miss it."""
EARLY = 14
"""Days by which the press may be ahead of the date on the report."""
TOGETHER_VISIT = 62
"""Days by which two loose dates of one visit may differ, when the news came out together."""
TOGETHER_NEWS = 30
"""Days within which that news must have come out."""
STEP = 10
"""Days within which a government's acts on one council are one step."""
SPAN = 20
"""Days that an inspection lasts at most when its end is not known."""


def distance(occasion: Occasion, record: Record) -> int | None:
    """Say how far a record's dates are from an occasion's, None when they cannot be one."""
    if not _can_mean(occasion, record):
        return None
    if _same_report(occasion, record):
        return 0
    visit = occasion.visit
    if record.when is not None:
        if visit is not None:
            return _between_visits(occasion, record, record.when, visit)
        return _visit_and_news(occasion, record, record.when)
    told = told_on(record)
    return None if told is None else _between_news(occasion, record, told, visit)


def _same_report(occasion: Occasion, record: Record) -> bool:
    """Tell whether a record rests on the very report that another of the occasion does."""
    numbers = {r.order for r in occasion.records if r.origin in OFFICIAL}
    return record.order is not None and record.origin in OFFICIAL and record.order in numbers


def _can_mean(occasion: Occasion, record: Record) -> bool:
    """Tell whether a record can speak of an occasion, whatever their dates.

    One register never lists two reports for one inspection.
    """
    if record.origin == "register" and record.order is not None:
        mine = (r for r in occasion.records if (r.origin, r.source) == ("register", record.source))
        if any(r.order not in {None, record.order} for r in mine):
            return False
    if occasion.family is Family.INTERVENTION:
        same = any(same_act(record, other) for other in occasion.records)
        return same or _same_step(occasion, record)
    return record.role is not Role.BACKGROUND or _can_recall(occasion, record)


def same_act(one: Record, other: Record) -> bool:
    """Tell whether two records speak of one sort of act; those on SEND are apart."""
    send = (one.area is Area.SEND, other.area is Area.SEND)
    return one.outcome is other.outcome and send[0] is send[1]


def _same_step(occasion: Occasion, record: Record) -> bool:
    """Tell whether an act was made known with another, as one step of government."""
    told = told_on(record)
    if record.role is Role.BACKGROUND or told is None or occasion.told is None:
        return False
    acts = {record.outcome, *(other.outcome for other in occasion.records)}
    send = {other.area is Area.SEND for other in (record, *occasion.records)}
    if len(send) > 1 or not acts <= INTERVENTIONS - {Outcome.INTERVENTION_ENDED}:
        return False
    return abs((told - occasion.told).days) <= STEP


def _between_news(
    occasion: Occasion, record: Record, told: dt.date, visit: Visit | None
) -> int | None:
    """Compare news that dates no visit with an occasion."""
    if visit is not None:
        return _news_of_visit(occasion, record, told, visit)
    if occasion.told is None:
        return None
    gap = abs((told - occasion.told).days)
    return gap if gap <= _patience(occasion, record) else None


def _can_recall(occasion: Occasion, record: Record) -> bool:
    """Tell whether an article's look back can mean this occasion.

    It cannot mean the very news of the same article, nor what was not yet begun.
    """
    if record.published is not None and occasion.anchor > record.published.last:
        return False
    same = {other.area for other in occasion.records if other.outcome is record.outcome}
    if record.area in same:
        return True
    sources = {document_of(other) for other in occasion.records if other.role is Role.NEWS}
    return document_of(record) not in sources


def document_of(record: Record) -> str:
    """Name the document that a record comes from."""
    return record.citations[0].sha256 if record.citations else record.id


def _between_visits(
    occasion: Occasion, record: Record, when: PartialDate, visit: Visit
) -> int | None:
    """Compare two dates of a visit."""
    first, last = visit
    if occasion.dated_officially and record.origin in OFFICIAL and when.precise:
        gap = abs((when.first - first).days)
        return gap if gap <= HEADER_SLACK else None
    end = max(occasion.end or first + dt.timedelta(days=SPAN), last)
    gap = max((first - when.last).days, (when.first - end).days, 0)
    if gap <= (PRESS_SLACK if when.precise else 0):
        return gap
    near = (
        _is_publication(occasion, record, when, visit)
        or _lagged(occasion, record, when, visit)
        or _told_together(occasion, record, when, gap)
    )
    return PRESS_SLACK + 1 + gap if near else None


def _is_publication(occasion: Occasion, record: Record, when: PartialDate, visit: Visit) -> bool:
    """Tell whether one of two dates is the month or year in which the other was published."""
    first, last = visit
    told = occasion.told
    if told is not None and not when.precise and when.first <= told <= when.last:
        return True
    if record.published is None or record.role is Role.BACKGROUND or last == first:
        return False
    return first <= record.published.first <= last


def _lagged(occasion: Occasion, record: Record, when: PartialDate, visit: Visit) -> bool:
    """Tell whether the later, loose date can be that on which the earlier visit was published.

    Two full inspections of a council were never less than two years apart (2013-2025), so the
    same outcome some months later is the same inspection, unless one article tells of both.
    """
    first, last = visit
    if occasion.family not in {Family.FULL, Family.SEND}:
        return False
    later = (when.first - last).days if when.first > last else (first - when.last).days
    loose = not when.precise if when.first > last else first != last
    if not loose or not 0 < later <= LAGS[occasion.family].publication:
        return False
    said = occasion.outcomes(record.area, axis_of(record.outcome))
    own = [r for r in occasion.records if document_of(r) == document_of(record)]
    if any(other.when != record.when for other in own):
        return False
    return record.outcome.value in said or (not said and _same_news(occasion, record))


def _same_news(occasion: Occasion, record: Record) -> bool:
    """Tell whether a record was published while an occasion was in the news."""
    if record.role is Role.BACKGROUND or record.published is None or occasion.told is None:
        return False
    apart = abs((record.published.first - occasion.told).days)
    return apart <= LAGS[occasion.family].echo


def _told_together(occasion: Occasion, record: Record, when: PartialDate, gap: int) -> bool:
    """Tell whether loosely dated news came out so close that one visit must be meant."""
    if occasion.told is None or record.published is None or record.role is Role.BACKGROUND:
        return False
    loose = occasion.first != occasion.last or not when.precise
    apart = abs((record.published.first - occasion.told).days)
    return loose and gap <= TOGETHER_VISIT and apart <= TOGETHER_NEWS


def _visit_and_news(occasion: Occasion, record: Record, when: PartialDate) -> int | None:
    """Compare a dated record with an occasion of which only the news is dated."""
    told = occasion.told
    if told is None or told < when.first:
        return None
    if record.role is Role.NEWS and record.published is not None:
        gap = abs((record.published.first - told).days)
        if gap <= _patience(occasion, record):
            return gap
    late = (told - when.last).days
    return max(late, 0) if late <= LAGS[occasion.family].publication else None


def _news_of_visit(occasion: Occasion, record: Record, told: dt.date, visit: Visit) -> int | None:
    """Compare undated news with an occasion whose visit is dated."""
    first, last = visit
    if told < first:
        return None
    if occasion.told is None:
        late = (told - (occasion.end or last)).days
        lags = LAGS[occasion.family]
        return max(late, 0) if late <= lags.publication + lags.echo else None
    after = (told - occasion.told).days
    if -EARLY <= after <= _patience(occasion, record):
        return abs(after)
    early = after < 0 and (occasion.told_officially or -after <= LAGS[occasion.family].echo)
    return -after if early else None


def _patience(occasion: Occasion, record: Record) -> int:
    """Give how many days after the first news a record can still be news of the occasion."""
    echo = LAGS[occasion.family].echo
    if occasion.family not in {Family.FULL, Family.SEND}:
        return echo
    said = occasion.outcomes(record.area, axis_of(record.outcome))
    return max(REPEAT, echo) if record.outcome.value in said else echo
