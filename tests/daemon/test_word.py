"""Secrets, log lines, heartbeats and numbers."""

from __future__ import annotations

import json
import logging
import threading
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx
import pytest

from tests.daemon.watchman import Watchman
from watcher.app.heartbeat import TRIES, Heartbeat, address_of
from watcher.app.logs import LOGGER, log, set_up
from watcher.app.metrics import Metrics
from watcher.app.secrets import Secrets, exposed, secret_of, secrets_in
from watcher.cli import run_cli
from watcher.config import load_config
from watcher.errors import ConfigError
from watcher.notify.options import SecretRef
from watcher.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

CONFIG = """
[watcher]
database = "w.db"
baseline = "none"

[[source]]
name = "news"
type = "file"
path = "news"

[[notify]]
name = "hook"
type = "webhook"
url = "https://hooks.example/T000/very-secret"
secrets = [{ file = "key" }]

[daemon]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "config.toml").write_text(CONFIG)
    return tmp_path


def test_a_secret_comes_from_the_environment_a_file_or_a_credential(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "key").write_text("from-file\n")
    monkeypatch.setenv("THE_SECRET", "from-environment")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    found = [
        secret_of(SecretRef(env="THE_SECRET")),
        secret_of(SecretRef(file=tmp_path / "key")),
        secret_of(SecretRef(credential="key")),
        secret_of(SecretRef(value="plain")),
    ]
    assert found == ["from-environment", "from-file", "from-file", "plain"]


@pytest.mark.parametrize(
    "secret",
    [
        SecretRef(env="NO_SUCH_THING"),
        SecretRef(file=Path("/no/such/file")),
        SecretRef(file=Path("/dev/null")),
        SecretRef(credential="nothing"),
    ],
    ids=["no variable", "no file", "an empty file", "no credential"],
)
def test_a_secret_that_is_not_there_is_a_clear_mistake(
    secret: SecretRef, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    with pytest.raises(ConfigError):
        secret_of(secret)


def test_a_secret_is_masked_in_every_form_in_which_it_may_show() -> None:
    secrets = Secrets()
    secrets(SecretRef(value="https://user:pass-word@hooks.example/T000/very-secret?key=abcd"))
    for shown in (
        "POST https://user:pass-word@hooks.example/T000/very-secret?key=abcd",
        "path /T000/very-secret",
        "key=abcd",
        "pass-word",
    ):
        masked = secrets.mask(shown)
        assert "very-secret" not in masked
        assert "abcd" not in masked
        assert "pass-word" not in masked


def test_what_others_on_the_machine_can_read_is_named(folder: Path) -> None:
    key = folder / "key"
    key.write_text("x")
    key.chmod(0o644)
    (folder / "config.toml").chmod(0o644)
    found = exposed(load_config(folder / "config.toml"))
    assert len(found) == 2
    assert all("chmod 600" in line for line in found)
    key.chmod(0o600)
    (folder / "config.toml").chmod(0o600)
    assert exposed(load_config(folder / "config.toml")) == ()


def test_every_secret_of_a_configuration_is_known(folder: Path) -> None:
    with (folder / "config.toml").open("a") as file:
        file.write('heartbeat = { env = "PING" }\n')
    found = secrets_in(load_config(folder / "config.toml"))
    assert [place for place, _ in found] == [
        "[daemon] heartbeat",
        "[[notify]] hook url",
        "[[notify]] hook secrets",
    ]


@pytest.fixture
def quiet_logs() -> Iterator[None]:
    root, ours = logging.getLogger(), logging.getLogger(LOGGER)
    before = (root.handlers[:], root.level, ours.level)
    yield
    root.handlers[:], root.level, ours.level = before


@pytest.mark.usefixtures("quiet_logs")
def test_a_log_line_for_machines_is_one_json_object(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("json", "info")
    log("visited", source="news", events=["a", "b"], reason=None)
    log("hidden", level="debug")
    (line,) = capsys.readouterr().err.splitlines()
    told = json.loads(line)
    assert told["message"] == "visited"
    assert (told["source"], told["events"]) == ("news", ["a", "b"])
    assert "reason" not in told
    assert told["time"].endswith("Z")


@pytest.mark.usefixtures("quiet_logs")
def test_a_log_line_for_people_holds_the_fields_and_stays_one_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    set_up("text", "debug")
    log("failed", level="error", what="two words", reason="a\nb", events=["x", "y"])
    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith('error failed what="two words" reason="a\\nb" events=x,y')


@pytest.mark.usefixtures("quiet_logs")
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_mistake_of_ours_is_logged_with_its_traceback(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up(form, "info")
    try:
        int(form)
    except ValueError:
        log("failed", level="error", error=True)
    assert "ValueError" in capsys.readouterr().err


@pytest.fixture
def watchman() -> Iterator[Watchman]:
    made = Watchman()
    yield made
    made.server.shutdown()
    made.server.server_close()


def beating(folder: Path, watchman: Watchman) -> list[str]:
    with (folder / "config.toml").open("a") as file:
        file.write(f'heartbeat = "{watchman.url}"\n')
    return ["check", "--config", str(folder / "config.toml")]


def test_a_pass_says_when_it_starts_and_when_it_went_well(folder: Path, watchman: Watchman) -> None:
    (folder / "news" / "1.txt").write_text("Nothing of interest happened in the town today.\n" * 9)
    assert run_cli(beating(folder, watchman)) == 0
    (first, run, _), (second, same, body) = watchman.pings
    assert (first, second) == ("/ping/abc/start", "/ping/abc")
    assert run == same
    assert "1 sources, 0 alerts" in body


def test_a_pass_in_which_everything_failed_says_so(folder: Path, watchman: Watchman) -> None:
    (folder / "news").rmdir()
    assert run_cli(beating(folder, watchman)) == 5
    assert [path for path, _, _ in watchman.pings] == ["/ping/abc/start", "/ping/abc/fail"]


def test_a_pass_that_breaks_says_so_and_the_error_stays(folder: Path, watchman: Watchman) -> None:
    (folder / "w.db").write_bytes(b"no database at all" * 200)
    assert run_cli(beating(folder, watchman)) == 1
    assert watchman.pings[-1][0] == "/ping/abc/fail"
    assert "not a database" in watchman.pings[-1][2]


def test_a_watchman_who_does_not_answer_is_asked_three_times_and_fails_nothing(
    folder: Path, watchman: Watchman
) -> None:
    watchman.status = 500
    assert run_cli(beating(folder, watchman)) == 0
    assert len(watchman.pings) == 2 * TRIES


def test_pings_of_one_run_come_in_their_order() -> None:
    sent: list[str] = []
    gate = threading.Event()

    def slow(address: str, body: bytes) -> bool:
        del body
        gate.wait(1)
        sent.append(urlsplit(address).path)
        return True

    heart = Heartbeat("https://hc.example/x", slow)
    heart.success(heart.start(), "well")
    gate.set()
    heart.settle()
    assert sent == ["/x/start", "/x"]


@pytest.mark.parametrize(
    ("what", "address"),
    [
        ("start", "https://hc.example/a/start?k=1&rid=r"),
        ("", "https://hc.example/a?k=1&rid=r"),
    ],
)
def test_the_address_of_a_ping_keeps_what_it_had(what: str, address: str) -> None:
    assert address_of("https://hc.example/a/?k=1", what, "r") == address


def test_numbers_are_written_for_cron_whole_or_not_at_all(folder: Path) -> None:
    with (folder / "config.toml").open("a") as file:
        file.write('metrics_file = "numbers/watcher.prom"\n')
    assert run_cli(["check", "--config", str(folder / "config.toml")]) in {0, 5}
    text = (folder / "numbers" / "watcher.prom").read_text()
    for name in ("watcher_last_run_timestamp_seconds", "watcher_alerts_held 0.0"):
        assert name in text
    assert [path.name for path in (folder / "numbers").iterdir()] == ["watcher.prom"]


def test_numbers_are_served_to_prometheus() -> None:
    metrics = Metrics()
    with Store.memory() as store:
        import datetime as dt

        now = dt.datetime(2026, 3, 4, tzinfo=dt.UTC)
        store.channels.failing("mail", now=now)
        metrics.refresh(store, now)
        metrics.ran(now, well=True)
    port = free_port()
    server = metrics.serve(f"127.0.0.1:{port}")
    try:
        text = httpx.get(f"http://127.0.0.1:{port}/metrics", trust_env=False).text
        with pytest.raises(ConfigError, match="cannot be used"):
            metrics.serve(f"127.0.0.1:{port}")
    finally:
        server.shutdown()
        server.server_close()
    assert 'watcher_channel_failures{notifier="mail"} 1.0' in text
    assert "watcher_last_run_ok 1.0" in text


def free_port() -> int:
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
