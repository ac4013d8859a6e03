"""What has not got better: a council's services, or something else that stands in front of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watcher.extract.segment import Clause
    from watcher.extract.tokens import Hit, Words

_RULE = "signal.insufficient.unchanged"
_REACH, _BEHIND = 8, 4
_ELSE = frozenset(
    "pay salaries wages roads road results traffic rating ratings grade grades score scores weather"
    " reputation image budget budgets finances funding economy attendance attainment behaviour"
    " turnover sickness absence exclusions health relationships offer".split()
)
_SERVICE = frozenset(
    "quality practice service services standards performance support help provision response"
    " leadership work council authority department outcomes children oversight planning".split()
)
_LOYAL = frozenset({"commitment", "determination", "resolve", "ambition", "aim", "aims", "view"})


def of_something_else(words: Words, clause: Clause, hit: Hit) -> bool:
    """Tell whether what is unchanged is no service: `pay has not improved`, `in its commitment`.

    Asked of the phrases that say of whatever stands in front that it is no better.
    """
    if hit.rule != _RULE:
        return False
    low = words.words
    if not _LOYAL.isdisjoint(low[hit.last + 1 : hit.last + 1 + _BEHIND]):
        return True
    front = low[max(clause.first, hit.first - _REACH) : hit.first]
    told = next((word for word in reversed(front) if word in _ELSE or word in _SERVICE), "")
    return told in _ELSE
