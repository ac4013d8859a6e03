"""A year with which a sentence opens dates what was then, and not what is told as now."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read

TITLE = "Ofsted report on Kent children's services"


def years(text: str) -> dict[str, str]:
    """Give the year of every grade that a text tells."""
    return {
        f.outcome.value: f.when.text if f.when else ""
        for f in read(text, TITLE, "2022-05-20").findings
    }


@pytest.mark.parametrize(
    "text",
    [
        "At the last inspection in 2020 Kent's services were good; they are now {}, Ofsted says.",
        "In 2020 Kent's children's services were good: they are {} now, Ofsted says.",
        "In 2020 Kent's children's services were good - today they are {}, Ofsted says.",
        "In 2020 Kent's children's services were good, but this time they are {}, Ofsted says.",
        "In 2020 Ofsted rated Kent's children's services good; it has found them to be {}.",
        "In 2020 Ofsted rated Kent's children's services good; this year it rated them {}.",
        "In its report of 2020 Kent's care for children was good; it is now {}, Ofsted says.",
    ],
)
@pytest.mark.parametrize("grade", ["inadequate", "outstanding"])
def test_what_is_now_has_not_the_year_of_then(text: str, grade: str) -> None:
    assert years(text.format(grade)) == {"good": "2020", grade: ""}


@pytest.mark.parametrize(
    "text",
    [
        "In 2020 Ofsted rated Kent's services for children good and leadership outstanding.",
        "In 2020 Ofsted rated Kent's services for children good; leadership was outstanding.",
    ],
)
def test_what_was_then_has_it(text: str) -> None:
    assert years(text) == {"good": "2020", "outstanding": "2020"}
