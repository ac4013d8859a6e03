"""Status and story as text: with colour, without, and with hostile words."""

from __future__ import annotations

import pytest

from tests.site.test_feeds import HOSTILE, event
from watcher.alerting.render.cells import disarmed
from watcher.alerting.render.status import (
    StatusRow,
    areas_in_short,
    headline_words,
    status_table,
)
from watcher.alerting.render.story import Story, story_text
from watcher.model.dates import PartialDate
from watcher.model.event import AreaState, Citation, CouncilState, Headline, RecordId, Signal
from watcher.model.vocabulary import Area, Change, Kind, Outcome, Severity, Status

AREA = AreaState(
    outcome=Outcome.INADEQUATE,
    when=PartialDate("2023-07"),
    published=None,
    kind=Kind.FULL_INSPECTION,
    regime="ilacs",
    status=Status.REPORTED,
    url=None,
    record=RecordId("r"),
)
SIGNAL = Signal(
    outcome=Outcome.PRIORITY_ACTION,
    area=Area.FRONT_DOOR,
    kind=Kind.FOCUSED_VISIT,
    when=PartialDate("2024"),
    published=None,
    severity=Severity.HIGH,
    status=Status.REPORTED,
    record=RecordId("s"),
)
STATE = CouncilState(
    council=event().council,
    lineage=event().lineage,
    areas={Area.LEADERS: AREA, Area.CHILDREN_IN_CARE_AND_CARE_LEAVERS: AREA},
    signals=(SIGNAL,),
    intervention=SIGNAL,
    headline=Headline(outcome=Outcome.INADEQUATE, status=Status.DERIVED),
)
ROWS = (
    StatusRow(
        name=f"Swindon {HOSTILE}",
        outcome=Outcome.INADEQUATE,
        derived=True,
        ranks=(2, 3, 1),
        areas="LI",
        moved="▼ leaders 1 Jul 2023",
        seen="July 2023 (2.4 y)",
        signals=("front door: area for priority action",),
        intervention="improvement notice",
    ),
    StatusRow(
        name="York",
        outcome=None,
        derived=False,
        ranks=(),
        areas="",
        moved="▲ overall 1 Jul 2023",
        seen="",
        signals=(),
        intervention="",
    ),
)
STORY = Story(
    title="Swindon",
    notes=("a new council",),
    state=STATE,
    events=(
        event(late=True, held=True),
        event(id="e2", area=Area.LEADERS, change=Change.IMPROVED, severity=None,
              citations=(Citation(quote="", url="javascript:x"),)),
        event(id="e3", inspection="", citations=(), published=None),
    ),
    withdrawn=((event(id="e4"), "wrong place"),),
)  # fmt: skip


@pytest.mark.parametrize("colour", [True, False])
def test_the_table_holds_everything_with_and_without_colour(*, colour: bool) -> None:
    text = status_table(ROWS, colour=colour, width=400)
    for word in ("Swindon", "inadequate", "(derived)", "▃▅▁", "▼ leaders", "improvement notice"):
        assert word in text
    assert "not known" in text
    assert ("\x1b[" in text) is colour
    assert "\u202e" not in text


@pytest.mark.parametrize("colour", [True, False])
def test_the_story_holds_everything_with_and_without_colour(*, colour: bool) -> None:
    text = story_text(STORY, colour=colour, width=200)
    for word in ("a new council", "stands at", "area for priority action", "Timeline", "held",
                 "late", "Taken back", "wrong place", "https://x.org/a?b=1&c=2"):  # fmt: skip
        assert word in text
    assert "javascript" not in text
    assert ("\x1b[" in text) is colour
    assert "\u202e" not in text


def test_a_story_of_nothing_is_short() -> None:
    empty = CouncilState(
        council=STATE.council, lineage=STATE.lineage, areas={}, signals=(), intervention=None,
        headline=None,
    )  # fmt: skip
    text = story_text(Story(title="X", notes=(), state=empty, events=()), colour=False)
    assert text == "X\n  stands at: not known\n"


def test_areas_are_letters_and_a_joint_judgement_counts_for_both() -> None:
    assert areas_in_short(STATE) == "LI CI VI"
    assert headline_words(STATE) == "inadequate (derived)"


@pytest.mark.parametrize(
    ("value", "shown"),
    [("=1", "'=1"), ("-1", "'-1"), ("@a", "'@a"), ("a\x00b", "ab"), (None, ""), (3, 3), ("x", "x")],
)
def test_cells_are_disarmed(value: object, shown: object) -> None:
    assert disarmed(value) == shown
