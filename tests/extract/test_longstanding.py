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
        "Who is to blame? She did not lead services for children in Bury that have been"
        f" {often} judged inadequate by Ofsted. She was the legal officer."
    )
    assert not adverse(text, "Bury Council leader goes")


@pytest.mark.parametrize("had", ["had an inadequate rating", "had an inadequate verdict"])
def test_a_rating_that_was_had_in_a_year_is_old(had: str) -> None:
    text = (
        "Some sixty parents of children with special educational needs stood outside Bury Council"
        f" today.\n\nIts SEND service {had} from Ofsted and the CQC in 2018."
    )
    assert not adverse(text, "Parents of SEND children demonstrate at Bury Council")


def test_who_has_had_a_rating_this_week_has_it_now() -> None:
    text = "Children's services in Bury have had an inadequate rating from Ofsted this week."
    assert adverse(text, "Bury's services for children") == {"Bury"}


def test_a_council_that_teaches_adults_is_graded_for_that() -> None:
    text = (
        "Adult education for nine thousand people, run by a local authority, has got an"
        " 'inadequate' rating from Ofsted.\n\nInspectors were at Bury Council for three days in"
        " the winter.\n\nMaths is badly taught, they say, and safeguarding falls short.\n\nFew of"
        " the trainees find work when their traineeships end."
    )
    assert not adverse(text, "Bury council learning branded 'inadequate'")


def test_leaders_beside_learning_for_adults_are_its_own() -> None:
    text = (
        "A council with nine thousand grown-ups in its classes is 'inadequate', says Ofsted.\n\n"
        'Leadership, the care of students and adult learning each got an "inadequate" at the'
        " council, whose classes are held all over Bury."
    )
    assert not adverse(text, "Council's adult education branded inadequate")


@pytest.mark.parametrize("made", ["came into being", "was set up", "was created"])
def test_why_a_trust_exists_is_known(made: str) -> None:
    text = (
        f"The trust at arm's length {made} because Bury Council kept failing to improve its care"
        " for children.\n\nOfsted rated services inadequate in 2018."
    )
    assert not adverse(text, "Serious concerns over the finances of Bury's trust for children")


@pytest.mark.parametrize("answer", ["answers Labour", "rejects Tory", "dismisses Lib Dem"])
def test_what_politicians_quarrel_over_is_known(answer: str) -> None:
    text = (
        "Three would-be MPs want a fresh start in Bury Council's SEND services, in which a report"
        " by Ofsted saw 'widespread and systemic failings'.\n\nThey have written to its leader."
    )
    assert not adverse(text, f"Bury council leader {answer} demand for SEND changes")
