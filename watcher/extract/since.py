"""What stands behind `since`: a clause of its own, or only a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.segment import Clause


def of_a_time(clause: Clause, since: int, target: int) -> bool:
    """Tell whether `since` only has a noun: `the first visit since the merger found it good`."""
    for hit in clause.hits:
        if hit.first > since:
            if hit.first >= target or hit.cls in _SUBJECTS:
                return False
            if hit.cls == "judge":
                return hit.value == "rate" and hit.first - since > 1
    return False


_SUBJECTS = frozenset("inspectorate council pronoun generic service area kind be past".split())
