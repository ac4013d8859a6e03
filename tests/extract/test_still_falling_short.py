"""What inspectors find again, why ministers act, and whose work a headline speaks of."""

from __future__ import annotations

import pytest

from tests.extract.helpers import recalled, reported

TITLE = "SEND in Kent"
SHORT = ("Kent", "insufficient_progress")


@pytest.mark.parametrize("published", ["2025-03-29", None])
@pytest.mark.parametrize(
    "text",
    [
        "Kent and the NHS are continuing to fall short for children with SEND, Ofsted says.",
        "Ofsted said that Kent continues to fall short in its support for pupils with SEND.",
        "Kent is still falling short in helping children with SEND, inspectors said.",
        "Inspectors found that Kent's services for children with SEND still fall well short.",
        "Inspectors say that Kent has continued to fall badly short with children who have SEND.",
    ],
)
def test_who_still_falls_short_has_not_come_far_enough(text: str, published: str | None) -> None:
    assert SHORT in reported(text, TITLE, published)


@pytest.mark.parametrize(
    "text",
    [
        "Kent continues to fall short of its target for plans, Ofsted was told.",
        "Ofsted said the number of nurseries is still falling in Kent.",
        "Kent's recruitment fell short of national targets, the inspectors' letter says.",
        "Kent no longer falls short in its work with SEND, inspectors said.",
        "Nobody in Kent should fall short of SEND support, inspectors said.",
    ],
)
def test_who_misses_a_target_is_not(text: str) -> None:
    assert SHORT not in reported(text, TITLE, "2025-03-29")


@pytest.mark.parametrize("published", ["2024-05-29", None])
@pytest.mark.parametrize(
    "text",
    [
        "The government has issued an improvement notice to Kent because of poor progress on SEND.",
        "Ministers gave Kent a notice of improvement over slow progress on plans.",
        "A statutory direction was issued to Kent for persistent and serious failings.",
        "Kent was handed a notice to improve after a lack of progress on waiting times.",
        "The department has served an improvement notice on Kent amid serious weaknesses.",
    ],
)
def test_why_ministers_act_is_no_verdict_of_inspectors(text: str, published: str | None) -> None:
    page = f"{text}\n\nOfsted came three years ago."
    told = {outcome for _, outcome in reported(page, "Kent told to help children", published)}
    assert told <= {"improvement_notice", "statutory_direction"}
    assert told


@pytest.mark.parametrize(
    "text",
    [
        (
            "An improvement notice was served on Kent after Ofsted found serious failings in its"
            " care of children."
        ),
        (
            "Ofsted found serious failings in Kent's children's services, and an improvement notice"
            " was issued."
        ),
    ],
)
def test_what_inspectors_found_beside_it_is(text: str) -> None:
    assert ("Kent", "weaknesses") in reported(text, "Kent fails children", "2024-05-29")


@pytest.mark.parametrize("published", ["2019-05-01", None])
@pytest.mark.parametrize(
    "title",
    [
        "'Weaknesses' in social worker practice found in council",
        "Social worker caseloads too high in county",
        "Social worker turnover leaves children adrift",
        "Social worker workloads blamed for delays",
        "Social worker visits too late, says report",
    ],
)
def test_a_headline_on_the_work_of_social_workers_is_no_witness(
    title: str, published: str | None
) -> None:
    text = "Kent's services for children have been rated inadequate by Ofsted."
    assert ("Kent", "inadequate") in reported(text, title, published)


@pytest.mark.parametrize(
    "title", ["Social worker speaks out about council", "Social worker struck off in Kent"]
)
def test_one_social_worker_is(title: str) -> None:
    text = "Kent's services were rated inadequate by Ofsted. The social worker said she left."
    assert ("Kent", "inadequate") not in reported(text, title, "2019-05-01")


LEAD = "Parents of children with SEND in Kent are worn out.\n\nThey wait.\n\nThe bus is late.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "After an inspection in 2021, Ofsted's January 2025 review found systemic failings.",
        "Ofsted came in 2021. Its inspection of January 2025 found systemic failings.",
        "At their inspection in January 2025 inspectors found systemic failings.",
    ],
)
def test_the_last_visit_on_a_page_without_a_date_is_its_news(text: str) -> None:
    page = f"{LEAD}Inspectors say there are delays for children with SEND in Kent.\n\n{text}"
    assert ("Kent", "send_systemic_failings") in reported(page, "SEND in Kent: inspectors report")


def test_an_older_visit_there_is_not() -> None:
    text = f"{LEAD}Their inspection in May 2021 found systemic failings. They came in January 2025."
    title = "SEND in Kent: inspectors report progress"
    assert ("Kent", "send_systemic_failings") not in reported(text, title)
    assert ("Kent", "send_systemic_failings") in recalled(text, title)
