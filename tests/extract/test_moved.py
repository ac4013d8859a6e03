"""Lists that say behind each name what it went to."""

from __future__ import annotations

import pytest

from tests.extract.helpers import parsed
from watcher.app.reading import reading_context
from watcher.extract import draft_findings
from watcher.model.vocabulary import Role

LEAD = "Ofsted's statistics on councils' children's services came out on Thursday."
TITLE = "Children's services ratings: what changed"


def moves(text: str, published: str | None = "2022-10-14") -> set[str]:
    """Give council, outcome and way of what is reported."""
    _, drafts = draft_findings(parsed(f"{LEAD}\n\n{text}", TITLE, published), reading_context())
    signs = {"worse": "-", "better": "+", "same": "=", "unknown": ""}
    return {
        f"{d.council.name} {d.outcome.value}{signs[d.direction.value]}"
        for d in drafts
        if d.role is Role.NEWS
    }


@pytest.mark.parametrize("published", ["2022-10-14", None])
@pytest.mark.parametrize(
    "names",
    [
        "Leeds (outstanding to good), Luton (to inadequate) and York (to requires improvement).",
        "Leeds (from outstanding to good), Luton (good to inadequate), York (now adequate).",
        "Leeds, from outstanding to good; Luton, to inadequate; and York, likewise.",
        "Leeds (outstanding → good), Luton (good → inadequate), York (good → adequate).",
    ],
)
@pytest.mark.parametrize(
    "head",
    [
        "Councils that went down in the twelve months:",
        "Down:",
        "The fallers are",
        "Downgraded:",
        "Those that slipped were",
    ],
)
def test_each_name_fell_to_what_stands_behind_it(
    head: str, names: str, published: str | None
) -> None:
    got = moves(f"{head} {names}", published)
    assert {"Leeds good-", "Luton inadequate-"} <= got
    assert {row[-1] for row in got} == {"-"}
    assert len(got) == 3


@pytest.mark.parametrize("head", ["Up:", "The risers are", "Those that improved were"])
def test_each_name_rose_to_what_stands_behind_it(head: str) -> None:
    names = "Leeds (good to outstanding), Luton (to good) and York (to requires improvement)."
    assert moves(f"{head} {names}") == {
        "Leeds outstanding+",
        "Luton good+",
        "York requires_improvement+",
    }


def test_what_all_had_before_may_be_told_once() -> None:
    text = "Two that were rated requires improvement have come off it: Luton, to good, and Leeds"
    assert moves(f"{text}, likewise.") == {"Luton good+", "Leeds good+"}


@pytest.mark.parametrize(
    "text",
    [
        "In 2015 these fell: Leeds (good to inadequate) and Luton (to requires improvement).",
        "Ms Roe moved from Leeds (good) to Luton, her home.",
        "Leeds (down the road) and Luton (to the south) sent people.",
    ],
)
def test_other_brackets_tell_of_no_fall(text: str) -> None:
    assert not {row for row in moves(text) if row[-1] == "-"}


@pytest.mark.parametrize(
    "text",
    [
        "Leeds (well), Luton (adequately, up from poorly) and York (excellently) are done.",
        "Leeds (good), Luton (adequate, up from inadequate) and York (outstanding) are done.",
        "The others are Leeds (good), Luton (adequate, up from inadequate), York (outstanding).",
    ],
)
def test_a_grade_alone_may_stand_behind_each_of_several_names(text: str) -> None:
    assert moves(text, "2010-12-07") == {"Leeds good", "Luton adequate+", "York outstanding"}


def test_names_and_their_numbers_need_no_mark_between_them() -> None:
    text = "Overall effectiveness of children's services (4 is best):\n\nLeeds 2\nLuton 3\nYork 1"
    assert moves(text, "2008-12-18") == {"Leeds adequate", "Luton good", "York inadequate"}
    text = text.replace("Leeds 2", "Leeds 2 (3)")
    assert "Leeds adequate-" in moves(text, "2008-12-18")


def test_numbers_behind_names_are_no_grades_without_a_scale() -> None:
    assert not moves("Football in the north:\n\nLeeds 2\nLuton 3\nYork 1")
