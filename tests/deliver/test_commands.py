"""The commands that look after deliveries, as a person uses them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.commands import NEWS, Said, command, settings
from tests.fakes import ScriptedReader
from tests.receivers import Reply, WebReceiver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOOK = """
[[notify]]
name = "hook"
type = "webhook"
url = "{url}"
allow_private = true

[groups]
ours = ["Leeds", "York"]
"""


class Desk:
    """A folder with news, a receiver, and a way to run commands."""

    def __init__(self, folder: Path, web: WebReceiver, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.web, self._capsys = folder, web, capsys
        (folder / "news").mkdir()
        text = settings(NEWS, HOOK.format(url=web.url), hold_above=2)
        (folder / "config.toml").write_text(text)
        (folder / "config.toml").chmod(0o600)
        self._number = 0

    def write(self, *lines: str) -> None:
        for line in lines:
            self._number += 1
            text = f"2026-03-03\n{line}"
            (self.folder / "news" / f"{self._number}.txt").write_text(text)

    def falls(self, *names: str) -> None:
        self.write(*(f"{name}|full_inspection|overall|inadequate|2026-01" for name in names))

    def run(self, *arguments: str) -> Said:
        return command(self._capsys, *arguments, "--config", self.folder / "config.toml")

    def told(self) -> list[str]:
        bodies = [json.loads(one.body)["data"] for one in self.web.got]
        return [a["council"]["name"] for body in bodies for a in body["alerts"]]


@pytest.fixture
def desk(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    reader = ScriptedReader()
    for module in ("checking", "rejecting", "releasing"):
        monkeypatch.setattr(f"watcher.app.{module}.LazyWorkshop", lambda _config: reader)
    with WebReceiver() as web:
        yield Desk(tmp_path, web, capsys)


def down(_number: int, _posted: object) -> Reply:
    return Reply(500, body=b"out of order")


def test_a_pass_whose_message_did_not_arrive_ends_with_4_and_says_why(desk: Desk) -> None:
    desk.web.script = down
    desk.falls("Leeds")
    said = desk.run("check")
    assert said.code == 4
    assert "hook: the receiver answered 500: out of order" in said.err
    assert "1 deliveries pending" in said.err
    assert desk.run("check", "--json").json["deliveries"]["pending"] == 1


def test_the_outbox_lists_shows_and_sends_again(desk: Desk) -> None:
    desk.web.script = down
    desk.falls("Leeds")
    desk.run("check")
    (listed,) = desk.run("outbox", "--json").json["messages"]
    assert (listed["state"], listed["attempts"]) == ("failed", 1)
    number = str(listed["id"])
    shown = desk.run("outbox", "show", number)
    assert "the receiver answered 500" in shown.out
    assert "out of order" in shown.out
    assert desk.run("outbox", "retry", number).code == 4
    desk.web.script = lambda _number, _posted: Reply()
    again = desk.run("outbox", "retry", number)
    assert (again.code, "1 sent, 0 still" in again.err) == (0, True)
    tries = desk.run("outbox", "show", number, "--json").json["tries"]
    assert [one["outcome"] for one in tries] == ["failed", "failed", "sent"]
    assert len(set(desk.web.keys())) == 1
    assert desk.run("outbox").out == ""
    assert "sent" in desk.run("outbox", "--all").out


def test_everything_that_was_given_up_can_be_tried_again_at_once(desk: Desk) -> None:
    desk.web.script = lambda _number, _posted: Reply(410)
    desk.falls("Leeds", "York")
    desk.run("check")
    assert {one["state"] for one in desk.run("outbox", "--json").json["messages"]} == {"dead"}
    assert desk.run("check").code == 0
    desk.web.script = lambda _number, _posted: Reply()
    assert "2 sent, 0 still" in desk.run("outbox", "retry", "--dead").err
    assert sorted(set(desk.told())) == ["Leeds", "York"]
    assert desk.run("outbox", "drop", "1", "--reason", "late").code == 2


def test_what_waits_for_a_notifier_that_is_gone_is_listed_as_such(desk: Desk) -> None:
    desk.web.script = down
    desk.falls("Leeds")
    desk.run("check")
    config = desk.folder / "config.toml"
    config.write_text(config.read_text().replace('name = "hook"', 'name = "other"'))
    assert "no such notifier" in desk.run("outbox").out
    assert desk.run("check").code == 0


def test_a_message_can_be_given_up_with_a_reason(desk: Desk) -> None:
    desk.web.script = down
    desk.falls("Leeds")
    desk.run("check")
    assert desk.run("outbox", "drop", "1", "--reason", "told by phone").code == 0
    desk.web.script = lambda _number, _posted: Reply()
    assert desk.run("check").code == 0
    assert desk.told() == ["Leeds"]
    (one,) = desk.run("outbox", "--all", "--json").json["messages"]
    assert (one["state"], one["last_error"]) == ("dropped", "dropped: told by phone")


@pytest.mark.parametrize(
    "arguments",
    [
        ("outbox", "show", "99"),
        ("outbox", "retry", "99"),
        ("outbox", "retry"),
        ("outbox", "drop", "99", "--reason", "x"),
        ("silence", "end", "99"),
        ("silence", "add", "Leeds", "--reason", "x"),
        ("silence", "add", "Leeds", "--for", "soon", "--reason", "x"),
        ("silence", "add", "Leeds", "--for", "2d", "--until", "2030-01-01", "--reason", "x"),
        ("silence", "add", "Leeds", "--until", "2001-01-01", "--reason", "x"),
        ("silence", "add", "Leedz", "--for", "2d", "--reason", "x"),
        ("silence", "add", "planet:Mars", "--for", "2d", "--reason", "x"),
        ("silence", "add", "group:theirs", "--for", "2d", "--reason", "x"),
        ("silence", "add", "region:Narnia", "--for", "2d", "--reason", "x"),
        ("silence", "add", "Leeds", "--for", "2d"),
        ("release", "nothing"),
        ("release", "--all", "--drop"),
        ("release", "x", "--all"),
        ("notify", "test", "hoook"),
        ("notify", "preview", "nothing"),
        ("reload",),
    ],
    ids=" ".join,
)
def test_a_mistake_is_one_clear_line_and_2(desk: Desk, arguments: tuple[str, ...]) -> None:
    said = desk.run(*arguments)
    assert said.code == 2
    assert said.out == ""
    assert "Traceback" not in said.err


def test_a_silence_keeps_a_council_back_until_it_is_ended(desk: Desk) -> None:
    said = desk.run("silence", "add", "Leeds", "--for", "14d", "--reason", "we know", "--json")
    assert said.json["name"] == "Leeds"
    desk.falls("Leeds", "York")
    assert desk.run("check").code == 0
    assert desk.told() == ["York"]
    (listed,) = desk.run("silence", "list", "--json").json
    assert (listed["kept_back"], listed["reason"]) == (1, "we know")
    assert "Leeds" in desk.run("silence", "list").out
    assert desk.run("outbox").out.count("silence 1") == 1
    assert desk.run("silence", "end", "1").code == 0
    desk.run("check")
    assert desk.told() == ["York", "Leeds"]
    assert desk.run("silence", "list", "--json").json == []
    assert len(desk.run("silence", "list", "--all", "--json").json) == 1


@pytest.mark.parametrize(
    "target", ["all", "region:yorkshire and the humber", "group:ours", "notifier:hook"]
)
def test_a_silence_can_name_more_than_a_council(desk: Desk, target: str) -> None:
    end = "2099-01-01"
    assert desk.run("silence", "add", target, "--until", end, "--reason", "quiet").code == 0
    desk.falls("Leeds", "York")
    desk.run("check")
    assert desk.told() == []


def test_a_flood_is_held_listed_and_released(desk: Desk) -> None:
    desk.falls("Leeds", "York", "Bury")
    desk.run("check")
    assert desk.told() == []
    listed = desk.run("release")
    assert listed.out.count("held: many at once") == 3
    assert len(desk.run("release", "--json").json) == 3
    first, second, _ = [one["id"] for one in desk.run("release", "--json").json]
    assert desk.run("release", first).code == 0
    assert desk.run("release", second, "--drop", "--reason", "old news").code == 0
    desk.run("check")
    assert len(desk.told()) == 1
    assert desk.run("release", "--all").code == 0
    desk.run("check")
    assert len(desk.told()) == 2
    assert desk.run("release", "--all").err == "nothing is held\n"


def test_what_was_unsure_counts_once_it_is_released_and_not_before(desk: Desk) -> None:
    desk.write("Leeds|full_inspection|overall|inadequate|2026-01|0.3")
    desk.run("check")
    assert desk.told() == []
    assert desk.run("status", "Leeds", "--json").json[0]["areas"] == {}
    (held,) = desk.run("release", "--json").json
    assert "unsure" in desk.run("release").out
    assert desk.run("release", held["id"]).code == 0
    desk.run("check")
    assert desk.told() == ["Leeds"]
    areas = desk.run("status", "Leeds", "--json").json[0]["areas"]
    assert areas["overall"]["outcome"] == "inadequate"


def test_what_was_unsure_and_is_dropped_counts_for_nothing(desk: Desk) -> None:
    desk.write("Leeds|full_inspection|overall|inadequate|2026-01|0.3")
    desk.run("check")
    (held,) = desk.run("release", "--json").json
    assert desk.run("release", held["id"], "--drop", "--reason", "misread").code == 0
    desk.run("check")
    assert desk.told() == []
    assert desk.run("status", "Leeds", "--json").json[0]["areas"] == {}
    assert desk.run("release").out == ""


def test_a_rejected_alert_is_corrected_once_where_it_was_told(desk: Desk) -> None:
    desk.falls("Leeds")
    desk.run("check")
    (alert,) = desk.run("alerts", "--json").json
    assert desk.run("alerts", "reject", alert["id"], "--reason", "misread").code == 0
    desk.run("check")
    desk.run("check")
    kinds = [json.loads(one.body)["type"] for one in desk.web.got]
    assert kinds == ["council.rating.first_seen", "council.rating.corrected"]


def test_a_rejected_alert_that_was_never_sent_is_told_to_nobody(desk: Desk) -> None:
    desk.run("silence", "add", "all", "--for", "1d", "--reason", "x")
    desk.falls("Leeds")
    desk.run("check")
    (alert,) = desk.run("alerts", "--json").json
    desk.run("alerts", "reject", alert["id"], "--reason", "misread")
    desk.run("silence", "end", "1")
    desk.run("check")
    assert desk.web.got == []


def test_a_drill_goes_through_the_real_channel_and_is_marked(desk: Desk) -> None:
    said = desk.run("notify", "test", "hook")
    assert (said.code, said.err) == (0, "hook: ok ()\n")
    (posted,) = desk.web.got
    told = json.loads(posted.body)
    assert told["type"] == "watcher.test"
    assert told["data"]["subject"].startswith("TEST")
    assert desk.run("outbox", "--all", "--json").json["messages"] == []


def test_a_drill_that_fails_shows_the_dialogue_and_a_hint(desk: Desk) -> None:
    desk.web.script = lambda _number, _posted: Reply(403, body=b"bad token")
    said = desk.run("notify", "test")
    assert said.code == 4
    assert "> POST http://127.0.0.1/…" in said.err
    assert "< 403" in said.err
    assert "bad token" in said.err
    assert "check its address and secret" in said.err
    shown = desk.run("notify", "test", "--json").json[0]
    assert (shown["ok"], shown["notifier"]) == (False, "hook")


def test_a_drill_through_a_channel_without_its_secret_says_so(desk: Desk) -> None:
    config = desk.folder / "config.toml"
    config.write_text(config.read_text().replace(f'"{desk.web.url}"', '{ env = "NO_SUCH_URL" }'))
    said = desk.run("notify", "test")
    assert said.code == 4
    assert "NO_SUCH_URL" in said.err


def test_a_configuration_with_secrets_that_others_can_read_is_warned_about(desk: Desk) -> None:
    (desk.folder / "config.toml").chmod(0o644)
    said = desk.run("notify", "test", "hook")
    assert "can be read by others" in said.err
    assert "chmod 600" in said.err


@pytest.mark.parametrize(
    ("form", "mark"),
    [
        ("email", "Message-ID: <"),
        ("html", "<!DOCTYPE html>"),
        ("terminal", "▲▲"),
        ("webhook", '"type": "council.rating.first_seen"'),
        ("slack", '"blocks"'),
        ("teams", "AdaptiveCard"),
        ("feed", "http://www.w3.org/2005/Atom"),
        ("jsonl", '"key"'),
        ("short", "Leeds"),
    ],
)
def test_a_preview_renders_an_event_without_sending_it(desk: Desk, form: str, mark: str) -> None:
    desk.falls("Leeds")
    desk.run("check")
    (alert,) = desk.run("alerts", "--json").json
    sent = len(desk.web.got)
    for one in (alert["id"], alert["events"][0]["id"], "test"):
        said = desk.run("notify", "preview", one, "--as", form)
        assert said.code == 0
    assert mark in desk.run("notify", "preview", alert["id"], "--as", form).out
    assert len(desk.web.got) == sent
