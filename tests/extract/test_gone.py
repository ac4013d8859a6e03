"""Grades that have gone or were kept, and councils that are named only in passing."""

from __future__ import annotations

import pytest

from tests.extract.helpers import one, reported
from watcher.model.vocabulary import Direction, Outcome

GONE = [
    "Barnsley's children's services are rated inadequate no longer, Ofsted has said.",
    "Barnsley's children's services are “inadequate” no more, a new Ofsted inspection found.",
    "Children's services in Barnsley are not any longer inadequate, Ofsted says.",
    "Children's services in Barnsley are now no longer deemed by Ofsted to be inadequate.",
    "No longer are children's services in Barnsley inadequate, Ofsted has ruled.",
    "Barnsley's children's services have ceased to be inadequate, Ofsted said.",
    "No area of Barnsley's children's services is inadequate any more, Ofsted said.",
]


@pytest.mark.parametrize("text", GONE)
def test_a_grade_that_has_gone_is_none(text: str) -> None:
    finding = one(text, "Barnsley", "Ofsted reports on Barnsley")
    assert (finding.outcome, finding.direction) == (Outcome.PROGRESS, Direction.BETTER)


def test_a_good_grade_that_has_gone_is_a_fall() -> None:
    text = "Children's services in Barnsley are good no longer, Ofsted has said."
    assert one(text, "Barnsley", "Barnsley falls").direction is Direction.WORSE


KEPT = [
    "Barnsley's children's services are inadequate still and children are at risk, Ofsted says.",
    "It was not enough to lift Barnsley's services for children out of inadequate, Ofsted said.",
    "Barnsley Council has failed to shake off its inadequate rating for children, Ofsted said.",
    "Barnsley Council has yet to shed its 'inadequate' Ofsted rating for children's services.",
    "Ofsted says Barnsley children's services have not moved out of inadequate.",
    "Barnsley's services for children were unable to get rid of the inadequate label: Ofsted.",
]


@pytest.mark.parametrize("text", KEPT)
def test_a_grade_that_was_not_shed_is_kept(text: str) -> None:
    finding = one(text, "Barnsley", "Ofsted reports on Barnsley")
    assert (finding.outcome, finding.direction) == (Outcome.INADEQUATE, Direction.SAME)


NOT_GONE = [
    "Barnsley children's services are no longer good and have been rated inadequate by Ofsted.",
    "Barnsley was rated inadequate no more than a year after a good rating, Ofsted said.",
    "Ofsted no longer judges Barnsley children's services good; they are inadequate.",
]


@pytest.mark.parametrize("text", NOT_GONE)
def test_the_loss_of_one_grade_is_not_that_of_the_next(text: str) -> None:
    finding = one(text, "Barnsley", "Ofsted reports on Barnsley")
    assert (finding.outcome, finding.direction) == (Outcome.INADEQUATE, Direction.WORSE)


def test_what_is_no_longer_so_ends_with_its_clause() -> None:
    text = "Barnsley children's services, no longer run by a trust, are rated good, Ofsted said."
    assert reported(text, "Ofsted and Barnsley") == {("Barnsley", "good")}


WISHES = [
    'The leader said the authority was after an "outstanding" inspection result.',
    'The council is now seeking an "outstanding" rating.',
    'The council has its sights set on an "outstanding" rating next time.',
    'The council is going for an "outstanding" rating at its next inspection.',
    'Nothing less than an "outstanding" rating will do for the council, the leader said.',
]


@pytest.mark.parametrize("text", WISHES)
def test_a_grade_that_is_wished_for_is_none(text: str) -> None:
    lead = "Barnsley Council's services for children have been rated good by Ofsted."
    assert reported(f"{lead}\n\n{text}", "Barnsley rated good") == {("Barnsley", "good")}


LEAD = 'Ofsted has rated a council "inadequate" for its children\'s services.'
PASSING = [
    "Help from Oxfordshire County Council was not good enough, inspectors said.",
    "The quality of support from Oxfordshire County Council has fallen, the report says.",
    "Social workers from Oxfordshire County Council often had too many cases.",
    "Children got help too late from Oxfordshire County Council, it said.",
    "Picture: Oxfordshire County Council\n\nInspectors said that leaders had been slow.",
]


@pytest.mark.parametrize("text", PASSING)
def test_the_only_council_that_is_named_is_the_one_spoken_of(text: str) -> None:
    found = reported(f"{LEAD}\n\n{text}", "Ofsted rates council 'inadequate'")
    assert ("Oxfordshire", "inadequate") in found


HELPERS = [
    "It will get support from Oxfordshire County Council.",
    "Leaders are working with Oxfordshire County Council.",
    "Staff from Oxfordshire County Council and from Kent County Council are to help.",
]


@pytest.mark.parametrize("text", HELPERS)
def test_a_council_that_only_helps_is_not_the_one_spoken_of(text: str) -> None:
    assert not reported(f"{LEAD}\n\n{text}", "Ofsted rates council 'inadequate'")


