"""Signals, heard while waiting."""

from __future__ import annotations

import os
import signal
import threading
import time

import pytest

from watcher.daemon.bell import Bell


def send_soon(number: int) -> None:
    threading.Timer(0.1, os.kill, (os.getpid(), number)).start()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["TERM", "INT"])
def test_a_signal_to_stop_ends_the_wait(number: int) -> None:
    bell = Bell()
    before = signal.getsignal(signal.SIGALRM)
    try:
        with bell.hung():
            send_soon(number)
            begun = time.monotonic()
            bell.wait(20)
            assert time.monotonic() - begun < 5
            assert bell.stopping
            assert signal.getitimer(signal.ITIMER_REAL)[0] > 1
            bell.wait(20)
            assert time.monotonic() - begun < 5
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGHUP, signal.SIG_DFL)


def test_a_signal_to_reload_ends_the_wait_and_what_was_before_comes_back() -> None:
    before = signal.getsignal(signal.SIGHUP)
    bell = Bell()
    with bell.hung():
        send_soon(signal.SIGHUP)
        bell.wait(20)
        assert (bell.reload_wanted, bell.stopping) == (True, False)
        bell.reload_wanted = False
        bell.wait(0.01)
    assert signal.getsignal(signal.SIGHUP) == before


def test_without_a_signal_a_wait_lasts_as_long_as_it_should() -> None:
    bell = Bell()
    with bell.hung():
        begun = bell.now()
        bell.wait(0.2)
        assert 0.15 < bell.now() - begun < 2
