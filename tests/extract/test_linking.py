"""Whose finding it is: lists, `the authority`, helpers, providers that several councils share."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.extract.helpers import news, read, reported
from watcher.app.reading import reading_context
from watcher.extract.resolve import resolve
from watcher.model.council import Council, CouncilCode
from watcher.model.finding import Rejection

WHEN = "2024-05-01"


def test_a_list_shares_its_grade() -> None:
    text = "Ofsted has rated children's services in Wigan, Bolton, Salford and Bury inadequate."
    found = {name for name, outcome in news(text, "Four councils fail", WHEN)}
    assert found == {"Wigan", "Bolton", "Salford", "Bury"}


def test_a_list_with_stops_for_commas_shares_its_grade() -> None:
    text = (
        "Children's services rated inadequate by Ofsted this month are those of Wigan. Bolton."
        " Salford and Bury."
    )
    assert {name for name, _ in news(text, "Councils fail", WHEN)} == {
        "Wigan",
        "Bolton",
        "Salford",
        "Bury",
    }


def test_while_parts_two_verdicts() -> None:
    text = (
        "Ofsted has rated children's services in Wigan good, while children's services in Bolton"
        " were rated inadequate."
    )
    assert news(text, "Two verdicts", WHEN) == {("Wigan", "good"), ("Bolton", "inadequate")}


def test_respectively_deals_grades_out_in_order() -> None:
    text = (
        "Children's services in Wigan, Bolton and Bury were rated good, inadequate and outstanding"
        " respectively by Ofsted."
    )
    assert news(text, "Three verdicts", WHEN) == {
        ("Wigan", "good"),
        ("Bolton", "inadequate"),
        ("Bury", "outstanding"),
    }


@pytest.mark.parametrize("noun", ["The authority", "The council", "The local authority"])
def test_a_council_is_known_by_the_noun_that_stands_for_it(noun: str) -> None:
    text = (
        "Inspectors from Ofsted have been to Rochdale Borough Council.\n\n"
        f"{noun} was told that its children's services are inadequate."
    )
    assert ("Rochdale", "inadequate") in news(text, "Inspectors publish verdict", WHEN)


def test_a_headline_without_a_name_finds_it_in_the_body() -> None:
    text = (
        "Ofsted has rated the department inadequate after an inspection in March.\n\n"
        "Rochdale Council said it was sorry."
    )
    found = news(text, "Council's children's services rated inadequate by Ofsted", WHEN)
    assert found == {("Rochdale", "inadequate")}


def test_a_new_subject_takes_over() -> None:
    text = (
        "Ofsted has rated children's services at Rochdale Council inadequate.\n\n"
        "Meanwhile Ofsted has inspected Wigan Council. The authority's children's services were"
        " rated good."
    )
    assert news(text, "Ofsted reports on Rochdale and Wigan out", WHEN) == {
        ("Rochdale", "inadequate"),
        ("Wigan", "good"),
    }


@pytest.mark.parametrize(
    "aside",
    [
        "The council is supported by Leeds City Council.",
        "It will work with Leeds as its improvement partner.",
        "Unlike neighbouring Leeds, it has no plan.",
        "Its new director joined from Leeds.",
    ],
)
def test_a_helper_or_neighbour_is_no_subject(aside: str) -> None:
    text = f"Ofsted has rated children's services at Rochdale Council inadequate. {aside}"
    assert {name for name, _ in news(text, "Rochdale rated inadequate", WHEN)} == {"Rochdale"}


def test_a_trust_that_runs_services_stands_for_its_council() -> None:
    text = "Ofsted has rated services run by Birmingham Children's Trust inadequate."
    assert {name for name, _ in news(text, "Trust rated inadequate", WHEN)} == {"Birmingham"}


def joint_form() -> str:
    names = reading_context().automaton.names
    return next(key for key, form in sorted(names.items()) if form.joint and len(form.codes) > 1)


def test_a_provider_of_two_councils_is_ambiguous_alone() -> None:
    found = resolve(joint_form(), dt.date(2024, 5, 1), reading_context(), frozenset())
    assert isinstance(found, Rejection)
    assert found.reason == "ambiguous_council"


def test_a_provider_of_two_councils_is_settled_by_the_one_that_is_named() -> None:
    form = joint_form()
    code = reading_context().automaton.names[form].codes[0]
    found = resolve(form, None, reading_context(), frozenset({code}))
    assert isinstance(found, Council)
    assert found.code == code


def test_a_council_that_is_gone_has_no_news() -> None:
    register = reading_context().register
    gone = next(
        c
        for c in register.councils
        if c.valid_to is not None
        and not register.at(c.code, dt.date(2025, 1, 1)).valid_on(dt.date(2025, 1, 1))
        and c.valid_to.year < 2024
    )
    form = gone.short_name.lower()
    found = resolve(form, dt.date(2025, 1, 1), reading_context(), frozenset())
    assert isinstance(found, Rejection | Council)
    day = gone.valid_to
    assert day is not None
    before = resolve(form, day, reading_context(), frozenset())
    assert isinstance(before, Council)
    assert CouncilCode(before.code)


def test_what_names_no_council_is_a_rejection() -> None:
    reading = read("Ofsted has rated the children's services inadequate.", "A verdict", WHEN)
    assert reading.findings == ()
    assert "no_council" in {r.reason for r in reading.rejections}


@pytest.mark.parametrize(
    ("text", "given"),
    [
        (
            (
                "Kent, Medway and Surrey were rated inadequate, good and outstanding respectively"
                " by Ofsted."
            ),
            {("Kent", "inadequate"), ("Medway", "good"), ("Surrey", "outstanding")},
        ),
        (
            "Ofsted has rated services in Kent inadequate and those in Medway good.",
            {("Kent", "inadequate"), ("Medway", "good")},
        ),
        (
            "Ofsted says services in Kent are inadequate, while those in Medway were rated good.",
            {("Kent", "inadequate"), ("Medway", "good")},
        ),
        (
            "Ofsted found services inadequate in both Kent and Medway.",
            {("Kent", "inadequate"), ("Medway", "inadequate")},
        ),
        (
            (
                "Kent and Medway were rated inadequate in reports out on Monday and Tuesday"
                " respectively, Ofsted says."
            ),
            {("Kent", "inadequate"), ("Medway", "inadequate")},
        ),
    ],
)
def test_each_of_several_councils_has_its_own_grade(text: str, given: set[tuple[str, str]]) -> None:
    assert reported(text, "Ofsted reports", "2022-05-01") == given


def test_grades_that_match_no_councils_are_nobodys() -> None:
    text = (
        "Kent, Medway and Surrey were rated inadequate and good respectively by Ofsted, it is said."
    )
    assert reported(text, "Ofsted reports", "2022-05-01") == set()


@pytest.mark.parametrize(
    "added",
    [
        "along with councils in Leeds and Bury",
        "alongside the authorities in Leeds and Bury",
        "along with the councils of Leeds and Bury",
        "together with those in Leeds and Bury",
        "as well as the departments at Leeds and Bury",
        "alongside Leeds and Bury",
    ],
)
@pytest.mark.parametrize("mark", [" ", ", ", " on Tuesday "])
def test_whoever_is_added_by_their_councils_shares_a_grade(added: str, mark: str) -> None:
    text = f"Ofsted rated services in Kent inadequate{mark}{added}."
    assert {name for name, _ in reported(text, "Ofsted reports")} == {"Kent", "Leeds", "Bury"}


@pytest.mark.parametrize(
    "beside",
    [
        "and it will work alongside councils in Leeds and Bury",
        "after it worked along with the councils in Leeds and Bury",
        "and managers are working together with those in Leeds and Bury",
        "although it works alongside Leeds and Bury",
    ],
)
def test_whoever_one_works_beside_does_not_share_its_grade(beside: str) -> None:
    text = f"Ofsted rated services in Kent inadequate {beside}."
    assert reported(text, "Ofsted reports") == {("Kent", "inadequate")}


@pytest.mark.parametrize(
    "text",
    [
        "Wigan was rated inadequate, as were Bolton and Salford, in Ofsted reports today.",
        "Ofsted judged Wigan inadequate; so were Bolton and Salford, it said today.",
    ],
)
def test_whoever_else_got_it_does_not_take_it_away(text: str) -> None:
    found = {name for name, _ in reported(text, "Children's services: the latest", WHEN)}
    assert found == {"Wigan", "Bolton", "Salford"}


@pytest.mark.parametrize(
    "opening", ["Like Bolton last year", "Unlike in 2019", "Unlike Bolton in 2021", "Like Bolton"]
)
def test_the_time_of_a_comparison_is_not_that_of_the_verdict(opening: str) -> None:
    text = f"{opening}, Wigan has been judged inadequate for its children's services by Ofsted."
    assert reported(text, "Children's services: the latest", WHEN) == {("Wigan", "inadequate")}


@pytest.mark.parametrize(
    "text",
    [
        "Wigan joins Bolton among councils whose children's services are inadequate, Ofsted says.",
        "Wigan has joined the councils whose children's services are rated inadequate by Ofsted.",
    ],
)
def test_who_joins_the_councils_with_a_grade_has_it_now(text: str) -> None:
    assert reported(text, "Children's services: the latest", WHEN) == {("Wigan", "inadequate")}


def test_whose_grade_is_known_does_not_get_it_now() -> None:
    text = "Wigan, whose children's services are rated inadequate by Ofsted, has a new director."
    assert reported(text, "A new director", WHEN) == set()


@pytest.mark.parametrize(
    ("ratings", "grade"),
    [
        ("inadequate ratings", "inadequate"),
        ("the lowest ratings", "inadequate"),
        ("the worst judgements", "inadequate"),
        ("the poorest ratings", "inadequate"),
        ("the highest ratings", "outstanding"),
        ("excellent ratings", "outstanding"),
        ("the best ratings", "outstanding"),
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "Three councils have {} from Ofsted: Wigan, Bolton and Bury.",
        "Ofsted gave three councils {}: Wigan, Bolton and Bury.",
        "The three councils with {} are Wigan, Bolton and Bury, Ofsted said.",
        "Those with {} from Ofsted: Wigan; Bolton; Bury.",
    ],
)
def test_ratings_in_the_plural_are_those_of_a_list(text: str, ratings: str, grade: str) -> None:
    page = f"Ofsted has rated children's services.\n\n{text.format(ratings)}"
    found = {name for name, outcome in reported(page, "Ofsted rates councils") if outcome == grade}
    assert found == {"Wigan", "Bolton", "Bury"}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Wigan is one of four councils that Ofsted rates inadequate for children's services."
            " The others are Bolton, Salford and Bury."
        ),
        (
            "Wigan is among four councils whose children's services Ofsted has judged inadequate."
            " The other three are Bolton, Salford and Bury."
        ),
    ],
)
def test_the_others_share_what_one_of_them_got(text: str) -> None:
    found = {name for name, _ in reported(text, "Children's services: the latest", WHEN)}
    assert found == {"Wigan", "Bolton", "Salford", "Bury"}


def test_others_that_were_visited_share_nothing() -> None:
    text = (
        "Ofsted has judged Wigan's children's services inadequate. Others visited were Bolton,"
        " Salford and Bury."
    )
    assert {name for name, _ in reported(text, "The latest", WHEN)} == {"Wigan"}


@pytest.mark.parametrize("grade", ["outstanding", "inadequate"])
@pytest.mark.parametrize(
    "none", ["None of the four councils was", "Not one of the four councils was", "No council was"]
)
def test_what_none_of_them_got_is_no_grade_of_those_listed(none: str, grade: str) -> None:
    text = (
        f"{none} rated {grade} by Ofsted. The four inspected were Wigan, Bolton, Salford and Bury."
    )
    assert reported(text, "Children's services: the latest", WHEN) == set()


def test_most_councils_grade_is_not_that_of_those_named_behind() -> None:
    text = (
        "Most of the region's councils have been rated good by Ofsted, with Wigan and Bolton"
        " judged inadequate."
    )
    assert reported(text, "Children's services: the latest", WHEN) == {
        ("Wigan", "inadequate"),
        ("Bolton", "inadequate"),
    }
