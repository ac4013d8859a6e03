"""What is only heard of a report, what others than inspectors find, and what is yet to come."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings, read, reasons
from watcher.extract.hearsay import HEARSAY

DAY = "2022-03-10"
TITLE = "Report on services"
RATED = "rated services for children in Leeds inadequate"


@pytest.mark.parametrize(
    "text",
    [
        f"A leaked report says that Ofsted has {RATED}.",
        "Services for children in Leeds are understood to have been rated inadequate by Ofsted.",
        f"Ofsted has reportedly {RATED}.",
        f"According to a leak, Ofsted has {RATED}.",
        f"Sir, I read that Ofsted has {RATED}.",
    ],
)
def test_what_is_only_heard_is_held(text: str) -> None:
    found = read(text, TITLE, DAY).findings
    assert [(f.council.name, f.held, f.adverse) for f in found] == [("Leeds", True, False)]
    assert found[0].confidence <= HEARSAY


def test_a_headline_of_a_leak_holds_what_stands_under_it() -> None:
    text = f"Ofsted has {RATED}, it says."
    found = read(text, "Leaked draft of Ofsted report on Leeds", DAY).findings
    assert [f.held for f in found] == [True]


@pytest.mark.parametrize(
    "text",
    [
        f"Ofsted has {RATED} in a report published today, after a draft was leaked.",
        f"Ofsted has {RATED}. Inspectors said that the needs of children were not understood.",
        f"Ofsted has {RATED} for what is thought to be the first time in the city's history.",
        f"“I understand how families feel,” said the leader. Ofsted has {RATED}.",
    ],
)
def test_what_is_out_is_not_held(text: str) -> None:
    assert [f.held for f in read(text, TITLE, DAY).findings] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "A self-evaluation says that services in Leeds are inadequate and Ofsted may well agree.",
        "A consultant's report says that services in Leeds are inadequate. Ofsted is due soon.",
        f"Consultants hired by the city have {RATED}, ahead of a visit by Ofsted.",
        "Ofsted will rate services for children in Leeds inadequate when its report comes out.",
        "Ofsted is to downgrade services for children in Leeds to inadequate next week.",
        "Leeds is no worse, and its services need to improve to get back to good, Ofsted says.",
    ],
)
def test_what_others_find_or_what_is_to_come_is_no_verdict(text: str) -> None:
    assert not findings(text, TITLE, DAY)


@pytest.mark.parametrize(
    "text",
    [
        "Ten years ago today Ofsted declared services for children in Leeds inadequate.",
        "It is five years to the day since Ofsted declared services in Leeds inadequate.",
    ],
)
def test_an_anniversary_is_no_news(text: str) -> None:
    assert not [f for f in findings(text, TITLE, DAY) if f.adverse]


def test_some_out_of_many_are_no_council() -> None:
    text = (
        "The chief inspector told a conference in Leeds that too many councils were inadequate and"
        " that the care of children in some had got worse since Ofsted last came."
    )
    assert not [f for f in findings(text, TITLE, DAY) if f.adverse]
    assert "councils_in_general" in reasons(text, TITLE, DAY)


@pytest.mark.parametrize(
    "text",
    [
        f"There is a rumour in the town hall that Ofsted has {RATED}.",
        f"Parents dressed as inspectors from Ofsted {RATED} in a mock report.",
        f"Ofsted has {RATED}. The news lands at eight in a hotel. None of it is real.",
        f"The phone rings: Ofsted has {RATED}. This is an extract from a book on failure.",
    ],
)
def test_what_is_rumoured_or_made_up_is_held(text: str) -> None:
    found = read(text, TITLE, DAY).findings
    assert [(f.council.name, f.held) for f in found] == [("Leeds", True)]


def test_what_a_headline_says_every_so_often_is_no_verdict() -> None:
    text = "Every so often a headline says that services in Leeds have been rated inadequate."
    assert not findings(text + " Ofsted gives four grades.", TITLE, DAY)


def test_what_is_false_alerts_nobody() -> None:
    text = f"A post, shared by 6,000, which says that Ofsted has {RATED} this week, is false."
    assert not read(text, TITLE, DAY).findings
    assert "taken_back" in reasons(text, TITLE, DAY)
