"""`watcher check`: what it prints, and the code it ends with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fakes import START
from watcher.app.checking import CheckReport
from watcher.cli.check import code_of, first_contact
from watcher.model.source import SourceStatus
from watcher.pipeline.ingest import SourceReport
from watcher.store import Store, run_lock

if TYPE_CHECKING:
    from tests.cli.conftest import World


def test_the_first_run_tells_and_the_second_is_silent(world: World) -> None:
    first = world.run("check")
    assert first.code == 0
    assert "Swindon" in first.out
    assert "Leeds" not in first.out
    assert "fell" not in first.out
    assert first.err == "watcher: 1 alert from 2 new documents\n"
    second = world.run("check")
    assert (second.code, second.out, second.err) == (0, "", "")


def test_the_json_has_the_shape_that_scripts_rely_on(world: World) -> None:
    said = world.run("check", "--json").json
    assert set(said) >= {
        "schema", "started", "finished", "sources", "events", "alerts", "held", "deliveries",
    }  # fmt: skip
    assert said["sources"] == [
        {
            "name": "news",
            "status": "ok",
            "documents": {"seen": 2, "new": 2, "changed": 0},
            "error": None,
        }
    ]
    (alert,) = said["alerts"]
    assert set(alert) >= {"id", "council", "severity", "headline", "status", "when", "events"}
    assert alert["council"] == {"code": "E06000030", "name": "Swindon"}
    (event,) = alert["events"]
    assert set(event) == {
        "id", "council", "kind", "regime", "area", "change", "from", "to", "severity", "status",
        "late", "published", "evidence",
    }  # fmt: skip
    assert event["to"] == {"outcome": "inadequate", "when": "2024-08"}
    assert set(event["evidence"][0]) == {
        "quote", "title", "url", "path", "outlet", "start", "end", "page",
    }  # fmt: skip
    assert said["deliveries"] == {"pending": 0, "sent": 1, "failed": 0}
    again = world.run("check", "--json").json
    assert (again["events"], again["alerts"], again["held"]) == ([], [], [])


def test_a_rehearsal_shows_what_would_be_sent_and_keeps_nothing(world: World) -> None:
    said = world.run("check", "--dry-run")
    assert "Swindon" in said.out
    assert not (world.folder / "w.db").exists()
    assert world.run("check", "--dry-run").out == said.out


def test_the_exit_code_tells_of_an_alert_when_asked(world: World) -> None:
    assert world.run("check", "--exit-code").code == 10
    assert world.run("check", "--exit-code").code == 0


def test_one_failing_source_among_others_is_told_and_named(world: World) -> None:
    world.config.write_text(
        world.config.read_text() + '\n[[source]]\nname = "gone"\ntype = "file"\npath = "gone"\n'
    )
    said = world.run("check", "--exit-code")
    assert said.code == 3
    assert "Swindon" in said.out
    assert "source gone" in said.err
    assert world.run("check", "--source", "gone").code == 5
    assert world.run("check", "--source", "news").code == 0


def test_a_source_that_does_not_exist_is_a_mistake_of_the_user(world: World) -> None:
    said = world.run("check", "--source", "newss")
    assert said.code == 2
    assert "did you mean 'news'?" in said.err


def test_a_second_run_at_the_same_time_is_refused(world: World) -> None:
    with run_lock(world.folder / "w.db"):
        said = world.run("check")
    assert said.code == 75
    assert "another run holds the lock" in said.err


def test_a_broken_configuration_ends_with_2_and_no_traceback(world: World) -> None:
    world.config.write_text("[watcher]\nmax_ag = 1\n")
    said = world.run("check")
    assert said.code == 2
    assert "config.toml:2: unknown key 'max_ag'" in said.err
    assert "Traceback" not in said.err


def test_a_broken_database_ends_with_1_and_no_traceback(world: World) -> None:
    (world.folder / "w.db").write_text("these are notes, not a database" * 100)
    said = world.run("check")
    assert said.code == 1
    assert "is not a database" in said.err
    assert "Traceback" not in said.err


def test_a_locked_database_ends_with_1_and_says_who_to_look_for(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.run("check")
    monkeypatch.setattr("watcher.store.connection.BUSY_SECONDS", 0.05)
    world.write(new="2024-10-05\nBury|full_inspection|overall|inadequate|2024-08")
    with Store.open(world.folder / "w.db") as store, store.transaction():
        said = world.run("check")
    assert said.code == 1
    assert "another program is writing to the database" in said.err
    assert "Bury" in world.run("check").out


def test_what_an_article_hides_never_reaches_the_terminal(world: World) -> None:
    evil = "2024-10-01\nSwindon|full_inspection|overall|inadequate|2024-08|0.9\x1b[2J\u202e"
    world.write(fall=evil.replace("|0.9\x1b[2J\u202e", ""))
    world.write(evil="2024-10-01\nBury|full_inspection|overall|inadequate|2024-08")
    path = world.news / "evil\x1b]0;owned\x07\u202e.txt"
    path.write_text("2024-10-02\nBarnet|full_inspection|overall|inadequate|2024-08")
    path.with_name("!\x1b.txt").write_text("!")
    said = world.run("check")
    shown = said.out + said.err + world.run("show", "Barnet").out + world.run("alerts").out
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "\u202e" not in shown


def test_a_watch_over_nothing_says_so(world: World) -> None:
    world.config.write_text(world.config.read_text().split("[[source]]")[0])
    said = world.run("check")
    assert (said.code, said.out) == (0, "")
    assert "no [[source]] is configured" in said.err


def source(status: SourceStatus) -> SourceReport:
    return SourceReport(name=status.value, status=status)


OK, FAILED = SourceStatus.OK, SourceStatus.FAILED


@pytest.mark.parametrize(
    ("statuses", "pending", "code"),
    [
        ([OK], 0, 0),
        ([], 0, 0),
        ([OK], 1, 4),
        ([OK, FAILED], 1, 3),
        ([FAILED, FAILED], 1, 5),
        ([SourceStatus.NOT_MODIFIED, SourceStatus.SKIPPED], 0, 0),
    ],
)
def test_what_is_worse_comes_first(statuses: list[SourceStatus], pending: int, code: int) -> None:
    report = CheckReport(
        started=START,
        finished=START,
        sources=tuple(source(status) for status in statuses),
        pending=pending,
    )
    assert code_of(report, asked=True) == code


@pytest.mark.parametrize(
    ("new", "words"),
    [(1, "1 document, findings about 0 councils"), (4, "4 documents, findings about 0 councils")],
)
def test_a_first_fetch_says_what_it_holds(new: int, words: str) -> None:
    report = SourceReport(name="feed", new=new, first=True)
    assert words in first_contact(report)
    assert "source feed: first fetch" in first_contact(report)
