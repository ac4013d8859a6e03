"""Channels on this machine: a feed, a file of lines, a command, the terminal; and Apprise."""

from __future__ import annotations

import datetime as dt
import json
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import feedparser
import pytest
from lxml import etree

from tests.notify.messages import HOSTILE, NOW, alert, message, ops
from watcher.alerting.render.feed import FeedInfo, atom, entries_of, entry_of, json_feed
from watcher.errors import ConfigError, DeliveryError
from watcher.notify.command import Command
from watcher.notify.command import Options as CommandOptions
from watcher.notify.feed import FeedFile
from watcher.notify.feed import Options as FeedOptions
from watcher.notify.jsonl import JsonLines
from watcher.notify.jsonl import Options as LineOptions
from watcher.notify.terminal import Options as TerminalOptions
from watcher.notify.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

    from watcher.model.alert import Alert

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(folder: Path, **more: Any) -> FeedFile:
    return FeedFile(FeedOptions(name="feed", kind="feed", path=folder / "alerts.xml", **more))


def test_a_feed_is_read_without_complaint(tmp_path: Path) -> None:
    feed(tmp_path, self_url="https://example.org/alerts.xml").send(message(), NOW)
    read = feedparser.parse((tmp_path / "alerts.xml").read_bytes())
    assert not read.bozo
    assert read.version == "atom10"
    (entry,) = read.entries
    assert entry.title.startswith("Swindon: overall effectiveness fell")
    assert entry.link == "https://example.org/drill"


def test_a_feed_has_what_the_standard_demands(tmp_path: Path) -> None:
    feed(tmp_path).send(message(alert("Leeds"), alert("York")), NOW)
    root = etree.parse(tmp_path / "alerts.xml").getroot()
    for owner in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(owner.findall(f"{ATOM}{name}")) == 1
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    ids = [entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")]
    assert len(set(ids)) == 2


def test_the_json_feed_beside_it_holds_the_same(tmp_path: Path) -> None:
    feed(tmp_path).send(message(), NOW)
    told = json.loads((tmp_path / "alerts.json").read_text())
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["title"] for item in told["items"]] == [entry_of(alert()).title]


def test_the_same_alert_sent_again_is_one_entry(tmp_path: Path) -> None:
    for _ in range(3):
        feed(tmp_path).send(message(), NOW)
    assert len(feedparser.parse((tmp_path / "alerts.xml").read_bytes()).entries) == 1


def test_the_newest_stands_first_and_the_oldest_goes(tmp_path: Path) -> None:
    one = feed(tmp_path, keep=3)
    for number in range(5):
        told = replace(alert(f"C{number}"), raised=NOW + dt.timedelta(days=number))
        one.send(message(told), NOW)
    read = feedparser.parse((tmp_path / "alerts.xml").read_bytes())
    assert [entry.title[:2] for entry in read.entries] == ["C4", "C3", "C2"]


def test_a_feed_of_somebody_else_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / "alerts.json").write_text('{"items": "what"}')
    feed(tmp_path).send(message(), NOW)
    assert len(feedparser.parse((tmp_path / "alerts.xml").read_bytes()).entries) == 1


def test_word_of_the_watch_is_no_entry(tmp_path: Path) -> None:
    feed(tmp_path).send(ops(), NOW)
    assert feedparser.parse((tmp_path / "alerts.xml").read_bytes()).entries == []


def test_hostile_words_stay_words_in_a_feed() -> None:
    told = replace(alert(quote=HOSTILE + "\ufffe\x00"), headline=HOSTILE)
    text = atom([entry_of(told)], FeedInfo(title=HOSTILE))
    root = etree.fromstring(text.encode())
    content = root.findtext(f"{ATOM}entry/{ATOM}content")
    assert "<script>" not in (content or "")
    assert "&lt;script&gt;" in (content or "")


def test_entries_come_back_from_a_json_feed_as_they_were() -> None:
    entries = (entry_of(alert()), entry_of(replace(alert("York"), events=())))
    assert (
        entries_of(json_feed(entries, FeedInfo(title="t", home="https://example.org/"))) == entries
    )


