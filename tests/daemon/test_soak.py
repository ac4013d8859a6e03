"""Virtual days of watching: exactly the expected alerts, and no growth."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from tests.receivers import Posted, Reply, WebReceiver

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.soak, pytest.mark.xdist_group("soak")]

ROOT = Path(__file__).resolve().parents[2]
LONDON = ZoneInfo("Europe/London")


def now_and_then_down(number: int, posted: Posted) -> Reply:
    """Fail every third request, in different ways."""
    del posted
    if number % 3:
        return Reply()
    return (Reply(503, {"retry-after": "600"}), Reply(500), Reply(reset=True))[number // 3 % 3]


class Lived:
    """What came of the virtual days."""

    def __init__(self, summary: dict[str, Any], web: WebReceiver, days: float) -> None:
        self.told, self.web, self.days = summary, web, days

    @property
    def expected(self) -> list[str]:
        return sorted([*self.told["grave"], *self.told["less"]])


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory, full_count: bool) -> Iterator[Lived]:  # noqa: FBT001
    days = 30 if full_count else 3
    folder = tmp_path_factory.mktemp("soak")
    with WebReceiver(now_and_then_down) as web:
        done = subprocess.run(
            [sys.executable, "-m", "tests.daemon.soak", str(folder), str(days), web.url],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=3600 if full_count else 400,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        yield Lived(json.loads(done.stdout), web, days)


def test_every_fall_became_one_alert_and_nothing_else_did(lived: Lived) -> None:
    assert sorted(lived.told["alerts"]) == lived.expected
    assert lived.told["intact"] == []


def test_a_file_got_every_alert_once(lived: Lived) -> None:
    assert sorted(name for line in lived.told["log"] for name in line) == lived.expected


def test_a_receiver_that_fails_now_and_then_got_every_alert(lived: Lived) -> None:
    told: dict[str, list[str]] = {}
    for one in lived.web.got:
        body = json.loads(one.body)
        told[one.headers["webhook-id"]] = [a["council"]["name"] for a in body["data"]["alerts"]]
    assert sorted(name for names in told.values() for name in names) == lived.expected
    assert set(lived.told["states"]["hook"]) == {"sent"}


def test_no_receiver_was_asked_more_often_than_its_failures_explain(lived: Lived) -> None:
    keys = lived.web.keys()
    failures = sum(1 for number in range(1, len(lived.web.got) + 1) if number % 3 == 0)
    assert keys.total() - len(keys) <= failures


def test_what_is_less_grave_came_at_eight_by_the_clocks_of_london(lived: Lived) -> None:
    assert sorted(name for line in lived.told["digest"] for name in line) == lived.expected
    hours = [
        dt.datetime.fromisoformat(text).astimezone(LONDON).hour for text in lived.told["digests"]
    ]
    late = [hour for hour in hours if hour != 8]
    assert min(hours) >= 8
    assert len(late) <= 1, "only the night that the machine slept through may be late"


def test_sources_that_fail_were_reported_once_and_again_after_a_week(lived: Lived) -> None:
    heard = Counter(subject for line in lived.told["ops"] for subject in line)
    failing = {subject: n for subject, n in heard.items() if subject.startswith("Source failing")}
    assert len(failing) >= 8
    first = [n for subject, n in failing.items() if subject.endswith("is failing")]
    assert set(first) == {1}


def test_memory_stays_where_it_was_after_the_first_day(lived: Lived) -> None:
    first, last = lived.told["memory"][0], lived.told["memory"][-1]
    assert last <= first * 1.1, lived.told["memory"]


def test_every_source_was_visited_in_its_time(lived: Lived) -> None:
    working = 32 * lived.days * 24 * 2
    assert working * 0.3 < lived.told["visits"] < working * 1.4
