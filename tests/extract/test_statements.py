"""Statements of action: who asks for one, in which tense, and under which headline."""

from __future__ import annotations

import pytest

from tests.extract.helpers import one, recalled, reported
from watcher.model.vocabulary import Outcome

TITLE = "Special needs services in Wigan"
LEAD = "Ofsted and the CQC have inspected services for children with special needs in Wigan."
STATEMENT = ("Wigan", "written_statement_of_action")


def outcomes(said: str, title: str = TITLE, lead: str = LEAD) -> set[tuple[str, str]]:
    """Give what a page reports whose headline and lead say nothing of the outcome."""
    return reported(f"{title}\n\n{lead}\n\n{said}", title)


@pytest.mark.parametrize(
    "said",
    [
        "Inspectors ruled that a written statement of action would be needed.",
        "Ofsted said Wigan Council would have to produce a written statement of action.",
        "Inspectors told the council it would be required to submit a written statement of action.",
        "The joint letter stated that a written statement of action would be necessary.",
        "Ofsted decided that the area would need to write a written statement of action.",
        "Wigan Council has been told it would have to submit a written statement of action.",
        "Inspectors concluded the area would be asked for a written statement of action.",
        "The area will be required to produce a written statement of action, inspectors said.",
        "Wigan Council will now have to write a written statement of action.",
    ],
)
def test_what_was_decided_is_a_demand_though_its_verb_looks_ahead(said: str) -> None:
    assert STATEMENT in outcomes(said)


@pytest.mark.parametrize(
    "said",
    [
        "If inspectors found weaknesses, a written statement of action would be required.",
        "The council feared that a written statement of action would be required.",
        "A written statement of action could be required, the director told councillors.",
        "Had the area not improved, a written statement of action would have been needed.",
        "It was not clear whether a written statement of action would be required.",
        "Inspectors said a written statement of action would be required if progress slowed.",
        "The director said that a written statement of action would be required should they fail.",
    ],
)
def test_what_might_be_asked_for_is_no_demand(said: str) -> None:
    assert STATEMENT not in outcomes(said)


@pytest.mark.parametrize(
    "said",
    [
        "The requirement to produce a written statement of action did not come as a surprise.",
        "The inspectors' request for a written statement of action is welcome, the forum said.",
        "The need for a written statement of action did not come as a shock to families.",
        "More has to change, as the statement of action set by inspectors shows.",
        "Wigan must send a plan of action, known as a written statement of action, to Ofsted.",
        "The area has to write what is known as a written statement of action.",
        "Inspectors have asked for what is referred to as a WSoA.",
    ],
)
def test_a_demand_may_be_a_noun_and_the_statement_a_name(said: str) -> None:
    assert STATEMENT in outcomes(said)


@pytest.mark.parametrize(
    "said",
    [
        "The council met the requirements of its written statement of action.",
        "The written statement of action set out by the council has four themes.",
        "The plan, known as a written statement of action, has been approved by Ofsted.",
        "A written statement of action is known as a WSoA.",
        "Work on the written statement of action goes on.",
    ],
)
def test_a_statement_that_is_named_or_followed_is_no_demand(said: str) -> None:
    assert STATEMENT not in outcomes(said)


@pytest.mark.parametrize(
    "said",
    [
        "Ofsted found a number of areas of significant weakness.",
        "The report lists a number of areas of significant concern.",
        "Inspectors noted a number of areas where there are significant weaknesses.",
        "The inspectors have named a large number of areas of major weakness.",
    ],
)
def test_a_number_of_weak_areas_is_no_number_of_councils(said: str) -> None:
    assert ("Wigan", "weaknesses") in outcomes(said)


@pytest.mark.parametrize(
    "said",
    [
        "A number of areas were told of significant weaknesses, according to Ofsted.",
        "Ofsted has required a number of areas to write a written statement of action.",
        "A growing number of areas have significant weaknesses, Ofsted said.",
    ],
)
def test_a_number_of_places_is_a_statistic(said: str) -> None:
    assert outcomes(said) == set()


