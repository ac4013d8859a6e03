"""From a source to the database."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.fakes import START, BrokenSource, ListSource, ScriptedReader, StepClock, make_ingest
from watcher.alerting.policy import Policy
from watcher.errors import FetchError, StoreUnwritable
from watcher.model.document import Fetched
from watcher.model.event import RecordId
from watcher.model.finding import Reading, Rejection
from watcher.model.source import SourceStatus
from watcher.model.vocabulary import Area, Change, Outcome
from watcher.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from watcher.parse.hints import Hints

GOOD = "2022-03-01\nSwindon|full_inspection|help_and_protection|good|2022-01"
FALL = "2026-10-01\nSwindon|full_inspection|help_and_protection|inadequate|2026-08"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "w.db") as opened:
        yield opened


def lineage_of_swindon() -> str:
    council = ScriptedReader().diff({}).register.named("Swindon")
    assert council is not None
    return council.lineage


def test_a_document_leaves_text_records_state_event_alert_and_a_pending_delivery(
    store: Store,
) -> None:
    report = make_ingest(store).take(ListSource({"a": FALL}))
    assert (report.status, report.seen, report.new, report.changed) == (SourceStatus.OK, 1, 1, 0)
    (alert,) = report.alerts
    assert [event.change for event in report.events] == [Change.FIRST_SEEN]
    assert store.documents.current()[0].text == FALL
    state = store.states.get(lineage_of_swindon())  # type: ignore[arg-type]
    assert state is not None
    assert state.areas[Area.HELP_AND_PROTECTION].outcome is Outcome.INADEQUATE
    (delivery,) = store.deliveries.of_alert(alert.id)
    assert (delivery.alert_id, delivery.notifier, delivery.state) == (alert.id, "desk", "pending")


def test_the_quotation_is_a_piece_of_the_stored_text(store: Store) -> None:
    make_ingest(store).take(ListSource({"a": FALL}))
    (event,) = store.events.all()
    text = store.documents.current()[0].text
    assert all(text[c.start : c.end] == c.quote for c in event.citations)


def test_an_unchanged_document_is_not_read_again(store: Store) -> None:
    reader = ScriptedReader()
    make_ingest(store, reader=reader).take(ListSource({"a": FALL}))
    report = make_ingest(store, reader=reader).take(ListSource({"a": FALL}))
    assert reader.read_count == 1
    assert (report.seen, report.new, report.changed, report.alerts) == (1, 0, 0, [])


def test_a_fall_is_told_with_what_was_before(store: Store) -> None:
    ingest = make_ingest(store)
    ingest.take(ListSource({"a": GOOD}))
    (alert,) = ingest.take(ListSource({"b": FALL})).alerts
    assert alert.change is Change.WORSENED
    assert alert.events[0].before is not None
    assert alert.events[0].before.outcome is Outcome.GOOD


def test_an_older_document_behind_a_newer_state_alerts_nothing(store: Store) -> None:
    ingest = make_ingest(store)
    requires = FALL.replace("inadequate", "requires_improvement")
    assert ingest.take(ListSource({"new": requires})).alerts == []
    report = ingest.take(ListSource({"old": GOOD}))
    assert report.alerts == []
    assert {event.after.outcome: event.late for event in store.events.all()} == {
        Outcome.GOOD: True,
        Outcome.REQUIRES_IMPROVEMENT: False,
    }


def test_the_same_inspection_told_by_another_outlet_joins_the_event(store: Store) -> None:
    ingest = make_ingest(store)
    (first,) = ingest.take(ListSource({"a": FALL})).alerts
    report = ingest.take(ListSource({"b": FALL.replace("2026-10-01", "2026-10-03")}))
    assert report.alerts == []
    (event,) = store.events.all()
    assert event.id == first.events[0].id
    assert len(event.citations) == 2


def test_a_changed_document_alerts_only_for_what_is_new_in_it(store: Store) -> None:
    ingest = make_ingest(store)
    ingest.take(ListSource({"a": FALL}))
    more = FALL + "\nLeeds|full_inspection|help_and_protection|inadequate|2026-08"
    report = ingest.take(ListSource({"a": more}))
    assert report.changed == 1
    assert [alert.council.name for alert in report.alerts] == ["Leeds"]


def test_what_a_document_no_longer_says_is_corrected_once(store: Store) -> None:
    ingest = make_ingest(store)
    (told,) = ingest.take(ListSource({"a": FALL})).alerts
    report = ingest.take(ListSource({"a": "2026-10-01\n"}))
    assert [alert.reason for alert in report.alerts] == ["correction"]
    assert report.alerts[0].id == f"{told.id}.correction"
    assert store.states.get(lineage_of_swindon()) is None  # type: ignore[arg-type]
    assert ingest.take(ListSource({"a": "2026-10-01\n "})).alerts == []


def test_an_unsure_finding_is_held_and_a_sure_one_takes_its_place(store: Store) -> None:
    ingest = make_ingest(store)
    report = ingest.take(ListSource({"a": FALL + "|0.3"}))
    assert report.alerts == []
    (held,) = report.held
    assert held.held
    assert store.outbox.waiting(START + dt.timedelta(days=1)) == ()
    (alert,) = ingest.take(ListSource({"b": FALL})).alerts
    assert not alert.held
    assert [one.held for one in store.alerts.all()] == [False]
    assert len(store.outbox.waiting(START + dt.timedelta(days=1))) == 1


def flood() -> dict[str, str]:
    names = ("Swindon", "Leeds", "Barnet", "Bury")
    return {
        name: f"2026-10-01\n{name}|full_inspection|help_and_protection|inadequate|2026-08"
        for name in names
    }


def test_a_flood_is_held_whole(store: Store) -> None:
    report = make_ingest(store, hold_above=3).take(ListSource(flood()))
    assert report.alerts == []
    assert len(report.held) == 4
    assert store.outbox.waiting(START + dt.timedelta(days=1)) == ()


def test_as_many_councils_as_allowed_are_no_flood(store: Store) -> None:
    report = make_ingest(store, hold_above=4).take(ListSource(flood()))
    assert len(report.alerts) == 4
    assert len(store.outbox.waiting(START + dt.timedelta(days=1))) == 4


def test_a_flood_that_was_killed_half_way_is_not_let_go(store: Store) -> None:
    class Killed(BaseException):
        pass

    def half() -> Iterator[tuple[str, str]]:
        for number, pair in enumerate(flood().items()):
            if number == 2:
                raise Killed
            yield pair

    class Half(dict[str, str]):
        def items(self) -> Iterator[tuple[str, str]]:  # type: ignore[override]
            return half()

    with pytest.raises(Killed):
        make_ingest(store, hold_above=1).take(ListSource(Half()))
    assert store.outbox.waiting(START + dt.timedelta(days=1)) == ()
    make_ingest(store, hold_above=1).recover(coming=["list"])
    assert store.alerts.unsettled() == ("list",)
    make_ingest(store, hold_above=1).recover(coming=[])
    assert [alert.held for alert in store.alerts.all()] == [True, True]


def test_old_news_makes_history_but_no_alert(store: Store) -> None:
    policy = Policy(max_age=dt.timedelta(days=120))
    old = FALL.replace("2026-10-01", "2026-05-01").replace("2026-08", "2026-04")
    report = make_ingest(store, policy=policy).take(ListSource({"a": old}))
    assert report.alerts == []
    assert len(store.events.all()) == 1


def test_a_source_that_fails_is_a_result(store: Store) -> None:
    error = FetchError("the host is gone", outcome="dns", resource="news.example")
    report = make_ingest(store).take(BrokenSource(error))
    assert report.status is SourceStatus.FAILED
    assert report.error == "news.example: the host is gone"


def test_a_mistake_of_ours_in_one_source_is_that_sources_failure(store: Store) -> None:
    report = make_ingest(store).take(BrokenSource(ZeroDivisionError("oops")))
    assert (report.status, report.error) == (SourceStatus.FAILED, "ZeroDivisionError: oops")


def test_a_database_that_fails_is_no_sources_failure(store: Store) -> None:
    with pytest.raises(StoreUnwritable):
        make_ingest(store).take(BrokenSource(StoreUnwritable("full")))


def test_one_unreadable_document_does_not_keep_the_others_out(store: Store) -> None:
    gone = Fetched(url="", outcome="not_found", path="b.txt")
    source = ListSource({"a": "!broken", "b": gone, "c": FALL})
    report = make_ingest(store).take(source)
    assert report.status is SourceStatus.OK
    assert report.error == "a: cannot be read (and 1 more)"
    assert len(report.alerts) == 1
    assert source.settled == 1


def test_a_source_of_which_nothing_can_be_read_has_failed(store: Store) -> None:
    gone = Fetched(url="", outcome="not_found", detail="gone", path="b.txt")
    report = make_ingest(store).take(ListSource({"b": gone}))
    assert (report.status, report.error) == (SourceStatus.FAILED, "b.txt: gone")


def test_what_is_not_modified_is_passed_over(store: Store) -> None:
    same = Fetched(url="", outcome="not_modified")
    report = make_ingest(store).take(ListSource({"b": same}))
    assert (report.status, report.seen, report.new, report.error) == (SourceStatus.OK, 1, 0, None)


def test_a_clock_that_was_set_back_does_not_turn_the_order_round(store: Store) -> None:
    make_ingest(store, clock=StepClock()).take(ListSource({"a": GOOD}))
    earlier = StepClock(START - dt.timedelta(days=400))
    make_ingest(store, clock=earlier).take(ListSource({"b": FALL}))
    first, second = store.records.all()
    assert first.seen < second.seen
    assert not any(event.late for event in store.events.all())


def test_records_of_no_document_are_taken_in_all_or_none(store: Store) -> None:
    ingest = make_ingest(store)
    ingest.take(ListSource({"a": FALL}))
    (record,) = store.records.all()
    again = [record, record]
    events, alerts = ingest.records(again)
    assert (events, alerts) == ((), ())
    assert store.records.version_of(RecordId(record.id)) is not None


def test_a_document_that_the_rules_stumble_over_keeps_no_other_one_out(store: Store) -> None:
    report = make_ingest(store).take(ListSource({"a": "2026-10-01\nnonsense", "b": FALL}))
    assert (report.error or "").startswith("a: ValueError")
    assert len(report.alerts) == 1


def test_what_could_not_be_read_is_tried_again_when_the_rules_have_changed(store: Store) -> None:
    reader = ScriptedReader()
    make_ingest(store, reader=reader).take(ListSource({"a": "!broken"}))
    make_ingest(store, reader=reader).take(ListSource({"a": "!broken"}))
    assert reader.read_count == 1
    reader.extractor = "newer"
    make_ingest(store, reader=reader).take(ListSource({"a": "!broken"}))
    assert reader.read_count == 2


@pytest.mark.parametrize("stub", ["!broken", "$subscribe to read on"], ids=["unreadable", "paid"])
def test_a_page_that_cannot_be_read_for_a_while_takes_nothing_back(store: Store, stub: str) -> None:
    ingest = make_ingest(store)
    ingest.take(ListSource({"a": FALL}))
    assert ingest.take(ListSource({"a": stub})).alerts == []
    assert len(store.events.all()) == 1
    assert store.states.get(lineage_of_swindon()) is not None  # type: ignore[arg-type]
    report = ingest.take(ListSource({"a": FALL}))
    assert (report.changed, report.alerts, report.events) == (1, [], [])
    (record,) = store.records.all()
    version = store.documents.version(store.records.version_of(record.id) or 0)
    assert version is not None
    assert (version.text, version.current) == (FALL, True)


def test_new_furniture_around_the_same_article_is_no_new_version(store: Store) -> None:
    reader = ScriptedReader()
    ingest = make_ingest(store, reader=reader)
    ingest.take(ListSource({"a": FALL}))
    report = ingest.take(ListSource({"a": FALL + "\n# 3 comments"}))
    assert (report.seen, report.new, report.changed) == (1, 0, 0)
    assert reader.read_count == 2
    ingest.take(ListSource({"a": FALL + "\n# 3 comments"}))
    assert reader.read_count == 2
    assert [version.text for version in store.documents.current()] == [FALL]


def test_an_article_that_goes_back_to_its_first_form_is_that_version_again(store: Store) -> None:
    ingest = make_ingest(store)
    ingest.take(ListSource({"a": FALL}))
    (first,) = store.documents.current()
    ingest.take(ListSource({"a": FALL + "\nLeeds|full_inspection|overall|good|2024-08"}))
    ingest.take(ListSource({"a": FALL}))
    (again,) = store.documents.current()
    assert (again.id, again.text) == (first.id, FALL)


def test_half_a_character_keeps_no_document_out(store: Store) -> None:
    class Careless(ScriptedReader):
        def read(self, body: bytes, hints: Hints) -> Reading:
            reading = super().read(body, hints)
            text = reading.document.text.replace("overall", "over\ud800ll")
            (finding,) = reading.findings
            quote = text[finding.evidence[0].start : finding.evidence[0].end]
            evidence = (replace(finding.evidence[0], quote=quote),)
            rejection = Rejection(stage="extract", reason="x", quote="\udfff")
            return replace(
                reading,
                document=replace(reading.document, text=text, title="\ud83d", outlet="\udc00"),
                findings=(replace(finding, evidence=evidence),),
                rejections=(rejection,),
            )

    said = FALL.replace("help_and_protection", "overall").replace("2026-08", "2024-08")
    report = make_ingest(store, reader=Careless()).take(ListSource({"a": said}))
    assert (report.status, report.error) == (SourceStatus.OK, None)
    (version,) = store.documents.current()
    (event,) = store.events.all()
    (citation,) = event.citations
    assert version.text[citation.start : citation.end] == citation.quote
    assert "over\ufffdll" in citation.quote
    assert (version.title, version.outlet) == ("\ufffd", "\ufffd")
