"""Alerts in the terminal: coloured where there is one, harmless everywhere."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest

from watcher.alerting.render.terminal import terminal_text
from watcher.model.alert import Alert
from watcher.model.council import CouncilCode, CouncilRef, LineageKey
from watcher.model.dates import PartialDate
from watcher.model.event import AlertId, Citation, Event, EventId, Standing
from watcher.model.vocabulary import Area, Change, Kind, Outcome, Severity, Status

SWINDON = CouncilRef(code=CouncilCode("E06000030"), name="Swindon")
CITATION = Citation(
    quote="Ofsted rated the council inadequate.",
    title="Council falls",
    outlet="The Paper",
    url="https://news.example/fall",
)
EVENT = Event(
    id=EventId("a-overall-grade"),
    council=SWINDON,
    lineage=LineageKey("80550"),
    kind=Kind.FULL_INSPECTION,
    regime="ilacs",
    area=Area.OVERALL,
    change=Change.WORSENED,
    before=Standing(outcome=Outcome.GOOD, when=PartialDate("2019")),
    after=Standing(outcome=Outcome.INADEQUATE, when=PartialDate("2023-07")),
    severity=Severity.CRITICAL,
    status=Status.REPORTED,
    late=False,
    silent=False,
    held=False,
    published=PartialDate("2023-09-04"),
    records=(),
    citations=(CITATION,),
    inspection="a",
)
ALERT = Alert(
    id=AlertId("a"),
    council=SWINDON,
    kind=Kind.FULL_INSPECTION,
    change=Change.WORSENED,
    severity=Severity.CRITICAL,
    headline="Swindon: overall effectiveness fell from good to inadequate",
    status=Status.REPORTED,
    when=PartialDate("2023-07"),
    published=PartialDate("2023-09-04"),
    raised=dt.datetime(2023, 9, 4, tzinfo=dt.UTC),
    events=(EVENT,),
)
ESCAPES = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")


def told(alert: Alert, *, colour: bool) -> str:
    return ESCAPES.sub("", terminal_text([alert], colour=colour, width=200))


@pytest.mark.parametrize("colour", [True, False], ids=["colour", "plain"])
def test_everything_a_reader_needs_is_there(colour: bool) -> None:  # noqa: FBT001
    text = told(ALERT, colour=colour)
    for part in (
        "Swindon",
        "critical",
        "good (2019) → inadequate",
        "“Ofsted rated the council inadequate.”",
        "The Paper",
        "4 September 2023",
        "https://news.example/fall",
        "watcher explain a",
    ):
        assert part.casefold() in text.casefold()


def test_plain_text_has_no_escapes() -> None:
    assert "\x1b" not in terminal_text([ALERT], colour=False)
    assert "\x1b" in terminal_text([ALERT], colour=True)


def test_what_was_seen_first_never_fell() -> None:
    first = replace(EVENT, change=Change.FIRST_SEEN, before=None)
    text = told(
        replace(ALERT, change=Change.FIRST_SEEN, headline="Swindon found", events=(first,)),
        colour=False,
    )
    assert "fell" not in text
    assert "nothing earlier known" in text


HOSTILE = "a\x1b[2Jb\x07c\u202ed\u200be\x9bf\r\ng\x00h\u2066i"


@pytest.mark.parametrize("colour", [True, False], ids=["colour", "plain"])
@pytest.mark.parametrize("field", ["quote", "title", "outlet", "url"])
def test_nothing_from_an_article_drives_the_terminal(field: str, colour: bool) -> None:  # noqa: FBT001
    citation = replace(CITATION, **{field: "https://x.example/" + HOSTILE})
    hostile = replace(ALERT, headline=HOSTILE, events=(replace(EVENT, citations=(citation,)),))
    text = told(hostile, colour=colour)
    assert not re.search(
        r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", text
    )


@pytest.mark.parametrize("colour", [True, False], ids=["colour", "plain"])
def test_square_brackets_are_no_markup(colour: bool) -> None:  # noqa: FBT001
    citation = replace(CITATION, quote="[bold]Inspectors[/bold] [the council's] said :smile:")
    text = told(replace(ALERT, events=(replace(EVENT, citations=(citation,)),)), colour=colour)
    assert "[bold]Inspectors[/bold] [the council's] said :smile:" in text


def test_the_gravest_comes_first() -> None:
    mild = replace(ALERT, id=AlertId("b"), severity=Severity.MEDIUM, headline="Bury: mild")
    text = terminal_text([mild, ALERT], colour=False)
    assert text.index("Swindon") < text.index("Bury")


def test_a_sequel_says_what_it_is() -> None:
    assert "[now confirmed]" in told(replace(ALERT, reason="confirmation"), colour=False)
    assert "[correction]" in told(replace(ALERT, reason="correction"), colour=True)


def test_no_alerts_are_no_text() -> None:
    assert terminal_text([], colour=True) == ""
    assert terminal_text([], colour=False) == ""


def test_the_sentence_that_names_the_council_proves_more_than_the_title() -> None:
    citations = tuple(
        replace(CITATION, quote=quote, title="Council falls to the bottom")
        for quote in (
            "Council falls to the bottom",
            "Leaders have failed.",
            "Swindon council's leaders have failed.",
            "Swindon did it again.",
        )
    )
    other = replace(CITATION, quote="Swindon, says another paper.", url="https://other.example/x")
    alert = replace(ALERT, events=(replace(EVENT, citations=(*citations, other)),))
    assert "“Swindon council's leaders have failed.”" in told(alert, colour=False)
    fewer = replace(ALERT, events=(replace(EVENT, citations=(*citations[:2], other)),))
    assert "“Leaders have failed.”" in told(fewer, colour=False)
    titled = replace(ALERT, events=(replace(EVENT, citations=(citations[0], other)),))
    assert "“Council falls to the bottom”" in told(titled, colour=False)
