"""What has stood for years, was had in a year, or is given for teaching adults."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings


def adverse(text: str, title: str, published: str | None = None) -> set[str]:
    return {f.council.name for f in findings(text, title, published) if f.adverse and not f.held}


@pytest.mark.parametrize(
    "span", ["For the past four years", "For almost a decade", "For more than two years"]
)
def test_what_has_been_so_for_years_is_known(span: str) -> None:
    text = (
        "Lord Hill is to chair a panel of experts.\n\n"
        f'{span} the service in Bury has been rated "inadequate" by Ofsted, and the town has seen'
        " several child deaths of late."
    )
    assert not adverse(text, "Children's services in Bury")


@pytest.mark.parametrize("often", ["repeatedly", "consistently", "persistently"])
def test_what_was_found_again_and_again_is_known(often: str) -> None:
    text = (
        "Is it fair that Ann should take the blame for the failures of the children's services"
        " department? She did not run children's care services in Bury that have been"
        f" {often} found to be inadequate by Ofsted. Some councillors hint that she is a scapegoat."
    )
    assert not adverse(text, "Bury Council leader resigns! Labour moves in")


@pytest.mark.parametrize("had", ["had an inadequate rating", "had an inadequate verdict"])
def test_a_rating_that_was_had_in_a_year_is_old(had: str) -> None:
    text = (
        "Dozens of families of children with special educational needs gathered at Bury Council"
        f" today.\n\nThe SEND service {had} from Ofsted and the Care Quality Commission in 2018."
    )
    assert not adverse(text, "Parents of SEND children demonstrate at Bury Council")


def test_who_has_had_a_rating_this_week_has_it_now() -> None:
    text = "Children's services in Bury have had an inadequate rating from Ofsted this week."
    assert adverse(text, "Bury's services for children") == {"Bury"}


def test_a_council_that_teaches_adults_is_graded_for_that() -> None:
    text = (
        "Ofsted has given an 'inadequate' rating to a large local authority that provides adult"
        " education for over 12,000 people.\n\nBury Council was visited from December 6 to 9 last"
        " year.\n\nThe watchdog found serious problems in how English is taught, and safeguarding"
        ' that is not sufficient.\n\n"Too many trainees on traineeships were not progressing to'
        ' purposeful employment," it says.'
    )
    assert not adverse(text, "Bury council learning branded 'inadequate'")


def test_leaders_beside_learning_for_adults_are_its_own() -> None:
    text = (
        "Ofsted has labelled 'inadequate' a council that teaches more than 12,000 adults.\n\n"
        "Leadership, student development and adult learning programmes were each scored"
        ' "Inadequate" at the council, which teaches residents of Bury at 13 centres.'
    )
    title = "Council's adult education service with 12,000 students branded inadequate"
    assert not adverse(text, title)


@pytest.mark.parametrize("made", ["came into being", "was set up", "was created"])
def test_why_a_trust_exists_is_known(made: str) -> None:
    text = (
        f"An arm's length children's trust {made} because Bury Council went on failing to improve"
        " children's services.\n\nOfsted rated them inadequate in 2018."
    )
    title = "Serious concerns over the budget of trust set up to improve Bury children's services"
    assert not adverse(text, title)


@pytest.mark.parametrize("answer", ["answers Labour", "rejects Tory", "dismisses Lib Dem"])
def test_what_politicians_quarrel_over_is_known(answer: str) -> None:
    text = (
        "Parliamentary candidates want things changed in Bury Council's services for children with"
        " special educational needs, in which an Ofsted report found 'widespread and systemic"
        " failings'.\n\nThey wrote an open letter this week to its leader."
    )
    assert not adverse(text, f"Bury council leader {answer} demand for SEND changes")
