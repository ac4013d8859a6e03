"""What holds of every history, whatever the records and the order of their arrival."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.diff.builders import CONTEXT, REGISTER, RULEBOOK, Said, article, history, report
from watcher.diff import derive
from watcher.diff.ids import inspection_of
from watcher.model.vocabulary import GRADES, SEND_OUTCOMES, Change, Outcome

if TYPE_CHECKING:
    from watcher.model.event import Event, EventId, Record, RecordId

_GRADES = ["outstanding", "good", "requires_improvement", "adequate", "inadequate"]
_SIGNALS = ["priority_action", "deterioration", "weaknesses", "positive", "mixed"]
_DAYS = st.dates(dt.date(2010, 1, 1), dt.date(2026, 12, 1))


@st.composite
def whens(draw: st.DrawFn, day: dt.date) -> str | None:
    return draw(st.sampled_from([None, f"{day:%Y}", f"{day:%Y-%m}", f"{day:%Y-%m-%d}"]))


@st.composite
def documents(draw: st.DrawFn) -> tuple[Record, ...]:
    """Draw an article or a report about Swindon."""
    published = draw(_DAYS)
    visit = published - dt.timedelta(days=draw(st.integers(5, 200)))
    seen = draw(st.integers(1, 400))
    name = f"doc-{draw(st.integers(0, 10_000))}"
    if draw(st.booleans()):
        areas = draw(
            st.sets(st.sampled_from(["overall", "leaders", "help_and_protection"]), min_size=1)
        )
        grades = {area: draw(st.sampled_from(_GRADES)) for area in sorted(areas)}
        return report(str(visit), str(published), grades, seen=seen, name=name)
    said = [
        draw(
            st.builds(
                Said,
                outcome=st.sampled_from(_GRADES + _SIGNALS),
                area=st.sampled_from(["overall", "help_and_protection", "front_door"]),
                kind=st.sampled_from(
                    [
                        "full_inspection",
                        "focused_visit",
                        "monitoring_visit",
                        "unspecified",
                        "aggregate",
                    ]
                ),
                role=st.sampled_from(["news", "background"]),
                when=whens(visit),
                previous=st.sampled_from([None, *_GRADES]),
            )
        )
        for _ in range(draw(st.integers(1, 3)))
    ]
    return article(str(published), *said, name=name, seen=seen)


piles = st.lists(
    documents(), min_size=1, max_size=6, unique_by=lambda group: group[0].citations[0].sha256
)


def substance(events: tuple[Event, ...]) -> list[Event]:
    """Give events without what depends on the order of their arrival."""
    return [replace(event, late=False, silent=False) for event in events]


@given(piles, st.randoms(use_true_random=False))
def test_any_order_of_the_same_records_gives_the_same_history(
    pile: list[tuple[Record, ...]], random: object
) -> None:
    shuffled = list(pile)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert history(*shuffled) == history(*pile)


@given(piles)
def test_a_document_read_twice_is_no_event(pile: list[tuple[Record, ...]]) -> None:
    assert history(*pile, *pile) == history(*pile)


@given(piles)
def test_what_arrives_when_changes_only_lateness(pile: list[tuple[Record, ...]]) -> None:
    day = dt.datetime(2026, 6, 1, tzinfo=dt.UTC)
    same = [tuple(replace(record, seen=day) for record in group) for group in pile]
    turned = [
        tuple(replace(record, seen=day - dt.timedelta(days=index)) for record in group)
        for index, group in enumerate(same)
    ]
    official = {"report", "register"}
    plain = [g for g in same if not any(r.origin in official for r in g)]
    other = [g for g in turned if not any(r.origin in official for r in g)]
    assert substance(history(*plain).events) == substance(history(*other).events)


@given(piles)
def test_an_event_keeps_its_id_when_more_becomes_known(pile: list[tuple[Record, ...]]) -> None:
    """As long as no two inspections are found to be one, or one to be two."""
    known: dict[RecordId, EventId] = {}
    lineage = REGISTER.named("Swindon").lineage  # type: ignore[union-attr]
    stored: list[Record] = []
    for group in pile:
        stored += group
        found = derive(stored, replace(CONTEXT, known=dict(known)), lineage=lineage)
        for name, records in _inspections(found.events).items():
            before = {inspection_of(known[r]) for r in records if r in known}
            alone = [n for n in before if _holders(n, known) <= records]
            assert len(before) != 1 or not alone or name == alone[0]
        known.update((r, event.id) for event in found.events for r in event.records)


def _inspections(events: tuple[Event, ...]) -> dict[str, set[RecordId]]:
    """Give the records of every inspection."""
    found: dict[str, set[RecordId]] = {}
    for event in events:
        found.setdefault(event.inspection, set()).update(event.records)
    return found


def _holders(name: str, known: dict[RecordId, EventId]) -> set[RecordId]:
    """Give the records that were known by a name."""
    return {record for record, event in known.items() if inspection_of(event) == name}


@given(piles)
def test_every_event_has_an_id_of_its_own(pile: list[tuple[Record, ...]]) -> None:
    ids = [event.id for event in history(*pile).events]
    assert len(ids) == len(set(ids))


@given(piles)
def test_worse_is_said_only_of_a_lower_rank_on_one_scale(pile: list[tuple[Record, ...]]) -> None:
    graded = [
        event
        for event in history(*pile).events
        if event.after.outcome in GRADES | SEND_OUTCOMES and event.change is Change.WORSENED
    ]
    for event in graded:
        assert event.before is not None
        assert RULEBOOK.worse(event.after.outcome, event.before.outcome)


@given(
    st.sampled_from(list(Outcome)), st.sampled_from(list(Outcome)), st.sampled_from(list(Outcome))
)
def test_worse_is_a_strict_order_within_a_scale_and_undefined_across(
    one: Outcome, two: Outcome, three: Outcome
) -> None:
    worse = RULEBOOK.worse
    same_scale = RULEBOOK.scale_of(one) is not None and (
        RULEBOOK.scale_of(one) is RULEBOOK.scale_of(two)
    )
    assert (worse(one, two) is not None) == same_scale
    assert not worse(one, one)
    assert not (worse(one, two) and worse(two, one))
    assert not (worse(one, two) and worse(two, three)) or worse(one, three)


@given(piles)
def test_events_are_told_in_the_order_of_their_inspections(
    pile: list[tuple[Record, ...]],
) -> None:
    days = [event.after.when.first for event in history(*pile).events if event.after.when]
    assert all(one <= two for one, two in pairwise(days))
