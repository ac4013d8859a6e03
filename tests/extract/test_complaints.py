"""Those whom a service is for complain of it, and the page adds what inspectors found of it."""

from __future__ import annotations

import pytest

from tests.extract.helpers import told

FAILINGS = ("Kent", "send_systemic_failings")
FOLLOWS = "It follows a critical Ofsted inspection of services run by Kent County Council."
FOUND = "Inspectors found widespread and systemic failings in SEND services."


@pytest.mark.parametrize("published", ["2024-05-14", None])
@pytest.mark.parametrize("follows", [FOLLOWS, ""])
@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("SEND support in Kent 'a constant battle'", "Getting help is hard, parents say."),
        ("Kent families 'failed' by SEND system", "Families say they were let down."),
        ("Parents in Kent speak of SEND struggle", "Mothers have spoken of their struggle."),
        ("Kent parents' anger over SEND help", "Parents of disabled children are furious."),
    ],
)
def test_what_inspectors_found_bears_out_who_complains(
    title: str, lead: str, follows: str, published: str
) -> None:
    text = "\n\n".join(filter(None, [lead, follows, FOUND]))
    assert FAILINGS in told(text, title, published)[0]


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("New school for Kent", "A school for pupils with special needs will open."),
        ("Kent asks parents for views on SEND plan", "A consultation on the plan is open."),
        ("Award for Kent parents' choir", "The choir of a school in Kent has won an award."),
        ("Kent museum draws families", "Parents say that they like the new museum."),
    ],
)
def test_what_inspectors_found_is_recalled_beside_something_else(title: str, lead: str) -> None:
    text = f"{lead}\n\n{FOLLOWS}\n\n{FOUND}"
    assert FAILINGS not in told(text, title, "2024-05-14")[0]


def test_what_was_found_years_ago_stays_old_beside_a_complaint() -> None:
    text = f"Parents say that they wait for years.\n\nIn 2019 {FOUND.lower()}"
    assert FAILINGS not in told(text, "Kent SEND families 'failed'", "2024-05-14")[0]
