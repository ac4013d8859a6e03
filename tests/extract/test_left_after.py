"""The grade that is left after so long, in the sentence that gives the new one."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings
from watcher.model.vocabulary import Outcome

DAY, TITLE = "2022-03-10", "Council news"


@pytest.mark.parametrize(
    "text",
    [
        "Services for children in Leeds, good for a decade, now require improvement, says Ofsted.",
        "After eight years as a good authority, Leeds requires improvement, Ofsted has judged.",
        "Ofsted has withdrawn the good rating of Leeds, where services now require improvement.",
        "Leeds has got worse, Ofsted says: services rated good then now require improvement.",
        "Ofsted gives Leeds requires improvement for children's services four years after good.",
    ],
)
def test_a_grade_that_is_left_is_the_one_before(text: str) -> None:
    found = [f for f in findings(text, TITLE, DAY) if f.adverse]
    assert [(f.council.name, f.outcome) for f in found] == [("Leeds", Outcome.REQUIRES_IMPROVEMENT)]
    assert found[0].previous is not None
    assert found[0].previous.outcome is Outcome.GOOD


@pytest.mark.parametrize(
    "text",
    [
        "Leeds, which after ten years as a good authority is to be inspected, awaits Ofsted.",
        "Services in Leeds, good for years, will be inspected by Ofsted in May.",
        "Services for children in Leeds will probably be inadequate when Ofsted comes again.",
    ],
)
def test_no_new_grade_is_no_fall(text: str) -> None:
    assert not [f for f in findings(text, TITLE, DAY) if f.adverse]


@pytest.mark.parametrize("front", ["Where", "Neither", "Although", "Once again"])
def test_a_word_that_opens_a_sentence_is_no_first_name(front: str) -> None:
    text = f"{front} Kent, once good, is now rated inadequate by Ofsted, its council said sorry."
    assert {f.council.name for f in findings(text, TITLE, DAY)} == {"Kent"}


def test_a_first_name_still_is_one() -> None:
    assert not findings("Clark Kent has been rated inadequate by Ofsted.", TITLE, DAY)
