"""Bodies read to their limits, coding by coding; work side by side that is left half-way."""

from __future__ import annotations

import gzip
import threading
import time
import zlib

import brotli
import pytest

from watcher.fetch.body import BodyError, read_body
from watcher.fetch.crew import Pipe, side_by_side

TEXT = b"The report was published on Thursday. " * 500


def chunked(body: bytes, size: int = 777) -> list[bytes]:
    return [body[at : at + size] for at in range(0, len(body), size)]


def read(body: bytes, coding: str, limit: int = 10**6) -> bytes:
    return read_body(chunked(body), coding, limit=limit, in_time=lambda: True)


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("", TEXT),
        ("identity", TEXT),
        ("gzip", gzip.compress(TEXT)),
        ("x-gzip", gzip.compress(TEXT)),
        (" GZIP ", gzip.compress(TEXT)),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", zlib.compress(TEXT)[2:-4]),
        ("br", brotli.compress(TEXT)),
    ],
    ids=["none", "identity", "gzip", "x-gzip", "odd case", "zlib", "raw deflate", "brotli"],
)
def test_every_coding_that_is_offered_is_undone(coding: str, body: bytes) -> None:
    assert read(body, coding) == TEXT


@pytest.mark.parametrize(
    ("coding", "body"),
    [("", TEXT), ("gzip", gzip.compress(TEXT)), ("br", brotli.compress(TEXT))],
)
def test_the_limit_is_to_the_byte(coding: str, body: bytes) -> None:
    assert read(body, coding, len(TEXT)) == TEXT
    with pytest.raises(BodyError) as error:
        read(body, coding, len(TEXT) - 1)
    assert error.value.outcome in {"too_large", "bomb"}


@pytest.mark.parametrize(
    ("coding", "body", "outcome"),
    [
        ("deflate", zlib.compress(TEXT)[:-20], "truncated"),
        ("deflate", zlib.compress(TEXT)[:20] + b"\xff" * 99, "bad_encoding"),
        ("br", brotli.compress(TEXT)[:-3], "truncated"),
        ("br", b"\xff" * 99, "bad_encoding"),
        ("gzip, br", TEXT, "bad_encoding"),
    ],
)
def test_damage_is_named(coding: str, body: bytes, outcome: str) -> None:
    with pytest.raises(BodyError) as error:
        read(body, coding)
    assert error.value.outcome == outcome


def test_a_brotli_bomb_never_fills_the_memory() -> None:
    bomb = brotli.compress(b"\0" * 300_000_000)
    with pytest.raises(BodyError) as error:
        read_body([bomb], "br", limit=1_000_000, in_time=lambda: True)
    assert error.value.outcome == "bomb"


def test_a_body_that_outlasts_its_time_is_left() -> None:
    with pytest.raises(BodyError) as error:
        read_body([b"x"], "", limit=9, in_time=lambda: False)
    assert error.value.outcome == "too_slow"


def test_groups_go_side_by_side_each_in_order() -> None:
    jobs = [[f"{group}{n}" for n in range(5)] for group in "abc"]
    done = list(side_by_side(jobs, lambda job: (time.sleep(0.001), job)[1], 2))
    assert sorted(fruit for _, fruit in done) == sorted(job for group in jobs for job in group)
    for group in jobs:
        assert [fruit for _, fruit in done if fruit in group] == group


def test_work_that_is_left_half_way_leaves_no_thread_behind() -> None:
    before = threading.active_count()
    work = side_by_side([range(100), range(100)], lambda job: job, 2)
    next(work)
    work.close()  # type: ignore[attr-defined]
    assert threading.active_count() == before


def test_a_full_pipe_makes_its_worker_wait_until_it_is_taken_from() -> None:
    pipe: Pipe[int] = Pipe(room=10)
    filled: list[int] = []

    def fill() -> None:
        for n in range(9):
            pipe.put(n, 6)
            filled.append(n)
        pipe.close(ValueError("broken"))

    worker = threading.Thread(target=fill, daemon=True)
    worker.start()
    worker.join(0.2)
    assert len(filled) == 2
    taken: list[int] = []
    with pytest.raises(ValueError, match="broken"):
        taken.extend(pipe)
    assert (filled, pipe.weight) == (list(range(9)), (True, 0))