@pytest.mark.parametrize(
    "said",
    [
        "Wigan has not made sufficient progress on any of the eight weaknesses of three years ago.",
        "Ofsted saw too little progress in Wigan on all eight weaknesses, two years after it came.",
    ],
)
def test_the_years_since_a_visit_are_no_number_of_weaknesses(said: str) -> None:
    lead = "Ofsted and the CQC went back to see how special needs services in Wigan have changed."
    found = one(f"{lead}\n\n{said}", "Wigan", "SEND revisit in Wigan")
    assert found.outcome is Outcome.INSUFFICIENT_PROGRESS


ASKED = "Inspectors from Ofsted and the CQC said Wigan must write a written statement of action."


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        (
            "Wigan special needs support 'a disgrace'",
            "A report has called Wigan's special educational needs (SEND) system chaotic.",
        ),
        (
            "Wigan disabled children 'waiting for years'",
            "A report says children with special educational needs in Wigan wait for years.",
        ),
        (
            "Weak oversight leaves families without help",
            "A report lays bare the flaws of special educational needs (SEND) support in Wigan.",
        ),
        (
            "Staff go the extra mile, but special needs support in Wigan is late",
            "Pupils with special educational needs (SEND) in Wigan wait, a letter says.",
        ),
    ],
)
def test_a_headline_that_names_no_report_may_tell_of_one(title: str, lead: str) -> None:
    """The lead says what a report found, or what is left is no post."""
    assert STATEMENT in outcomes(ASKED, title, lead)


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        (
            "Wigan to build special needs school",
            "Wigan Council wants to build a school for children with special educational needs.",
        ),
        (
            "Parents march over special needs cuts in Wigan",
            "Parents of children with SEND marched on the town hall in Wigan.",
        ),
        (
            "Wigan SEND chief leaves",
            "The head of special educational needs at Wigan Council is to leave.",
        ),
        (
            "Wigan to spend more on special needs",
            "A report to councillors says Wigan will spend more on special educational needs.",
        ),
    ],
)
def test_a_headline_about_something_else_only_recalls_a_statement(title: str, lead: str) -> None:
    assert STATEMENT not in outcomes(ASKED, title, lead)


ANGRY = "Parents of children with special needs in Wigan crowded into the town hall."


@pytest.mark.parametrize(
    "said",
    [
        "They spoke of an Ofsted report, which came out this month.",
        "The Ofsted report was published this month.",
        "The Ofsted letter was released earlier this month.",
    ],
)
def test_what_came_out_this_month_is_new(said: str) -> None:
    assert STATEMENT in outcomes(f"{said} {ASKED}", "Wigan head 'tired of fighting'", ANGRY)


@pytest.mark.parametrize(
    "said",
    [
        "They will march this month.",
        "The Ofsted report was published in 2019.",
        "A plan will come out this month, the council said.",
    ],
)
def test_what_else_happens_this_month_makes_nothing_new(said: str) -> None:
    assert STATEMENT not in outcomes(f"{said} {ASKED}", "Wigan head 'tired of fighting'", ANGRY)


OURS = (
    "It has been determined by Ofsted and the CQC that a written statement of action is required."
)


@pytest.mark.parametrize(
    "partner",
    ["Wigan Parent Carer Forum", "Healthwatch Wigan", "NHS Wigan Clinical Commissioning Group"],
)
def test_a_partner_that_names_no_council_speaks_of_its_own_area(partner: str) -> None:
    title = "The SEND inspection: our response"
    text = f"{partner} has read the outcome of the local area SEND inspection.\n\n{OURS}"
    assert STATEMENT in reported(f"{title}\n\n{text}", title)
    other = text.replace("inspection.", "inspection of Leeds.")
    assert STATEMENT not in reported(f"{title}\n\n{other}", title)


