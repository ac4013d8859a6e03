"""What visits find unaltered, and help that comes too late."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

_LEAD = "Ofsted has made a second monitoring visit to Kent's children's services."
_TITLE = "Kent children's services: Ofsted letter published"


def _found(sentence: str) -> set[str]:
    text = f"{_LEAD}\n\n{sentence}\n\nThe council said it would study the letter."
    return {outcome for _, outcome in reported(text, _TITLE, "2020-02-25")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Children in Kent are no safer than they were last summer, inspectors concluded.",
        "Children are no better protected than a year ago, the letter says.",
        "Inspectors said little had altered since their last visit.",
        "Nothing much has changed for children, inspectors wrote.",
        "Very little has improved for children since the last visit, the letter says.",
        "Services are no better than when they were judged inadequate, the letter says.",
        "The same failings were found as last time, inspectors wrote.",
        "Inspectors found the same weaknesses that they had found in 2018.",
        "Inspectors could see no difference in children's lives.",
        "Progress has ground to a halt, the letter says.",
    ],
)
def test_nothing_has_altered(sentence: str) -> None:
    assert "insufficient_progress" in _found(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Children in Kent are safer than they were last summer, inspectors concluded.",
        "Inspectors said much had altered since their last visit.",
        "Little has changed in the way that the council is run, Labour said.",
        "The same strengths were found as last time, inspectors wrote.",
        "Inspectors could see a difference in children's lives.",
        "Inspectors saw no sign of the failings found in 2018.",
    ],
)
def test_something_has_altered_or_something_else_has_not(sentence: str) -> None:
    assert "insufficient_progress" not in _found(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Help still comes too late for children, inspectors wrote.",
        "For a significant number of children help came too late, inspectors wrote.",
        "Too many children suffered avoidable harm, inspectors wrote.",
        "Children suffered harm that could have been prevented, inspectors wrote.",
    ],
)
def test_help_that_comes_too_late_is_a_weakness(sentence: str) -> None:
    assert "weaknesses" in _found(sentence)


def test_help_that_comes_too_late_no_longer_is_none() -> None:
    assert "weaknesses" not in _found("Help no longer comes too late for children.")


def test_none_of_some_and_one_of_others_is_too_little() -> None:
    text = (
        "Ofsted and the CQC returned to look at five weaknesses in Kent's SEND services. Sufficient"
        " progress was made in none of the three areas about health, and in one of the two about"
        " schools."
    )
    found = reported(text, "Kent SEND services: revisit report is out", "2021-06-14")
    assert ("Kent", "insufficient_progress") in found
