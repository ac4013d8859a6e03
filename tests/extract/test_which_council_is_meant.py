"""A grade that only says which council something will happen to, or who will help."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read

OTHERS = (
    "A council that Ofsted has rated inadequate is to have help. Barnsley will get it from Leeds.",
    "A council rated inadequate by Ofsted is to be helped by a neighbour. Barnsley is glad of it.",
    (
        "A council twice rated as inadequate by inspectors over the last ten years is"
        " to have help from another. Barnsley Council is glad of it."
    ),
    "Barnsley is to get help from a council where services are rated good by Ofsted.",
    "Barnsley will be helped by an authority where services are rated outstanding by Ofsted.",
)
VERDICTS = (
    "Ofsted found that children's services in Barnsley were inadequate. It is to get help.",
    "Barnsley Council was rated inadequate by Ofsted and is to be helped by Leeds.",
    "A council that has been rated inadequate by Ofsted has said sorry. It is Barnsley Council.",
    "Children's services in Barnsley were judged inadequate by Ofsted. What is to be done is open.",
)


@pytest.mark.parametrize("text", OTHERS, ids=range(len(OTHERS)))
def test_a_grade_may_only_say_which_council_is_meant(text: str) -> None:
    found = read(text, "Council lined up to help its neighbour", "2017-07-21").findings
    assert not [f for f in found if f.role.value == "news" and f.outcome.value != "mixed"]


@pytest.mark.parametrize("text", VERDICTS, ids=range(len(VERDICTS)))
def test_a_verdict_stays_one_whatever_is_to_follow(text: str) -> None:
    title = "Barnsley rated inadequate by Ofsted"
    assert any(f.adverse for f in read(text, title, "2017-07-21").findings)
