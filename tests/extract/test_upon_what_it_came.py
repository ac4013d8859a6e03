"""Where an act of government is over, the verdict that led to it is history."""

from __future__ import annotations

import pytest

from tests.extract.helpers import recalled, reported

BAD = ("Kent", "inadequate")
OVER = [
    ("Ministers end oversight of Kent", "The improvement notice on Kent council has been lifted."),
    ("Kent out of special measures", "Kent's children's services are out of special measures."),
    ("Kent freed", "Kent's children's services have been freed from government oversight."),
]


@pytest.mark.parametrize("over", OVER, ids=[one[0] for one in OVER])
@pytest.mark.parametrize(
    "text",
    [
        "The notice followed an inspection in which Ofsted found the service inadequate.",
        "The direction followed a report which judged its children's services inadequate.",
        "Intervention had followed an inadequate rating by Ofsted.",
        "Government intervention came after Ofsted rated its children's services inadequate.",
        "Ministers stepped in when Ofsted found children's services inadequate.",
    ],
)
@pytest.mark.parametrize("when", ["2016-03-14", None])
def test_upon_what_it_came_is_only_recalled(
    over: tuple[str, str], text: str, when: str | None
) -> None:
    told = f"{over[1]} {text}\n\nStaff were thanked."
    assert BAD not in reported(told, over[0], when)
    assert BAD in recalled(told, over[0], when)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Ofsted in Kent",
            (
                "An improvement notice on Kent was lifted. Now Ofsted has found its children's"
                " services inadequate."
            ),
        ),
        (
            "Ofsted in Kent",
            (
                "An improvement notice on Kent was lifted. The new one followed an inspection in"
                " which Ofsted found children's services inadequate."
            ),
        ),
        (
            "Ofsted in Kent",
            (
                "Months after a notice was lifted, Kent's children's services are inadequate,"
                " Ofsted says."
            ),
        ),
    ],
)
def test_what_came_since_is_new(title: str, text: str) -> None:
    assert BAD in reported(text, title, "2016-03-14")
