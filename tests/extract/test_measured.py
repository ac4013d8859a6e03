"""How much of what was found is mended, in the words in which revisits say it."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

_LEAD = "Ofsted and the CQC returned to Kent in May to check on seven weaknesses in its SEND work."
_TITLE = "Kent SEND services: what the revisit found"


def _found(sentence: str) -> set[str]:
    """Give the outcomes that a page about a revisit reports with a sentence in it."""
    text = f"{_LEAD}\n\n{sentence}\n\nThe council said it would study the letter."
    return {outcome for _, outcome in reported(text, _TITLE, "2021-06-14")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Of the seven weaknesses, only two have been dealt with.",
        "Sufficient progress had been made in three.",
        "In three, sufficient progress had been made; in four, not.",
        "They say that sufficient progress has been made on two and no more.",
        "Inspectors concluded that the county has not done what it promised.",
        "Inspectors found that it had not done what it was told.",
        "The area has failed to deliver what it promised, inspectors say.",
        "Inspectors say the area has not delivered on its action plan.",
        "Only the first of the seven has been put right, they said.",
        "None of the seven weaknesses was judged to have been dealt with.",
        "Just one of the seven weaknesses was signed off by inspectors.",
        "Inspectors ticked off only one of the seven weaknesses.",
        "The area has failed to fix five of the seven weaknesses, they said.",
        "The county falls short on five of the seven weaknesses, inspectors say.",
        "The area had not done enough about five of the seven weaknesses.",
        "They could find enough progress in only two of the seven.",
        "Inspectors could point to adequate progress in just one of the areas.",
        "They were satisfied with progress in only two of the areas.",
        "Only on governance had enough progress been made.",
        "Only in early years was progress judged to be sufficient.",
        "Progress in five of the seven areas was judged to be insufficient.",
        "It had not taken effective action on five of the seven areas.",
        "On transition and on commissioning, sufficient progress has not been made.",
        "Sufficient progress was not being made on waiting times.",
        "Sufficient progress has not been made on five of them.",
    ],
)
def test_too_little_was_mended(sentence: str) -> None:
    assert "insufficient_progress" in _found(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Six of the seven weaknesses have been dealt with.",
        "All seven have been put right, they said.",
        "Inspectors signed off six of the seven weaknesses.",
        "They could find enough progress in six of the seven.",
        "On transition and on commissioning, sufficient progress has been made.",
        "It had taken effective action on all of the seven areas.",
        "None of the seven weaknesses remains.",
        "The council had not expected to fix all seven weaknesses in a year.",
        "The government has not signed off the plan for the seven weaknesses.",
        "Inspectors could return to see if five of the seven weaknesses are dealt with.",
    ],
)
def test_enough_was_mended_or_nothing_is_said_of_it(sentence: str) -> None:
    assert "insufficient_progress" not in _found(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The pace of change is nowhere near quick enough, inspectors say.",
        "Inspectors say that services have not moved on enough.",
        "Inspectors say that services have not come far enough.",
    ],
)
def test_what_is_nowhere_near_enough_is_too_little(sentence: str) -> None:
    text = f"Ofsted has been back at Kent's children's services. {sentence}"
    assert ("Kent", "insufficient_progress") in reported(text, "Monitoring letter for Kent")


@pytest.mark.parametrize("verb", ["named", "set out", "found", "listed"])
def test_the_year_of_weaknesses_does_not_date_what_became_of_them(verb: str) -> None:
    text = (
        f"Of five weaknesses {verb} in 2019, only the first has been dealt with, Ofsted and the CQC"
        " say of SEND in Kent."
    )
    assert ("Kent", "insufficient_progress") in reported(text, _TITLE, "2021-12-14")


@pytest.mark.parametrize(
    "title",
    ["Kent fails to fix four of five SEND weaknesses", "Kent has mended one of five SEND failings"],
)
def test_a_headline_that_counts_what_is_unmended_is_its_pages_story(title: str) -> None:
    text = (
        "It took eighteen months to write the plan and deliver it. It did not work.\n\nThat is the"
        " reading of a report on Kent's services for children with special needs. Of the five"
        " weaknesses only one has been dealt with, Ofsted says."
    )
    assert ("Kent", "insufficient_progress") in reported(text, title, "2021-12-14")


@pytest.mark.parametrize(
    "sentence",
    [
        "Sufficient progress had been made in all seven.",
        "Sufficient progress has been made in six.",
        "In six, sufficient progress had been made.",
        "Inspectors say that the county has done what it promised.",
        "The county has not kept its promises, a campaigner said.",
    ],
)
def test_most_of_them_mended_is_not_too_little(sentence: str) -> None:
    assert "insufficient_progress" not in _found(sentence)
