"""A grade that lasted and is over, one that is called new, and one that stands against each."""

from __future__ import annotations

import pytest

from tests.extract.helpers import one, told

OVER = (
    ("Kent's outstanding run comes to an end. Ofsted says that its services are good.", "good"),
    ("Ofsted has ended Kent's run of outstanding ratings. Its services are now good.", "good"),
    ("Kent's long spell as a good authority is over. Ofsted says it requires improvement.", None),
    ("Kent's unbroken record of good Ofsted ratings has ended. It requires improvement.", None),
    ("An end to Kent's era of good ratings: Ofsted says that it requires improvement.", None),
)
LEFT = (
    "Kent leaves the bottom rung. Ofsted has rated it requires improvement.",
    "Kent leaves bottom category. Ofsted says that it requires improvement.",
    "Kent climbs off the bottom rung. Ofsted says that it now requires improvement.",
    "Kent has escaped the bottom category. Ofsted now says that it requires improvement.",
    "Kent's run of inadequate ratings has come to an end. Ofsted says it requires improvement.",
)
STAYED = (
    "Ofsted's lowest grade leaves Kent on the bottom rung.",
    "Inspectors from Ofsted declined to move Kent off the bottom grade.",
    "Ofsted has rated Kent inadequate. Its record of failure has no end.",
    "Kent may be stripped of children's services after a fresh inadequate rating from Ofsted.",
)
ANEW = (
    "Kent could lose control of children's services following a fresh inadequate rating by Ofsted.",
    "Kent could lose control of children's services after a second inadequate rating by Ofsted.",
    "Kent could be taken over because of its new inadequate rating by Ofsted.",
)
SUPPOSED = (
    "Kent could lose control of services should it get a second inadequate rating from Ofsted.",
    "Kent could face intervention if Ofsted gives it a fresh inadequate rating.",
)
EACH = (
    "In Ofsted's report on Kent the word inadequate stands beside each of the four judgements.",
    "The word inadequate is printed next to all four headings in Ofsted's report on Kent.",
    'Ofsted\'s report on Kent has "inadequate" written against every one of its judgements.',
)
INADEQUATE = ("Kent", "inadequate")


@pytest.mark.parametrize(("text", "grade"), OVER, ids=range(len(OVER)))
def test_a_good_grade_that_lasted_and_is_over_was_lost(text: str, grade: str | None) -> None:
    found = one(text, "Kent", "Ofsted in Kent", "2024-05-02")
    assert found.outcome.value == (grade or "requires_improvement")
    assert found.direction.value == "worse"


@pytest.mark.parametrize("text", LEFT, ids=range(len(LEFT)))
def test_who_leaves_the_lowest_place_got_better(text: str) -> None:
    found = one(text, "Kent", "Ofsted in Kent", "2024-05-02")
    assert (found.outcome.value, found.direction.value) == ("requires_improvement", "better")


@pytest.mark.parametrize("text", STAYED, ids=range(len(STAYED)))
def test_who_stays_there_is_inadequate(text: str) -> None:
    assert INADEQUATE in told(text, "Ofsted in Kent", "2024-05-02")[0]


@pytest.mark.parametrize("text", ANEW, ids=range(len(ANEW)))
def test_what_may_follow_on_a_new_grade_leaves_it_new(text: str) -> None:
    page = f"{text}\n\nThe council was judged inadequate in 2012 and good in 2018."
    assert INADEQUATE in told(page, "Kent could lose control of services", "2022-09-22")[0]


@pytest.mark.parametrize("text", SUPPOSED, ids=range(len(SUPPOSED)))
def test_a_new_grade_that_is_only_supposed_is_none(text: str) -> None:
    assert INADEQUATE not in told(text, "Kent could lose control of services", "2022-09-22")[0]


@pytest.mark.parametrize("text", EACH, ids=range(len(EACH)))
def test_a_word_that_stands_against_every_judgement_is_its_grade(text: str) -> None:
    assert INADEQUATE in told(text, "Report on Kent's children's services", "2024-05-02")[0]


def test_a_word_that_is_only_counted_is_none() -> None:
    text = "The word inadequate appears six times in Ofsted's report on training in Kent."
    assert INADEQUATE not in told(text, "Report on Kent's children's services", "2024-05-02")[0]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Kent has failed to make enough progress. Half of it is done: two of four areas.", "bad"),
        ("Sufficient progress was made in two of four areas, not enough in the others.", "mixed"),
    ],
)
def test_the_opening_says_what_half_is_worth(text: str, outcome: str) -> None:
    page = f"{text} Ofsted and the CQC came back to Kent to look at SEND."
    news = {found for _, found in told(page, "SEND in Kent", "2019-05-02")[0]}
    assert ("insufficient_progress" in news) is (outcome == "bad")
