"""Which way things went where no earlier grade is named, and what comes with a full inspection."""

from __future__ import annotations

import pytest

from tests.extract.helpers import one, reported, told
from watcher.model.vocabulary import Direction, Outcome

RISEN = [
    "Children's services in Barnsley have improved since the last inspection and are rated good.",
    "Services in Barnsley, which have improved since their last inspection, were judged good.",
    "The service has improved since 2016 and is now rated good.",
    "Barnsley's services have improved since 2018 and have been judged outstanding.",
]


@pytest.mark.parametrize("text", RISEN)
def test_a_good_grade_of_services_that_improved_is_a_rise(text: str) -> None:
    finding = one(f"{text} Ofsted published its report today.", "Barnsley", "Ofsted on Barnsley")
    assert finding.direction is Direction.BETTER


HEADLINES = [
    "Ofsted hails vast improvements at Barnsley children's services",
    "Barnsley’s children’s services see major improvements",
    "Inspectors praise ‘significant improvements’ at Barnsley children’s services",
    "Big improvements in Barnsley's social services, Ofsted says",
    "Watchdog praises huge improvement in Barnsley",
]


@pytest.mark.parametrize("title", HEADLINES)
def test_a_headline_of_improvement_tells_the_way_of_a_good_grade(title: str) -> None:
    finding = one("Ofsted rated the children's services good.", "Barnsley", title)
    assert (finding.outcome, finding.direction) == (Outcome.GOOD, Direction.BETTER)


NOT_RISEN = [
    ("Barnsley children's services need major improvements", "Ofsted rated them good."),
    ("Barnsley good but improvements needed, Ofsted says", "Its services were rated good."),
    ("Ofsted on Barnsley", "Ofsted rated services good. Attendance has improved since May."),
    ("Barnsley good again", "Ofsted rated Barnsley good. Attendance has improved since 2015."),
    ("Ofsted demands improvements at Barnsley", "Ofsted rated its services good."),
]


@pytest.mark.parametrize(("title", "text"), NOT_RISEN)
def test_improvement_of_something_else_or_to_come_tells_no_way(title: str, text: str) -> None:
    assert one(text, "Barnsley", title).direction is not Direction.BETTER


ENDED = [
    "The government directive on Barnsley's services has now been lifted, Ofsted was told.",
    "Barnsley has been told that it is no longer under Ofsted intervention.",
    "Barnsley's children's services have been freed from a government order, Ofsted heard.",
    "A government order on Barnsley's children's services was lifted after Ofsted's visit.",
    "The improvement order for children's services in Barnsley was lifted, as Ofsted had hoped.",
]


@pytest.mark.parametrize("text", ENDED)
def test_an_order_that_is_lifted_is_an_intervention_ended(text: str) -> None:
    assert ("Barnsley", "intervention_ended") in told(text, "Barnsley Council")[0]


OTHER_ORDERS = [
    "A court order about a child in Barnsley was lifted. Ofsted rated the council good.",
    "A care order was lifted by the judge in Barnsley. Ofsted rated the council good.",
    "The speed limit order was lifted in Barnsley. Ofsted rated children's services good.",
]


@pytest.mark.parametrize("text", OTHER_ORDERS)
def test_other_orders_are_no_intervention(text: str) -> None:
    assert "intervention_ended" not in {outcome for _, outcome in told(text, "Barnsley")[0]}


SERVED = [
    "Ofsted judged it to be providing the children of Barnsley with a 'good' service.",
    "Inspectors judged Barnsley Council to be delivering a good service to children.",
    "Ofsted found that Barnsley is providing children with a 'good' service.",
]


@pytest.mark.parametrize("text", SERVED)
def test_who_is_judged_to_give_a_good_service_is_good(text: str) -> None:
    assert reported(text, "Ofsted on Barnsley") == {("Barnsley", "good")}


