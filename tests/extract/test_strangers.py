"""Bodies that no list names: what is only in a council's area, or run by it, is not the council."""

from __future__ import annotations

import pytest

from tests.extract.helpers import told

WHEN = "2021-06-15"


def _low(text: str) -> set[str]:
    fresh, old = told(text, "Ofsted's verdict", WHEN)
    return {name for name, outcome in fresh | old if outcome == "inadequate"}


@pytest.mark.parametrize(
    "text",
    [
        "A stage centre in Bolton has been judged inadequate by Ofsted.",
        "A care farm near Shrewsbury run by Shropshire Council is inadequate, Ofsted says.",
        "A crèche in Bexley was rated inadequate by Ofsted and has lost its licence.",
        "An outdoor centre owned by Staffordshire was told its safeguarding was inadequate.",
        "A swimming club in Derby is still inadequate, Ofsted says.",
        "Two workshops in Leeds have been rated inadequate by Ofsted.",
        "Bright Days, an agency with foster carers in Stoke and Staffordshire, is inadequate.",
        "Ofsted inspectors have rated a home run by Stockport Council inadequate.",
        "Ofsted has found apprenticeships run by Sandwell Council inadequate.",
        "Somerset Council closed one of its homes after Ofsted said it was inadequate.",
        "Drainage in Wigan is inadequate, inspectors of bridges say.",
        "Playgrounds in Wigan are inadequate, and inspectors have told the council so.",
        "Wiltshire's force has been judged inadequate by inspectors.",
        "Ofsted found girls at a home in Hull at risk and rated leaders there inadequate.",
        "A SEND tuition company in Kent has been rated inadequate.",
        "A prison's education department in Kent has been rated inadequate.",
        "Ofsted has slammed a residential family centre in Kent in a damning report.",
    ],
)
def test_what_is_only_in_a_councils_area_is_another_body(text: str) -> None:
    assert _low(f"{text} Ofsted published its report on Monday.") == set()


@pytest.mark.parametrize(
    ("text", "council"),
    [
        ("A children's services department in Leeds has been rated inadequate.", "Leeds"),
        ("A struggling service for children in Leeds has been judged inadequate.", "Leeds"),
        ("A trust that runs children's services in Slough was rated inadequate.", "Slough"),
        ("A children's trust in Doncaster has been rated inadequate by Ofsted.", "Doncaster"),
        ("After a two-week inspection Leeds was judged inadequate by Ofsted.", "Leeds"),
        ("Following a visit in May, Leeds was rated inadequate by Ofsted.", "Leeds"),
        ("Ofsted has rated children's social care run by Leeds City Council inadequate.", "Leeds"),
        ("Help for children in need in Leeds was judged inadequate by Ofsted.", "Leeds"),
        ("Safeguarding in Leeds is inadequate, Ofsted says.", "Leeds"),
        ("Leadership in Leeds has been judged inadequate by Ofsted.", "Leeds"),
        ("Ofsted rated Children's Services in Leeds inadequate.", "Leeds"),
        ("Ofsted rated Early Help in Leeds inadequate.", "Leeds"),
        ("One authority in Yorkshire, Leeds, was rated inadequate by Ofsted.", "Leeds"),
        ("In a damning report Leeds is rated inadequate by Ofsted.", "Leeds"),
    ],
)
def test_a_councils_own_service_is_none_of_them(text: str, council: str) -> None:
    assert _low(f"{text} Ofsted published its report on children's services.") == {council}
