"""Who is put into a sentence about a council: `services, criticised by schools, are inadequate`."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

REPLY = "Kent County Council said it was sorry for its children's services."
INADEQUATE = ("Kent", "inadequate")
PUT_IN = [
    "criticised by parents and schools over delays",
    "run since 2019 by a trust that has schools too",
    "which closed two children's homes in 2021",
    "which also runs homes for older people",
    "praised in 2011 by the police and by schools",
]


@pytest.mark.parametrize("between", PUT_IN)
@pytest.mark.parametrize(
    ("head", "verdict"),
    [
        ("Children's services in Kent", "have been rated inadequate by Ofsted"),
        ("Kent's services for children", "have been downgraded to inadequate by Ofsted"),
        ("Kent County Council", "has been rated inadequate by Ofsted for its children's services"),
        ("Kent's children's services department", "has been rated inadequate by Ofsted"),
    ],
)
def test_a_grade_is_whose_the_sentence_is(head: str, verdict: str, between: str) -> None:
    text = f"{head}, {between}, {verdict}.\n\n{REPLY}"
    assert INADEQUATE in reported(text, "Kent told to improve", "2024-05-01")


@pytest.mark.parametrize(
    "text",
    [
        "A school in Kent, criticised by parents, has been rated inadequate by Ofsted.",
        "A children's home in Kent, run by a firm, was rated inadequate by Ofsted.",
        "St Mary's school, which Kent County Council runs, is inadequate, Ofsted says.",
        "Kent's school for boys, praised by the council, has been rated inadequate by Ofsted.",
    ],
)
def test_so_it_is_where_the_sentence_is_a_school_s(text: str) -> None:
    found = reported(f"{text}\n\n{REPLY}", "Kent told to improve", "2024-05-01")
    assert INADEQUATE not in found


def test_a_grade_that_is_asked_for_is_none() -> None:
    text = "Ofsted has news of Kent. The notice asks for an adequate rating by March."
    assert ("Kent", "adequate") not in reported(text, "Kent board meets", "2010-09-23")
