"""Minutes in which an item is what inspectors have found: a letter is received, a report said."""

from __future__ import annotations

import pytest

from tests.extract.helpers import told

PAGE = (
    "Minutes of the meeting held on Tuesday, 14 January 2025 in the Committee Room\n\n"
    "Present: Councillors Barrow (Chair), Ellis and Pinder\n\n42. {item}\n\n{text}\n\n"
    "RESOLVED that the report be noted.\n\n43. Work programme\n\nNoted."
)
ITEMS = ("Children's services", "Director's update")
FOUND = (
    (
        "The Director presented the letter from the monitoring visit to Kent in November.\n\n"
        "The Committee noted with concern the conclusion that insufficient progress had been made."
    ),
    (
        "The Director presented the letter from the monitoring visit to Kent. Inspectors had found"
        " that progress was too slow and that children remained at risk of harm."
    ),
    (
        "The Committee considered the letter that followed Ofsted's focused visit to Kent."
        " It identified two areas for priority action."
    ),
    "Members noted that Ofsted had told Kent to act on two areas for priority action.",
    (
        "The Committee received the report of the area SEND inspection of Kent by Ofsted."
        " It found widespread and systemic failings."
    ),
    (
        "The Director presented the outcome of the Ofsted inspection of Kent. Overall"
        " effectiveness was inadequate. Leadership was inadequate."
    ),
    (
        "The report on the inspection of Kent's children's services found that overall"
        " effectiveness required improvement to be good. Leadership was judged inadequate."
    ),
    "The Committee received the joint targeted area inspection letter: Kent has a priority action.",
)
ONLY_MENTIONED = (
    "Members considered an update on progress since inspectors rated Kent inadequate.",
    "The Director said that spending in Kent had risen since the inadequate judgement of 2019.",
    "Members were reminded that Ofsted had found children's services in Kent inadequate.",
    "Members noted the risk that Ofsted would find services in Kent inadequate.",
    "The Director outlined preparations for Ofsted, which could find Kent inadequate.",
    "The plan for Kent answers the areas for priority action that inspectors had found.",
    "The Director reported that inspectors had found one children's home in Kent inadequate.",
    "The report on Kent's schools was received. Ofsted had rated two of them inadequate.",
)
BAD = {"inadequate", "priority_action", "send_systemic_failings", "insufficient_progress"}
BAD |= {"weaknesses", "requires_improvement"}


def bad(item: str, text: str) -> set[str]:
    """Give the bad news of a page of minutes."""
    news, _ = told(PAGE.format(item=item, text=text), "Children's Scrutiny Committee")
    return {outcome for _, outcome in news} & BAD


@pytest.mark.parametrize("item", ITEMS)
@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_what_a_committee_gets_to_know_of_an_inspection_is_news(item: str, text: str) -> None:
    assert bad(item, text)


@pytest.mark.parametrize("text", ONLY_MENTIONED, ids=range(len(ONLY_MENTIONED)))
def test_what_it_only_speaks_of_is_not(text: str) -> None:
    assert not bad("Director's update", text)


def test_an_item_ends_where_the_next_begins() -> None:
    page = (
        "Minutes of the Committee\n\n5. Ofsted focused visit\n\nThe letter on Kent was received."
        " Inspectors found good practice.\n\n6. Budget\n\nMembers noted that costs in Kent were"
        " those of a council that Ofsted calls inadequate.\n\n7. Work programme\n\nNoted."
    )
    assert ("Kent", "inadequate") not in told(page, "Children's Scrutiny Committee")[0]
