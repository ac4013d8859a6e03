"""Verdicts that are awaited, feared, thought of, or somebody else's: none has been given."""

from __future__ import annotations

import itertools

import pytest

from tests.extract.helpers import news

SAID = (
    "Kent council is braced for an inadequate rating from Ofsted when its report comes out{t}.",
    "Ofsted is expected to rate Kent's children's services inadequate{t}.",
    "Ofsted decided not to rate Kent's children's services inadequate{t}.",
    "Kent is helping a council whose children's services Ofsted rated inadequate{t}.",
    "Kent has set aside £2m in case Ofsted rates its children's services inadequate{t}.",
    "An inadequate rating from Ofsted would be a disaster for Kent{t}.",
    "To be rated inadequate by Ofsted would cost Kent its trust{t}.",
    "Kent narrowly avoided being rated inadequate by Ofsted{t}.",
    "Kent will appeal if Ofsted judges its children's services inadequate{t}.",
    "Had Ofsted come earlier, Kent's children's services would have been rated inadequate{t}.",
    "What happens if Kent's children's services are rated inadequate by Ofsted{t}?",
    "Kent wants to learn from councils that Ofsted has rated inadequate{t}.",
)
WHEN = ("", " this week", " next month", " in June")
BEHIND = ("", " The council was rated good in 2019.", " Ofsted declined to comment.")


@pytest.mark.parametrize("said", SAID)
def test_what_has_not_been_given_is_no_news(said: str) -> None:
    for when, behind in itertools.product(WHEN, BEHIND):
        text = said.format(t=when) + behind
        told = news(text, "Children's services in Kent", "2024-06-12")
        assert ("Kent", "inadequate") not in told, text


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted has rated services in Kent inadequate. The inadequate rating could mean a trust.",
        "Kent, a council whose children's services Ofsted has rated inadequate, said sorry.",
        "To be rated inadequate by Ofsted is a shock for Kent's children's services.",
    ],
)
def test_what_has_been_given_is(text: str) -> None:
    assert ("Kent", "inadequate") in news(text, "Kent's children's services inadequate")


WHAT_FOLLOWS = (
    "Kent council could lose its children's services",
    "Ministers may take children's services away from Kent",
    "A commissioner might be sent to Kent",
    "The government could step in at Kent council",
)
VERDICTS = (
    "rated it inadequate",
    "downgraded it to 'inadequate'",
    "gave it an inadequate rating",
    "dropped its rating to inadequate",
    "said children's services were inadequate",
)


@pytest.mark.parametrize("follows", WHAT_FOLLOWS)
@pytest.mark.parametrize(
    "after", ["after Ofsted", "because Ofsted", "now that Ofsted", "as Ofsted"]
)
def test_only_what_may_follow_on_a_verdict_is_thought_of(follows: str, after: str) -> None:
    for verdict in VERDICTS:
        text = f"{follows} {after} {verdict} this week."
        assert ("Kent", "inadequate") in news(text, "Council told to improve", "2024-06-12"), text
