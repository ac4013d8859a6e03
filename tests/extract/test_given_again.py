"""The grade of the last inspection that was given again is news, and the older one is not."""

from __future__ import annotations

import pytest

from tests.extract.helpers import recalled, reported

BAD = ("Kent", "inadequate")
LEAD = "Ofsted has published its report on children's services in Kent."
TITLE = "Ofsted report on Kent children's services"


@pytest.mark.parametrize(
    "was",
    [
        "Kent, inadequate last time,",
        "Kent County Council, which was inadequate at its last inspection,",
        "Kent was judged inadequate in 2019 and",
        "Rated inadequate in 2019, Kent",
        "Kent was inadequate in 2019. It",
    ],
)
@pytest.mark.parametrize(
    "same",
    [
        "was given the same grade again.",
        "got the same judgement again, Ofsted said.",
        "has again received the same verdict.",
        "has had the same result after a visit in March.",
        "is still in the same category.",
    ],
)
@pytest.mark.parametrize("when", ["2023-05-16", None])
def test_a_grade_given_again_is_news(was: str, same: str, when: str | None) -> None:
    text = f"{LEAD} {was} {same}\n\nThe council will act."
    assert BAD in reported(text, TITLE, when)
    assert BAD in recalled(text, TITLE, when)


@pytest.mark.parametrize(
    "text",
    [
        "Kent, inadequate in 2016, was given the same grade in 2019.",
        "Kent, inadequate last time, was not given the same grade again.",
        "Kent, inadequate last time, may be given the same grade again.",
        "Kent, inadequate last time, had the same trouble as others.",
        "Kent was inadequate in 2016. It got the same rating as Surrey then.",
    ],
)
def test_what_was_not_given_again_is_not(text: str) -> None:
    assert BAD not in reported(f"{LEAD} {text}\n\nIt will act.", TITLE, "2023-05-16")