NOT_SERVED = [
    "Ofsted found that Barnsley is providing most children with a good service.",
    "Barnsley is providing children with a good service, it told Ofsted.",
    "Barnsley judged it right to be a good service for children, it told Ofsted.",
]


@pytest.mark.parametrize("text", NOT_SERVED)
def test_a_good_service_for_some_or_by_its_own_word_is_no_grade(text: str) -> None:
    assert reported(text, "Ofsted on Barnsley") == set()


LISTED = [
    "The department’s overall effectiveness, support for care leavers and help are rated good",
    "Barnsley's overall effectiveness, leadership and help for care leavers were judged good",
    "Its overall effectiveness, its support for care leavers and its leadership are all rated good",
]


@pytest.mark.parametrize("text", LISTED)
def test_an_overall_grade_that_opens_a_list_is_one_of_it(text: str) -> None:
    assert told(f"{text}, Ofsted said.", "Ofsted on Barnsley")[0] == {("Barnsley", "good")}
    assert one(f"{text}, Ofsted said.", "Barnsley", "Barnsley").area.value == "overall"


AREAS = (
    "Leadership and services for care leavers were judged as requires improvement, while help and"
    " protection and overall effectiveness were rated as inadequate."
)


@pytest.mark.parametrize(
    "title",
    ["Barnsley children’s services deteriorate, warns Ofsted", "Ofsted: Barnsley has got worse"],
)
def test_the_grades_of_a_full_inspection_stand_beside_words_of_decline(title: str) -> None:
    text = f"Inspectors say that services have deteriorated since the last inspection. {AREAS}"
    found = reported(text, title)
    assert {("Barnsley", "inadequate"), ("Barnsley", "requires_improvement")} <= found


def test_the_one_grade_that_a_page_on_a_visit_names_is_an_older_one() -> None:
    text = (
        "A focused visit found that practice has deteriorated. The council is rated good overall."
    )
    assert ("Barnsley", "good") not in reported(text, "Barnsley services deteriorate, says Ofsted")


PLACES = ["at two centres", "at three of its centres", "at five children's homes", "in some cases"]


@pytest.mark.parametrize("where", PLACES)
def test_a_grade_at_some_places_is_not_the_councils(where: str) -> None:
    text = f"Ofsted judged services to be 'outstanding' {where} in Barnsley."
    assert reported(text, "Ofsted on Barnsley Council") == set()


@pytest.mark.parametrize(
    "better",
    [
        "Services are better than in May 2010, inspectors found.",
        "That is better than in 2010, when several areas fell short.",
        "Services are much better than they were two years ago, inspectors say.",
        "Things are far better than before, they add.",
    ],
)
def test_services_may_be_better_than_at_another_time(better: str) -> None:
    text = f'Ofsted has classified children\'s services in Barnsley as "adequate".\n\n{better}'
    finding = one(text, "Barnsley", "Barnsley's services rated 'adequate'", "2013-01-15")
    assert finding.direction is Direction.BETTER


@pytest.mark.parametrize(
    "better",
    [
        "Services are better than in Essex, inspectors say.",
        "Pay is better than in 2010.",
        "Services are no better than in 2010, inspectors say.",
        "Schools are better than in 2010.",
    ],
)
def test_what_else_is_better_tells_no_way(better: str) -> None:
    text = f'Ofsted has classified children\'s services in Barnsley as "adequate".\n\n{better}'
    finding = one(text, "Barnsley", "Barnsley's services rated 'adequate'", "2013-01-15")
    assert finding.direction is not Direction.BETTER


@pytest.mark.parametrize("whose", ["the DfE's", "the government's", "formal", "the Department's"])
def test_an_intervention_whoever_makes_it_comes_to_its_end(whose: str) -> None:
    text = (
        f"It marks the formal end of {whose} intervention in Barnsley's children's services,"
        " which Ofsted called inadequate in 2015."
    )
    finding = one(text, "Barnsley", "Barnsley's services win praise", "2019-01-15")
    assert finding.outcome is Outcome.INTERVENTION_ENDED
