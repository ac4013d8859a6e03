"""`watcher run`: one job a source, one for delivery, one that says that the watch lives.

Everything happens on one thread, one job after another, so that the database has one writer;
only sending and fetching use threads of their own. APScheduler keeps the jobs; the clock is
given, so that a month can be lived through in a minute.
"""

from watcher.daemon.loop import Daemon, run_daemon

__all__ = ["Daemon", "run_daemon"]
