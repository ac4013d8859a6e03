"""What a headline over weighed findings says that inspectors did, and praise of an older visit."""

from __future__ import annotations

import pytest

from tests.extract.helpers import reported

FOUND = "Inspectors said services in Kent had made little progress in improving social work."
SLOW = ("Kent", "insufficient_progress")


@pytest.mark.parametrize("published", ["2019-05-01", None])
@pytest.mark.parametrize(
    "title",
    [
        "Ofsted criticises council",
        "Kent criticised by Ofsted",
        "Ofsted warns Kent over children's services",
        "Inspectors criticise services for children in Kent",
        "Ofsted slams Kent",
    ],
)
def test_blame_in_a_headline_outweighs_some_praise(title: str, published: str | None) -> None:
    text = f"{FOUND}\n\nThey praised staff, and found strong progress and better practice."
    assert SLOW in reported(text, title, published)


@pytest.mark.parametrize(
    "title", ["Variable practice in Kent, says Ofsted", "Ofsted praises staff in Kent"]
)
def test_a_headline_without_blame_does_not(title: str) -> None:
    text = f"{FOUND}\n\nThey praised staff, and found strong progress and better practice."
    assert SLOW not in reported(text, title, "2019-05-01")


@pytest.mark.parametrize("title", ["Ofsted criticises town", "Ofsted warns ministers"])
def test_blame_alone_makes_no_bad_finding(title: str) -> None:
    text = "Inspectors found good progress in Kent's services for children, and praised staff."
    told = {outcome for _, outcome in reported(text, title, "2019-05-01")}
    assert not told & {"weaknesses", "insufficient_progress", "inadequate"}


@pytest.mark.parametrize("published", ["2019-05-01", None])
@pytest.mark.parametrize(
    "opening",
    [
        "In the previous inspection, also of help but focusing on early help, the service",
        "At the previous visit, while looking at other teams, the service",
        "At the last inspection, though concentrating on care leavers, the department",
        "In the previous inspection, which looked at early help, the service",
        "At the previous visit the service",
    ],
)
def test_praise_of_an_older_visit_weighs_nothing(opening: str, published: str | None) -> None:
    text = f"{FOUND}\n\n{opening} was praised for substantial and purposeful progress."
    assert SLOW in reported(text, "Social work in Kent", published)
