"""Know a register's columns by their headings, in whatever order, case and wording."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from watcher.model.vocabulary import Area

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

AREAS: Mapping[str, Area] = {
    "overall": Area.OVERALL,
    "leaders": Area.LEADERS,
    "help_and_protection": Area.HELP_AND_PROTECTION,
    "children_in_care": Area.CHILDREN_IN_CARE,
    "care_leavers": Area.CARE_LEAVERS,
    "children_in_care_and_care_leavers": Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS,
    "adoption": Area.ADOPTION,
    "send": Area.SEND,
}
"""Columns that hold a judgement, and what they judge."""

IDENTITIES = ("name", "urn", "gss", "la_code")
"""Columns that tell the council, surest first."""

_NOT_NOW = re.compile(
    r"\b(?:previous|prior|earlier|former|last full|next|due|worst|best|change[sd]?|trend|rank|score"
    r"|number of|count|percent\w*|baseline|region\w*|telephone|notes?|comment\w*|verified)\b|%"
)
_HEADINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "gss",
        (
            r"(?:gss|ons)(?: area)?(?: code)?",
            r"(?:ltla|utla|lad|ctyua|cty)\d\dcd",
            r"area code|new la code",
        ),
    ),
    ("la_code", (r"(?:la|lea|dfe|dfe la|local authority|authority)(?: code| number| no)",)),
    ("urn", (r"(?:ofsted )?(?:provider )?urn|unique reference number",)),
    (
        "link",
        (r"(?:inspection |web |report )?(?:link|url|hyperlink)s?(?: to report)?|report|weblink",),
    ),
    (
        "start",
        (
            r"(?:inspection |visit )?(?:start|begin)(?: date| day)?",
            r"(?:inspection|visit) dates?|inspected|first day",
            r"date of (?:latest |last )?(?:inspection|visit)|start date of inspection",
            r"(?:latest|last) inspection(?: date)?|inspection date start",
        ),
    ),
    ("end", (r"(?:inspection |visit )?end(?: date| day)?|end date of inspection|last day",)),
    (
        "published",
        (
            r"(?:report )?(?:publication|published|publish)(?: date| on)?",
            r"date (?:of publication|published)|report date",
        ),
    ),
    ("framework", (r"(?:inspection )?(?:framework|type|kind|event type)|type of inspection",)),
    (
        "name",
        (
            r"(?:local authority|authority|council|la)(?: name)?",
            r"(?:local area|area|area partnership|local area partnership)(?: name)?",
            r"name(?: of (?:local )?(?:authority|council))?",
        ),
    ),
)
_EXACT = tuple((key, re.compile("|".join(forms))) for key, forms in _HEADINGS)
_CARE = re.compile(r"\bin care\b|\bincare\b|looked after|\bcla\b|\blac\b")
_LEAVERS = re.compile(r"care leaver|leaving care|care experienced")
_JUDGED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("overall", re.compile(r"\boverall\b")),
    ("leaders", re.compile(r"\bleader(?:s|ship)?\b")),
    ("help_and_protection", re.compile(r"\bhelp\b|\bprotect(?:ion|ed)?\b")),
    ("adoption", re.compile(r"\badoption\b")),
    ("send", re.compile(r"\b(?:send|inspection|area send) outcome\b|^outcome(?: grade)?$")),
)


def folded(heading: str) -> str:
    """Fold a heading: case, `_`, `&`, punctuation, white space."""
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading).casefold().replace("&", " and ")
    return " ".join(re.sub(r"[^a-z0-9%]+", " ", text).split())


def column_of(heading: str) -> str | None:
    """Tell what a column holds; None for one that is not needed."""
    text = folded(heading)
    if not text:
        return None
    for key, pattern in _EXACT:
        if pattern.fullmatch(text) or pattern.fullmatch(text.replace(" ", "")):
            return key
    return None if _NOT_NOW.search(text) else _judgement(text)


def _judgement(text: str) -> str | None:
    care, leavers = _CARE.search(text), _LEAVERS.search(text)
    if care and leavers:
        return "children_in_care_and_care_leavers"
    if care or leavers:
        return "children_in_care" if care else "care_leavers"
    found = [key for key, pattern in _JUDGED if pattern.search(text)]
    return found[0] if len(found) == 1 else None


def find_columns(headings: Sequence[str]) -> dict[str, int]:
    """Give the place of every column that is known; the first of a kind counts."""
    places: dict[str, int] = {}
    for at, heading in enumerate(headings):
        key = column_of(heading)
        if key is not None:
            places.setdefault(key, at)
    return places


def is_register(columns: Mapping[str, int]) -> bool:
    """Tell whether headings make a register: a council and a judgement."""
    return any(key in columns for key in IDENTITIES) and any(key in columns for key in AREAS)
