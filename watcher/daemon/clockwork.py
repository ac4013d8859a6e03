"""APScheduler with a clock that is given, running what is due on the caller's thread."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from apscheduler.schedulers.base import BaseScheduler

if TYPE_CHECKING:
    from collections.abc import Callable

    from apscheduler.job import Job

COALESCED = {"coalesce": True, "max_instances": 1}


class Clockwork(BaseScheduler):  # type: ignore[misc]
    """Keeps jobs and runs those that are due when asked.

    A job that was missed any number of times, because the machine slept or another job took
    long, runs once. One that is later than `grace` does not run now but within `spread`, with
    the others, so that waking up after a night is no stampede.

    Args:
        clock: Gives the time.
        grace: How late a job may be and still run at once.
        missed: Is told of a job that was later than that.
    """

    def __init__(
        self,
        clock: Callable[[], dt.datetime],
        *,
        grace: dt.timedelta,
        missed: Callable[[str, dt.timedelta], None],
    ) -> None:
        super().__init__(timezone=dt.UTC, job_defaults=COALESCED)
        self._clock = clock
        self._grace = grace
        self._missed = missed
        self.spread = dt.timedelta(seconds=60)

    def shutdown(self, wait: bool = True) -> None:  # noqa: FBT001, FBT002  (APScheduler's)
        """Forget the jobs."""
        super().shutdown(wait)

    def wakeup(self) -> None:
        """Do nothing: whoever waits asks again after every change."""

    def put(self, name: str, function: Callable[[], Any], trigger: Any, first: dt.datetime) -> None:
        """Add a job, or change it; its next run is `first`."""
        self.add_job(
            function, trigger, id=name, name=name, next_run_time=first, replace_existing=True
        )

    def next_wake(self) -> dt.datetime | None:
        """Tell when the next job is due."""
        return min((job.next_run_time for job in self._waiting()), default=None)

    def run_due(self) -> int:
        """Run every job that is due, the one that has waited longest first; give their number.

        Jobs that become due meanwhile wait for the next round.
        """
        ran = 0
        now = self._clock()
        for job in sorted(self._waiting(), key=lambda job: job.next_run_time):
            if job.next_run_time > now:
                break
            late = self._clock() - job.next_run_time
            if late > self._grace:
                self._missed(job.id, late)
                self._move(job, self._clock() + self._share(job))
                continue
            self._move(job, job.trigger.get_next_fire_time(now, now))
            job.func()
            ran += 1
        return ran

    def shift(self, by: dt.timedelta) -> None:
        """Move every job by a span: the clock was set, but no time went by."""
        for job in self._waiting():
            self._move(job, job.next_run_time + by)

    def move(self, name: str, when: dt.datetime) -> None:
        """Let a job run next at a given time; one that is not there is passed over."""
        job = self.get_job(name)
        if job is not None:
            self._move(job, when)

    def when(self, name: str) -> dt.datetime | None:
        """Tell when a job runs next."""
        job = self.get_job(name)
        return None if job is None else job.next_run_time

    def _waiting(self) -> list[Job]:
        return [job for job in self.get_jobs() if job.next_run_time is not None]

    def _move(self, job: Job, when: dt.datetime | None) -> None:
        if when is None:
            job.remove()
        else:
            job.modify(next_run_time=when)

    def _share(self, job: Job) -> dt.timedelta:
        """Give a job its own place in the spread, the same every time."""
        import zlib

        return self.spread * (zlib.crc32(job.id.encode()) / 2**32)
