"""The site's history of a standing is the same as the one that `status --as-of` derives."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.site.conftest import run
from tests.site.test_feeds import event
from watcher.model.dates import PartialDate
from watcher.model.event import AreaState, CouncilState, Headline, RecordId, Standing
from watcher.model.vocabulary import Area, Change, Kind, Outcome, Status
from watcher.reference import load_rulebook
from watcher.site.charts import falls_and_rises, grades_over_time, publication_lag, spark
from watcher.site.course import course_of
from watcher.site.piece import Piece
from watcher.site.steps import Step, changes_of, headline_steps, outcome_on, steps_of

if TYPE_CHECKING:
    from pathlib import Path

RULES = load_rulebook()
DAYS = ("2012-01-01", "2014-06-30", "2019-01-01", "2023-09-11", "2025-08-01", "2026-06-20")
SAME = {"overall": "overall", "leaders": "leaders", "send": "send", "headline": "headline"}


def judged(outcome: Outcome, when: str, published: str, **more: Any) -> Any:
    return event(
        id=f"{outcome}{when}{published}",
        after=Standing(outcome=outcome, when=PartialDate(when)),
        published=PartialDate(published) if published else None,
        **more,
    )


def said(steps: tuple[Step, ...]) -> list[tuple[str, str]]:
    return [(step.day, step.outcome) for step in steps]


@pytest.mark.parametrize("day", DAYS)
def test_the_map_agrees_with_status_on_every_day(watched: Path, site: Path, day: str) -> None:
    shown = json.loads((site / "councils.json").read_text(encoding="utf-8"))["councils"]
    rows = json.loads(run("status", "--as-of", day, "--json", "--config", str(watched)))
    expected = {
        row["council"]["code"]: (
            (row["areas"].get("overall") or {}).get("outcome"),
            (row["areas"].get("leaders") or {}).get("outcome"),
            (row["areas"].get("send") or {}).get("outcome"),
            (row["headline"] or {}).get("outcome"),
        )
        for row in rows
    }

    def outcome(council: dict[str, Any], series: str) -> str | None:
        steps = [s for s in council["steps"].get(series, []) if s["from"] <= day]
        return steps[-1]["outcome"] if steps else None

    found = {
        council["council"]["code"]: tuple(outcome(council, series) for series in SAME)
        for council in shown
    }
    assert {code: found[code] for code in expected if code in found} == {
        code: values for code, values in expected.items() if code in found
    }


def test_an_older_inspection_that_is_published_later_never_stands() -> None:
    events = [
        judged(Outcome.INADEQUATE, "2020-01", "2020-03-01"),
        judged(Outcome.GOOD, "2018-01", "2021-01-01"),
    ]
    assert said(steps_of(events, (Area.OVERALL,))) == [("2020-03-01", "inadequate")]


def test_a_desk_rating_never_stands_beside_an_inspection() -> None:
    events = [
        judged(Outcome.GOOD, "2010-01", "2010-03-01"),
        judged(Outcome.INADEQUATE, "2011-11", "2011-11-08", kind=Kind.ANNUAL_RATING),
    ]
    assert said(steps_of(events, (Area.OVERALL,))) == [("2010-03-01", "good")]
    assert said(steps_of(events[1:], (Area.OVERALL,))) == [("2011-11-08", "inadequate")]


def test_what_has_no_date_or_no_grade_or_is_held_makes_no_step() -> None:
    assert steps_of([event(after=Standing(outcome=Outcome.GOOD, when=None), published=None)],
                    (Area.OVERALL,)) == ()  # fmt: skip
    assert steps_of([judged(Outcome.WEAKNESSES, "2020", "2020-01-01")], (Area.OVERALL,)) == ()
    assert steps_of([judged(Outcome.GOOD, "2020", "2020-01-01", held=True)], (Area.OVERALL,)) == ()


def test_an_overall_grade_that_is_only_claimed_makes_no_step() -> None:
    before = judged(Outcome.GOOD, "2025-11-03", "2026-02-02", before=None)
    claim = judged(
        Outcome.INADEQUATE, "2026-07", "2026-09-03", before=None, change=Change.NOT_COMPARABLE
    )
    assert said(steps_of((before, claim), (Area.OVERALL,))) == [("2026-02-02", "good")]
    headline = headline_steps((before, claim), RULES, lambda _: state())
    assert said(headline) == [("2026-02-02", "good")]


def test_without_a_day_of_publication_the_last_possible_day_of_the_inspection_counts() -> None:
    assert said(steps_of([judged(Outcome.GOOD, "2020", "")], (Area.OVERALL,))) == [
        ("2020-12-31", "good")
    ]


def state(**more: Any) -> CouncilState:
    values: dict[str, Any] = {
        "council": event().council,
        "lineage": event().lineage,
        "areas": {},
        "signals": (),
        "intervention": None,
        "headline": None,
    }
    return CouncilState(**{**values, **more})


def test_a_grade_that_an_article_only_mentions_stands_from_the_article_on() -> None:
    mentioned = AreaState(
        outcome=Outcome.REQUIRES_IMPROVEMENT,
        when=PartialDate("2014"),
        published=PartialDate("2018-05-18"),
        kind=Kind.FULL_INSPECTION,
        regime=None,
        status=Status.REPORTED,
        url=None,
        record=RecordId("r"),
    )
    undated = replace(mentioned, when=None, published=None)
    day = dt.date(2018, 5, 18)
    told = [(day, state(areas={Area.OVERALL: mentioned, Area.LEADERS: undated}))]
    assert said(steps_of([], (Area.OVERALL,), told)) == [("2018-05-18", "requires_improvement")]
    assert steps_of([], (Area.LEADERS,), told) == ()


def test_a_headline_is_derived_where_there_is_no_overall_grade() -> None:
    events = [
        judged(Outcome.GOOD, "2022-01-10", "2022-03-01"),
        judged(Outcome.INADEQUATE, "2026-05-04", "2026-07-01", area=Area.LEADERS),
    ]
    asked: list[dt.date] = []

    def state_on(day: dt.date) -> CouncilState:
        asked.append(day)
        derived = Headline(outcome=Outcome.REQUIRES_IMPROVEMENT, status=Status.DERIVED)
        return state(headline=derived)

    steps = headline_steps(events, RULES, state_on)
    assert said(steps) == [("2022-03-01", "good"), ("2026-07-01", "requires_improvement")]
    assert [step.derived for step in steps] == [False, True]
    assert asked == [dt.date(2026, 7, 1)]
    assert changes_of(steps, RULES) == (("2026-07-01", "worse"),)


def test_reclassified_is_neither_rise_nor_fall() -> None:
    steps = (
        Step("2011-01-01", "adequate", "2010"),
        Step("2015-01-01", "requires_improvement", "2014"),
    )
    assert changes_of(steps, RULES) == ()


def test_before_the_first_step_nothing_is_known() -> None:
    steps = (Step("2020-01-01", "good", "2019"),)
    assert outcome_on(steps, "2019-12-31") is None
    assert outcome_on(steps, "2020-01-01") == steps[0]


def test_charts_of_nothing_are_empty() -> None:
    today = dt.date(2026, 1, 1)
    empty = Piece(code="x", steps={})
    assert grades_over_time({}, (), today).empty
    assert falls_and_rises([empty], today).empty
    assert publication_lag([empty]).empty
    assert spark((), {}, "2026-01-01") == ""
    assert course_of(empty, {}, today).path == ""
    assert course_of(None, {}, today).path == ""


def test_a_chart_has_a_table_with_the_same_numbers() -> None:
    pieces = [
        Piece(code="a", steps={}, changes=(("2020-05-01", "worse"), ("2022-05-01", "better"))),
        Piece(code="b", steps={}, changes=(("2020-06-01", "worse"),), lags=(("2020-06-01", 42),)),
    ]
    moves = falls_and_rises(pieces, dt.date(2022, 6, 1))
    assert moves.rows == (("2020", "0", "2"), ("2021", "0", "0"), ("2022", "1", "0"))
    assert {bar.name for bar in moves.bars} == {"worse", "better"}
    lag = publication_lag(pieces)
    assert lag.rows == (("2020", "1", "42", "42", "42"),)
    assert lag.tops[0].text == "42"


def test_a_piece_survives_being_kept() -> None:
    steps = {"headline": (Step("2020-01-01", "good", "2019", derived=True),)}
    piece = Piece(code="a", steps=steps, changes=(("2020-05-01", "worse"),), lags=(("2020", 4),))
    assert Piece.of_plain(json.loads(json.dumps(piece.plain()))) == piece
