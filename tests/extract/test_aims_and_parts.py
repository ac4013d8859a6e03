"""What is only aimed at, true of some cases, a neighbour's, or known already, is no new verdict."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read, reported, told
from watcher.app.reading import reading_context
from watcher.extract import extract
from watcher.model.dates import PartialDate
from watcher.model.vocabulary import Role
from watcher.parse.article import parse_string
from watcher.parse.hints import Hints

WHEN = "2021-06-15"
TITLE = "Kent children's services"


@pytest.mark.parametrize(
    "text",
    [
        "It is likely to take two or three years to turn Kent's services from inadequate to good.",
        "Ofsted says it will take years to move Kent's services from inadequate to good.",
        "It may take up to three years for Kent's services to be good again, Ofsted was told.",
    ],
)
def test_what_will_take_years_is_only_aimed_at(text: str) -> None:
    assert told(text, TITLE, WHEN)[0] == set()


@pytest.mark.parametrize(
    "text",
    [
        "Kent council has moved its children's services from inadequate to good, Ofsted says.",
        "Ofsted says Kent council managed to turn its children's services from inadequate to good.",
        "It took three years, but Kent's children's services are now rated good by Ofsted.",
    ],
)
def test_what_was_reached_is_news(text: str) -> None:
    assert ("Kent", "good") in told(text, TITLE, WHEN)[0]


@pytest.mark.parametrize(
    "words",
    ["in some cases", "in too many cases", "in a number of the cases seen", "in several instances"],
)
def test_a_grade_of_cases_is_not_the_councils(words: str) -> None:
    text = f"Ofsted inspectors said social work at Kent council was inadequate {words}."
    assert ("Kent", "inadequate") not in told(text, TITLE, WHEN)[0]


def test_the_next_sentence_is_of_its_own_cases() -> None:
    text = "Ofsted has rated Kent council inadequate. In most cases children waited too long."
    assert ("Kent", "inadequate") in told(text, TITLE, WHEN)[0]


@pytest.mark.parametrize(
    "text",
    [
        "“Kent limps on when neighbouring Medway and Surrey are rated good by Ofsted,” he said.",
        "Ofsted returns to Kent, whose neighbour Medway has been rated good by Ofsted.",
    ],
)
def test_a_neighbours_grade_is_the_neighbours(text: str) -> None:
    new, old = told(text, "MP urges action in Kent", WHEN)
    assert ("Kent", "good") not in new | old


@pytest.mark.parametrize("more", ["further ", "some ", "more ", "significant ", ""])
def test_more_improvement_that_is_required_is_the_grade(more: str) -> None:
    text = f"Kent council's children's services require {more}improvement to be good, Ofsted says."
    assert told(text, TITLE, WHEN)[0] == {("Kent", "requires_improvement")}
    needed = f"Kent council's children's services need {more}improvement to be good, Ofsted says."
    assert told(needed, TITLE, WHEN)[0] == {("Kent", "requires_improvement")}


@pytest.mark.parametrize("verb", ["oversee", "run", "lead", "manage"])
def test_services_that_somebody_is_to_run_are_called_by_a_known_grade(verb: str) -> None:
    text = (
        "A commissioner has been appointed by the government to oversee the improvement of Kent"
        " council's children's services, which Ofsted rated in May."
    )
    new, _ = told(text, f"Commissioner to {verb} 'inadequate' Kent children's services", WHEN)
    assert ("Kent", "inadequate") not in new


@pytest.mark.parametrize("body", ["group", "board", "taskforce", "team"])
def test_what_a_body_is_set_up_to_address_is_known(body: str) -> None:
    title = f"New {body} to address serious and widespread failings in Kent children's services"
    text = "Ofsted inspected Kent council. A councillor said that work had begun at once."
    found = read(text, title, WHEN).findings
    assert not [one for one in found if one.adverse and one.role is Role.NEWS]


@pytest.mark.parametrize(
    "text",
    [
        "His resignation is after the Ofsted report, published today, that found Kent inadequate.",
        "It was after a three-week visit that Ofsted judged Kent inadequate, it was said today.",
        "Ofsted rated Kent council inadequate after an audit of case files found risks.",
        "Inspectors from Ofsted, who audited 40 cases, rated Kent's services inadequate.",
    ],
)
def test_what_comes_after_something_is_no_wish_and_no_review_of_others(text: str) -> None:
    assert ("Kent", "inadequate") in told(text, TITLE, WHEN)[0]


@pytest.mark.parametrize("front", ["Have your say", "Full list of failings", "Your area"])
def test_a_headline_that_gives_a_grade_is_a_verdict_whatever_stands_before_it(front: str) -> None:
    title = f"{front}: Kent children's services rated inadequate by Ofsted"
    text = "Ofsted has rated Kent council's children's services inadequate."
    assert ("Kent", "inadequate") in told(text, title, WHEN)[0]


def _of_the_place(title: str, text: str) -> set[tuple[str, bool]]:
    """Give what a paper of Kent's tells of a council that it does not name, and if it is held."""
    hints = Hints(title=title, url="https://www.kentgazette.example/1", published=PartialDate(WHEN))
    found = extract(parse_string(text, hints), reading_context()).findings
    return {(one.outcome.value, one.held) for one in found if one.adverse}


def test_a_papers_place_is_enough_for_a_verdict() -> None:
    text = "Ofsted said the council's children's services were inadequate. The leader apologised."
    found = _of_the_place("Council's children's services rated inadequate", text)
    assert found == {("inadequate", False)}


def test_a_papers_place_is_not_enough_for_words_of_blame() -> None:
    text = "Ofsted inspected the council in November and found serious and systemic failings."
    found = _of_the_place("Council acts on serious failings in children's services", text)
    assert all(held for _, held in found)


AFTER_RI = 'Ofsted has given Bolton Council a "requires improvement" rating.\n\n'


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ('It made nine proposals to help the council reach a "good" rating in June.', False),
        ("Ofsted set out steps in June 2016 to get the service to be good.", False),
        ("An adviser was sent in January to help it achieve a good rating.", False),
        ("In 2015 new leaders helped the council to reach a good rating.", True),
    ],
)
def test_what_somebody_is_helped_to_reach_is_no_earlier_grade(text: str, held: bool) -> None:  # noqa: FBT001
    title = "Bolton Council given 'requires improvement' rating"
    assert (("Bolton", "good") in told(AFTER_RI + text, title, "2016-08-26")[1]) is held


@pytest.mark.parametrize(
    "way", ["expects to lose", "is set to lose", "is about to lose", "is bound to lose"]
)
def test_a_grade_that_will_be_lost_has_not_been(way: str) -> None:
    text = f"Bolton Council {way} its good Ofsted rating for children's services."
    assert reported(text, f"Bolton {way} good Ofsted rating", WHEN) == set()
