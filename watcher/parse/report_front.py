"""Read a report's front page: which report it is, of whom, when, and by whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from watcher.model.report import LETTERS, Family
from watcher.parse.dates import find_dates
from watcher.parse.fieldwork import read_fieldwork

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watcher.model.dates import PartialDate
    from watcher.parse.fieldwork import Fieldwork

_SEND = (
    r"(?:send|special\s+educational\s+needs"
    r"(?:\s+(?:and/?(?:or)?|or)\s+disabilit(?:y|ies))?(?:\s+\(send\))?)"
)
_TITLES: tuple[tuple[Family, str], ...] = (
    (
        Family.SINGLE,
        r"(?:re-?\s?)?inspection\s+of\s+services\s+for\s+children\s+in\s+need\s+of\s+help",
    ),
    (
        Family.BOARD_REVIEW,
        r"review\s+of\s+the\s+effectiveness\s+of\s+the\s+local\s+safeguarding\s+children",
    ),
    (
        Family.SEND_FOLLOW_UP,
        (
            rf"(?:area\s+{_SEND}|{_SEND}\s+area)\s+(?:partnership\s+)?"
            r"(?:re-?\s?visit|monitoring\s+(?:inspection|visit))"
            rf"|re-?visit\s+of\s+(?:the\s+)?(?:local\s+)?area\s+{_SEND}"
        ),
    ),
    (Family.AREA_SEND, rf"area\s+{_SEND}\s+(?:full\s+)?inspection"),
    (Family.FOCUSED_VISIT, r"(?:focuss?ed|assurance)\s+visit"),
    (Family.MONITORING_VISIT, r"monitoring\s+(?:visit|inspection)"),
    (Family.JTAI, r"joint\s+(?:targeted\s+)?area\s+(?:child\s+protection\s+)?inspection"),
    (
        Family.SAFEGUARDING,
        (
            r"inspection\s+of\s+(?:looked\s+after\s+children"
            r"|safeguarding\s+and\s+looked\s+after"
            r"|(?:the\s+)?(?:local\s+authority\s+)?arrangements\s+for\s+the\s+protection)"
        ),
    ),
    (
        Family.ILACS,
        (
            r"inspection\s+of\s+(?:(?!inspection\s+of)[^:;\d]){0,90}?"
            r"children['’‘]?s['’]?\s+(?:social\s+(?:care|work)\s+)?services"
        ),
    ),
)
_TITLE = re.compile(
    rf"(?<!\w)(?:{'|'.join(rf'(?P<{family.value}>{pattern})' for family, pattern in _TITLES)})",
    re.IGNORECASE,
)
_TITLE_WITHIN = 3_000
"""Characters of the first page within which a report names itself."""

_DATES = re.compile(
    r"(?:inspection|visit|fieldwork)\s+dates?\s*:?|(?<!\w)dates?\s+of\s+(?:the\s+|this\s+)?"
    r"(?:inspection|visit|fieldwork|re-?visit)\s*:?",
    re.IGNORECASE,
)
_SENTENCE_DATES = re.compile(
    r"\b(?:on|between|from|place|during|dates)\s+(?=(?:the\s+)?(?:[A-Z][a-z]+day\s+)?\d{1,2}\b)",
    re.IGNORECASE,
)
_STOP = re.compile(r"(?<!\bst)\.\s", re.IGNORECASE)
_VISITING = re.compile(r"visit|inspect|fieldwork", re.IGNORECASE)
_OTHER_DAY = re.compile(r"publish|judged|previous|last\s+inspect", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"^[ \t]*(?:report\s+)?(?:published(?:\s+on)?|publication\s+date|date\s+published)\s*:?\s*",
    re.IGNORECASE | re.MULTILINE,
)
_DEAR = re.compile(r"^\s*dear\b", re.IGNORECASE | re.MULTILINE)
_TABLE_HEAD = re.compile(
    r"^[ \t]*judgements?\s+(?:and\s+)?grades?[ \t]*$", re.IGNORECASE | re.MULTILINE
)
_WITHIN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What the front page prints; `judgements` is where the judgements can begin."""

    family: Family
    title: str
    names: tuple[str, ...]
    fieldwork: Fieldwork | None
    published: PartialDate | None
    judgements: int


def family_of(text: str) -> Family:
    """Tell from its first page which sort of report this is; a letter must look like one."""
    found = _title_in(text)
    return found[0] if found else Family.UNKNOWN


def read_front(text: str) -> Front:
    """Read the front page."""
    found = _title_in(text)
    family, title_at, title_end = found or (Family.UNKNOWN, 0, 0)
    fieldwork, dates_end = _fieldwork(text, family)
    published, published_end = _published(text, family)
    head = _TABLE_HEAD.search(text)
    starts = (title_end, dates_end, published_end, head.end() if head else 0)
    return Front(
        family=family,
        title=_title(text, title_at, title_end),
        names=tuple(dict.fromkeys(_names(text, family, title_at, title_end))) if found else (),
        fieldwork=fieldwork,
        published=published,
        judgements=max(starts),
    )


