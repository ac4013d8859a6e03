"""Views of one's own, ratings that are fought, and what is too little for a number of people."""

from __future__ import annotations

import pytest

from tests.extract.helpers import findings
from watcher.model.vocabulary import Direction


def adverse(text: str, title: str, day: str = "2022-03-10") -> set[str]:
    return {f.council.name for f in findings(text, title, day) if f.adverse and not f.held}


@pytest.mark.parametrize("view", ["I think", "I believe that", "In my view"])
def test_a_view_is_no_verdict(view: str) -> None:
    text = f"{view} children's services in Leeds are inadequate. Ofsted ought to look at them."
    assert not adverse(text, "Leeds fails its young")


def test_a_view_of_what_ofsted_found_may_tell_of_it() -> None:
    text = (
        "I think it is a disgrace that Ofsted has judged children's services in Leeds inadequate."
    )
    assert adverse(text, "A disgrace") == {"Leeds"}


@pytest.mark.parametrize("who", ["Union leaders", "The parent carer forum", "A union official"])
def test_who_speaks_for_others_gives_no_verdict(who: str) -> None:
    verb = "says" if who.startswith(("The", "A ")) else "say"
    text = f"{who} {verb} that the council's services for children in Leeds are inadequate."
    assert not adverse(text + " Ofsted was there in 2020.", "Anger in Leeds")


@pytest.mark.parametrize("fight", ["asks for review of", "loses appeal against"])
def test_a_rating_that_is_fought_is_known(fight: str) -> None:
    text = "Leeds has taken to court the inadequate rating that Ofsted gave it in 2021."
    assert not adverse(text, f"Leeds {fight} inadequate rating")


def test_transport_is_not_what_ofsted_rates() -> None:
    text = "Pupils wait for buses that do not come. Ofsted was in Leeds two years ago."
    assert not adverse(text, "Leeds's 'inadequate' SEND transport angers families")


@pytest.mark.parametrize("little", ["number of families", "size of the town"])
def test_what_is_too_little_for_many_is_not_graded(little: str) -> None:
    text = f"The centre in Leeds replaces one that was inadequate for the {little}, Ofsted heard."
    assert not adverse(text, "Leeds opens a centre for families")


@pytest.mark.parametrize(
    "then",
    [
        "Having been good for a decade, Leeds children's services now require improvement",
        "Where inspectors saw a good council in 2019 they now find that Leeds requires improvement",
    ],
)
def test_what_was_had_opens_a_sentence_on_what_is(then: str) -> None:
    found = findings(f"{then}, says Ofsted.", "Verdict", "2022-03-10")
    assert [f.direction for f in found if f.adverse] == [Direction.WORSE]
