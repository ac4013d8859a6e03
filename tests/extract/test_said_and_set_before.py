"""What inspectors had said, what is told of years on, dates that are set, and who is trained."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings


def adverse(text: str, title: str, published: str | None = "2024-08-01") -> set[str]:
    return {f.council.name for f in findings(text, title, published) if f.adverse and not f.held}


@pytest.mark.parametrize("had", ["had said", "had told leaders", "had stated", "had written"])
def test_what_inspectors_had_said_is_old(had: str) -> None:
    text = (
        "Bolton Council has a new cabinet member for its children's services.\n\n"
        f"Inspectors {had} that social work 'has deteriorated' and that 'too many children' are"
        " left 'at risk of harm'."
    )
    assert not adverse(text, "New political leader for Bolton's children's services")


@pytest.mark.parametrize("span", ["one year on", "two years on", "a year on", "18 months on"])
def test_a_report_that_is_told_of_after_years_is_old(span: str) -> None:
    text = (
        "Nothing has got better since, said parents who stood with drums before the town hall of"
        " Bolton this morning.\n\nOfsted saw widespread and systemic failings in its help for SEND"
        " in May 2023."
    )
    assert not adverse(text, f"Bolton parents protest damning SEND report {span}")


@pytest.mark.parametrize(
    "title",
    [
        "Reinspection date for Bolton's troubled SEND provision announced",
        "Bolton's SEND services to be inspected again",
        "Inspection date set for Bolton's SEND services",
    ],
)
def test_before_inspectors_come_again_their_findings_are_old(title: str) -> None:
    text = (
        "Inspectors from Ofsted and the CQC will come to Bolton once more in July, to see how far"
        " it has got.\n\nTheir verdict then was that it had to produce a written statement of"
        " action, for weaknesses that were significant."
    )
    assert not adverse(text, title, "2022-06-23")


@pytest.mark.parametrize("kept", ["kept up", "sustained"])
def test_what_was_good_at_the_last_inspection_may_not_be_kept_up(kept: str) -> None:
    text = (
        "Inspectors found that the high standard of services which they saw when Bolton Council"
        f" was last inspected had not been {kept}. Plans are often vague."
    )
    assert adverse(text, "Ofsted calls for improvements at council", "2016-05-03") == {"Bolton"}


@pytest.mark.parametrize(
    "trained", ["trains almost 30 adult apprentices", "is training around 30 apprentices"]
)
def test_a_council_that_trains_is_graded_as_a_trainer(trained: str) -> None:
    text = (
        "Ofsted has found Bolton Council 'inadequate', which makes it the second authority to hold"
        " the watchdog's lowest grade at present.\n\nThrough a centre of its own the council"
        f" {trained}, mainly in care. Adult apprentices drop out, says the report out today."
    )
    assert not adverse(text, "Ofsted hands rare 'inadequate' grade to council")


@pytest.mark.parametrize("each", ["each of five areas", "each of its areas", "all five areas"])
def test_what_each_area_has_the_whole_has(each: str) -> None:
    text = (
        "Ofsted has slammed the services for children who need care as not good enough.\n\nThe"
        f" department in Bolton was rated 'requires improvement' in {each}, among them adoption and"
        " care leavers."
    )
    found = findings(text, "Care for children in Bolton needs to improve", None)
    assert ("requires_improvement", "overall") in {(f.outcome, f.area) for f in found}
    assert not [f for f in found if f.adverse]


@pytest.mark.parametrize("after", ["after a failed", "following their failed", "since the failed"])
def test_a_failed_inspection_that_something_comes_after_is_old(after: str) -> None:
    text = (
        "So says the union of the social workers at Bolton Council, who walk out on 27 February."
        "\n\nOn that day its services for children expect inspectors,"
        f" {after} Ofsted inspection in July."
    )
    assert not adverse(text, "Ofsted should meet striking social workers", None)


def test_services_that_failed_an_inspection_are_news() -> None:
    text = "Children's services in Bolton have failed an Ofsted inspection, it was said today."
    assert adverse(text, "Bolton's services fail Ofsted inspection") == {"Bolton"}


def test_leaders_of_learning_for_adults_lead_no_services_for_children() -> None:
    text = (
        "The lowest rating there is has gone to a council's adult and community learning, says"
        " Ofsted, as leadership and management is 'inadequate'.\n\nAll the rest at Bolton Council"
        " 'requires improvement'. Few of those who come to its classes find a job."
    )
    assert not adverse(text, "Leaders pull council down to 'inadequate'", None)


@pytest.mark.parametrize("court", ["an employment tribunal has heard", "the High Court was told"])
def test_a_report_that_a_court_hears_of_is_old(court: str) -> None:
    text = (
        "A former director of children's services at Bolton Council was made a scapegoat for a"
        f" damning Ofsted report, {court}.\n\nShe was dismissed weeks after inspectors judged the"
        " department inadequate in 2018."
    )
    assert not adverse(text, "Ex-director says she was scapegoated", "2022-11-03")
