"""Verdicts in a word: what inspectors condemn today is a finding, what they once did is none."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported
from tests.extract.test_facts import facts

WEAK = ("Kent", "weaknesses")


@pytest.mark.parametrize(
    "text",
    [
        "Kent Council has received a damning report from Ofsted on its children's services.",
        "A scathing Ofsted report on Kent's children's services was published on Friday.",
        "Ofsted inspectors have slammed children's services in Kent.",
        "Children's services in Kent have been blasted by Ofsted.",
        "An Ofsted report out today is highly critical of Kent's children's services.",
        "Kent's children's services have been heavily criticised by inspectors from Ofsted.",
        "Kent council is failing children in its care, a new Ofsted report says.",
        "Vulnerable children in Kent have been let down by the council, Ofsted has found.",
        "Inspectors from Ofsted say leaders in Kent have failed to ensure that children get help.",
        "Kent has apologised after a scathing Ofsted report on children was released yesterday.",
        "Ofsted's letter on Kent's children's services is withering.",
        "The Ofsted report paints a bleak picture of children's services in Kent.",
        "Inspectors from Ofsted gave a truly depressing picture of Kent's children's services.",
    ],
)
def test_what_inspectors_condemn_is_a_weakness(text: str) -> None:
    assert WEAK in reported(text, "Children's services in Kent", "2021-05-01")


@pytest.mark.parametrize(
    "text",
    [
        "Kent has made progress since a damning Ofsted report on its children's services.",
        "Kent has hired a director after a scathing Ofsted report on children's services.",
        "A damning Ofsted report put Kent's children's services into intervention.",
        "Kent's leader slammed Ofsted for its report on children's services.",
        "The coming Ofsted inspection of children's services will be damning for Kent, he fears.",
        "A failing children's service is getting better, Ofsted told Kent.",
        "Unions say Kent is failing children. Ofsted inspected children's services in May.",
        "Kent was accused of letting down children. Ofsted inspected its services in May.",
        "Ofsted's report on Kent's children's services is not damning.",
        "Damning figures on roads were sent to Kent and to Ofsted.",
        "Unions paint a bleak picture of life in Kent. Ofsted inspected its services for children.",
        "The Ofsted report does not paint a bleak picture of children's services in Kent.",
    ],
)
def test_what_was_condemned_once_or_by_others_is_none(text: str) -> None:
    assert WEAK not in reported(text, "Children's services in Kent", "2021-05-01")


@pytest.mark.parametrize(
    ("title", "new"),
    [
        ("Leader apologises for damning Ofsted report", True),
        ("Kent 'sorry' after scathing Ofsted report on children's services", True),
        ("Council's apology follows damning Ofsted report", True),
        ("Leader refuses to apologise after damning Ofsted report", False),
        ("Union demands apology after damning Ofsted report", False),
    ],
)
def test_who_is_sorry_answers_what_is_new(title: str, *, new: bool) -> None:
    text = "He spoke after a damning Ofsted report on children's services in Kent County Council."
    says = "He was sorry" if new else "He said no"
    found = reported(text.replace("He spoke", says), title, "2021-05-01")
    assert (WEAK in found) is new


def test_that_inspectors_condemn_is_a_fact_of_its_own() -> None:
    text = "Ofsted inspectors have slammed children's services in Kent."
    assert facts(text, "Children's services in Kent")["condemned"]
    text = "Ofsted inspectors found serious failings in Kent's children's services."
    assert not facts(text, "Children's services in Kent")["condemned"]


FAMILIES = "Inspectors came to see services for children with special needs (SEND) in Kent in May."


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Kent's special needs services slated by Ofsted", "Families wait for years."),
        ("Ofsted slates Kent special needs services", "Families wait for years."),
        ("Kent special needs services get a mauling from Ofsted", "Families wait for years."),
        ("Special needs in Kent", "Ofsted calls the process in Kent fundamentally flawed."),
        ("Special needs in Kent", "The letter says Kent's system is 'fundamentally flawed'."),
        ("Special needs in Kent", "Inspectors found that Kent's system is not fit for purpose."),
        ("Special needs in Kent", "Support in Kent is unfit for purpose, inspectors said."),
        ("Special needs in Kent", "Inspectors found a raft of failures in Kent."),
        ("Special needs in Kent", "Inspectors uncovered a litany of failings in Kent."),
        ("Special needs in Kent", "The inspection revealed endemic failure in Kent."),
    ],
)
def test_what_inspectors_find_useless_is_a_weakness(title: str, text: str) -> None:
    assert WEAK in reported(f"{title}\n\n{FAMILIES}\n\n{text}", title)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Ofsted slated by Kent heads", "They wrote a letter."),
        ("Kent school slated by Ofsted", "It has pupils with special needs."),
        ("Special needs in Kent", "Parents called the process in Kent fundamentally flawed."),
        ("Special needs in Kent", "The national SEND system is fundamentally flawed, Kent said."),
        ("Special needs in Kent", "The old building was not fit for purpose, Kent Council said."),
        ("Special needs in Kent", "The council said the inspection was fundamentally flawed."),
        ("Special needs in Kent", "Kent says the SEND system in England is not fit for purpose."),
        ("Special needs in Kent", "A raft of failures at a school in Kent was found by Ofsted."),
    ],
)
def test_what_others_find_useless_or_elsewhere_is_none(title: str, text: str) -> None:
    assert WEAK not in reported(f"{title}\n\n{FAMILIES}\n\n{text}", title)


def test_the_county_of_a_town_is_only_its_place() -> None:
    title = "Anger over special needs in Luton"
    for place in ("the Devon town", "the Devon village", "the Devon seaside town"):
        text = f"Ofsted inspectors found serious failings in support across {place}."
        assert reported(f"{title}\n\n{text}", title) == {("Luton", "weaknesses")}


@pytest.mark.parametrize("paper", ["A damning report", "A scathing letter"])
def test_whose_report_is_damning_may_stand_behind_it(paper: str) -> None:
    title = "Special needs in Kent: verdict out"
    text = f"{title}\n\n{paper} says that children with SEND in Kent wait for years."
    ours = f"{text}\n\nOfsted inspectors spoke to families and staff in May."
    other = f"{text}\n\nThe charity spoke to families. It met many. Ofsted came in 2012."
    assert WEAK in reported(ours, title)
    assert WEAK not in reported(other, title)
