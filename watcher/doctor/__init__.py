"""Find out what is wrong, and say what to do.

Every check is a function from a `Patient` (the configuration, the store if it opens, the ways to
the world outside) to lines. A check that itself fails is a line, not a traceback.
"""

from __future__ import annotations

from watcher.doctor.examine import examine
from watcher.doctor.line import Level, Line, Patient
from watcher.doctor.world import World

__all__ = ["Level", "Line", "Patient", "World", "examine"]
