"""Second lists that share a grade, what is counted of weaknesses, and who was sent to look."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, reported


def adverse(text: str, title: str, published: str | None = "2008-12-18") -> set[str]:
    return {f.council.name for f in findings(text, title, published) if f.adverse and not f.held}


LISTS = "Ofsted's annual ratings of children's services are out."


@pytest.mark.parametrize(
    "second",
    [
        "; on keeping children safe the other two are Leeds and Wigan",
        "; for safeguarding the others are Leeds and Wigan",
        "; and, for safety, Leeds and Wigan",
        " and, for keeping children safe, the same mark went to Leeds and Wigan",
        ", and the same grade was given to Leeds and Wigan",
    ],
)
def test_a_second_list_shares_the_grade_of_the_first(second: str) -> None:
    text = f"{LISTS} Inadequate overall are Bury and Dudley{second}."
    assert adverse(text, "Quality on the slide") == {"Bury", "Dudley", "Leeds", "Wigan"}


@pytest.mark.parametrize(
    "second",
    [
        "; inspectors go to Leeds and Wigan next",
        "; outstanding are Leeds and Wigan",
        "; Leeds and Wigan have got better",
        ", while the best mark went to Leeds and Wigan",
    ],
)
def test_a_second_list_with_words_of_its_own_shares_nothing(second: str) -> None:
    text = f"{LISTS} Inadequate overall are Bury and Dudley{second}."
    assert adverse(text, "Quality on the slide") == {"Bury", "Dudley"}


def test_whoever_got_the_same_mark_stands_before_it() -> None:
    text = f"{LISTS} Bury was graded inadequate. Wigan got the same mark for safety, unlike Leeds."
    assert adverse(text, "Quality on the slide") == {"Bury", "Wigan"}


REVISIT = "Inspectors of Ofsted and the CQC have been back in Wigan to look at SEND services."


@pytest.mark.parametrize(
    "told",
    [
        "Sufficient progress has not been made on its weaknesses, eight of them, they say.",
        "With four of five weaknesses found in 2018 it had made little progress, they say.",
        "They say the council is not making progress on the weaknesses found in 2018.",
    ],
)
def test_weaknesses_may_be_counted_and_dated(told: str) -> None:
    text = f"{REVISIT} {told}"
    assert adverse(text, "SEND: Wigan faces intervention", "2021-07-27") == {"Wigan"}


@pytest.mark.parametrize(
    "sent",
    [
        "A commissioner's report on Wigan's children's services says progress has been very slow.",
        "Progress has been too slow at Wigan's children's services, the commissioner said.",
        "Wigan may lose them, says commissioner Ann Lee. Their progress is very slow, she writes.",
    ],
)
def test_what_somebody_says_who_was_sent_is_no_inspection(sent: str) -> None:
    text = f"{sent}\n\nOfsted is to come in May."
    assert not adverse(text, "Wigan's children's services need help", "2023-03-01")


def test_inspectors_beside_whoever_is_sent_still_find_what_they_find() -> None:
    text = (
        "A commissioner is to be sent to Wigan after Ofsted said today that its children's services"
        " were inadequate."
    )
    assert adverse(text, "Wigan's children's services", "2023-03-01") == {"Wigan"}


@pytest.mark.parametrize("left", ["to quit over report", "steps down after Ofsted report"])
def test_a_chief_who_goes_over_a_report_goes_over_its_grade(left: str) -> None:
    text = (
        "Wigan's head of children's services will go in the autumn.\n\nOfsted, in town in June,"
        " gave safeguarding services its lowest rating, inadequate."
    )
    title = f"Wigan's children's services head {left}"
    assert ("Wigan", "inadequate") in reported(text, title, "2012-07-30")


def test_a_chief_who_goes_long_after_a_grade_leaves_it_old() -> None:
    text = (
        "Wigan's head of children's services will go in the autumn.\n\nOfsted, in town in June"
        " 2011, gave safeguarding services its lowest rating, inadequate."
    )
    title = "Wigan's children's services head to quit over report"
    assert ("Wigan", "inadequate") not in reported(text, title, "2012-07-30")