def _title_in(text: str) -> tuple[Family, int, int] | None:
    match = _TITLE.search(text[:_TITLE_WITHIN])
    if match is None or match.lastgroup is None:
        return None
    family = Family(match.lastgroup)
    if family in LETTERS and not (_DEAR.search(text) or _DATES.search(text)):
        return None
    return family, match.start(), match.end()


def _is_letter(text: str, family: Family) -> bool:
    """Tell whether a report is a letter, which dates itself and its visit in its own words."""
    told_so = family is Family.AREA_SEND and _DEAR.search(text) is not None
    return family in LETTERS or told_so


def _title(text: str, start: int, end: int) -> str:
    """Give the title to the end of its line."""
    line_end = text.find("\n", end)
    return " ".join(text[start : line_end if line_end >= 0 else len(text)].split())


def _fieldwork(text: str, family: Family) -> tuple[Fieldwork | None, int]:
    """Find the days on site by their label, else in a letter's own words."""
    for match in _DATES.finditer(text):
        found = read_fieldwork(text[match.end() : match.end() + 200])
        if found is not None:
            return found, match.end()
    if _is_letter(text, family):
        for match in _SENTENCE_DATES.finditer(text):
            said = _STOP.split(text[max(0, match.start() - 260) : match.start()])[-1]
            after = text[match.end() : match.end() + 260]
            if _OTHER_DAY.search(said[-_WITHIN:]) or not _VISITING.search(said + after):
                continue
            found = read_fieldwork(after)
            if found is not None:
                return found, match.end()
    return None, 0


def _published(text: str, family: Family) -> tuple[PartialDate | None, int]:
    """Find the day of publication that the front page prints; a letter is dated at its head."""
    for match in _PUBLISHED.finditer(text):
        for found in find_dates(text[match.end() : match.end() + _WITHIN]):
            if found.date.precise and not text[match.end() : match.end() + found.start].strip():
                return found.date, match.end() + found.end
    dear = _DEAR.search(text) if _is_letter(text, family) else None
    if dear is not None:
        for found in find_dates(text[: dear.start()]):
            line_start = text.rfind("\n", 0, found.start) + 1
            if found.date.precise and not text[line_start : found.start].strip():
                return found.date, found.end
    return None, 0


def _names(text: str, family: Family, start: int, end: int) -> Iterator[str]:
    """Give the stretches of the head that may name the council, likeliest first."""
    if family is Family.ILACS:
        yield from _inside(text[start:end])
    if family in LETTERS or family is Family.AREA_SEND:
        yield from _after(text[end : end + 260])
    if family is Family.SAFEGUARDING:
        yield from (line for line in text[end:].split("\n")[1:3] if line.strip())
    yield from _above(text[:start])
    if family is Family.BOARD_REVIEW or family in LETTERS:
        yield from _councils(text)


_BETWEEN = re.compile(
    r"inspection\s+of\s+(?:the\s+)?(.*?)(?:['’]s)?\s*(?:(?:local\s+)?authority['’]?s?\s+)?"
    r"children['’‘]?s['’]?\s+(?:social\s+(?:care|work)\s+)?services$",
    re.IGNORECASE | re.DOTALL,
)
_AFTER = re.compile(
    r"[^.\n]{0,90}?\s*\b(?:of|in|to|at|for)\s+(?:the\s+)?(?P<name>[A-Z].{2,110}?)"
    r"(?i:(?=['’]s\s+local|\s+(?:local\s+area|area\s+partnership|local\s+authority|children['’]s"
    r"|safeguarding|partnership)\b|\n\s*(?:inspection|dates?|between|dear|this|following|lead)\b"
    r"|(?<!\bst)\.\s|:\s|\n\n|$))",
    re.DOTALL,
)
_NUMBERED = re.compile(r"^\W*\d*\W*$")
_HEADER = re.compile(r"\b(?:19|20)\d\d\b|ofsted|www\.|@|telephone|^\s*T\s*\d", re.IGNORECASE)
_COUNCIL = re.compile(
    r"^.{0,60}\b(?:council|borough|safeguarding children board)\b.{0,40}$",
    re.IGNORECASE | re.MULTILINE,
)


def _inside(title: str) -> Iterator[str]:
    match = _BETWEEN.match(title)
    if match is not None and match[1].strip().casefold() not in {"", "local authority", "local"}:
        yield " ".join(match[1].split())


def _after(text: str) -> Iterator[str]:
    match = _AFTER.match(text)
    if match is not None:
        yield " ".join(match["name"].split())
    yield " ".join(text[:120].split())


def _above(text: str) -> Iterator[str]:
    """Give the lines above the title, together and one by one, without page furniture."""
    lines = [line.strip() for line in text.split("\n")]
    kept = [line for line in lines if not _NUMBERED.match(line) and not _HEADER.search(line)]
    if kept:
        yield " ".join(kept[-3:])
        yield " ".join(kept[-2:])
    yield from reversed(kept[-3:])


def _councils(text: str) -> Iterator[str]:
    yield from (match[0].strip() for match in _COUNCIL.finditer(text[:_TITLE_WITHIN]))
