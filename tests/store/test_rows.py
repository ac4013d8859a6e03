"""Whatever the model can say comes back from the database as it went in."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from watcher.model.council import CouncilCode, CouncilRef, LineageKey
from watcher.model.dates import PartialDate
from watcher.model.event import (
    AreaState,
    Citation,
    CouncilState,
    Event,
    EventId,
    Headline,
    Record,
    RecordId,
    Signal,
    Standing,
)
from watcher.model.vocabulary import (
    Area,
    Change,
    Direction,
    Kind,
    Outcome,
    Role,
    Severity,
    Status,
)
from watcher.store import Store
from watcher.store.rows import event_from_text, event_text, instant, stamp

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

LINEAGE = LineageKey("80550")

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)
names = texts.filter(bool)
dates = st.dates(min_value=dt.date(1990, 1, 1)).map(str)
partial: SearchStrategy[PartialDate] = st.builds(
    lambda day, length: PartialDate(day[:length]), dates, st.sampled_from([4, 7, 10])
)
maybe_date = st.none() | partial
councils = st.builds(CouncilRef, code=names.map(CouncilCode), name=texts)
instants = st.datetimes(
    min_value=dt.datetime(2000, 1, 1),  # noqa: DTZ001  (the zone comes from `timezones`)
    max_value=dt.datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.timezones(),
).map(lambda moment: moment.astimezone(dt.UTC))
citations = st.lists(
    st.builds(
        Citation,
        quote=texts,
        title=texts,
        url=st.none() | texts,
        path=st.none() | texts,
        outlet=st.none() | texts,
        start=st.integers(0, 10**6),
        end=st.integers(0, 10**6),
        page=st.none() | st.integers(1, 999),
        sha256=texts,
        rule=texts,
    ),
    max_size=3,
).map(tuple)
severities = st.none() | st.sampled_from(Severity)
records = st.builds(
    Record,
    id=names.map(RecordId),
    council=councils,
    lineage=st.just(LINEAGE),
    role=st.sampled_from(Role),
    kind=st.sampled_from(Kind),
    regime=st.none() | texts,
    area=st.sampled_from(Area),
    outcome=st.sampled_from(Outcome),
    direction=st.sampled_from(Direction),
    previous_outcome=st.none() | st.sampled_from(Outcome),
    previous_when=maybe_date,
    when=maybe_date,
    when_end=maybe_date,
    published=maybe_date,
    status=st.sampled_from(Status),
    origin=texts,
    order=st.none() | st.integers(-(2**62), 2**62),
    severity=severities,
    confidence=st.floats(0, 1),
    adverse=st.booleans(),
    silent=st.booleans(),
    held=st.booleans(),
    seen=instants,
    source=texts,
    citations=citations,
)
standings = st.builds(Standing, outcome=st.sampled_from(Outcome), when=maybe_date)
events = st.builds(
    Event,
    id=names.map(EventId),
    council=councils,
    lineage=st.just(LINEAGE),
    kind=st.sampled_from(Kind),
    regime=st.none() | texts,
    area=st.sampled_from(Area),
    change=st.sampled_from(Change),
    before=st.none() | standings,
    after=standings,
    severity=severities,
    status=st.sampled_from(Status),
    late=st.booleans(),
    silent=st.booleans(),
    held=st.booleans(),
    published=maybe_date,
    records=st.just(()),
    citations=citations,
    inspection=texts,
    ended=maybe_date,
)
areas = st.builds(
    AreaState,
    outcome=st.sampled_from(Outcome),
    when=maybe_date,
    published=maybe_date,
    kind=st.sampled_from(Kind),
    regime=st.none() | texts,
    status=st.sampled_from(Status),
    url=st.none() | texts,
    record=names.map(RecordId),
)
signals = st.builds(
    Signal,
    outcome=st.sampled_from(Outcome),
    area=st.sampled_from(Area),
    kind=st.sampled_from(Kind),
    when=maybe_date,
    published=maybe_date,
    severity=severities,
    status=st.sampled_from(Status),
    record=names.map(RecordId),
)
states = st.builds(
    CouncilState,
    council=councils,
    lineage=st.just(LINEAGE),
    areas=st.dictionaries(st.sampled_from(Area), areas),
    signals=st.lists(signals, max_size=3).map(tuple),
    intervention=st.none() | signals,
    headline=st.none()
    | st.builds(Headline, outcome=st.sampled_from(Outcome), status=st.sampled_from(Status)),
)


NOW = dt.datetime(2026, 11, 20, tzinfo=dt.UTC)


@given(st.lists(records, max_size=4, unique_by=lambda record: record.id))
def test_records_come_back_in_the_order_in_which_they_became_known(found: list[Record]) -> None:
    with Store.memory() as store:
        with store.transaction():
            fresh_ids = store.records.add(found, version=None)
        assert store.records.of_lineage(LINEAGE) == tuple(found)
        assert fresh_ids == tuple(record.id for record in found)
        latest = max((record.seen for record in found), default=None)
        assert store.records.newest() == latest


@given(st.lists(events, max_size=4, unique_by=lambda event: event.id))
def test_events_come_back_in_their_order(found: list[Event]) -> None:
    with Store.memory() as store:
        with store.transaction():
            assert store.events.replace(LINEAGE, found, now=NOW) == ()
        assert store.events.of_lineage(LINEAGE) == tuple(found)
        with store.transaction():
            gone = store.events.replace(LINEAGE, found[1:], now=NOW)
        assert gone == tuple(found[:1])
        assert store.events.of_lineage(LINEAGE) == tuple(found[1:])


@given(events)
def test_an_event_as_it_was_told_comes_back(event: Event) -> None:
    assert event_from_text(event_text(event)) == event


@given(states)
def test_a_state_comes_back(state: CouncilState) -> None:
    with Store.memory() as store:
        with store.transaction():
            store.states.put(state)
            store.states.put(state)
        assert store.states.get(LINEAGE) == state
        assert store.states.all() == {LINEAGE: state}
        with store.transaction():
            store.states.drop(LINEAGE)
        assert store.states.get(LINEAGE) is None


@given(instants, instants)
def test_the_order_of_texts_is_the_order_of_times(first: dt.datetime, second: dt.datetime) -> None:
    assert instant(stamp(first)) == first
    assert (stamp(first) < stamp(second)) == (first < second)
