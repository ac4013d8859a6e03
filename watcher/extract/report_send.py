"""Read the outcome of an area SEND inspection, which is a sentence and no grade."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from watcher.extract.report_table import Row
from watcher.model.vocabulary import Area, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

_OUTCOME = re.compile(r"^[ \t]*inspection\s+outcome[s]?\s*:?[ \t]*$", re.IGNORECASE | re.MULTILINE)
_ENDS = re.compile(
    r"\bthe\s+next\s+(?:full\s+)?(?:area|send|inspection)|\binformation\s+about\s+the\b"
    r"|\bwhat\s+is\s+it\s+like\b|\ba\s+monitoring\s+inspection\s+will\b",
    re.IGNORECASE,
)
_SENTENCES: tuple[tuple[Outcome, str], ...] = (
    (
        Outcome.SEND_SYSTEMIC_FAILINGS,
        (
            r"widespread\s+(?:and\s*/?\s*(?:or\s+)?|or\s+)?systemic\s+failings?"
            r"|systemic\s+(?:and\s*/?\s*(?:or\s+)?|or\s+)?widespread\s+failings?"
            r"|(?:widespread|systemic)\s+failings?"
        ),
    ),
    (
        Outcome.SEND_INCONSISTENT,
        r"inconsistent\s+(?:experiences?|outcomes?|and\s+variable\s+experiences?)",
    ),
    (
        Outcome.SEND_POSITIVE,
        (
            r"(?:typically|usually|generally|mostly)\s+(?:leads?\s+to\s+)?positive\s+"
            r"(?:experiences?|outcomes?)|(?:typically|generally)\s+leads?\s+to\s+positive"
        ),
    ),
)
_STATEMENT = re.compile(
    r"(?P<no>(?:does\s+not|do\s+not|not|no)\s+(?:\w+\s+){0,6})?written\s+statements?\s+of\s+action"
    r"(?:\s+\(wsoa\))?\s+(?P<is>is|are|was|will\s+be)\s+(?P<not>not\s+)?required",
    re.IGNORECASE,
)
_WITHIN = 2_500


def read_send_outcome(text: str, begin: int) -> tuple[Row | None, str]:
    """Give the outcome stated under its heading, else why there is none that is sure."""
    found = list(_outcomes(text, begin))
    if not found:
        return None, "unknown_outcome"
    if len({row.outcome for row in found}) > 1:
        return None, "conflicting_outcomes"
    return found[0], ""


def _outcomes(text: str, begin: int) -> Iterator[Row]:
    head = _OUTCOME.search(text, begin)
    start = head.end() if head else begin
    stop = _ENDS.search(text, start)
    end = min(stop.start() if stop else len(text), start + _WITHIN)
    for outcome, pattern in _SENTENCES:
        match = re.compile(pattern, re.IGNORECASE).search(text, start, end)
        if match is not None:
            yield Row(
                Area.SEND, outcome, *_sentence(text, match.span(), (start, end)), "report.send"
            )
    match = _STATEMENT.search(text, start) if "written" in text[start:].lower() else None
    if match is not None:
        required = not (match["no"] or match["not"])
        outcome = Outcome.WRITTEN_STATEMENT_OF_ACTION if required else Outcome.NO_WRITTEN_STATEMENT
        yield Row(
            Area.SEND, outcome, *_sentence(text, match.span(), (start, len(text))), "report.send"
        )


def _sentence(text: str, span: tuple[int, int], limits: tuple[int, int]) -> tuple[int, int]:
    """Widen a span to its sentence, within limits."""
    start = max(text.rfind(". ", limits[0], span[0]), text.rfind(".\n", limits[0], span[0]))
    start = start + 1 if start >= 0 else limits[0]
    ends = [at for stop in (". ", ".\n") if (at := text.find(stop, span[1], limits[1])) >= 0]
    end = min(ends) + 1 if ends else max(span[1], len(text[: limits[1]].rstrip()))
    return start + len(text[start:end]) - len(text[start:end].lstrip()), end
