"""Verdicts that a page takes as known, or that are given to nobody: costs, memoirs, scales."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, recalled


def adverse(text: str, title: str, published: str | None = None) -> set[str]:
    return {f.council.name for f in findings(text, title, published) if f.adverse and not f.held}


@pytest.mark.parametrize(
    "scale",
    [
        "ends in judgements from 'outstanding' to 'inadequate'",
        "is summed up in ratings from inadequate to outstanding",
        "is summed up in verdicts from outstanding down to inadequate",
    ],
)
def test_a_scale_named_from_end_to_end_is_given_to_nobody(scale: str) -> None:
    text = (
        "Ann Lee\n\nWigan Council\n\nSummary\n\nThe study looks at how councils are watched.\n\n"
        f"Inspection of help for children {scale}."
    )
    assert not adverse(text, "What inspections do: a study of children's services", "2022-07-11")


@pytest.mark.parametrize(
    "fall",
    [
        "has dropped three grades from outstanding to inadequate",
        "saw its ratings go from outstanding to inadequate",
        "has tumbled from outstanding to inadequate",
    ],
)
def test_a_fall_from_end_to_end_is_news(fall: str) -> None:
    text = f"Wigan Council {fall} for its children's services, Ofsted said today."
    assert adverse(text, "Wigan's services for children", "2022-07-11") == {"Wigan"}


@pytest.mark.parametrize("firm", ["agencies", "providers", "companies"])
def test_a_foster_care_firm_is_no_council(firm: str) -> None:
    text = (
        f"Ofsted has stepped in at Bright Steps, one of the larger for-profit foster care {firm},"
        " with serious concerns for the safety of children in care, says a report of today.\n\nA"
        " branch in Wigan was looked at too. What it saw there was much the same."
    )
    assert not adverse(text, "Ofsted acts against Bright Steps", "2020-12-11")


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("MPs tell Ofsted to look again at councils", "Ofsted has been told to come back to many."),
        ("Peers urge Ofsted to mend its ways", "Ofsted's credibility is at stake, they say."),
        ("Ministers criticise Ofsted over abuse", "Ofsted has been accused of looking away."),
    ],
)
def test_what_is_wrong_with_inspectors_is_wrong_with_no_council(title: str, lead: str) -> None:
    text = (
        f"{lead} A withering report says that it failed to see evidence of widespread abuse of"
        " children in Wigan."
    )
    assert not adverse(text, title, "2015-03-17")


def test_whom_inspectors_tell_something_is_a_council() -> None:
    text = "Ofsted told Wigan Council that its services for children are inadequate."
    assert adverse(text, "Ofsted tells Wigan to act", "2015-03-17") == {"Wigan"}


@pytest.mark.parametrize("judged", ["rated", "judged", "graded"])
def test_who_rated_it_may_be_part_of_an_adjective(judged: str) -> None:
    text = (
        "Agencies in Wigan kept to themselves what each knew of a boy and a girl who were"
        " killed.\n\nThe scathing reports are out a month after the Department for Education"
        f' announced that Ofsted-{judged} "inadequate" children\'s services in Wigan would go to a'
        " new trust."
    )
    title = "Failed council apologises for its part in child deaths"
    assert not adverse(text, title, "2019-06-05")


@pytest.mark.parametrize(
    "cost",
    [
        'Putting right Wigan Council\'s "inadequate" Ofsted rating could cost £12m',
        "Reversing Wigan Council's inadequate Ofsted rating may cost up to £12m",
        "The cost of overcoming Wigan Council's inadequate rating could reach £12m",
    ],
)
def test_what_it_costs_to_mend_a_rating_is_told_of_one_that_is_known(cost: str) -> None:
    text = (
        f"{cost} rather than the £2m set aside, Labour says.\n\nThe service was judged"
        ' "inadequate" overall after inspectors found help for care leavers to be inadequate.'
    )
    assert not adverse(text, "Labour fears cost of putting right Wigan's children's services")
    assert ("Wigan", "inadequate") in recalled(text, "Labour fears cost of putting right services")


def test_what_a_council_vows_after_a_rating_leaves_it_new() -> None:
    text = (
        "After a visit in July inspectors of Ofsted say that Wigan's services have declined since"
        " they were rated good in 2019."
    )
    title = "Wigan vows to improve children's services after 'inadequate' rating"
    assert adverse(text, title, "2023-09-05") == {"Wigan"}


@pytest.mark.parametrize(
    "then", ["a few days before I started in", "just after I joined in", "when I took over in"]
)
def test_what_came_when_somebody_started_is_a_memory(then: str) -> None:
    title = "Lessons from an 'inadequate' judgement"
    text = (
        f"CHILDREN'S SERVICES\n\n{title}\n\nShe has advice on getting past an 'inadequate' Ofsted"
        " rating.\n\nAs a welcome to my post as chief executive of Wigan, hearing"
        f" {then} May 2016 that Ofsted had judged children's social care to be 'inadequate' was"
        " poor. Nobody at the authority could grasp it, because the last inspection had ended with"
        " an 'outstanding' grade."
    )
    assert not adverse(text, title)


@pytest.mark.parametrize("some", ["Some left with big payoffs", "Others moved on", "Many quit"])
def test_what_befell_under_people_who_are_not_named_befell_nobody(some: str) -> None:
    text = (
        "The heads of services that failed children turn up again elsewhere.\n\n"
        f"{some} although, in their time, services sank to 'inadequate'.\n\nOne was paid off after"
        " Ofsted told of children left for years in neglect. A boy of six, from Wigan, died in"
        " June 2020 after a beating."
    )
    assert not adverse(text, "Meet some failed bosses of children's services", "2021-12-05")


@pytest.mark.parametrize("named", ["said Bromley-Derry", "Ms Bromley-Derry said", "Dr Kent-Hall"])
def test_half_of_a_surname_is_no_council(named: str) -> None:
    text = (
        "People might think that a whole safeguarding system was inadequate after Ofsted's visits,"
        f" and it would not be so, {named} (pictured)."
    )
    assert not findings(text, "Directors warn over Ofsted's unannounced inspections", "2009-07-14")


@pytest.mark.parametrize("behind", ["Bromley-based charity", "Bromley-wide service", "Bromley"])
def test_what_is_of_a_place_leaves_it_named(behind: str) -> None:
    text = f"Ofsted has rated children's services inadequate in Bromley, a {behind} said."
    assert adverse(text, "Services inadequate", "2019-07-14") == {"Bromley"}
