"""What the last sentence of a page says, and other ends of sentences that were read amiss."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings
from watcher.model.vocabulary import Direction, Outcome

DAY, TITLE = "2022-03-10", "Report on services"


def told(text: str) -> list[tuple[str, Outcome]]:
    return [(f.council.name, f.outcome) for f in findings(text, TITLE, DAY) if f.adverse]


@pytest.mark.parametrize(
    "text",
    [
        "Leeds was given a clean bill of health by Ofsted. Not any more: it is now inadequate.",
        "Leeds, no longer good: its services for children are inadequate, says Ofsted.",
        "Leeds hoped for good and got inadequate. That is Ofsted's report on its services.",
        "Children in Leeds wait too long to be seen, Ofsted said, rating the service inadequate.",
        "A damning report is out on services in Leeds, which Ofsted says are inadequate.",
    ],
)
def test_the_new_grade_is_inadequate(text: str) -> None:
    assert told(text) == [("Leeds", Outcome.INADEQUATE)]


@pytest.mark.parametrize(
    "text",
    [
        "Leeds was called inadequate by Ofsted. Not any more.",
        "Leeds is no longer inadequate – it is good, Ofsted says.",
    ],
)
def test_what_is_over_is_over(text: str) -> None:
    found = findings(text, TITLE, DAY)
    assert not [f for f in found if f.adverse]
    assert {f.direction for f in found} == {Direction.BETTER}


@pytest.mark.parametrize(
    "body",
    [
        "An academy in Leeds requires improvement, having been outstanding, Ofsted says.",
        "Leeds Police has dropped from good to inadequate, a watchdog says.",
    ],
)
def test_what_another_body_was_is_no_grade_of_the_council(body: str) -> None:
    text = f"{body} Ofsted rates services for children at Leeds City Council as good."
    assert not told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The director said that an inadequate judgement from Ofsted was the best thing for Leeds.",
        "The MP for Leeds spoke of the years in which Ofsted rated the council inadequate.",
        "It was wrong that Ofsted should call services in Leeds inadequate, said the leader.",
    ],
)
def test_what_is_only_spoken_of_is_no_verdict(text: str) -> None:
    assert not told(text)


def test_a_rating_that_was_published_is_one() -> None:
    text = "An inadequate rating from Ofsted was published for services in Leeds on Monday."
    assert told(text) == [("Leeds", Outcome.INADEQUATE)]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Will the minister look at Leeds, which was this week rated inadequate by Ofsted?", 1),
        ("Should Leeds, where services have just been judged inadequate, lose them, Ofsted?", 1),
        ("Will she see Leeds, which was on Friday rated inadequate by Ofsted?", 1),
        ("Will the minister look at Leeds, which was rated inadequate by Ofsted in 2019?", 0),
        ("Could Leeds be the next council which is rated inadequate by Ofsted this week?", 0),
    ],
)
def test_a_question_may_take_a_verdict_for_told(question: str, names: int) -> None:
    assert len(told(question)) == names
