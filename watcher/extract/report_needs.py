"""Find out whether a single inspection asks the authority for priority action.

Reports of 2014-15 list "Priority and immediate action" under what the authority must improve;
some say there that there is none. The same heading in the safeguarding board's part is not the
council's, and is not read.
"""

from __future__ import annotations

import re

from watcher.extract.report_table import Row
from watcher.model.vocabulary import Area, Outcome

_NEEDS = re.compile(
    r"^what\s+does\s+the\s+local\s+authority\s+need\s+to\s+improve\W*$",
    re.IGNORECASE | re.MULTILINE,
)
_HEADING = re.compile(
    r"^(?:areas?\s+(?:for|of)\s+)?priority\s+(?:and|or)\s+immediate\s+actions?\W*$",
    re.IGNORECASE | re.MULTILINE,
)
_NONE = re.compile(
    r"\b(?:no\s+areas?|not\s+(?:find|identify|found|identified)|none)\b", re.IGNORECASE
)
_AFTER = 400


def read_priority_action(text: str) -> Row | None:
    """Give the heading with what stands first under it; None where there is none."""
    needs = _NEEDS.search(text)
    heading = _HEADING.search(text, needs.end()) if needs else None
    if heading is None:
        return None
    said = text[heading.end() : heading.end() + _AFTER].strip()
    first = re.split(r"\n(?=\d{1,3}\.|[A-Z][^\n]{0,60}\n)|\.\s", said, maxsplit=1)[0]
    end = text.index(first, heading.end()) + len(first) if first else heading.end()
    none = _NONE.search(first) is not None
    outcome = Outcome.NO_PRIORITY_ACTION if none else Outcome.PRIORITY_ACTION
    return Row(Area.OTHER, outcome, heading.start(), end, "report.priority_action")
