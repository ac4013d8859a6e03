"""An old verdict that is brought up again beside other news of a council alerts nobody."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings

APPOSED = [
    "which was rated inadequate by Ofsted in 2018,",
    "rated inadequate by Ofsted three years ago,",
    "whose services Ofsted judged inadequate the year before last,",
    "still smarting from an inadequate Ofsted rating,",
    "where inspectors from Ofsted found serious failings in 2017,",
    "no stranger to Ofsted's bottom category,",
    "once among Ofsted's worst performers,",
    "labelled inadequate under its previous leadership by Ofsted,",
    "inadequate when Ofsted last called,",
    "given the lowest grade at its last Ofsted inspection,",
]
TOLD_AGAIN = [
    "Before the pandemic Ofsted had rated services inadequate.",
    "Services were inadequate at the last count, according to Ofsted.",
    "The department has been trying to shake off an inadequate Ofsted judgement.",
    "Ofsted's last report, which called services inadequate, is now two years old.",
    "It is two years since inspectors from Ofsted delivered their damning verdict of inadequate.",
    "An inadequate judgement from Ofsted in 2018 led to a change of leadership.",
    "Back then, Ofsted described services as inadequate.",
    "At that point Ofsted considered services inadequate.",
    "Ofsted had previously found serious and widespread weaknesses.",
    "The council has been in the bottom Ofsted category since 2018.",
    "Two earlier Ofsted inspections ended in inadequate ratings.",
    "Ofsted will return to see whether services are still inadequate.",
    "The aim is to be out of Ofsted's inadequate category by Christmas.",
    "Staff left in droves after Ofsted's inadequate rating in 2018.",
    "He was in charge when Ofsted rated services inadequate.",
    "She had warned that services were inadequate long before Ofsted said so.",
    "The inadequate rating by Ofsted prompted her predecessor to resign in 2018.",
    "Until last year services were rated inadequate by Ofsted.",
]


@pytest.mark.parametrize("apposed", APPOSED)
@pytest.mark.parametrize(
    "news", ["has approved a pay rise for carers", "plans to merge two centres"]
)
def test_what_is_put_beside_a_name_is_known(apposed: str, news: str) -> None:
    text = f"Kent County Council, {apposed} {news}."
    assert not [f for f in findings(text, "Kent: news in brief", "2021-05-10") if f.adverse]


@pytest.mark.parametrize("told", TOLD_AGAIN)
@pytest.mark.parametrize("published", ["2021-05-10", None])
def test_what_is_told_again_is_no_news(told: str, published: str | None) -> None:
    text = f"Kent County Council has a new lead member. The cabinet met on Tuesday. {told}"
    title = "Kent has a new lead member for children"
    assert not [f for f in findings(text, title, published) if f.adverse]