SEEN = "Ofsted and the CQC have looked at special needs (SEND) services in Wigan."
BOTH = "Wigan's special needs services and Ofsted"


@pytest.mark.parametrize(
    "said",
    [
        "Wigan was told to produce a written statement of action after an inspection in 2018.",
        "Wigan was told by Ofsted to produce a written statement of action in 2018.",
        "After an inspection in 2018 Wigan had to write a written statement of action.",
        "Inspectors required a written statement of action of Wigan in their report of June 2018.",
        "Ofsted's 2018 inspection of Wigan required a written statement of action.",
    ],
)
def test_a_statement_asked_for_years_ago_is_history(said: str) -> None:
    text = f"{BOTH}\n\n{SEEN}\n\n{said}"
    assert STATEMENT in recalled(text, BOTH, "2022-02-02")
    assert STATEMENT not in reported(text, BOTH, "2022-02-02")
    lately = said.replace("June 2018", "2018").replace("2018", "January 2022")
    assert STATEMENT in reported(f"{BOTH}\n\n{SEEN}\n\n{lately}", BOTH, "2022-02-02")


@pytest.mark.parametrize(
    "said",
    [
        "The MP asked what was being done for areas with a written statement of action.",
        "Areas with a written statement of action are visited again by Ofsted.",
        "The department works with local areas required to produce a written statement of action.",
        "The department advises every area that has been told to write a statement of action.",
        "Local areas which have a written statement of action get support from an adviser.",
        "Ofsted will revisit areas that were required to produce a written statement of action.",
    ],
)
def test_a_statement_asked_of_areas_at_large_is_nobodys(said: str) -> None:
    assert STATEMENT not in reported(f"{BOTH}\n\n{SEEN}\n\n{said}", BOTH)


@pytest.mark.parametrize(
    "said",
    [
        "The five areas that need a written statement of action are listed in the letter.",
        "Wigan joins the areas with a written statement of action, Ofsted's letter says.",
        "Wigan is an area which has to write a written statement of action, Ofsted said.",
    ],
)
def test_areas_of_weakness_or_one_of_the_areas_are_not_areas_at_large(said: str) -> None:
    assert STATEMENT in reported(f"{BOTH}\n\n{SEEN}\n\n{said}", BOTH)


def test_a_page_that_speaks_of_a_statement_of_action_is_about_special_needs() -> None:
    text = (
        "Wigan has made sufficient progress on only two of the five weaknesses, Ofsted says.\n\n"
        "It had to draw up a written statement of action in 2016."
    )
    assert ("Wigan", "insufficient_progress") in reported(text, "Revisit: two out of five")


@pytest.mark.parametrize(
    "said",
    [
        "A written statement of action must be submitted by August.",
        "Wigan has to send a written statement of action to Ofsted before 1 September 2021.",
        "The area must produce a written statement of action by the end of August 2021.",
    ],
)
def test_a_deadline_is_not_the_day_of_the_judgement(said: str) -> None:
    assert STATEMENT in reported(f"{BOTH}\n\n{SEEN}\n\n{said}", BOTH, "2021-06-10")


@pytest.mark.parametrize(
    "said",
    [
        "Councillors heard that Wigan must write a statement of action after Ofsted found it slow.",
        "Members of the panel heard that Ofsted had told Wigan to write a statement of action.",
    ],
)
def test_what_councillors_hear_of_inspectors_is_no_opinion_of_theirs(said: str) -> None:
    assert STATEMENT in outcomes(said)


@pytest.mark.parametrize("asked", ["had been told to produce", "was required to write"])
def test_a_statement_asked_for_before_a_revisit_is_history(asked: str) -> None:
    text = (
        f"Inspectors from Ofsted came back. The area {asked} a written statement of action because"
        " of significant weaknesses. Sufficient progress has been made in three of the five."
    )
    found = reported(text, "Inspectors on special needs in Bolton")
    assert ("Bolton", "written_statement_of_action") not in found
