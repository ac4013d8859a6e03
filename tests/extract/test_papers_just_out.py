"""Beside what a government does, a verdict is news where its paper is just out."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

ACTS = [
    (
        "Improvement notice follows Kent inspection",
        "The department has issued Kent County Council with an improvement notice.",
    ),
    (
        "Commissioner appointed to Kent children's services",
        "A commissioner will oversee children's services at Kent County Council.",
    ),
    (
        "Minister orders Kent to improve children's services",
        "Kent County Council has been given a statutory direction by the minister.",
    ),
]
BAD = ("Kent", "inadequate")
PAPERS = [
    "The report of the Ofsted inspection, carried out in June, was published on 3 August.",
    "Ofsted published its report on 3 August.",
    "The inspection report, published on 3 August, ran to 30 pages.",
    "Ofsted's report came out on Tuesday.",
]
VERDICTS = [
    "It judged the service to be inadequate.",
    "Inspectors rated the council inadequate overall.",
    "Services were found to be inadequate.",
]


@pytest.mark.parametrize("act", ACTS, ids=[act[0] for act in ACTS])
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("verdict", VERDICTS)
@pytest.mark.parametrize("when", ["2016-08-10", None])
def test_what_a_paper_of_these_weeks_says_is_news(
    act: tuple[str, str], paper: str, verdict: str, when: str | None
) -> None:
    assert BAD in reported(f"{act[1]}\n\n{paper} {verdict}\n\nIt will act.", act[0], when)


@pytest.mark.parametrize("act", ACTS[:2], ids=[act[0] for act in ACTS[:2]])
@pytest.mark.parametrize(
    "text",
    [
        "Ofsted published its report on 3 August 2014. It judged services inadequate.",
        "The Ofsted report was published in 2014. It judged services inadequate.",
        "The adviser's report was published on 3 August. Ofsted had rated services inadequate.",
        "The plan was published on Tuesday. Services were judged inadequate by Ofsted in 2014.",
        "Ofsted will publish its report on 3 August. The last one called services inadequate.",
    ],
)
@pytest.mark.parametrize("when", ["2016-08-10", None])
def test_what_an_older_paper_or_anothers_says_is_not(
    act: tuple[str, str], text: str, when: str | None
) -> None:
    assert BAD not in reported(f"{act[1]}\n\n{text}\n\nIt will act.", act[0], when)


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(
    "text",
    [
        "Ofsted's report, not yet published but seen by the Mail, judged services inadequate.",
        "A leaked Ofsted report judges services inadequate.",
        "Ofsted's unpublished report judged services inadequate.",
    ],
)
def test_what_a_paper_says_that_is_not_out_yet_is_news(act: tuple[str, str], text: str) -> None:
    assert BAD in reported(f"{act[1]}\n\n{text}\n\nIt will act.", act[0], "2016-08-10")


def test_a_report_that_is_awaited_makes_no_old_grade_fresh() -> None:
    text = (
        "A commissioner will oversee children's services at Kent County Council, over which its"
        " inadequate rating hangs.\n\nOfsted's next report is yet to be published."
    )
    title = "Commissioner appointed to Kent children's services"
    assert BAD not in reported(text, title, "2016-08-10")
