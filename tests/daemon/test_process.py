"""The daemon as a process: signals, the second one, systemd, and what it costs when idle."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.commands import LOG, settings
from tests.receivers import Reply, WebReceiver
from watcher.app.systemd import all_units, check_unit, cron_line, service_unit, timer_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]

SOURCE = """
[[source]]
name = "news"
type = "{type}"
{where}
"""


class Process:
    """A daemon in a process of its own."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self.folder = folder
        self.popen = subprocess.Popen(
            [sys.executable, "-m", "watcher", "run", "--log", "json", "--config", "config.toml"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.lines: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.popen.stderr is not None
        self.lines.extend(self.popen.stderr)

    def messages(self) -> list[str]:
        return [json.loads(line)["message"] for line in list(self.lines) if line.startswith("{")]

    def until(self, message: str, seconds: float = 20) -> None:
        end = time.monotonic() + seconds
        while message not in self.messages():
            assert time.monotonic() < end, self.lines
            assert self.popen.poll() is None, self.lines
            time.sleep(0.02)

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, float]:
        begun = time.monotonic()
        self.popen.send_signal(number)
        code = self.popen.wait(20)
        return code, time.monotonic() - begun

    def close(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self.popen.kill()
        self.popen.wait(5)
        self._reader.join(5)
        for pipe in (self.popen.stdout, self.popen.stderr):
            if pipe is not None:
                pipe.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    write(tmp_path)
    return tmp_path


def write(folder: Path, kind: str = "file", where: str = 'path = "news"') -> None:
    (folder / "config.toml").write_text(settings(SOURCE.format(type=kind, where=where), LOG))


@contextlib.contextmanager
def running(folder: Path, **environment: str) -> Iterator[Process]:
    process = Process(folder, **environment)
    try:
        yield process
    finally:
        process.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["TERM", "INT"])
def test_an_idle_daemon_stops_at_once_and_cleanly(folder: Path, number: int) -> None:
    with running(folder) as process:
        process.until("watching")
        code, seconds = process.stop(number)
        assert (code, seconds < 2) == (0, True)
        assert process.messages()[-1] == "stopped"


def test_a_daemon_that_waits_for_a_slow_server_stops_within_ten_seconds(folder: Path) -> None:
    hang = threading.Event()
    with WebReceiver() as web:
        web.hang_gets(hang)
        where = f'url = "http://127.0.0.1:{web.port}/feed"\nallow_private = true'
        write(folder, "feed", where)
        with running(folder) as process:
            process.until("watching")
            end = time.monotonic() + 70
            while not web.asked and time.monotonic() < end:
                time.sleep(0.05)
            assert web.asked
            code, seconds = process.stop()
        hang.set()
    assert (code, seconds < 10) == (0, True)


def test_a_daemon_in_the_middle_of_a_delivery_stops_within_ten_seconds_and_sends_it_later(
    folder: Path,
) -> None:
    import datetime as dt

    from tests.articles import council_names, fall

    day = dt.date(2026, 3, 3)
    name = council_names()[3]
    (folder / "news" / "1.txt").write_text(fall(name, published=day, visited=dt.date(2026, 1, 5)))
    hang = threading.Event()
    with WebReceiver(lambda number, _posted: Reply(hang=hang if number == 1 else None)) as web:
        with (folder / "config.toml").open("a") as file:
            file.write(
                f'[[notify]]\nname = "hook"\ntype = "webhook"\nurl = "{web.url}"\n'
                "allow_private = true\ntimeout = 60\n"
            )
        with running(folder) as process:
            end = time.monotonic() + 90
            while not web.got and time.monotonic() < end:
                time.sleep(0.05)
            code, seconds = process.stop()
        assert (code, seconds < 10) == (0, True)
        hang.set()
        done = subprocess.run(
            [sys.executable, "-m", "watcher", "check", "--config", str(folder / "config.toml")],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert list(web.keys().values()) == [2]


def test_a_second_daemon_is_refused_and_told_by_whom(folder: Path) -> None:
    with running(folder) as process:
        process.until("watching")
        with running(folder) as second:
            assert second.popen.wait(20) == 75
            second._reader.join(5)
            assert f"process {process.popen.pid}" in "".join(second.lines)


def test_reload_is_heard_and_a_wrong_configuration_is_not_handed_on(folder: Path) -> None:
    def reload() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "watcher", "reload", "--config", str(folder / "config.toml")],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )

    assert reload().returncode == 2
    with running(folder) as process:
        process.until("watching")
        assert reload().returncode == 0
        process.until("reloaded")
        good = (folder / "config.toml").read_text()
        (folder / "config.toml").write_text(good + "[nonsense]\n")
        assert reload().returncode == 2
        process.popen.send_signal(signal.SIGHUP)
        process.until("not reloaded")
        assert process.stop()[0] == 0


def test_systemd_hears_when_the_daemon_is_ready_alive_and_ends(folder: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        address = str(folder / "notify")
        line.bind(address)
        line.settimeout(20)
        with running(folder, NOTIFY_SOCKET=address, WATCHDOG_USEC="1500000") as process:
            heard = [line.recv(4096).decode() for _ in range(6)]
            process.popen.send_signal(signal.SIGHUP)
            while not heard[-1].startswith("RELOADING=1"):
                heard.append(line.recv(4096).decode())
            process.stop()
            heard.append(line.recv(4096).decode())
            line.settimeout(1)
            with contextlib.suppress(TimeoutError):
                while True:
                    heard.append(line.recv(4096).decode())
    assert heard[0] == "READY=1"
    assert heard.count("WATCHDOG=1") >= 3
    assert "MONOTONIC_USEC=" in "".join(heard)
    assert heard[-1] == "STOPPING=1"


def test_an_idle_daemon_costs_next_to_nothing(folder: Path) -> None:
    with running(folder) as process:
        process.until("watching")
        pid = process.popen.pid
        time.sleep(3)
        before = ticks(pid)
        time.sleep(20)
        used = (ticks(pid) - before) / os.sysconf("SC_CLK_TCK")
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        size = pages * os.sysconf("SC_PAGE_SIZE") / 1e6
        process.stop()
    assert size < 80
    assert used / 20 < 0.01, "a pass over the files falls into the span"


def ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def test_units_are_accepted_by_systemd(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not installed")
    config = Path("/etc/watcher/config 1%.toml")
    for name, text in (
        ("watcher.service", service_unit("/usr/bin/env", config)),
        ("watcher-check.service", check_unit("/usr/bin/env", config)),
        ("watcher-check.timer", timer_unit()),
    ):
        (tmp_path / name).write_text(text)
    units = sorted(str(path) for path in tmp_path.iterdir())
    done = subprocess.run(
        ["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_what_init_prints_holds_units_and_a_line_for_cron() -> None:
    text = all_units("/opt/watcher/bin/watcher", Path("/etc/watcher/config.toml"))
    for part in ("Type=notify", "WatchdogSec=", "[Timer]", "ExecReload=", "crontab -e"):
        assert part in text
    line = cron_line("/opt/watcher/bin/watcher", Path("/etc/watcher/config.toml"))
    assert line == "7,37 * * * * /opt/watcher/bin/watcher check --config /etc/watcher/config.toml\n"
    assert "ProtectHome=read-only" in service_unit("/home/me/bin/watcher", Path("/home/me/c.toml"))