def test_a_feed_that_cannot_be_written_is_a_failure_with_a_hint(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    one = FeedFile(FeedOptions(name="feed", kind="feed", path=tmp_path / "file" / "a.xml"))
    with pytest.raises(DeliveryError) as caught:
        one.send(message(), NOW)
    assert "writable" in caught.value.hint


def test_every_message_is_one_line_of_json_with_its_key(tmp_path: Path) -> None:
    lines = JsonLines(LineOptions(name="log", kind="jsonl", path=tmp_path / "log.jsonl"))
    lines.send(message(alert(quote=HOSTILE)), NOW)
    lines.send(ops(), NOW)
    first, second = map(json.loads, (tmp_path / "log.jsonl").read_text().splitlines())
    assert first["key"] == "key-1.mail"
    assert first["alerts"][0]["events"][0]["evidence"][0]["quote"] == HOSTILE
    assert second["kind"] == "ops"


def test_a_full_disk_is_a_failure_of_the_file_and_no_half_line() -> None:
    from pathlib import Path

    lines = JsonLines(LineOptions(name="log", kind="jsonl", path=Path("/dev/full")))
    with pytest.raises(DeliveryError, match="cannot be written"):
        lines.send(message(), NOW)


def command(*argv: str, timeout: float = 5) -> Command:
    return Command(CommandOptions(name="cmd", kind="command", command=argv, timeout=timeout))


def test_a_command_gets_the_message_on_its_standard_input_and_no_shell(tmp_path: Path) -> None:
    out = tmp_path / "out"
    code = "import sys; open(sys.argv[1], 'w').write(sys.stdin.read())"
    command(sys.executable, "-c", code, str(out), "; touch evil", "$(touch evil)").send(
        message(), NOW
    )
    assert json.loads(out.read_text())["alerts"][0]["council"]["name"] == "Swindon"


@pytest.mark.parametrize(("code", "permanent"), [(1, False), (100, True)], ids=["1", "100"])
def test_a_command_that_fails_says_with_what(code: int, *, permanent: bool) -> None:
    script = f"import sys; sys.stderr.write('no luck'); sys.exit({code})"
    with pytest.raises(DeliveryError, match="no luck") as caught:
        command(sys.executable, "-c", script).send(message(), NOW)
    assert caught.value.permanent == permanent


def test_a_command_that_takes_too_long_or_is_not_there_is_a_failure() -> None:
    with pytest.raises(DeliveryError, match="too long"):
        command(sys.executable, "-c", "import time; time.sleep(30)", timeout=0.2).send(
            message(), NOW
        )
    with pytest.raises(DeliveryError, match="cannot be started"):
        command("/no/such/program").send(message(), NOW)


def test_the_terminal_gets_alerts_on_stdout_and_word_of_the_watch_on_stderr(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told: list[tuple[Alert, ...]] = []
    terminal = Terminal(TerminalOptions(name="t", kind="terminal"), told.append)
    terminal.send(message(), NOW)
    terminal.send(ops("It fails.\x1b[2J"), NOW)
    printed = capsys.readouterr()
    assert [len(alerts) for alerts in told] == [1]
    assert printed.out == ""
    assert "It fails." in printed.err
    assert "\x1b" not in printed.err


def test_when_nobody_reads_the_terminal_the_message_is_kept() -> None:
    def broken(alerts: tuple[Alert, ...]) -> None:
        raise BrokenPipeError(alerts)

    with pytest.raises(DeliveryError):
        Terminal(TerminalOptions(name="t", kind="terminal"), broken).send(message(), NOW)


OLD = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")
"""Apprise tries a module of older Pythons when it is loaded."""


@OLD
def test_apprise_carries_a_message_to_a_service(web: Any) -> None:
    from watcher.notify.apprise import AppriseNotifier, Options

    options = Options(name="a", kind="apprise", urls=f"json://127.0.0.1:{web.port}/x")
    notifier = AppriseNotifier(options, lambda secret: secret.value or "")
    notifier.send(message(), NOW)
    told = json.loads(web.got[0].body)
    assert "Swindon" in told["title"]
    assert "good (March 2022) → inadequate" in told["message"]


@OLD
def test_apprise_that_fails_is_a_failure_and_an_address_it_does_not_know_is_a_mistake() -> None:
    from watcher.notify.apprise import AppriseNotifier, Options

    def plain(secret: Any) -> str:
        return str(secret.value)

    dead = Options(name="a", kind="apprise", urls="json://127.0.0.1:9/x")
    with pytest.raises(DeliveryError):
        AppriseNotifier(dead, plain).send(message(), NOW)
    with pytest.raises(ConfigError):
        AppriseNotifier(Options(name="a", kind="apprise", urls="nothing://x"), plain)


def test_a_feed_whose_disk_is_full_leaves_the_old_one_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    one = feed(tmp_path)
    one.send(message(), NOW)
    before = (tmp_path / "alerts.xml").read_bytes()

    def full(handle: int) -> None:
        del handle
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DeliveryError):
        one.send(message(alert("Leeds")), NOW)
    assert (tmp_path / "alerts.xml").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["alerts.json", "alerts.xml"]


@OLD
def test_apprise_is_short_where_that_is_asked_and_passes_on_word_of_the_watch(web: Any) -> None:
    from watcher.notify.apprise import AppriseNotifier, Options

    options = Options(
        name="a", kind="apprise", urls=f"json://127.0.0.1:{web.port}/x", length="short"
    )
    notifier = AppriseNotifier(options, lambda secret: secret.value or "")
    notifier.send(message(), NOW)
    notifier.send(ops("The source news fails."), NOW)
    first, second = (json.loads(one.body)["message"] for one in web.got)
    assert "no inspection took place" not in first
    assert second == "The source news fails."


def test_without_apprise_the_mistake_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from watcher.notify.apprise import AppriseNotifier, Options

    monkeypatch.setitem(sys.modules, "apprise", None)
    with pytest.raises(ConfigError) as caught:
        AppriseNotifier(Options(name="a", kind="apprise", urls="json://x"), str)
    assert "watcher[apprise]" in caught.value.hint
