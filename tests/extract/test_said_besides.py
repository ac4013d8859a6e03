"""A word of the past in what is said besides a verdict does not make the verdict old."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings
from watcher.model.vocabulary import Area, Outcome


def adverse(text: str, day: str = "2022-03-10") -> set[str]:
    found = findings(text, "Report on services", day)
    return {f.council.name for f in found if f.adverse and not f.held}


@pytest.mark.parametrize(
    "besides",
    [
        ", adding that children had been let down for years",
        ", warning that the council had ignored concerns for a decade",
        ", finding that leaders had long been aware of the risks",
        ", describing a service that used to be among the best",
        ", saying that it had made little progress in the past twelve months",
        ", after children had been let down for years",
        " and said that managers had previously ignored warnings",
        " because social workers had left in large numbers last year",
        " as staff who left last year were not replaced",
        ", and leaders who took over last year have much to do",
        ", where improvements promised in the past have not come",
        ", a blow to a council that was formerly a leader in the field",
        " in a paper that lists problems first raised three years ago",
        ", while the former director, who left last year, declined to comment",
    ],
)
def test_a_word_of_the_past_in_what_is_said_besides_does_not_reach(besides: str) -> None:
    text = f"Ofsted has rated services for children in Leeds inadequate{besides}."
    assert adverse(text) == {"Leeds"}


@pytest.mark.parametrize(
    "opening",
    [
        "In a report that recalls the scandal of ten years ago, Ofsted has",
        "Inspectors who last came in 2018 have",
    ],
)
def test_a_date_of_who_or_what_tells_a_verdict_is_not_its_own(opening: str) -> None:
    text = f"{opening} judged children's services in Leeds inadequate, Ofsted's website says."
    assert adverse(text) == {"Leeds"}


@pytest.mark.parametrize(
    "then",
    [
        " in a report that came out last year",
        " by inspectors who came last year",
        ", which visited two years ago",
        " in an inspection that found failings in 2016",
        ", adding to the town's woes, three years ago",
        " in a judgement made in 2015",
    ],
)
def test_a_time_that_is_that_of_the_report_or_the_visit_reaches(then: str) -> None:
    assert not adverse(f"Services for children in Leeds were judged inadequate by Ofsted{then}.")


@pytest.mark.parametrize(
    "before",
    [
        "Last year's warnings were not heeded, and Ofsted has rated",
        "In the wake of the death of a toddler last year, Ofsted has rated",
        "As recently as last year leaders spoke of progress, but Ofsted has judged",
        "While it was praised in 2018 for its front door, Ofsted has found",
    ],
)
def test_a_verdict_that_has_been_given_has_no_date_of_what_went_before(before: str) -> None:
    assert adverse(f"{before} services for children in Leeds inadequate.") == {"Leeds"}


def test_the_time_of_an_inspection_is_no_time_past() -> None:
    text = (
        "At the time of the inspection in January, when 300 children were on plans, Ofsted found"
        " services for children in Leeds inadequate."
    )
    assert adverse(text) == {"Leeds"}


def test_who_asked_for_an_inspection_does_not_give_its_verdict() -> None:
    text = (
        "Ofsted has rated services for children in Leeds inadequate following a visit prompted by a"
        " whistleblower."
    )
    assert adverse(text) == {"Leeds"}


@pytest.mark.parametrize("paper", ["In its report of March 2019", "On a visit that ended in 2019"])
def test_the_date_of_a_report_in_front_of_a_verdict_is_its_own(paper: str) -> None:
    assert not adverse(f"{paper}, Ofsted has rated services for children in Leeds inadequate.")


@pytest.mark.parametrize(
    "leaders",
    [
        ", with leaders warned that staff were not replaced",
        ", and leaders said that they were sorry",
        " with leaders accused of looking away",
    ],
)
def test_what_is_told_of_leaders_is_no_grade_of_theirs(leaders: str) -> None:
    text = f"Ofsted has rated services for children in Leeds inadequate{leaders}."
    found = findings(text, "Report on services", "2022-03-10")
    assert [f.area for f in found] == [Area.OVERALL]


def test_leaders_with_a_grade_of_their_own_have_it() -> None:
    text = "Ofsted has rated services for children in Leeds good, with leaders outstanding."
    found = findings(text, "Report on services", "2022-03-10")
    assert {f.area for f in found} == {Area.OVERALL, Area.LEADERS}


@pytest.mark.parametrize(
    "then",
    [
        " at an inspection which took place two years ago",
        " in its report, which was published in 2016",
        " in a judgement that was made in 2015",
        ", after children had died, in 2015",
    ],
)
def test_the_time_of_an_inspection_told_behind_is_the_verdict_s(then: str) -> None:
    assert not adverse(f"Services for children in Leeds were rated inadequate by Ofsted{then}.")


@pytest.mark.parametrize(
    "before",
    ["(previously: good)", "(previously good)", "(last inspection: good)", "[previous: good]"],
)
def test_a_grade_in_brackets_with_a_label_is_the_one_before(before: str) -> None:
    text = f"Leeds children's services: Ofsted grade requires improvement {before}."
    found = [f for f in findings(text, "Report on services", "2022-03-10") if f.adverse]
    assert [(f.outcome, f.previous and f.previous.outcome) for f in found] == [
        (Outcome.REQUIRES_IMPROVEMENT, Outcome.GOOD)
    ]


@pytest.mark.parametrize(
    "besides",
    [
        ", the result of years of cuts",
        ", down to years of neglect",
        ", months before the council goes to the polls",
        ", in a report delayed from last year",
        ", in spite of promises made two years ago",
        " following a two-week visit late last year",
        " following an inspection that was put off in 2021",
        " just as it was celebrating 50 years of its existence",
    ],
)
def test_a_perfect_gives_a_grade_of_now_whatever_stands_behind(besides: str) -> None:
    text = f"Inspectors from Ofsted have found services for children in Leeds inadequate{besides}."
    assert adverse(text) == {"Leeds"}


@pytest.mark.parametrize(
    "lasting",
    [
        "Leeds has been rated inadequate by Ofsted since 2019",
        "Leeds has been rated inadequate by Ofsted twice in the past",
        "Leeds has been rated inadequate by Ofsted previously",
        "Leeds has previously been rated inadequate by Ofsted, in spite of its plans of 2015",
        "Leeds, which has had services that were rated inadequate at the inspection in 2015",
    ],
)
def test_a_perfect_of_what_lasts_or_came_before_gives_none(lasting: str) -> None:
    assert not adverse(f"{lasting}, is to open a new centre for families.")


@pytest.mark.parametrize(
    "front",
    [
        "After a two-week visit late last year, Leeds has been told by Ofsted",
        "Having promised in 2019 to put things right, Leeds has been told by Ofsted",
        "Under a framework that came in last year, Leeds has been warned by Ofsted",
    ],
)
def test_a_perfect_gives_a_grade_of_now_whatever_stands_in_front(front: str) -> None:
    assert adverse(f"{front} that its services for children are inadequate.") == {"Leeds"}