SOMEWHERE = [
    "A Devon council has been rated inadequate by Ofsted for its children's services.",
    "A Devon authority's children's services have been rated inadequate by Ofsted.",
    "Children's services at a Devon council are inadequate, Ofsted has said.",
    "A Devon seaside authority was branded inadequate by Ofsted inspectors.",
]


@pytest.mark.parametrize("text", SOMEWHERE)
def test_a_county_may_only_be_where_a_council_is(text: str) -> None:
    said = f"{text}\n\nTorbay Council said that it was sorry."
    assert reported(said, "Ofsted rates council 'inadequate'") == {("Torbay", "inadequate")}


SPEAKERS = [
    "A Devon council spokesman said its services were rated inadequate by Ofsted today.",
    "Devon council's services have been rated inadequate by Ofsted.",
    "A Devon County Council statement said that Ofsted had now rated its services inadequate.",
]


@pytest.mark.parametrize("text", SPEAKERS)
def test_whoever_speaks_for_a_council_names_it(text: str) -> None:
    assert ("Devon", "inadequate") in reported(text, "Children's services inadequate")


ONCE_MORE = [
    ("In 2023 all the areas inspected were given a 'good' grading.", None),
    ("After an inspection in November 2023 the council was graded 'good' by Ofsted.", None),
    ("After an inspection in November the council was graded 'good' by Ofsted.", "2024-01-17"),
]


@pytest.mark.parametrize(("text", "published"), ONCE_MORE, ids=[one[0] for one in ONCE_MORE])
def test_the_news_told_once_more_is_not_what_stood_before(text: str, published: str | None) -> None:
    lead = "Children's services in Barnsley have been rated good by Ofsted in every area."
    before = "Before that services in Barnsley had been graded 'inadequate' by Ofsted for years."
    said = f"{lead}\n\n{before}\n\n{text}"
    finding = one(said, "Barnsley", "Barnsley children's services good", published)
    assert (finding.outcome, finding.direction) == (Outcome.GOOD, Direction.BETTER)


def test_a_grade_of_years_ago_is_what_stood_before() -> None:
    text = (
        "Children's services in Barnsley have been rated good by Ofsted.\n\nIn 2019 they were rated"
        " good. Before that, services in Barnsley had been graded 'inadequate' by Ofsted."
    )
    finding = one(text, "Barnsley", "Barnsley children's services good", "2024-01-17")
    assert (finding.outcome, finding.direction) == (Outcome.GOOD, Direction.SAME)


def test_a_grade_that_the_headline_says_has_gone_is_not_told_as_news() -> None:
    title = "Ofsted says Barnsley's children's services no longer inadequate"
    text = (
        "Ofsted has been back to Barnsley. Its children's services are inadequate, older pages"
        " say. Services now require improvement to be good."
    )
    assert reported(text, title) == {("Barnsley", "requires_improvement")}


AIMED = [
    ("New director to lead children's services out of 'inadequate'", "Jane Smith was appointed."),
    ("New team to steer Barnsley's children's services out of inadequate", "It starts in May."),
    ("Jane Smith is to help children's services out of inadequate", "She starts in May."),
]


@pytest.mark.parametrize(("title", "text"), AIMED, ids=[one[0] for one in AIMED])
def test_a_grade_that_somebody_is_to_end_has_not_gone(title: str, text: str) -> None:
    said = f"Barnsley Council said: {text} Its services were rated inadequate by Ofsted."
    assert ("Barnsley", "progress") not in reported(said, title)


DONE = [
    "Barnsley has managed to lift its children's services out of inadequate, Ofsted has said.",
    "Enough has been done to move Barnsley's services out of the inadequate category: Ofsted.",
]


@pytest.mark.parametrize("text", DONE)
def test_a_grade_that_somebody_managed_to_end_has_gone(text: str) -> None:
    finding = one(text, "Barnsley", "Ofsted reports on Barnsley")
    assert (finding.outcome, finding.direction) == (Outcome.PROGRESS, Direction.BETTER)


WANTED = [
    "The department's rating had fallen from “good” to “inadequate” in three years.",
    "Inspectors had downgraded the department from good to inadequate.",
]


@pytest.mark.parametrize("text", WANTED)
def test_people_who_are_wanted_are_the_story(text: str) -> None:
    lead = "Barnsley Council spends £4m to recruit staff, after Ofsted criticised its services."
    title = "Social workers wanted to boost children's care"
    assert ("Barnsley", "inadequate") not in reported(f"{lead}\n\n{text}", title)


@pytest.mark.parametrize(
    "line",
    ["See more stories from Coventry and Warwickshire here", "Find more news about Warwickshire"],
)
def test_an_offer_of_other_pages_turns_no_topic(line: str) -> None:
    text = (
        "Coventry Council's services for children had a monitoring visit from Ofsted.\n\n"
        f"{line}\n\nThe regulator said that there had been insufficient progress since."
    )
    found = reported(text, "Coventry children at risk, says Ofsted")
    assert {name for name, _ in found} == {"Coventry"}
