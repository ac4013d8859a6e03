"""What was found since a time, papers of which there is another, and places that duties name."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, one, read, recalled, reported

WHEN = "2026-01-22"
TITLE = "Ofsted report on Dudley"


@pytest.mark.parametrize(
    "text",
    [
        (
            'The letter begins: "Since the local authority was last inspected in 2022, there has'
            ' been a significant deterioration in services."'
        ),
        "Ofsted said that since Dudley was last looked at in 2022, its services had declined.",
    ],
)
def test_a_decline_since_a_year_is_of_today(text: str) -> None:
    found = reported(text, "Ofsted finds that Dudley's services have declined", WHEN)
    assert ("Dudley", "deterioration") in found


def test_a_year_in_an_aside_dates_no_grade() -> None:
    text = (
        "The Ofsted inspection of Dudley, the first since the county and its six districts became"
        " one in 2019, has rated its services for children inadequate."
    )
    assert one(text, "Dudley", TITLE, WHEN).when is None


def test_a_grade_of_the_time_that_something_went_down_since_is_old() -> None:
    text = (
        "Inspectors found that Dudley's services had declined since their last full inspection in"
        " 2016, when they were rated as requiring improvement."
    )
    assert ("Dudley", "requires_improvement") not in reported(text, TITLE, "2018-10-16")


@pytest.mark.parametrize("ago", ["a year and a half", "18 months", "two and a half years"])
def test_what_was_found_so_long_before_a_return_is_old(ago: str) -> None:
    text = (
        f"Inspectors returned to Dudley in October, {ago} after the full inspection found its"
        " children's services inadequate."
    )
    assert ("Dudley", "inadequate") in recalled(text, TITLE, WHEN)
    (finding,) = read(text, TITLE, WHEN).findings
    assert finding.when is None or len(finding.when.text) < len("2025-10-18")


@pytest.mark.parametrize(
    "title",
    [
        "Another week, another Written Statement of Action: Dudley this time",
        "A second written statement of action for Dudley",
        "Dudley joins those with a written statement of action",
    ],
)
def test_another_statement_of_action_is_new(title: str) -> None:
    text = "A written statement of action is required of Dudley after a SEND inspection by Ofsted."
    assert ("Dudley", "written_statement_of_action") in reported(text, title, "2018-05-02")


def test_our_own_statement_of_action_is_not() -> None:
    text = "A written statement of action was required of Dudley after a SEND inspection by Ofsted."
    title = "Dudley's written statement of action"
    assert ("Dudley", "written_statement_of_action") in recalled(text, title, "2018-05-02")


@pytest.mark.parametrize("name", ["Newcastle", "Richmond", "Reading"])
def test_who_must_write_a_plan_is_an_area(name: str) -> None:
    text = f"{name} has been asked for a written statement of action on special needs."
    title = f"{name} must write action plan on special needs after inspectors spot weaknesses"
    assert one(text, one_of(text, title), title, "2018-05-02").area.value == "send"


def one_of(text: str, title: str) -> str:
    """Give the one council that a text is about."""
    (name,) = {finding.council.name for finding in read(text, title, "2018-05-02").findings}
    return name


def test_a_report_on_safeguarding_is_about_an_inspection() -> None:
    text = (
        "A report into child protection in Dudley makes grim reading.\n\nThe joint Ofsted and Care"
        " Quality Commission inspection rated the effectiveness of safeguarding inadequate."
    )
    title = "Report into borough's safeguarding reveals 'weak' leadership"
    assert ("Dudley", "inadequate") in reported(text, title, "2010-10-22")


def test_a_fresh_rating_is_no_guess() -> None:
    text = (
        "Dudley could lose its children's services following a fresh inadequate rating by Ofsted."
    )
    title = "DfE may act in Dudley"
    assert "hypothetical" not in {r.reason for r in read(text, title, WHEN).rejections}


@pytest.mark.parametrize(
    "lasting", ["For a decade", "For more than ten years", "For three years", "For many years"]
)
def test_what_has_lasted_up_to_now_is_known(lasting: str) -> None:
    text = (
        "The child protection service in Dudley required improvement to be good, according to"
        f" Ofsted.\n\n{lasting} child protection in Dudley has been rated good."
    )
    found = findings(text, "Dudley: what Ofsted found", "2024-01-15")
    assert {f.outcome.value for f in found if f.role.value == "news"} == {"requires_improvement"}
    assert [f for f in found if f.adverse]


def test_what_has_gone_on_for_years_may_be_the_reason() -> None:
    text = "Dudley has been rated inadequate by Ofsted for failing children for years."
    assert [f for f in findings(text, "Dudley: the verdict", "2024-01-15") if f.adverse]
