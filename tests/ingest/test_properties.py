"""Whatever comes, in whatever order and form, the database agrees with itself."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import ListSource, ScriptedReader, make_ingest
from watcher.alerting.policy import Policy
from watcher.diff import derive
from watcher.store import Store

if TYPE_CHECKING:
    from watcher.model.event import Event

NAMES = ("Swindon", "Leeds")
KINDS = (
    ("full_inspection", "overall"),
    ("full_inspection", "help_and_protection"),
    ("focused_visit", "front_door"),
)
GRADES = ("good", "requires_improvement", "inadequate")
SIGNALS = ("priority_action", "deterioration", "positive")

days = st.dates(dt.date(2018, 1, 1), dt.date(2025, 12, 31))


@st.composite
def lines(draw: st.DrawFn) -> str:
    kind, area = draw(st.sampled_from(KINDS))
    outcome = draw(st.sampled_from(SIGNALS if area == "front_door" else GRADES))
    when = draw(days).isoformat()[: draw(st.sampled_from([4, 7, 10]))]
    unsure = draw(st.sampled_from(["", "", "", "|0.3"]))
    return f"{draw(st.sampled_from(NAMES))}|{kind}|{area}|{outcome}|{when}{unsure}"


documents = st.builds(
    lambda day, said: "\n".join([day.isoformat(), *said]), days, st.lists(lines(), max_size=3)
) | st.sampled_from(["!unreadable", "$paid"])
arrivals = st.lists(st.tuples(st.sampled_from("abcd"), documents), max_size=8)


def check_agreement(store: Store) -> None:
    """What is stored is what the records that count amount to, and nothing else."""
    reader = ScriptedReader()
    assert store.intact() == []
    lineages = store.records.lineages()
    assert set(store.states.all()) == set(lineages)
    events = store.events.all()
    assert len({event.id for event in events}) == len(events)
    for lineage in lineages:
        records = store.records.of_lineage(lineage)
        known = store.events.known(lineage)
        history = derive(records, reader.diff(known), lineage=lineage)
        assert store.states.get(lineage) == history.state
        assert store.events.of_lineage(lineage) == history.events
    alerts = store.alerts.all()
    assert len({alert.id for alert in alerts}) == len(alerts)
    for alert in alerts:
        assert [one.notifier for one in store.deliveries.of_alert(alert.id)] == ["desk"]
        assert alert.events


@given(arrivals)
def test_after_every_arrival_the_database_agrees_with_itself(
    arrived: list[tuple[str, str]],
) -> None:
    with Store.memory() as store:
        ingest = make_ingest(store, policy=Policy())
        for key, text in arrived:
            report = ingest.take(ListSource({key: text}))
            assert report.error is None or text.startswith("!")
            check_agreement(store)


@given(arrivals)
def test_what_came_once_may_come_again_without_a_word(arrived: list[tuple[str, str]]) -> None:
    documents = dict(arrived)
    with Store.memory() as store:
        ingest = make_ingest(store)
        ingest.take(ListSource(documents))
        before = (store.events.all(), store.states.all(), store.alerts.all())
        again = make_ingest(store).take(ListSource(documents))
        assert (again.new, again.changed, again.events, again.alerts) == (0, 0, [], [])
        assert (store.events.all(), store.states.all(), store.alerts.all()) == before


def _said(event: Event) -> tuple[object, ...]:
    return (event.lineage, event.kind, event.area, event.change, event.before, event.after)


@given(arrivals, st.randoms(use_true_random=False))
def test_the_states_do_not_depend_on_the_order(
    arrived: list[tuple[str, str]], random: object
) -> None:
    """Ids may: they are minted at first sight, from the date that is known then."""
    documents = list(dict(arrived).items())
    shuffled = list(documents)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    ends = []
    for order in (documents, shuffled):
        with Store.memory() as store:
            ingest = make_ingest(store)
            for key, text in order:
                ingest.take(ListSource({key: text}))
            ends.append(
                (
                    store.states.all(),
                    sorted(map(str, [_said(event) for event in store.events.all()])),
                )
            )
    assert ends[0] == ends[1]


@given(arrivals, st.integers(0, 5))
def test_a_flood_is_all_or_nothing(arrived: list[tuple[str, str]], allowed: int) -> None:
    with Store.memory() as store:
        report = make_ingest(store, hold_above=allowed).take(ListSource(dict(arrived)))
        told = {alert.council.code for alert in report.alerts}
        assert allowed == 0 or len(told) <= allowed
        assert store.alerts.unsettled() == ()
