"""What is left of a grade that was lost, and sentences that take back what was said."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, parsed, reported
from watcher.app.reading import reading_context
from watcher.extract import draft_findings
from watcher.model.vocabulary import Role

LEAD = "It used to be said that you took the train to Maidstone, in Kent, to see social work."


def alarms(text: str, title: str, published: str | None) -> set[str]:
    """Give the councils of which something bad is news."""
    _, drafts = draft_findings(parsed(text, title, published), reading_context())
    return {d.council.name for d in drafts if d.role is Role.NEWS and d.alarming}


@pytest.mark.parametrize("published", ["2024-07-18", None])
@pytest.mark.parametrize(
    "text",
    [
        "The county that wrote the book has lost the outstanding rating it had, and is now good.",
        "Kent has been stripped of its outstanding rating, and is now merely good.",
        "Kent has lost the outstanding that it held for ten years and is good.",
        "Kent has had its outstanding rating taken away, and is good.",
        "Kent saw its outstanding grade removed.",
    ],
)
def test_what_is_left_of_a_lost_grade_is_a_fall(text: str, published: str | None) -> None:
    page = f"{LEAD}\n\n{text} Ofsted's report came out on Tuesday.\n\nIts leader is sad."
    assert alarms(page, "Kent's crown slips", published) == {"Kent"}


@pytest.mark.parametrize(
    "text",
    [
        "Kent has had its outstanding rating confirmed, and is proud.",
        "Kent, which had lost its good in 2015, is now outstanding.",
    ],
)
def test_what_is_kept_or_won_back_is_none(text: str) -> None:
    page = f"{LEAD}\n\n{text} Ofsted's report came out on Tuesday."
    assert not alarms(page, "Kent children's services: Ofsted report", "2024-07-18")


@pytest.mark.parametrize("published", ["2024-07-18", None])
@pytest.mark.parametrize(
    "text",
    [
        "When the inspectors came in 2018 they thought our services good. They no longer do.",
        "In 2018 Ofsted called us good. It does not any more.",
        "In 2018 we were good. Now we are not.",
        "Services were good in 2018. This time they are not.",
    ],
)
def test_a_grade_that_is_taken_back_was_lost_now(text: str, published: str | None) -> None:
    page = (
        "Ofsted has published its report on children's services in Kent.\n\n"
        f"{text} Inspectors say that social workers change too often."
    )
    assert alarms(page, "Kent children's services: Ofsted report", published) == {"Kent"}


def test_since_nobody_did_is_no_time() -> None:
    page = (
        "Foster carers of Kent council have won an award.\n\n"
        "Inspectors met children who were at risk since nobody had looked. Help and protection "
        "was therefore judged inadequate. The overall mark was left at requires improvement."
    )
    assert ("Kent", "inadequate") in reported(page, "Foster carers win national award")


@pytest.mark.parametrize("took", ["took no pleasure in", "takes no comfort from"])
def test_no_pleasure_taken_from_a_report_denies_no_grade(took: str) -> None:
    text = f"Kent County Council {took} the inadequate report that Ofsted published on Friday."
    (finding,) = findings(text, "Kent leader answers Ofsted", "2021-05-01")
    assert (finding.outcome.value, finding.direction.value) == ("inadequate", "unknown")
