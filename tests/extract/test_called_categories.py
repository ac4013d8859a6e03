"""Judgements that are called categories, and scales that are explained."""

from __future__ import annotations

import pytest

from tests.extract.helpers import read, reported

TITLE = "Ofsted report on Barnsley"
LEAD = "Ofsted has published its report on the children's services of Barnsley Council."


@pytest.mark.parametrize(
    "said",
    [
        "The categories of help and protection and of leadership received 'inadequate' ratings.",
        "The categories of care leavers and children in care were both judged inadequate.",
        "The judgements of help and protection and of leadership were inadequate.",
        "All three categories of the inspection were judged inadequate.",
    ],
)
def test_categories_have_grades(said: str) -> None:
    assert any(f.adverse for f in read(f"{LEAD} {said}", TITLE, "2024-05-01").findings)


@pytest.mark.parametrize(
    "said",
    [
        "The grades of outstanding, good, requires improvement and inadequate are given.",
        "The judgements are outstanding, good, requires improvement or inadequate.",
        "There are four categories of rating, from outstanding to inadequate.",
        "Ofsted gives the ratings of good or inadequate.",
    ],
)
def test_a_scale_that_is_explained_has_none(said: str) -> None:
    text = f"Barnsley Council waits for Ofsted's report. {said}"
    assert reported(text, TITLE, "2024-05-01") == set()
