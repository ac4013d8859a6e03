"""Improvement that is asked for is none that was seen."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

TITLE = "Special needs services in Wigan"
LEAD = "Ofsted and the CQC have inspected services for children with special needs in Wigan."
BETTER = {("Wigan", "progress"), ("Wigan", "positive")}
VERDICT = "Ofsted has rated Wigan Council's children's services inadequate."
GRADE = ("Wigan", "inadequate")


@pytest.mark.parametrize(
    "said",
    [
        "The council acknowledged improvements need to be made.",
        "Inspectors said significant improvements still need to be made in Wigan.",
        "Further improvements in the quality of plans are needed in Wigan, the inspectors said.",
        "Some improvement is still required in Wigan, a new report says.",
        "The director accepted that substantial improvements were required.",
        "Real improvement is necessary, Ofsted said of Wigan.",
        "Considerable improvements must be made in Wigan, inspectors found.",
        "There is a need for significant improvement, inspectors said.",
        "Wigan needs to make improvements, said the inspectors.",
        "Leaders must make significant improvements, said the inspectors.",
        "The council has to make progress on plans, inspectors said.",
        "Ofsted called for significant improvement in Wigan.",
    ],
)
def test_improvement_that_is_needed_is_no_progress(said: str) -> None:
    assert BETTER.isdisjoint(reported(f"{TITLE}\n\n{LEAD}\n\n{said}", TITLE))


@pytest.mark.parametrize(
    "said",
    [
        "Significant improvements have been made in Wigan, inspectors said.",
        "Inspectors noted significant improvements, though more is needed.",
        "Wigan is making improvements where they are needed, Ofsted said.",
        "Inspectors saw some progress, but more work is required.",
        "Inspectors saw significant improvement and said that it must go on.",
        "Wigan must continue to make progress, said the inspectors.",
    ],
)
def test_improvement_that_was_seen_is_progress(said: str) -> None:
    assert not BETTER.isdisjoint(reported(f"{TITLE}\n\n{LEAD}\n\n{said}", TITLE))


@pytest.mark.parametrize(
    "title",
    [
        "Significant improvements needed at Wigan children's services",
        "Wigan children's services need significant improvement",
        "Wigan children's services told to make improvements",
        "Wigan council must make progress for children",
        "Further improvements required at Wigan children's services",
        "Call for significant improvements to Wigan children's services",
        "Wigan council vows to make improvements",
    ],
)
def test_under_a_headline_that_asks_for_improvement_a_verdict_is_news(title: str) -> None:
    assert GRADE in reported(f"{title}\n\nInspectors came in May.\n\n{VERDICT}", title)


@pytest.mark.parametrize(
    "title",
    [
        "Significant improvements seen at Wigan children's services",
        "Wigan children's services make progress",
        "Wigan children's services continue to improve as they should",
    ],
)
def test_under_a_headline_of_progress_a_low_grade_is_the_one_before(title: str) -> None:
    assert GRADE not in reported(f"{title}\n\nInspectors came in May.\n\n{VERDICT}", title)


REVISIT = "Ofsted and the CQC went back to Wigan to see how special needs services have changed."
SHORT = ("Wigan", "insufficient_progress")


@pytest.mark.parametrize(
    "said",
    [
        "The report said weaknesses found at the first inspection were still apparent.",
        "Failings that were named in 2019 are still evident in Wigan, inspectors said.",
        "Not all the significant weaknesses have improved, inspectors found.",
        "Not all of the weaknesses in Wigan have been addressed, according to Ofsted.",
        "The same weaknesses that inspectors found in 2018 persist in Wigan, the letter says.",
        "Weaknesses in plans are still present in Wigan, the inspectors said.",
        "The inspectors said significant weaknesses had not been resolved in Wigan.",
        "Most of the weaknesses in Wigan have not improved, Ofsted found.",
    ],
)
def test_weaknesses_that_are_still_there_were_not_mended(said: str) -> None:
    assert SHORT in reported(f"{REVISIT}\n\n{said}", "SEND revisit in Wigan")


@pytest.mark.parametrize(
    "said",
    [
        "The strengths found at the first inspection were still apparent.",
        "Failings found in 2019 were no longer evident in Wigan, inspectors said.",
        "Good will was still apparent at the time of the failings, inspectors said.",
        "All the significant weaknesses have improved, inspectors found.",
        "Inspectors wanted to know whether weaknesses found in 2019 were still apparent.",
        "Not all parents in Wigan see that things have improved.",
    ],
)
def test_what_is_no_longer_there_or_was_good_is_no_lack(said: str) -> None:
    assert SHORT not in reported(f"{REVISIT}\n\n{said}", "SEND revisit in Wigan")


MENDED = [
    (
        "Wigan was required to produce a written statement of action. Ofsted found that Wigan had"
        " made sufficient progress in all eight areas."
    ),
    (
        "The area had to write a written statement of action. Inspectors said sufficient progress"
        " had been made on every weakness."
    ),
    "Inspectors saw sufficient progress on two areas of weakness identified at the first visit.",
    "Wigan has made sufficient progress in the four areas of weakness found in 2018, Ofsted said.",
    "Inspectors are satisfied that the areas of concern they raised in 2017 have been addressed.",
    "Ofsted said the weaknesses that it found in 2017 had been addressed.",
]


@pytest.mark.parametrize("said", MENDED)
def test_what_a_revisit_finds_mended_outweighs_what_was_asked_for(said: str) -> None:
    found = reported(f"{REVISIT}\n\n{said}", "SEND revisit in Wigan")
    assert ("Wigan", "progress") in found
    assert ("Wigan", "written_statement_of_action") not in found


@pytest.mark.parametrize(
    "said",
    [
        "Inspectors saw sufficient progress in two areas found in 2018, but not in three others.",
        "Of the five areas, inspectors saw sufficient progress in two areas identified in 2018.",
        "The council said the weaknesses must be addressed.",
        "Some of the weaknesses that Ofsted found in 2017 have been addressed.",
        "Inspectors asked whether the weaknesses found in 2017 had been addressed.",
        "The weaknesses found in 2017 have not been addressed, inspectors said.",
    ],
)
def test_what_is_mended_in_part_or_not_said_to_be_is_not_all(said: str) -> None:
    found = reported(f"{REVISIT}\n\n{said}", "SEND revisit in Wigan")
    assert ("Wigan", "progress") not in found


@pytest.mark.parametrize(
    "said",
    [
        "Ofsted saw sufficient progress in two of five areas. It must write a statement of action.",
        "A second written statement of action is needed: Ofsted saw progress in one of four areas.",
    ],
)
def test_a_statement_asked_for_at_a_revisit_is_news(said: str) -> None:
    found = reported(f"{REVISIT}\n\n{said}", "SEND revisit in Wigan")
    assert ("Wigan", "written_statement_of_action") in found
