"""The grade of the whole beside others, what was made another, and verdicts over older visits."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, recalled, reported

TITLE = "Ofsted report on Kent children's services"


@pytest.mark.parametrize(
    "text",
    [
        "Kent was rated good in two areas, the overall judgement being inadequate.",
        "Kent was found to be good in two areas, with the overall grade being inadequate.",
        (
            "Inspectors found that two areas in Kent were good, with an overall judgement of"
            " inadequate."
        ),
        (
            "Two areas in Kent were good and one required improvement, with overall effectiveness"
            " judged inadequate."
        ),
        "In Kent two areas are good and two are inadequate, and services are inadequate overall.",
        "Overall, Kent's services are inadequate, though two areas were rated good.",
    ],
)
@pytest.mark.parametrize("published", ["2019-05-03", None])
def test_the_grade_called_overall_is_that_of_the_whole(text: str, published: str | None) -> None:
    told = {(f.area.value, f.outcome.value) for f in findings(text, TITLE, published)}
    assert ("overall", "inadequate") in told
    assert ("overall", "good") not in told


@pytest.mark.parametrize(
    "text",
    [
        "Kent was rated good in two areas, the overall judgement being good.",
        "Kent's services are good overall and outstanding in two areas.",
        (
            "Seven areas were good in Kent and two inadequate, with an overall rating of"
            " the services being good."
        ),
    ],
)
def test_so_is_a_good_one(text: str) -> None:
    told = {(f.area.value, f.outcome.value) for f in findings(text, TITLE, "2019-05-03")}
    assert ("overall", "good") in told
    assert ("overall", "inadequate") not in told


@pytest.mark.parametrize("published", ["2015-06-23", None])
@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("Ofsted praised Kent's leaders for making an inadequate service into a good one.", "good"),
        (
            "Inspectors said leaders in Kent had turned an inadequate service into a good one.",
            "good",
        ),
        (
            (
                "Ofsted says that Kent has transformed an inadequate department into an outstanding"
                " one."
            ),
            "outstanding",
        ),
        ("Kent, inspectors say, has made an inadequate service into a firmly good one.", "good"),
    ],
)
def test_what_was_made_another_is_that(text: str, grade: str, published: str | None) -> None:
    told = findings(text, TITLE, published)
    assert {(f.outcome.value, f.direction.value) for f in told} == {(grade, "better")}


@pytest.mark.parametrize(
    "text",
    [
        "Kent wants to turn an inadequate service into a good one, it told Ofsted.",
        "The head turned an inadequate school into a good one, inspectors in Kent said.",
        "Inspectors in Kent said that staff turned a bad day into a good one.",
    ],
)
def test_what_is_hoped_and_what_is_no_service_is_not(text: str) -> None:
    assert not reported(text, TITLE, "2015-06-23") & {("Kent", "good"), ("Kent", "inadequate")}


@pytest.mark.parametrize(
    "headline",
    [
        "Inspectors downgrade Kent council to inadequate",
        "Kent council downgraded to 'inadequate' by Ofsted",
        "Kent drops to inadequate after Ofsted finds serious failings",
    ],
)
@pytest.mark.parametrize("published", ["2022-05-13", None])
def test_a_fall_in_the_lead_is_no_older_one_than_the_visits_told_of(
    headline: str, published: str | None
) -> None:
    text = (
        f"{headline}\n\nOfsted found serious and widespread failures in Kent's children's services."
        "\n\nThe council had not dealt with what a focused visit found in March 2021."
    )
    assert ("Kent", "inadequate") in reported(text, "Children left without help", published)


@pytest.mark.parametrize(
    "text",
    [
        (
            "Kent council was downgraded to inadequate last year. Inspectors found on a monitoring"
            " visit that progress is too slow."
        ),
        "A monitoring visit to Kent, rated inadequate in 2021, found children at risk of harm.",
    ],
)
def test_that_of_a_service_visited_since_is_old(text: str) -> None:
    assert ("Kent", "inadequate") not in reported(text, "Ofsted visits Kent", "2022-05-13")


@pytest.mark.parametrize(
    "text",
    [
        "Kent retained its 'good' rating from 2013, and its report is warm.",
        "Kent has kept the good grade of 2013, inspectors found.",
        "Kent holds on to its good rating from 2013.",
        "Kent has maintained the good rating it earned in 2013.",
    ],
)
def test_the_year_of_what_is_kept_is_not_that_of_the_news(text: str) -> None:
    title = "Ofsted praises social work"
    assert ("Kent", "good") in reported(text, title, "2016-08-05")
    assert ("Kent", "good") not in recalled(text, title, "2016-08-05")


@pytest.mark.parametrize(
    "text",
    [
        "The report paints a bleak picture of support for children with SEND in Kent.",
        "The letter paints a deeply worrying picture of help for children in Kent.",
        "The letter makes for grim reading for those with children with SEND in Kent.",
    ],
)
def test_a_bleak_report_beside_the_inspectors_condemns(text: str) -> None:
    page = f"Ofsted and the CQC came back to Kent in May.\n\n{text}"
    assert ("Kent", "weaknesses") in reported(page, "SEND inspection of Kent", "2022-05-13")


@pytest.mark.parametrize(
    "text",
    [
        "The report paints a bleak picture of the council's finances.",
        "The report on roads makes for grim reading.",
        "The report paints a warm picture of support for children in Kent.",
    ],
)
def test_other_reports_do_not(text: str) -> None:
    assert ("Kent", "weaknesses") not in reported(text, "Kent needs money", "2022-05-13")


@pytest.mark.parametrize("published", ["2009-10-23", None])
@pytest.mark.parametrize("verb", ["following", "after", "over", "for"])
def test_a_headline_that_says_sorry_leaves_the_children_to_its_lead(
    verb: str, published: str | None
) -> None:
    text = f"Kent Council has apologised {verb} an Ofsted report on its services for children."
    title = f"Kent Council apologises {verb} damning Ofsted report"
    assert ("Kent", "weaknesses") in reported(text, title, published)
