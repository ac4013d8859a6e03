"""Names that mean much else, others named in passing, what is kept, and what a revisit measured."""

from __future__ import annotations

import pytest

from tests.extract.helpers import news, parsed
from watcher.app.reading import reading_context
from watcher.extract import draft_findings
from watcher.model.vocabulary import Area, Direction, Outcome, Role

AMBIGUOUS = ("Reading", "Bury", "Harrow", "Havering")
NAMED = (
    "{n}, whose children's services had been rated good since 2020, was rated inadequate.",
    "{n}, which had been good since 2019, was rated inadequate.",
    "{n}, rated good in 2019, was judged inadequate.",
    "The safety of children is judged inadequate at {n}, where many assessments are unfinished.",
    "Services for children were found inadequate in {n}, the letter says.",
    "It has handed {n} its bottom rating after an inspection of children's services.",
    "{n} has become the latest council to be rated inadequate by Ofsted.",
    "Leeds dropped to inadequate. So did {n}.",
)
NOT_NAMED = (
    "A school in Leeds was found inadequate in Reading and in mathematics.",
    "Reading, which is good for children, is what they do at the centre. It is rated inadequate.",
    "Reading has become the first thing that carers do. Services are rated inadequate.",
    "Sth Glos has had children's services rated inadequate, says the page for Gloucester.",
)
OPENINGS = (
    "Social workers in Devon were out of their depth, Ofsted has found.",
    "Devon's council has been condemned by Ofsted.",
)
PASSING = (
    "They praise good links with schools and the work of the children's centres.",
    "The letter praises work with pupils and a nursery.",
    "Doctors at the hospital had rung the team.",
    "They saw a headteacher ring four times.",
)
VERDICTS = (
    ("But they also list an area for priority action.", "priority_action"),
    ("Each of the three principal judgements, and the overall one, is inadequate.", "inadequate"),
    ("It is rated inadequate in every category.", "inadequate"),
)
OF_OTHERS = (
    (
        "Devon council has apologised after Ofsted's report. The children's home in Exmouth was"
        " rated inadequate. The home was inadequate in every category."
    ),
    (
        "Devon council has backed a head. Ofsted rated the school inadequate, and teaching too."
        " Pupils and teachers were told that the school must change."
    ),
)
KEPT = (
    "Merton retained the good rating it was given in 2022.",
    "Merton held on to the good rating it won two years ago.",
    "Merton kept the good rating from 2022.",
    "Merton has kept the good grade of 2022.",
)
FARED = (
    "Protection of children at risk has, by contrast, got better. It is now good.",
    "Help and protection has improved. It is now good, as are leadership and adoption.",
    "For children in need of help and protection the picture is brighter. For them it is now good.",
)
RETURNED = (
    "Special needs watchdogs return to Kent and are not satisfied",
    "Special needs inspectors return to Kent",
    "Revisit finds that Kent still lets down children with special needs",
)
MEASURED = (
    "When they came back, sufficient progress had been made in only one of the four.",
    "Insufficient progress was reported on waiting times and on the involvement of parents.",
    "On three of them not enough progress had been made.",
)


@pytest.mark.parametrize("name", AMBIGUOUS)
@pytest.mark.parametrize("text", NAMED)
def test_a_name_that_means_much_else_is_told_by_what_stands_around_it(text: str, name: str) -> None:
    """Also by its services, its old grade, and what it was handed."""
    text = f"Ofsted has published five reports this month.\n\n{text.format(n=name)}"
    assert (name, "inadequate") in news(text, "Ofsted round-up")


@pytest.mark.parametrize("text", NOT_NAMED)
def test_what_only_looks_like_such_a_name_is_none(text: str) -> None:
    """A skill, a subject, and a county with its point of the compass."""
    told = news(f"Ofsted has published its report.\n\n{text}", "Ofsted round-up")
    assert not {council for council, _ in told} & {"Reading", "Gloucestershire"}


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize("passing", PASSING)
@pytest.mark.parametrize(("verdict", "outcome"), VERDICTS)
def test_others_named_in_passing_are_not_the_topic(
    opening: str, passing: str, verdict: str, outcome: str
) -> None:
    """Where a page opens with a council or its social workers."""
    text = f"{opening}\n\nInspectors spent two days there.\n\n{passing}\n\n{verdict}"
    assert ("Devon", outcome) in news(text, "Inspectors raise alarm over Devon")


@pytest.mark.parametrize("text", OF_OTHERS)
def test_others_whose_verdict_it_is_stay_the_topic(text: str) -> None:
    """A home, a school."""
    assert not news(text, "Devon council answers Ofsted")


@pytest.mark.parametrize("text", KEPT)
def test_a_grade_that_is_kept_is_no_old_one(text: str) -> None:
    """Whenever it was given first."""
    text = f"Ofsted has published three reports this month.\n\n{text}"
    _, drafts = draft_findings(parsed(text, "Ofsted round-up"), reading_context())
    told = [(x.finding.role, x.finding.outcome, x.finding.direction) for x in drafts]
    assert told == [(Role.NEWS, Outcome.GOOD, Direction.SAME)]


def test_who_is_named_behind_a_kept_grade_has_not_fallen() -> None:
    """The grade in front of it is another council's."""
    text = "Merton kept the outstanding rating it was given in 2022, while Bromley stayed good."
    text = f"Ofsted has published three reports this month.\n\n{text}"
    _, drafts = draft_findings(parsed(text, "Ofsted round-up"), reading_context())
    assert {x.finding.direction for x in drafts} == {Direction.SAME}


@pytest.mark.parametrize("text", FARED)
def test_what_is_told_of_one_judgement_is_its_grade(text: str) -> None:
    """And not the overall one, which was told before."""
    text = f"Ofsted has judged Kent's children's services to be inadequate.\n\n{text}"
    _, drafts = draft_findings(parsed(text, "Kent's children's services"), reading_context())
    told = {x.finding.area: x.finding.outcome for x in drafts}
    assert told[Area.OVERALL] is Outcome.INADEQUATE
    assert told[Area.HELP_AND_PROTECTION] is Outcome.GOOD


@pytest.mark.parametrize("title", RETURNED)
@pytest.mark.parametrize("measured", MEASURED)
@pytest.mark.parametrize("published", [None, "2021-03-04"])
def test_a_return_that_has_been_made_is_told_by_what_it_found(
    title: str, measured: str, published: str | None
) -> None:
    """Its headline may read as if inspectors were still to come."""
    text = (
        "Chiefs in Kent have not done enough to put right failings in support for children with"
        " special educational needs, a revisit has concluded.\n\nOfsted and the CQC first came in"
        " 2018. They found four significant weaknesses then, and the council had to write a"
        f" statement of action.\n\n{measured}"
    )
    assert news(text, title, published) == {("Kent", "insufficient_progress")}


@pytest.mark.parametrize(
    "text",
    [
        "Inspectors will return to Kent next month to look at help for children with SEND.",
        "Ofsted and the CQC return to Kent next week, to see what was done about weaknesses.",
    ],
)
def test_a_return_to_come_tells_of_nothing(text: str) -> None:
    """Whatever was found before."""
    assert not news(text, "Special needs inspectors return to Kent")
